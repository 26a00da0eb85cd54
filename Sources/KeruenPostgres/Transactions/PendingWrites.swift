#if Postgres
    internal import KeruenTrade

    /// What was written and not sent yet. Counts and names stand in `KnownRows`; here is which of them have changed, and what is only
    /// ever added.
    struct PendingWrites {
        /// In the order of their placing.
        var placed: [(id: Order.ID, fingerprint: String)] = []
        var changed: Set<Order.ID> = []
        /// In the order in which they happened: it becomes that of the outbox.
        var events: [(order: Order.ID, event: OrderEvent)] = []
        var levels: Set<StockPlace> = []
        var quotas: Set<KnownRows.QuotaPlace> = []
        var quotaKeys: Set<Int> = []
        var purchases: [Purchase.ID] = []
        var purchaseEvents: [(purchase: Purchase.ID, event: PurchaseEvent)] = []
        var messages: [KnownRows.Message] = []
        var positions: Set<String> = []
        var erased: Set<Order.ID> = []
        var records: [(order: Order.ID, record: SealedRecord)] = []
        var holds: Set<String> = []

        var isEmpty: Bool {
            placed.isEmpty && changed.isEmpty && events.isEmpty && levels.isEmpty && quotas.isEmpty && quotaKeys.isEmpty
                && purchases.isEmpty && purchaseEvents.isEmpty && messages.isEmpty && positions.isEmpty
                && erased.isEmpty && records.isEmpty && holds.isEmpty
        }

        mutating func erase(_ order: Order.ID) {
            records.removeAll { $0.order == order }
            erased.insert(order)
        }

        mutating func append(_ later: PendingWrites) {
            placed += later.placed
            changed.formUnion(later.changed)
            events += later.events
            levels.formUnion(later.levels)
            quotas.formUnion(later.quotas)
            quotaKeys.formUnion(later.quotaKeys)
            purchases += later.purchases
            purchaseEvents += later.purchaseEvents
            messages += later.messages
            positions.formUnion(later.positions)
            for order in later.erased { erase(order) }
            records += later.records
            holds.formUnion(later.holds)
        }
    }
#endif
