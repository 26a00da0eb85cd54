extension Storefront {
    /// Products of a category and those below it, in the language's order or another.
    public func browse(
        category: String? = nil, filters: SearchIndex.Filters = .init(), order: SearchIndex.Order = .title,
        skipping: Int = 0, limit: Int = .max
    ) -> [Item] {
        index.browse(category: category, filters: filters, order: order, skipping: skipping, limit: limit).map(item)
    }

    /// Products that a query finds, best first or in another order.
    public func search(
        _ query: String, filters: SearchIndex.Filters = .init(), order: SearchIndex.Order = .relevance, limit: Int = 20
    ) -> [(item: Item, score: Double)] {
        index.search(query, filters: filters, order: order, limit: limit).map { (item($0.product), $0.score) }
    }

    /// Some of a list, and where it goes on.
    public struct Page: Sendable {
        public var items: [(item: Item, score: Double)]
        /// Nil on the last page.
        public var next: SearchIndex.Cursor?
    }

    /// A page of a shelf, behind another page.
    ///
    ///     let page = try shop.browse(category: "silk", order: .newest, after: request.cursor, limit: 20)
    ///     if let next = page.next { link("?after=\(next)") }
    public func browse(
        category: String? = nil, filters: SearchIndex.Filters = .init(), order: SearchIndex.Order = .title,
        after cursor: SearchIndex.Cursor?, skipping: Int = 0, limit: Int = 20
    ) throws(CursorError) -> Page {
        page(
            try index.browse(
                category: category, filters: filters, order: order, after: cursor, skipping: skipping, limit: limit))
    }

    /// A page of what a query finds, behind another page.
    public func search(
        _ query: String, filters: SearchIndex.Filters = .init(), order: SearchIndex.Order = .relevance,
        after cursor: SearchIndex.Cursor?, limit: Int = 20
    ) throws(CursorError) -> Page {
        page(try index.search(query, filters: filters, order: order, after: cursor, limit: limit))
    }

    private func page(_ page: SearchIndex.Page) -> Page {
        Page(items: page.hits.map { (item($0.product), $0.score) }, next: page.next)
    }

    /// A code that products can be counted by, its name as the shop shows it, and how many there are.
    public struct Count: Sendable {
        public var code: String
        public var name: String
        public var count: Int
    }

    /// What a query finds, by category, material or region; the most first, and a blank query stands for everything.
    public func counts(
        _ query: String, filters: SearchIndex.Filters = .init(), by facet: SearchIndex.Facet
    ) -> [Count] {
        named(index.counts(query, filters: filters, of: facet, among: codes(of: facet)), facet)
    }

    /// What stands on a shelf, by category, material or region; the most first.
    public func counts(
        category: String?, filters: SearchIndex.Filters = .init(), by facet: SearchIndex.Facet
    ) -> [Count] {
        named(index.counts(category: category, filters: filters, of: facet, among: codes(of: facet)), facet)
    }

    private func codes(of facet: SearchIndex.Facet) -> [String] {
        switch facet {
        case .category: catalog.categories.all.map(\.id)
        case .material: catalog.materials.keys.sorted()
        case .region: catalog.regions.keys.sorted()
        }
    }

    private func named(_ counts: [String: Int], _ facet: SearchIndex.Facet) -> [Count] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
            let name =
                switch facet {
                case .category: catalog.categories[code]?.name
                case .material: catalog.materials[code]
                case .region: catalog.regions[code]
                }
            return Count(code: code, name: text(name)?.value ?? code, count: count)
        }
    }
}
