/// A product as a market sells it on a day: what an index asks of it beside its words.
struct SoldProduct: Sendable {
    var id: String
    /// As the reader of the index's language sees it.
    var title: String
    /// The lowest price among its variants, in minor units.
    var price: Int64
    /// Days since 1970; the least number where nobody says.
    var added: Int32
    /// Whether one of them can be had: goods that lie in a warehouse which serves the market, tours that have yet to depart.
    var isInStock: Bool
    var category: String
    var materials: [String]
    var region: String?
    /// Days since 1970.
    var departures: [Int32]

    /// Nil where the market does not sell it.
    init?(
        _ product: Product, of catalog: Catalog, in market: Market, along chain: [LanguageTag], on day: CivilDate
    ) {
        guard let price = catalog.lowestPrice(of: product, in: market.id, on: day) else { return nil }
        id = product.id
        title = SearchIndex.title(of: product, along: chain)
        self.price = price.amount.minorUnits
        added = product.added?.daysSince1970 ?? .min
        category = product.category
        materials = product.materials.map(\.material)
        region = product.region
        if case .tour(let tour) = product.details {
            departures = tour.departures.map(\.daysSince1970)
            isInStock = tour.departures.contains { $0 >= day }
        } else {
            departures = []
            isInStock = product.variants.contains { variant in
                catalog.price(of: variant, in: market.id, on: day) != nil
                    && catalog.warehouses.contains {
                        $0.serves(market)
                            && $0.openingStock[variant.sku, default: 0] + variant.stock[$0.id, default: 0] > 0
                    }
            }
        }
    }
}
