/// What insuring a parcel costs: a rate of the goods as they are paid, and a least amount.
public struct InsuranceTariff: DatedRule {
    public var id: String
    public var origin: CountryGroup
    public var destination: CountryGroup
    public var rate: Ratio
    public var minimum: Money
    public var validity: RuleValidity

    public init(
        id: String, origin: CountryGroup, destination: CountryGroup, rate: Ratio, minimum: Money,
        validity: RuleValidity
    ) {
        self.id = id
        self.origin = origin
        self.destination = destination
        self.rate = rate
        self.minimum = minimum
        self.validity = validity
    }
}

extension InsuranceTariff {
    init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"), origin: try row.requiredValue("origin") { CountryGroup($0) },
            destination: try row.requiredValue("destination") { CountryGroup($0) },
            rate: try row.requiredValue("rate") { Ratio(percentText: $0) },
            minimum: try row.requiredValue("minimum") { Money(amountAndCurrency: $0) }, validity: try row.validity())
    }
}
