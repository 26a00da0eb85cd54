internal import Foundation

/// An order within a transaction: takes events in, makes their effects happen, and is written once at the end.
struct OrderRecord {
    private(set) var order: Order
    private let transaction: any StoreTransaction
    let now: Date
    private var added: [OrderEvent] = []

    /// - Throws: `TradeError` with `unknownOrder`.
    init(_ id: Order.ID, in transaction: any StoreTransaction, at now: Date) throws(TradeError) {
        guard let order = try transaction.order(id) else {
            throw TradeError(.unknownOrder, ["id": .text(id.description)])
        }
        self.order = order
        self.transaction = transaction
        // An order's clock never runs backwards, whatever a server's does; and it has the milliseconds that stores keep.
        let now = now.inWholeMilliseconds
        self.now = max(now, order.history.last?.at ?? now)
    }

    /// Adds an event and whatever it brings about.
    mutating func add(_ change: OrderEvent.Change) throws(TradeError) {
        let (before, counted) = (order.reservations, order.counted)
        let event = OrderEvent(number: order.history.count, at: now, change: change)
        let effects = try order.apply(event)
        added.append(event)
        try QuotaLedger(transaction: transaction).settle(order.placement.quota, from: counted, to: order.counted)
        let ledger = StockLedger(transaction: transaction)
        for effect in effects {
            switch effect {
            case .releaseReservations: try ledger.release(before)
            case .takeReservations: try ledger.take(before)
            case .restockAccepted:
                if case .returnReceived(_, let goods) = change { try ledger.add(goods) }
            case .refundEverything, .refundExcess, .refundLatest, .refundReturned:
                for (payment, amount) in order.owed(by: effect) {
                    try add(.refundRequested(Refund(number: order.refunds.count, payment: payment, amount: amount)))
                }
            }
        }
    }

    /// Writes what was added.
    func save() throws(TradeError) {
        guard !added.isEmpty else { return }
        try transaction.append(added, to: order)
    }
}

extension OrderStore {
    /// One transaction on one order: loads it, lets the body add events, writes them.
    func change(
        _ id: Order.ID, at now: Date,
        _ body: @escaping @Sendable (inout OrderRecord, any StoreTransaction) throws(TradeError) -> Void
    ) async throws(TradeError) -> Order {
        try await write { transaction throws(TradeError) in
            var record = try OrderRecord(id, in: transaction, at: now)
            try body(&record, transaction)
            try record.save()
            return record.order
        }
    }
}
