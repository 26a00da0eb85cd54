internal import TradeTables

/// The law and the tariffs that quotes are reckoned by: dated rows, each with its source.
///
///     var rules = TradeRules.standard
///     rules.freight = ours                                    // the shop's own contract
///     rules = rules.selecting(regime: "eaeu-personal")        // as if the new regime had never come
///
/// Not advice: a row says how sure it is. What no row speaks of goes to people, and is never allowed by silence.
public struct TradeRules: Hashable, Sendable {
    public var regimes: [DutyRegime]
    public var taxes: [ValueAddedTax]
    public var taxClasses: [TaxClass]
    public var freight: [FreightTariff]
    public var insurance: [InsuranceTariff]
    public var restrictions: [Restriction]
    /// What a person may have sent by cross-border retail, an order and a year.
    public var quotas: [QuotaRule] = []
    public var consumptionTaxes: [ConsumptionTax] = []
    /// Full rates, for what no relief covers.
    public var dutyRates: [DutyRate] = []
    public var yearlyWeights: [YearlyWeight] = []
    /// Days after which a rate of exchange is too old to trust. The longest holidays of these markets take twelve.
    public var rateAge = 14

    public init(
        regimes: [DutyRegime] = [], taxes: [ValueAddedTax] = [], taxClasses: [TaxClass] = [],
        freight: [FreightTariff] = [], insurance: [InsuranceTariff] = [], restrictions: [Restriction] = []
    ) {
        self.regimes = regimes
        self.taxes = taxes
        self.taxClasses = taxClasses
        self.freight = freight
        self.insurance = insurance
        self.restrictions = restrictions
    }

    /// One regime on its routes, on every day; the other regimes of those routes are left out.
    public func selecting(regime name: String) -> TradeRules {
        var rules = self
        let chosen = regimes.filter { $0.regime == name }
        rules.regimes = regimes.compactMap { row in
            guard row.regime == name else {
                let isReplaced = chosen.contains { $0.origin == row.origin && $0.destination == row.destination }
                return isReplaced ? nil : row
            }
            var row = row
            row.validity.from = CivilDate(daysSince1970: .min)
            row.validity.through = nil
            return row
        }
        return rules
    }

    /// Whether anything begins or ends between two days.
    func change(from day: CivilDate, to next: CivilDate) -> Bool {
        func change(_ rows: some Sequence<some DatedRule>) -> Bool {
            rows.contains { $0.isInForce(on: day) != $0.isInForce(on: next) }
        }
        return change(regimes) || change(taxes) || change(taxClasses) || change(freight) || change(insurance)
            || change(restrictions) || change(quotas) || change(consumptionTaxes) || change(dutyRates)
            || change(yearlyWeights)
    }
}

extension TradeRules {
    func regime(from origin: String, to destination: String, on day: CivilDate) -> DutyRegime? {
        regimes.filter { $0.covers(from: origin, to: destination) }.inForce(on: day).first
    }

    func tariff(from origin: String, to destination: String, on day: CivilDate) -> FreightTariff? {
        let rows = freight.filter { $0.origin.contains(origin) && $0.destination.contains(destination) }
            .inForce(on: day)
        return rows.first { $0.origin.isOneCountry } ?? rows.first
    }

    func insurance(from origin: String, to destination: String, on day: CivilDate) -> InsuranceTariff? {
        let rows = insurance.filter { $0.origin.contains(origin) && $0.destination.contains(destination) }
            .inForce(on: day)
        return rows.first { $0.origin.isOneCountry } ?? rows.first
    }

    /// The class of tax that a product falls into, and the row that says so.
    func taxClass(of product: Product, in country: String, on day: CivilDate) -> (goods: String, row: TaxClass?) {
        let row = taxClasses.filter { $0.country == country }.closest(to: product, on: day, by: \.selector)
        return (row?.goods ?? ValueAddedTax.standard, row)
    }

    func tax(on goods: String, in country: String, on day: CivilDate) -> ValueAddedTax? {
        taxes.filter { $0.country == country && $0.goods == goods }.inForce(on: day).first
    }
}

extension TradeRules {
    /// The rows of the readable tables, compiled in.
    public static let standard: TradeRules = {
        do throws(Refusal) {
            return try TradeRules(
                dutyRegimes: unsafe text(keruen_duty_regimes()), valueAddedTax: unsafe text(keruen_vat()),
                taxClasses: unsafe text(keruen_vat_classes()), freight: unsafe text(keruen_freight()),
                insurance: unsafe text(keruen_insurance()), restrictions: unsafe text(keruen_restrictions()),
                quotas: unsafe text(keruen_quotas()), consumptionTaxes: unsafe text(keruen_consumption_taxes()),
                dutyRates: unsafe text(keruen_duty_rates()), yearlyWeights: unsafe text(keruen_yearly_weights()))
        } catch {
            preconditionFailure("a compiled table can't be read: \(error.diagnostics)")
        }
    }()

    /// Reads tables as they stand in `Sources/TradeTables`.
    /// - Throws: `Refusal` with `brokenRule` at the field that can't be read.
    public init(
        dutyRegimes: String, valueAddedTax: String, taxClasses: String, freight: String, insurance: String,
        restrictions: String, quotas: String = "", consumptionTaxes: String = "", dutyRates: String = "",
        yearlyWeights: String = ""
    ) throws(Refusal) {
        self.init(
            regimes: try Self.rows(dutyRegimes, "duty-regimes.tsv") { row throws(Refusal) in try DutyRegime(row) },
            taxes: try Self.rows(valueAddedTax, "vat.tsv") { row throws(Refusal) in try ValueAddedTax(row) },
            taxClasses: try Self.rows(taxClasses, "vat-classes.tsv") { row throws(Refusal) in try TaxClass(row) },
            freight: try Self.rows(freight, "freight.tsv") { row throws(Refusal) in try FreightTariff(row) },
            insurance: try Self.rows(insurance, "insurance.tsv") { row throws(Refusal) in try InsuranceTariff(row) },
            restrictions: try Self.rows(restrictions, "restrictions.tsv") { row throws(Refusal) in
                try Restriction(row)
            })
        self.quotas = try Self.rows(quotas, "quota.tsv") { row throws(Refusal) in try QuotaRule(row) }
        self.consumptionTaxes = try Self.rows(consumptionTaxes, "consumption-tax.tsv") { row throws(Refusal) in
            try ConsumptionTax(row)
        }
        self.dutyRates = try Self.rows(dutyRates, "duty-rates.tsv") { row throws(Refusal) in try DutyRate(row) }
        self.yearlyWeights = try Self.rows(yearlyWeights, "yearly-weights.tsv") { row throws(Refusal) in
            try YearlyWeight(row)
        }
    }

    private static func rows<Rule>(
        _ text: String, _ file: String, _ read: (RuleTable.Row) throws(Refusal) -> Rule
    ) throws(Refusal) -> [Rule] {
        var rules: [Rule] = []
        for row in try RuleTable(text, file: file).rows { rules.append(try read(row)) }
        return rules
    }

    private static func text(_ table: keruen_trade_table) -> String {
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        return unsafe String(decoding: bytes, as: UTF8.self)
    }
}
