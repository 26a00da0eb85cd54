/// A product as a market sells it on a day: what an index takes in.
struct SoldProduct {
    var product: Product
    /// As the reader of the index's language sees it.
    var title: String
    /// The lowest price among its variants, in minor units.
    var price: Int64
    /// Whether one of them can be had: goods that lie in a warehouse which serves the market, tours that have yet to depart.
    var isInStock: Bool

    /// Everything that the market sells, in the order of the titles; equal ones by their ids.
    static func all(
        of catalog: Catalog, in market: Market, along chain: [LanguageTag], on day: CivilDate, _ collator: Collator
    ) -> [SoldProduct] {
        let serving = catalog.warehouses.filter { $0.markets.contains(market.id) }
        let sold = catalog.products.compactMap { product -> SoldProduct? in
            guard let price = catalog.lowestPrice(of: product, in: market.id, on: day) else { return nil }
            let isInStock =
                if case .tour(let tour) = product.details {
                    tour.departures.contains { $0 >= day }
                } else {
                    product.variants.contains { variant in
                        catalog.price(of: variant.sku, in: market.id, on: day) != nil
                            && serving.contains { $0.openingStock[variant.sku, default: 0] > 0 }
                    }
                }
            return SoldProduct(
                product: product, title: SearchIndex.title(of: product, along: chain), price: price.amount.minorUnits,
                isInStock: isInStock)
        }
        return collator.sorted(sold, by: \.title)
    }

    var departures: [Int32] {
        guard case .tour(let tour) = product.details else { return [] }
        return tour.departures.map(\.daysSince1970)
    }
}
