/// How much of some goods a person may have sent into a country in a year, by weight: sugar, rice.
///
/// One cart is held against it. What a person had sent before is not counted: customs do that.
public struct YearlyWeight: DatedRule {
    public var id: String
    /// ISO 3166-1.
    public var country: String
    public var selector: TaxClass.Selector
    /// Grams.
    public var limit: Int64
    public var validity: RuleValidity

    public init(id: String, country: String, selector: TaxClass.Selector, limit: Int64, validity: RuleValidity) {
        self.id = id
        self.country = country
        self.selector = selector
        self.limit = limit
        self.validity = validity
    }
}

extension YearlyWeight {
    init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"),
            country: try row.requiredValue("country") { Country.codes.contains($0) ? $0 : nil },
            selector: try row.requiredValue("goods") { TaxClass.Selector($0) },
            limit: try row.requiredValue("limit") { Measure($0)?.grams }, validity: try row.validity())
    }
}
