public import Foundation

extension OrderStore {
    /// Takes an order past the question whether its goods may be sent.
    ///
    ///     try await store.screen(order.id, by: catalog.screening(of: order, on: today), at: now)
    ///
    /// - Parameters:
    ///   - splits: looks for other parcels of its people that pass a threshold together with it; a person decides then.
    ///   - isReviewed: a person has looked at what the screening leaves open; that opens what is unknown, never what is forbidden.
    /// - Throws: `TradeError` with the first reason why the goods may not go, `needsReview`, `splitOrders`, `otherScreening` for one of other goods or of
    ///   another day, `waybillTaken`, `notAllowedNow`, `badReference` or `unknownOrder`. The order stays where it is, and may be cancelled.
    @discardableResult
    public func screen(
        _ id: Order.ID, by screening: Screening, splits: SplitOrderCheck? = nil, isReviewed: Bool = false,
        reference: String? = nil, at now: Date
    ) async throws(TradeError) -> Order {
        if let reference, !OrderStep.isReference(reference) { throw TradeError(.badReference) }
        return try await change(id, at: now) { record, transaction throws(TradeError) in
            guard screening.isOf(record.order.lines), screening.isOfDay(now) else {
                throw TradeError(.otherScreening, ["id": .text(id.description)])
            }
            guard record.order.flow.transition(from: record.order.stage, on: .screened) != nil else {
                throw record.order.notAllowed(OrderStep.screened.rawValue)
            }
            try screening.check(isReviewed: isReviewed)
            if !isReviewed, let finding = try splits?.finding(for: record.order, in: transaction) {
                throw TradeError(finding.code, finding.arguments)
            }
            try record.add(.step(.screened, reference: reference))
            try transaction.check(waybill: reference, of: id, at: record.now)
        }
    }
}

extension Screening {
    /// Whether it was asked of these goods, and of nothing else.
    func isOf(_ lines: [Quote.Line]) -> Bool {
        let wanted = lines.filter { $0.departure == nil }.reduce(into: [SKU: Int]()) {
            $0[$1.sku, default: 0] += $1.quantity
        }
        return wanted == goods
    }

    /// Whether it is of the day of an instant, in one of the world's zones.
    func isOfDay(_ now: Date) -> Bool {
        guard let day else { return true }
        let today = (now.timeIntervalSince1970 / 86_400).rounded(.down)
        return abs(Double(day.daysSince1970) - today) <= 1
    }
}
