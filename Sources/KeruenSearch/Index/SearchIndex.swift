/// Search and sorted browsing in one language, over one immutable catalogue.
///
///     let index = try SearchIndex(catalog, market: kz, language: .kk, on: today)
///     index.search("жібек").map(\.product.id)
///     index.browse(category: "silk")                  // in the order of the Kazakh alphabet
///     index.search("жібек", filters: .init(price: 0...2_000_000))
///
/// Documents are numbered by their title's rank in the language's collation, so that a sorted page is a scan.
public struct SearchIndex: Sendable {
    public let language: LanguageTag
    /// In title order: a document's number is its place here.
    public let documents: [Product]

    let segment: Segment
    let analyzer: SearchAnalyzer
    let synonyms: SynonymIndex
    /// Prices that occur, sorted: the segment's column has their places here, so that an amount of any size can be filtered by.
    let prices: [Int64]

    /// One found product; higher scores first.
    public struct Hit: Sendable {
        public var product: Product
        public var score: Double
    }

    /// Indexes what the market sells on a day.
    /// - Throws: `TextError` where the language has no collation.
    public init(_ catalog: Catalog, market: Market, language: LanguageTag, on day: CivilDate) throws(TextError) {
        let chain = market.chain(for: language)
        let sold = catalog.products.compactMap { product in
            catalog.lowestPrice(of: product, in: market.id, on: day).map { (product, $0.amount.minorUnits) }
        }
        let sorted = try Collator(language).sorted(sold) { $0.0.title.served(along: chain)?.value ?? $0.0.id }
        documents = sorted.map(\.0)
        self.language = language
        analyzer = try SearchAnalyzer(language)
        synonyms = SynonymIndex(catalog.synonyms, along: chain, analyzer)
        let builder = SegmentBuilder()
        for product in documents {
            for field in IndexedText.fields(of: product, in: catalog, along: chain) {
                for token in analyzer.indexed(field.text) {
                    for key in SearchKey.indexed(token) { builder.add(key, weight: field.weight) }
                }
            }
            builder.endDocument()
        }
        prices = Set(sorted.map(\.1)).sorted()
        let places = Dictionary(uniqueKeysWithValues: prices.enumerated().map { ($1, Int32($0)) })
        builder.setRange(Column.price, sorted.map { places[$0.1] ?? 0 })
        Self.addSets(of: documents, in: catalog, to: builder)
        do throws(SegmentError) { segment = try Segment(builder.bytes()) } catch {
            preconditionFailure("a segment that was just built can't be opened: \(error)")
        }
    }

    enum Column {
        static let price = "price"

        static func category(_ id: String) -> String { "category:" + id }
        static func material(_ code: String) -> String { "material:" + code }
        static func region(_ code: String) -> String { "region:" + code }
    }

    private static func addSets(of documents: [Product], in catalog: Catalog, to builder: SegmentBuilder) {
        for category in catalog.categories.all {
            let leaves = catalog.categories.leaves(below: category.id)
            builder.setMembers(
                Column.category(category.id), documents.indices.filter { leaves.contains(documents[$0].category) })
        }
        for code in catalog.materials.keys {
            builder.setMembers(
                Column.material(code),
                documents.indices.filter { documents[$0].materials.contains { $0.material == code } })
        }
        for code in catalog.regions.keys {
            builder.setMembers(Column.region(code), documents.indices.filter { documents[$0].region == code })
        }
    }

    /// Products of a category and those below it, in title order; all products for nil.
    public func browse(category: String? = nil, skipping: Int = 0, limit: Int = .max) -> [Product] {
        guard let category else { return Array(documents.dropFirst(max(0, skipping)).prefix(max(0, limit))) }
        guard let set = segment.set(Column.category(category)) else { return [] }
        return segment.page(of: set, skipping: skipping, limit: limit).map { documents[$0] }
    }
}
