/// A place that goods are sent from, with what lay there when the books were opened.
///
/// The opening balance is entered once per SKU; afterwards only the stock ledger changes it.
public struct Warehouse: Sendable, Identifiable {
    public var id: String
    public var name: Localized<String>
    /// ISO 3166-1 alpha-2.
    public var country: String
    /// Markets that are served from here, in no order.
    public var markets: [String]
    public var openingStock: [SKU: Int]
    /// In a zone whose goods have not entered the country yet.
    public var isBonded: Bool

    public init(
        id: String, name: Localized<String>, country: String, markets: [String], openingStock: [SKU: Int],
        isBonded: Bool = false
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.markets = markets
        self.openingStock = openingStock
        self.isBonded = isBonded
    }

    /// Whether a market's goods are sent from here as they are.
    ///
    /// What lies in a bonded zone of the market's own country has not entered it, and is sold there by a retail import alone, whose way names
    /// its zone (`Fulfilment(.bondedImport, from: [zone])`). Abroad it is sold as any other.
    public func serves(_ market: Market) -> Bool {
        markets.contains(market.id) && !(isBonded && market.countries.contains(country))
    }
}
