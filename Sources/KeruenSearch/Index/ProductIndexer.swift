/// Reads products for the index of one market in one language; several threads may ask it.
struct ProductIndexer: Sendable {
    let catalog: Catalog
    let market: Market
    let language: LanguageTag
    let day: CivilDate
    let chain: [LanguageTag]
    let analyzer: SearchAnalyzer
    let collator: Collator

    /// - Parameter catalog: its products are not looked at; they may come one by one.
    /// - Throws: `TextError` where the language has no collation.
    init(_ catalog: Catalog, market: Market, language: LanguageTag, on day: CivilDate) throws(TextError) {
        (self.catalog, self.market, self.language, self.day) = (catalog, market, language, day)
        chain = market.chain(for: language)
        analyzer = try SearchAnalyzer(language)
        collator = try Collator(language)
    }

    struct Entry: Sendable {
        var facts: SoldProduct
        var terms: [Term] = []
    }

    struct Term: Sendable {
        var key: String
        var weight: Int
        var place: Int?
    }

    /// What the index takes in of a product; nil where the market does not sell it.
    func entry(of product: Product) -> Entry? {
        guard let facts = SoldProduct(product, of: catalog, in: market, along: chain, on: day) else { return nil }
        var entry = Entry(facts: facts)
        var places = TokenPlaces()
        for field in IndexedText.fields(of: product, in: catalog, along: chain) {
            for token in analyzer.indexed(field.text) {
                let (placed, place) = (SearchKey.placed(token), places.place(of: token))
                for key in SearchKey.indexed(token) {
                    entry.terms.append(.init(key: key, weight: field.weight, place: key == placed ? place : nil))
                }
            }
            places.beginText()
        }
        return entry
    }
}
