/// Search and sorted browsing in one language, over one immutable catalogue.
///
///     let index = try SearchIndex(catalog, market: kz, language: .kk, on: today)
///     index.search("жібек").map(\.product.id)
///     index.browse(category: "silk")                  // in the order of the Kazakh alphabet
///     index.search("жібек", filters: .init(price: 0...2_000_000))
///
/// Documents are numbered by their title's rank in the language's collation, so that a sorted page is a scan. Everything that a query
/// asks of a product stands in the segment; a product itself is only looked at when it is shown, or to find a place in its order.
public struct SearchIndex: Sendable {
    public let language: LanguageTag

    let segment: Segment
    let market: String
    let chain: [LanguageTag]
    let analyzer: SearchAnalyzer
    let collator: Collator
    let synonyms: SynonymIndex
    let hanWords: HanWords
    let facts: IndexFacts
    private let records: UnsafeColumn<Int32>?
    private let products: @Sendable (Int) -> Product

    /// One found product; higher scores first.
    public struct Hit: Sendable {
        public var product: Product
        public var score: Double
    }

    /// Opens a segment that `IndexWriter` filled; of `products` it asks those that it shows, by the numbers of their records, and of the
    /// catalogue none.
    /// - Throws: `TextError` where the language has no collation.
    init(
        _ segment: Segment, of catalog: Catalog, market: Market, language: LanguageTag,
        products: @escaping @Sendable (Int) -> Product
    ) throws(TextError) {
        self.segment = segment
        self.language = language
        self.market = market.id
        chain = market.chain(for: language)
        analyzer = try SearchAnalyzer(language)
        collator = try Collator(language)
        synonyms = SynonymIndex(catalog.synonyms, along: chain, analyzer)
        hanWords = HanWords(catalog.names(along: chain), synonyms.words, analyzer)
        facts = IndexFacts(segment)
        records = segment.range(Column.records)
        self.products = products
    }

    /// How many products it has.
    public var count: Int { segment.count }

    /// The product with a number: its place in the order of the titles.
    public func product(at document: Int) -> Product { records.map { products(Int($0[document])) } ?? .unreadable }

    /// The first damage that a query met in the segment; nil where none did.
    public var damage: SegmentError? { segment.damage }

    func id(at document: Int) -> String { product(at: document).id }

    func title(at document: Int) -> String { Self.title(of: product(at: document), along: chain) }

    /// A product without a title goes by its id.
    static func title(of product: Product, along chain: [LanguageTag]) -> String {
        product.title.served(along: chain)?.value ?? product.id
    }

    /// The number of a product; nil where this index does not have it.
    func document(of id: String) -> Int? {
        guard let byID = PlaceColumn(Column.byID, of: segment) else { return nil }
        let place = Self.firstPlace(below: count) { self.id(at: byID[$0]) >= id }
        guard place < count, self.id(at: byID[place]) == id else { return nil }
        return byID[place]
    }

    /// The first of some places from which on something holds.
    static func firstPlace(below end: Int, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, end)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
