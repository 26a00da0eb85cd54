import Keruen
import Synchronization

/// A store that a test can take away, and bring back as it was.
///
///     let store = PausingStore()
///     store.fail(.storeAway)                          // nothing is answered
///     store.fail(.storeFull, reads: false)            // reads are
///     store.fail(.storeUncertain, once: true)         // the next write is done, and said to be uncertain
///     store.recover()
final class PausingStore: OrderStore {
    let kept = InMemoryStore()
    private let fault = Mutex<Fault?>(nil)

    private struct Fault {
        var code: Diagnostic.Code
        var reads: Bool
        var once: Bool
    }

    func fail(_ code: Diagnostic.Code, reads: Bool = true, once: Bool = false) {
        fault.withLock { $0 = Fault(code: code, reads: reads && !once, once: once) }
    }

    func recover() { fault.withLock { $0 = nil } }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        if let fault = fault.withLock(\.self), fault.reads { throw TradeError(fault.code) }
        return try await kept.read(body)
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        guard let fault = fault.withLock(\.self) else { return try await kept.write(body) }
        if fault.once {
            recover()
            _ = try await kept.write(body)
        }
        throw TradeError(fault.code)
    }
}
