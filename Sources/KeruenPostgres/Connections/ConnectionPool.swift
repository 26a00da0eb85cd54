#if Postgres
    internal import KeruenTrade
    internal import Synchronization

    /// Connections for those who read: never more than so many; whoever finds none waits in line until its time is over.
    final class ConnectionPool: Sendable {
        private let address: String
        private let most: Int

        private struct Waiter {
            var caller: CheckedContinuation<Grant, Never>
            var deadline: ContinuousClock.Instant
        }

        private enum Grant: Sendable {
            case use(PostgresConnection)
            case open
            case none
            case closed
        }

        private struct State {
            var idle: [PostgresConnection] = []
            /// Opened, or about to be.
            var count = 0
            var waiting: [Waiter] = []
            var isSwept = false
            var isClosed = false
        }

        private let state = Mutex(State())

        init(address: String, most: Int) {
            self.address = address
            self.most = max(1, most)
        }

        func take(until deadline: ContinuousClock.Instant) async throws(PostgresFailure) -> PostgresConnection {
            switch await grant(until: deadline) {
            case .use(let connection): return connection
            case .none: throw .late
            case .closed: throw .closed
            case .open:
                do throws(PostgresFailure) { return try await PostgresConnection.open(address, until: deadline) } catch
                {
                    drop()
                    throw error
                }
            }
        }

        func give(_ connection: PostgresConnection) {
            let waiter: Waiter? = state.withLock { state in
                guard !state.waiting.isEmpty else {
                    if state.isClosed { state.count -= 1 } else { state.idle.append(connection) }
                    return nil
                }
                return state.waiting.removeFirst()
            }
            waiter?.caller.resume(returning: .use(connection))
        }

        /// A connection is gone: whoever waits may open another.
        func drop() {
            let waiter: Waiter? = state.withLock { state in
                guard !state.waiting.isEmpty else {
                    state.count -= 1
                    return nil
                }
                return state.waiting.removeFirst()
            }
            waiter?.caller.resume(returning: .open)
        }

        /// Closes what is idle; the others follow as they are given back.
        func close() {
            state.withLock { state in
                state.count -= state.idle.count
                state.idle = []
                state.isClosed = true
            }
        }

        private func grant(until deadline: ContinuousClock.Instant) async -> Grant {
            await withCheckedContinuation { caller in
                let (grant, sweeps): (Grant?, Bool) = state.withLock { state in
                    guard !state.isClosed else { return (.closed, false) }
                    if let connection = state.idle.popLast() { return (.use(connection), false) }
                    if state.count < most {
                        state.count += 1
                        return (.open, false)
                    }
                    state.waiting.append(Waiter(caller: caller, deadline: deadline))
                    defer { state.isSwept = true }
                    return (nil, !state.isSwept)
                }
                if let grant { caller.resume(returning: grant) }
                if sweeps { Task { await sweep() } }
            }
        }

        /// Tells those whose time is over, as long as anybody waits.
        private func sweep() async {
            while true {
                try? await Task.sleep(for: .milliseconds(50))
                let (late, isOver) = state.withLock { state in
                    let now = ContinuousClock.now
                    let late = state.waiting.filter { $0.deadline <= now }
                    state.waiting.removeAll { $0.deadline <= now }
                    if state.waiting.isEmpty { state.isSwept = false }
                    return (late, state.waiting.isEmpty)
                }
                for waiter in late { waiter.caller.resume(returning: .none) }
                if isOver { return }
            }
        }
    }
#endif
