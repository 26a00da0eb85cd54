extension Catalog {
    /// The warehouses that serve a market, those in its own country first; a bonded zone at home does not (`Warehouse.serves`).
    public func warehouses(serving market: Market) -> [Warehouse] {
        let serving = warehouses.filter { $0.serves(market) }
        let near = serving.filter { market.countries.contains($0.country) }
        return near + serving.filter { !market.countries.contains($0.country) }
    }

    /// All that stock is counted of: goods, and every departure of a tour.
    public var stockItems: Set<StockItem> {
        var items: Set<StockItem> = []
        for product in products {
            if case .tour(let tour) = product.details {
                for day in tour.departures { items.insert(.departure(tour: product.id, day: day)) }
            } else {
                for variant in product.variants { items.insert(.sku(variant.sku)) }
            }
        }
        return items
    }

    /// What a store enters once for each place: pieces in warehouses, and the seats of every tour's departures.
    public var openingBalances: [(place: StockPlace, count: Int)] {
        let pieces = warehouses.flatMap { warehouse in
            warehouse.openingStock.map { (StockPlace(.sku($0.key), in: warehouse.id), $0.value) }
        }
        let seats = products.flatMap { product -> [(StockPlace, Int)] in
            guard case .tour(let tour) = product.details else { return [] }
            return tour.departures.map {
                (
                    StockPlace(.departure(tour: product.id, day: $0), in: StockPlace.departures),
                    tour.groupSize.upperBound
                )
            }
        }
        return (pieces + seats).sorted { $0.0 < $1.0 }
    }
}
