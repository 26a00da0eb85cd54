public import Keruen
internal import Synchronization

/// A store that notes when the one below it can't be used, and refuses at once until it can.
///
///     let watch = StoreWatch(store)
///     try await watch.place(request, by: ways, at: now)      // storeAway: the pause begins
///     watch.pause?.code                                      // TRD0308
///     await watch.look()                                     // asks the store; nil again once it answers
///
/// So a page waits for a database that is away once, and not each time anew. `Watching` looks every second.
public final class StoreWatch: OrderStore {
    private let store: any OrderStore
    private let state = Mutex(State())
    private let patience: Duration
    private let rest: Duration

    private struct State {
        var pause: OrderingPause?
        var noted = ContinuousClock.now
        /// When a look began that is not answered yet.
        var looking: ContinuousClock.Instant?
    }

    /// - Parameters:
    ///   - patience: how long a look may take before the store counts as away, though others still wait for it.
    ///   - rest: how long nobody tries to write after a write that failed where reads are answered.
    public init(
        _ store: any OrderStore, patience: Duration = .seconds(2), rest: Duration = .seconds(OrderingPause.retryAfter)
    ) {
        (self.store, self.patience, self.rest) = (store, patience, rest)
    }

    /// Begins with a pause: the store was asked before, and is not to be had yet.
    public func begin(with error: TradeError) { note(error, isUnread: true) }

    /// Nil while orders are taken.
    public var pause: OrderingPause? { state.withLock(\.pause) }

    public var makeID: @Sendable () -> Order.ID { store.makeID }

    public func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        if let pause, pause.isUnread { throw pause.error }
        do throws(TradeError) { return try await store.read(body) } catch {
            note(error, isUnread: true)
            throw error
        }
    }

    public func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        if let pause { throw pause.error }
        do throws(TradeError) { return try await store.write(body) } catch {
            note(error, isUnread: error.code == .storeAway)
            throw error
        }
    }

    /// Asks the store for something that is not there, which is the cheapest question, and notes the answer. One look is out at a time.
    public func look() async {
        guard begin() else { return }
        defer { state.withLock { $0.looking = nil } }
        do throws(TradeError) {
            _ = try await store.order(store.makeID())
            noteAnswer()
        } catch { note(error, isUnread: true) }
    }

    private func begin() -> Bool {
        state.withLock { state in
            guard let since = state.looking else {
                state.looking = .now
                return true
            }
            if .now - since > patience, state.pause?.isUnread != true {
                (state.pause, state.noted) = (OrderingPause(code: .storeAway, isUnread: true), .now)
            }
            return false
        }
    }

    private func note(_ error: TradeError, isUnread: Bool) {
        guard error.isOutage else { return }
        state.withLock { state in
            // What one caller meets does not make readable what another could not read.
            let isUnread = isUnread || state.pause?.isUnread == true
            (state.pause, state.noted) = (OrderingPause(code: error.code, isUnread: isUnread), .now)
        }
    }

    private func noteAnswer() {
        state.withLock { state in
            // An answer to what was asked before the pause says nothing of it.
            guard let pause = state.pause, let since = state.looking, since > state.noted else { return }
            // Whether there is room again, or a server that writes, shows the next order.
            let isOver = pause.endsWithReading || .now - state.noted >= rest
            state.pause = isOver ? nil : OrderingPause(code: pause.code, isUnread: false)
        }
    }
}
