/// A part of a landed cost: how much, of what, by which rule, rounded how, and paid when and by whom.
///
///     quote.charges.first { $0.kind == .duty }?.rule      // "eaeu-ecommerce-2026-kz"
public struct Charge: Hashable, Sendable {
    public var kind: Kind
    /// The row that it follows from; for goods their price list.
    public var rule: String
    /// The line that it belongs to; nil for the order as a whole.
    public var sku: SKU?
    /// What the rate was taken of; for freight the price of the first step, for a duty by weight that of a kilogram.
    public var base: Money
    public var rate: Ratio?
    /// Grams that were counted, where weight decides.
    public var weight: Int64?
    /// Nil where nothing was rounded.
    public var rounding: RoundingStep?
    /// In the market's currency; below 0 for discounts.
    public var amount: Money
    /// How it falls on the lines; empty where it doesn't.
    public var shares: [Share]
    public var due: Due
    /// The rate of exchange that it was reckoned with.
    public var exchange: ExchangeRate?
    /// The law, or whose tariff it is; nil for the shop's own prices and discounts.
    public var source: String?
    public var confidence: RuleValidity.Confidence

    public init(
        _ kind: Kind, rule: String, sku: SKU? = nil, base: Money, rate: Ratio? = nil, weight: Int64? = nil,
        rounding: RoundingStep? = nil, amount: Money, shares: [Share] = [], due: Due, exchange: ExchangeRate? = nil,
        source: String? = nil, confidence: RuleValidity.Confidence = .high
    ) {
        self.kind = kind
        self.rule = rule
        self.sku = sku
        self.base = base
        self.rate = rate
        self.weight = weight
        self.rounding = rounding
        self.amount = amount
        self.shares = shares
        self.due = due
        self.exchange = exchange
        self.source = source
        self.confidence = confidence
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case goods, discount, freight, insurance, duty
        /// Value-added tax of a sale inside a country.
        case vat
        case importVAT = "import-vat"
        /// China's combined tax on cross-border retail.
        case combinedTax = "combined-tax"
        /// Of one piece above the limit of cross-border retail.
        case consumptionTax = "consumption-tax"
        case customsFee = "customs-fee"
    }

    public struct Share: Hashable, Sendable {
        public var sku: SKU
        public var amount: Money

        public init(sku: SKU, amount: Money) {
            self.sku = sku
            self.amount = amount
        }
    }

    /// When it is paid.
    public enum Due: String, Hashable, Sendable, CaseIterable {
        case now
        /// With the price, to the seller, who hands it on to customs.
        case nowForCustoms = "now-for-customs"
        case atBorder = "at-border"
        /// In another charge already: told, not added.
        case included

        public var payer: Payer { self == .atBorder ? .recipient : .buyer }
    }

    public enum Payer: String, Hashable, Sendable, CaseIterable { case buyer, recipient }
}

/// A place where a quote rounds, by its name, and how.
public struct RoundingStep: Hashable, Sendable {
    public var name: String
    public var rounding: Rounding

    public init(_ name: String, _ rounding: Rounding) {
        self.name = name
        self.rounding = rounding
    }

    /// Of a percentage off the goods, before it is spread.
    public static let discount = Self("discount", .halfUp)
    /// Up to a whole step of weight.
    public static let freight = Self("freight-step", .up)
    /// Of a tariff in another currency.
    public static let conversion = Self("conversion", .halfUp)
    public static let insurance = Self("insurance", .halfUp)
    public static let duty = Self("duty", .halfUp)
    /// Each line for itself: the total is the sum of what was rounded.
    public static let taxLine = Self("tax-line", .halfUp)
}
