internal import Foundation

/// Counts quotas within a store's transaction: never above a year's limit, and each claim once.
struct QuotaLedger {
    let transaction: any StoreTransaction

    /// Claims what a request takes along a flow; nil where nothing is counted.
    /// - Throws: `TradeError` with `quotaSingle`, `quotaAnnual`, `quotaBuyerMissing`, `quotaCurrency`, `quotaRuleUnknown` or
    ///   `quotaKeyUnknown`; then nothing was claimed.
    func claim(
        for request: OrderRequest, along flow: OrderFlow.ID, at now: Date
    ) throws(TradeError) -> QuotaClaim? {
        guard flow.takesQuota, let rules = request.quotaRules else { return nil }
        let day = BeijingTime.day(at: now)
        guard let rule = rules.rule(for: "CN", on: day) else {
            // A person's word opens what is unknown.
            guard request.isReviewed else { throw TradeError(.quotaRuleUnknown, ["day": .text(day.description)]) }
            return nil
        }
        guard let buyer = request.quotaBuyer else { throw TradeError(.quotaBuyerMissing) }
        let value = try request.quote.quotaValue()
        guard value.currency == rule.annual.currency else {
            throw TradeError(
                .quotaCurrency,
                ["expected": .text(rule.annual.currency.code), "found": .text(value.currency.code)])
        }
        guard value.minorUnits <= rule.single.minorUnits || request.quote.pieces == 1 else {
            throw TradeError(
                .quotaSingle, ["limit": .text(rule.single.description), "wanted": .text(value.description)])
        }
        let year = day.components.year
        let claim = QuotaClaim(rule, by: try key(of: buyer, in: year), in: year, of: value)
        try take(value.minorUnits, of: claim)
        return claim
    }

    /// Moves the year's count by what an event has changed of an order's claim.
    func settle(_ claim: QuotaClaim?, from before: Money?, to after: Money?) throws(TradeError) {
        guard let claim else { return }
        let change = (after?.minorUnits ?? 0) - (before?.minorUnits ?? 0)
        if change > 0 { try take(change, of: claim) }
        if change < 0 { try transaction.returnQuota(-change, by: claim.buyer, in: claim.year) }
    }

    /// Whether a claim that was given back could be taken once more.
    func hasRoom(for claim: QuotaClaim?) throws(TradeError) -> Bool {
        guard let claim else { return true }
        let used = try transaction.quotaUsed(by: claim.buyer, in: claim.year)
        return claim.amount.minorUnits <= claim.limit.minorUnits - used
    }

    /// A year is counted under one key from its first claim on: which of several was current then makes no difference afterwards.
    private func key(of buyer: QuotaBuyer, in year: Int) throws(TradeError) -> LookupKey {
        // A request that has lain about for more than a year.
        guard let current = buyer.keys(in: year).first else { throw TradeError(.quoteExpired) }
        guard let name = try transaction.quotaKey(of: year) else {
            try transaction.setQuotaKey(String(current.keyID), of: year)
            return current
        }
        guard let key = buyer.keys(in: year).first(where: { $0.keyID == name }) else {
            throw TradeError(.quotaKeyUnknown, ["key": .text(name), "year": .text("\(year)")])
        }
        return key
    }

    private func take(_ amount: Int64, of claim: QuotaClaim) throws(TradeError) {
        // What costs nothing takes nothing.
        guard amount > 0 else { return }
        let limit = claim.limit
        guard
            try transaction.claimQuota(amount, by: claim.buyer, in: claim.year, limit: limit.minorUnits)
        else {
            let used = Money(
                minorUnits: try transaction.quotaUsed(by: claim.buyer, in: claim.year), limit.currency)
            throw TradeError(
                .quotaAnnual,
                [
                    "limit": .text(limit.description), "used": .text(used.description),
                    "wanted": .text(Money(minorUnits: amount, limit.currency).description),
                    "year": .text("\(claim.year)"),
                ])
        }
    }
}
