/// A country's consumption tax on a kind of goods, from a price for each millilitre, gram or piece on.
///
///     TradeRules.standard.consumptionTaxes.first?.rate        // 15 %, of cosmetics from CNY 10 a millilitre on
public struct ConsumptionTax: DatedRule {
    public var id: String
    /// ISO 3166-1.
    public var country: String
    public var selector: TaxClass.Selector
    /// Of a price that has the tax in it.
    public var rate: Ratio
    /// Goods below it are not taxed: a millilitre or gram …
    public var perUnit: Money?
    /// … or a piece, where that is what is counted.
    public var perPiece: Money?
    public var validity: RuleValidity

    public init(
        id: String, country: String, selector: TaxClass.Selector, rate: Ratio, perUnit: Money? = nil,
        perPiece: Money? = nil, validity: RuleValidity
    ) {
        precondition(rate < .one, "a tax in the price is less than the price")
        self.id = id
        self.country = country
        self.selector = selector
        self.rate = rate
        self.perUnit = perUnit
        self.perPiece = perPiece
        self.validity = validity
    }

    /// Whether goods of a value are dear enough, exactly.
    /// - Returns: nil where what a piece holds is not known.
    func taxes(_ value: Money, pieces: Int, of product: Product) -> Bool? {
        if let perPiece { return isReached(perPiece, by: value, over: Int128(pieces)) }
        guard let perUnit else { return true }
        guard let content = product.content else { return nil }
        return isReached(perUnit, by: value, over: Int128(pieces) * Int128(content), thousandths: true)
    }

    private func isReached(_ least: Money, by value: Money, over count: Int128, thousandths: Bool = false) -> Bool {
        Int128(value.minorUnits) * (thousandths ? 1_000 : 1) >= Int128(least.minorUnits) * count
    }
}

extension ConsumptionTax {
    init(_ row: RuleTable.Row) throws(Refusal) {
        let rate = try row.requiredValue("rate") { Ratio(percentText: $0) }
        guard rate < .one else { throw row.refusal("rate") }
        self.init(
            id: try row.required("id"),
            country: try row.requiredValue("country") { Country.codes.contains($0) ? $0 : nil },
            selector: try row.requiredValue("goods") { TaxClass.Selector($0) }, rate: rate,
            perUnit: try row.value("perUnit") { Money(amountAndCurrency: $0) },
            perPiece: try row.value("perPiece") { Money(amountAndCurrency: $0) }, validity: try row.validity())
    }

    /// The tax in percent of a price without it: 15 % of the whole are 15/85 of the rest.
    var onTop: Ratio? { Ratio(rate.numerator, over: rate.denominator - rate.numerator) }

    /// Both taxes at once of a price without them: (consumption tax + VAT) ÷ (1 − consumption tax).
    func combined(with vat: Ratio) -> Ratio? {
        let (a, b, c, d) = (rate.numerator, rate.denominator, vat.numerator, vat.denominator)
        let (ad, first) = a.multipliedReportingOverflow(by: d)
        let (cb, second) = c.multipliedReportingOverflow(by: b)
        let (sum, third) = ad.addingReportingOverflow(cb)
        let (down, fourth) = d.multipliedReportingOverflow(by: b - a)
        return first || second || third || fourth ? nil : Ratio(sum, over: down)
    }
}

extension Product {
    /// Thousandths of a millilitre or gram in a piece; nil where it is not said.
    fileprivate var content: Int64? {
        guard case .imported(let good) = details, let weight = good.netWeight, !weight.unit.isLength else { return nil }
        return weight.inBaseThousandths
    }
}
