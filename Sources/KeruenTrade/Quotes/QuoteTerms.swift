/// What a landed cost depends on beside the goods: where they go, from where, on what terms, by which rules and rates.
///
///     let terms = QuoteTerms(to: try Destination(country: "KZ"), shipsFrom: "CN", rates: rates)
public struct QuoteTerms: Hashable, Sendable {
    public var destination: Destination
    /// The warehouse's country, ISO 3166-1.
    public var shipsFrom: String
    public var incoterm: Incoterm
    /// By mail unless it is told otherwise.
    public var channel = ParcelRoute.Channel.mail
    /// Papers that were got for this parcel, beside those of its products.
    public var certificates: [Certificate] = []
    /// One after the other, each off what the ones before have left.
    public var discounts: [Discount]
    public var isInsured: Bool
    /// Working days until a parcel is ready to go.
    public var handling = 2
    /// Whose prices, rules and rates count; the market's day at the instant of the quote when nil.
    public var day: CivilDate?
    public var rates: RateTable
    public var rules: TradeRules
    /// What the buyer has used of the year's quota; nil where nobody has asked: placing asks in any case.
    public var quotaUsed: Money?

    public init(
        to destination: Destination, shipsFrom: String, incoterm: Incoterm = .dap, discounts: [Discount] = [],
        isInsured: Bool = true, on day: CivilDate? = nil, rates: RateTable = RateTable(),
        rules: TradeRules = .standard
    ) {
        self.destination = destination
        self.shipsFrom = shipsFrom
        self.incoterm = incoterm
        self.discounts = discounts
        self.isInsured = isInsured
        self.day = day
        self.rates = rates
        self.rules = rules
    }
}

/// Who pays what the border costs (Incoterms 2020).
public enum Incoterm: String, Hashable, Sendable, CaseIterable {
    /// Delivered at place: the recipient, at the border.
    case dap = "DAP"
    /// Delivered duty paid: the seller, who collects it with the price.
    case ddp = "DDP"
}
