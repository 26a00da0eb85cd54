/// Prices of one market over a stretch of days.
///
/// Of the lists in force on a day that name a SKU, the one that began last gives its price: a New Year sale lies over the
/// yearly list and ends by itself.
public struct PriceList: Sendable, Identifiable {
    /// The file's name: `kz-2026`.
    public var id: String
    public var market: String
    public var from: CivilDate
    /// The last day; nil while no end is set.
    public var through: CivilDate?
    /// Whether the market's consumption tax is in the price.
    public var includesTax: Bool
    public var prices: [SKU: Money]

    public init(
        id: String, market: String, from: CivilDate, through: CivilDate?, includesTax: Bool, prices: [SKU: Money]
    ) {
        self.id = id
        self.market = market
        self.from = from
        self.through = through
        self.includesTax = includesTax
        self.prices = prices
    }

    public func isInForce(on day: CivilDate) -> Bool {
        from <= day && through.map { day <= $0 } ?? true
    }
}

/// A price and the list it stands in.
public struct Price: Hashable, Sendable {
    public var amount: Money
    public var includesTax: Bool
    /// The price list's id; empty where the product itself says the price.
    public var list: String
}
