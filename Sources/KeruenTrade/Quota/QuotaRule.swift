/// How much a person may have sent into a country by cross-border retail, over a stretch of days.
///
///     TradeRules.standard.quotas.first?.annual        // 26000.00 CNY
///
/// An order above `single` is allowed of exactly one piece, with all taxes; a person's orders of a calendar year stay within `annual`.
public struct QuotaRule: DatedRule {
    public var id: String
    /// ISO 3166-1.
    public var country: String
    public var single: Money
    public var annual: Money
    /// A return that is asked for within so many days after customs released the goods gives its part of the year back …
    public var appliedWithin: Int
    /// … where they are back within so many.
    public var backWithin: Int
    public var validity: RuleValidity

    public init(
        id: String, country: String, single: Money, annual: Money, appliedWithin: Int, backWithin: Int,
        validity: RuleValidity
    ) {
        precondition(single.currency == annual.currency, "a quota is in one currency")
        self.id = id
        self.country = country
        self.single = single
        self.annual = annual
        self.appliedWithin = appliedWithin
        self.backWithin = backWithin
        self.validity = validity
    }
}

extension QuotaRule {
    init(_ row: RuleTable.Row) throws(Refusal) {
        let single = try row.requiredValue("single") { Money(amountAndCurrency: $0) }
        let annual = try row.requiredValue("annual") { Money(amountAndCurrency: $0) }
        guard single.currency == annual.currency else { throw row.refusal("annual") }
        self.init(
            id: try row.required("id"),
            country: try row.requiredValue("country") { Country.codes.contains($0) ? $0 : nil }, single: single,
            annual: annual, appliedWithin: try row.requiredValue("appliedWithin", Self.days),
            backWithin: try row.requiredValue("backWithin", Self.days), validity: try row.validity())
    }

    private static func days(_ text: String) -> Int? { Int(text).flatMap { $0 > 0 ? $0 : nil } }
}

extension Sequence<QuotaRule> {
    /// The row for a country on a day; of several the one that began last.
    func rule(for country: String, on day: CivilDate) -> QuotaRule? {
        filter { $0.country == country }.inForce(on: day).first
    }
}
