public import Foundation

/// What a person has taken of a year, and what is left.
public struct QuotaState: Hashable, Sendable {
    /// The row of `quota.tsv`.
    public var rule: String
    /// Beijing's.
    public var year: Int
    public var used: Money
    public var limit: Money

    public var left: Money { Money(minorUnits: max(0, limit.minorUnits - used.minorUnits), limit.currency) }
}

extension OrderStore {
    /// How a buyer's year stands: for a page before the order, and for people who ask.
    ///
    ///     let state = try await store.quota(of: try keyring.quotaBuyer(of: document, at: now), at: now)
    ///     state.left           // 21100.00 CNY
    ///
    /// It knows this store's orders alone; customs count all shops' together, and have the last word.
    /// - Throws: `TradeError` with `quotaRuleUnknown` or `quotaKeyUnknown`.
    public func quota(
        of buyer: QuotaBuyer, rules: [QuotaRule] = TradeRules.standard.quotas, at now: Date
    ) async throws(TradeError) -> QuotaState {
        let day = BeijingTime.day(at: now)
        let year = day.components.year
        guard let rule = rules.rule(for: "CN", on: day) else {
            throw TradeError(.quotaRuleUnknown, ["day": .text(day.description)])
        }
        let keys = buyer.keys(in: year)
        let used = try await read { transaction throws(TradeError) -> Int64 in
            // Nobody has claimed anything of this year yet.
            guard let name = try transaction.quotaKey(of: year) else { return 0 }
            guard let key = keys.first(where: { $0.keyID == name }) else {
                throw TradeError(.quotaKeyUnknown, ["key": .text(name), "year": .text("\(year)")])
            }
            return try transaction.quotaUsed(by: key, in: year)
        }
        return QuotaState(
            rule: rule.id, year: year, used: Money(minorUnits: used, rule.annual.currency), limit: rule.annual)
    }
}
