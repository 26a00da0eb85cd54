#if Postgres
    import KeruenTrade
    import Synchronization

    /// What callers were told, from all their tasks.
    final class Acknowledged: Sendable {
        private let ids = Mutex<[String: Set<Order.ID>]>([:])
        private let highest = Mutex(0)
        private let over = Atomic(false)

        func note(_ key: String, _ order: Order) { ids.withLock { _ = $0[key, default: []].insert(order.id) } }
        func note(atMost count: Int) { highest.withLock { $0 = max($0, count) } }
        func end() { over.store(true, ordering: .relaxed) }

        var isOver: Bool { over.load(ordering: .relaxed) }
        var most: Int { highest.withLock(\.self) }
        /// Key → every id that it was answered with; one, if all is well.
        var orders: [String: Set<Order.ID>] { ids.withLock(\.self) }
    }
#endif
