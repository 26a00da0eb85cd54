/// What carrying a parcel costs on a route, by weight.
///
///     tariff.steps(for: 1_200)        // of 500 g after the first 500 g: 2
public struct FreightTariff: DatedRule {
    public var id: String
    public var origin: CountryGroup
    public var destination: CountryGroup
    /// Grams that the first price covers, and that are paid at least.
    public var minimum: Int64
    public var first: Money
    /// Grams of a step; a step that is begun is paid.
    public var step: Int64
    public var perStep: Money
    /// The heaviest parcel, in grams.
    public var maximum: Int64
    /// Working days on the way, at least and at most.
    public var transit: ClosedRange<Int>
    public var validity: RuleValidity

    public init(
        id: String, origin: CountryGroup, destination: CountryGroup, minimum: Int64, first: Money, step: Int64,
        perStep: Money, maximum: Int64, transit: ClosedRange<Int>, validity: RuleValidity
    ) {
        precondition(minimum > 0 && step > 0, "a tariff's steps are heavier than nothing")
        precondition(first.currency == perStep.currency, "a tariff is in one currency")
        self.id = id
        self.origin = origin
        self.destination = destination
        self.minimum = minimum
        self.first = first
        self.step = step
        self.perStep = perStep
        self.maximum = maximum
        self.transit = transit
        self.validity = validity
    }

    /// Steps beyond the first price.
    public func steps(for grams: Int64) -> Int {
        grams <= minimum ? 0 : Int((grams - minimum - 1) / step + 1)
    }

    /// - Throws: `MoneyError` with `overflow`.
    public func price(of grams: Int64) throws(MoneyError) -> Money { try first + perStep * steps(for: grams) }

    /// Grams that are paid for.
    public func billed(_ grams: Int64) -> Int64 { minimum + Int64(steps(for: grams)) * step }
}

extension FreightTariff {
    init(_ row: RuleTable.Row) throws(Refusal) {
        let first = try row.requiredValue("first") { Money(amountAndCurrency: $0) }
        let perStep = try row.requiredValue("perStep") { Money(amountAndCurrency: $0) }
        guard first.currency == perStep.currency else { throw row.refusal("perStep") }
        self.init(
            id: try row.required("id"), origin: try row.requiredValue("origin") { CountryGroup($0) },
            destination: try row.requiredValue("destination") { CountryGroup($0) },
            minimum: try row.requiredValue("minimum") { Measure($0)?.grams }, first: first,
            step: try row.requiredValue("step") { Measure($0)?.grams }, perStep: perStep,
            maximum: try row.requiredValue("maximum") { Measure($0)?.grams },
            transit: try row.requiredValue("transit", Self.days), validity: try row.validity())
    }

    /// Reads `5-9`.
    private static func days(_ text: String) -> ClosedRange<Int>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let first = parts[0], let last = parts[1], 0 <= first, first <= last else { return nil }
        return first...last
    }
}
