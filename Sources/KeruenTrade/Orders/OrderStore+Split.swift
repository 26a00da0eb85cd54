extension OrderStore {
    /// What to tell of a placed order beside the others of its people; nil where there is nothing.
    ///
    ///     if let finding = try await store.splitFinding(for: order.id, by: SplitOrderCheck(rates: rates)) { … }
    ///
    /// People are the same where a look-up key of theirs is. Asked after placing and again before screening: of two orders that were
    /// placed in one moment, each sees the other then.
    /// - Throws: `TradeError` with `unknownOrder` or `storeFailed`.
    public func splitFinding(
        for id: Order.ID, by check: SplitOrderCheck
    ) async throws(TradeError) -> Diagnostic? {
        try await read { transaction throws(TradeError) in
            guard let order = try transaction.order(id) else {
                throw TradeError(.unknownOrder, ["id": .text(id.description)])
            }
            return try check.finding(for: order, in: transaction)
        }
    }
}

extension SplitOrderCheck {
    /// What to tell of an order beside the others that a look-up key of its people leads to.
    func finding(for order: Order, in transaction: any StoreTransaction) throws(TradeError) -> Diagnostic? {
        for record in try transaction.records(of: order.id) {
            guard let parcel = Parcel(order, recipient: record.lookup) else { return nil }
            var others: [Parcel] = []
            for id in try transaction.orders(lookup: record.lookup) where id != order.id {
                guard let other = try transaction.order(id), let parcel = Parcel(other, recipient: record.lookup)
                else { continue }
                others.append(parcel)
            }
            if let finding = finding(for: parcel, among: others) { return finding }
        }
        return nil
    }
}
