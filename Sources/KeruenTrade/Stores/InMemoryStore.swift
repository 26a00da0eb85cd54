internal import Foundation

/// A store that forgets: for tests, previews, and simulations that drive millions of steps.
public actor InMemoryStore: OrderStore {
    public nonisolated let makeID: @Sendable () -> Order.ID
    private let memory = StoreMemory()

    public init(makeID: @escaping @Sendable () -> Order.ID = Order.ID.random) { self.makeID = makeID }

    public func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) throws(TradeError) -> T {
        do throws(TradeError) {
            let value = try body(memory)
            memory.keep()
            return value
        } catch {
            memory.giveUp()
            throw error
        }
    }

    public func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) throws(TradeError) -> T {
        // A body that wrote after all has written nothing.
        defer { memory.giveUp() }
        return try body(memory)
    }
}
