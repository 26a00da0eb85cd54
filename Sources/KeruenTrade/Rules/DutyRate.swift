/// A country's full rate of duty on goods, by the beginning of their HS code or by category: what a parcel pays that no relief covers.
public struct DutyRate: DatedRule {
    public var id: String
    /// ISO 3166-1.
    public var country: String
    public var selector: TaxClass.Selector
    public var rate: Ratio
    public var validity: RuleValidity

    public init(id: String, country: String, selector: TaxClass.Selector, rate: Ratio, validity: RuleValidity) {
        self.id = id
        self.country = country
        self.selector = selector
        self.rate = rate
        self.validity = validity
    }
}

extension DutyRate {
    init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"),
            country: try row.requiredValue("country") { Country.codes.contains($0) ? $0 : nil },
            selector: try row.requiredValue("goods") { TaxClass.Selector($0) },
            rate: try row.requiredValue("rate") { Ratio(percentText: $0) }, validity: try row.validity())
    }
}
