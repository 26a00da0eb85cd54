/// Where orders and stock are kept. A store runs transactions; everything that can be done with orders stands above it, once.
///
/// Every store keeps the same promises, and `KeruenTesting` holds it to them:
///
/// - a transaction is written whole or not at all, and nobody sees half of one;
/// - transactions come one after another, as if each had the store for itself;
/// - when `write` returns, the transaction survives a power cut (where the store keeps anything at all).
public protocol OrderStore: Sendable {
    /// Runs a transaction that may write. When the body throws, nothing was written.
    ///
    /// A store may run a body again from the start, so a body does nothing but use its transaction.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T

    /// Runs a transaction that only reads.
    func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T

    /// Makes ids of new orders; a simulation passes its own.
    var makeID: @Sendable () -> Order.ID { get }
}

extension OrderStore {
    public var makeID: @Sendable () -> Order.ID { Order.ID.random }

    public func order(_ id: Order.ID) async throws(TradeError) -> Order? {
        try await read { transaction throws(TradeError) in try transaction.order(id) }
    }

    /// Pieces or seats that nobody has set aside, in all those warehouses together.
    public func available(_ item: StockItem, in warehouses: [String]) async throws(TradeError) -> Int {
        try await read { transaction throws(TradeError) in
            var free = 0
            for warehouse in warehouses.firstOccurrences {
                free += try transaction.level(at: StockPlace(item, in: warehouse))?.free ?? 0
            }
            return free
        }
    }

    public func available(_ sku: SKU, in warehouses: [String]) async throws(TradeError) -> Int {
        try await available(.sku(sku), in: warehouses)
    }
}
