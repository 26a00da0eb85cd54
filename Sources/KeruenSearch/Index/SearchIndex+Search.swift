extension SearchIndex {
    /// Products that hold every word of the query, best first.
    ///
    /// The last word may be unfinished. Words are looked for as they are written and by their stems, then their synonyms; where nothing is
    /// found, by what their scripts and spellings have in common, then as the query would be in the language's other scripts or from
    /// another keyboard, then with one letter wrong. Behind a few hits, or none, come products that hold some of the words, in every
    /// order. A query that `SearchRefusal` refuses finds nothing.
    ///
    ///     index.search("«атлас жібек» орамал")       // the words in quotes side by side and in this order, in any form
    public func search(
        _ query: String, filters: Filters = Filters(), order: Order = .relevance, limit: Int = 20
    ) -> [Hit] {
        guard SearchRefusal(query) == nil, let finding = finding(query, filters) else { return [] }
        return items(finding, order, from: .beginning, limit: limit).map { hit($0, order) }
    }

    /// Products of a category and those below it, all for nil; by title, or in another order.
    public func browse(
        category: String? = nil, filters: Filters = Filters(), order: Order = .title, skipping: Int = 0,
        limit: Int = .max
    ) -> [Product] {
        guard let shelf = shelf(category, filters) else { return [] }
        return items(shelf, order, skipping: max(0, skipping), limit: limit).map { product(at: $0.document) }
    }

    /// How many products `search` finds in all: «20 of 143». A blank query stands for everything that the filters take.
    public func count(of query: String, filters: Filters = Filters()) -> Int {
        guard let finding = self.finding(counted: query, filters) else { return 0 }
        return count(of: finding) + tail(of: finding).count
    }

    /// How many products stand on a shelf.
    public func count(category: String?, filters: Filters = Filters()) -> Int {
        shelf(category, filters).map { count(of: $0) } ?? 0
    }

    func hit(_ item: Item, _ order: Order) -> Hit {
        Hit(product: product(at: item.document), score: order == .relevance ? Double(item.score) : 0)
    }
}
