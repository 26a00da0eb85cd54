public import Keruen
internal import Synchronization

/// A store that is opened when it is first asked, and again each time until that works: a shop opens before its database does.
///
///     let store = LateStore { () throws(TradeError) in
///         let store = try await PostgresStore(address)
///         try await store.openStock(of: catalog)
///         return store
///     }
///     await StoreWatch(store).look()
public final class LateStore: OrderStore {
    private let open: @Sendable () async throws(TradeError) -> any OrderStore
    private let store = Mutex<(any OrderStore)?>(nil)

    public init(_ open: @escaping @Sendable () async throws(TradeError) -> any OrderStore) { self.open = open }

    /// The store, opened by now.
    /// - Throws: what opening it throws.
    public func opened() async throws(TradeError) -> any OrderStore {
        if let store = store.withLock(\.self) { return store }
        let made = try await open()
        // Two may have come at once: all go on with one.
        return store.withLock { store in
            let first = store ?? made
            store = first
            return first
        }
    }

    public func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        try await opened().read(body)
    }

    public func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        try await opened().write(body)
    }
}
