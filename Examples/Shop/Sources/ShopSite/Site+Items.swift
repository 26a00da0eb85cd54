public import Keruen

extension Site {
    /// The product that stock is counted of.
    ///
    ///     site.product(of: order.lines[0].item, in: order.market)
    ///
    /// A snapshot is asked by its indexes, which know SKUs as words: nothing is kept for it, and a look-up costs a search. What no
    /// market sells is in no index, and is not found there.
    /// - Parameter market: whose index is asked first.
    public func product(of item: StockItem, in market: String? = nil) -> Product? {
        switch item {
        case .departure(let tour, _): product(tour)
        case .sku(let sku): product(of: sku, in: market)
        }
    }

    /// The same of a SKU, a tour's fare among them.
    public func product(of sku: SKU, in market: String? = nil) -> Product? {
        guard let snapshot else { return catalog.item(sku)?.product }
        var asked: Set<String> = []
        let places = snapshot.indexes.filter { asked.insert($0.market).inserted }
        let own = places.filter { $0.market == market }
        for place in own + places.filter({ $0.market != market }) {
            // In quotes, so that its parts stand side by side; longer SKUs may begin like it.
            let hits = (try? snapshot.index(market: place.market, language: place.language))?.search(
                "\"\(sku)\"", limit: 20)
            if let found = hits?.lazy.map(\.product).first(where: { $0.variants.contains { $0.sku == sku } }) {
                return found
            }
        }
        return nil
    }
}
