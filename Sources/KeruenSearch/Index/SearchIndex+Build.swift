extension SearchIndex {
    /// Indexes what the market sells on a day.
    /// - Throws: `TextError` where the language has no collation.
    public init(_ catalog: Catalog, market: Market, language: LanguageTag, on day: CivilDate) throws(TextError) {
        let chain = market.chain(for: language)
        let sold = SoldProduct.all(of: catalog, in: market, along: chain, on: day, try Collator(language))
        let builder = SegmentBuilder()
        Self.fill(builder, with: sold, of: catalog, in: market, along: chain, try SearchAnalyzer(language))
        let segment: Segment
        do throws(SegmentError) { segment = try Segment(builder.bytes()) } catch {
            preconditionFailure("a segment that was just built can't be opened: \(error)")
        }
        let products = sold.map(\.product)
        try self.init(segment, market: market, language: language, synonyms: catalog.synonyms) { products[$0] }
    }

    /// Writes everything that a query asks of products into a segment, so that one from a file answers as one in memory.
    ///
    /// - Parameter sold: in the order of the titles.
    static func fill(
        _ builder: SegmentBuilder, with sold: [SoldProduct], of catalog: Catalog, in market: Market,
        along chain: [LanguageTag], _ analyzer: SearchAnalyzer
    ) {
        for product in sold.lazy.map(\.product) {
            var places = TokenPlaces()
            for field in IndexedText.fields(of: product, in: catalog, along: chain) {
                for token in analyzer.indexed(field.text) {
                    let (placed, place) = (SearchKey.placed(token), places.place(of: token))
                    for key in SearchKey.indexed(token) {
                        builder.add(key, weight: field.weight, place: key == placed ? place : nil)
                    }
                }
                places.beginText()
            }
            builder.endDocument()
        }
        addSets(of: sold, in: catalog, to: builder)
        builder.setRange(Column.priceHigh, sold.map { Int32(truncatingIfNeeded: $0.price >> 32) })
        builder.setRange(Column.priceLow, sold.map { Int32(truncatingIfNeeded: $0.price) })
        builder.setRange(Column.added, sold.map { $0.product.added?.daysSince1970 ?? .min })
        builder.setRange(
            Column.byID, sold.indices.sorted { sold[$0].product.id < sold[$1].product.id }.map(Int32.init))
        for order in Order.allCases where order.isRanked { add(order, of: sold, in: catalog, to: builder) }
        let departures = Set(sold.flatMap(\.departures)).sorted()
        IndexFacts(fingerprint: fingerprint(of: sold, market, chain), departures: departures).add(to: builder)
    }

    private static func addSets(of sold: [SoldProduct], in catalog: Catalog, to builder: SegmentBuilder) {
        for category in catalog.categories.all {
            builder.setMembers(Column.category(category.id), members(of: category.id, in: catalog, among: sold))
        }
        for code in catalog.materials.keys {
            builder.setMembers(
                Column.material(code),
                sold.indices.filter { sold[$0].product.materials.contains { $0.material == code } })
        }
        for code in catalog.regions.keys {
            builder.setMembers(Column.region(code), sold.indices.filter { sold[$0].product.region == code })
        }
        builder.setMembers(Column.inStock, sold.indices.filter { sold[$0].isInStock })
        var departing: [Int32: [Int]] = [:]
        for (document, product) in sold.enumerated() {
            for day in product.departures { departing[day, default: []].append(document) }
        }
        for (day, documents) in departing { builder.setMembers(Column.departure(day), documents) }
    }

    private static func members(of category: String, in catalog: Catalog, among sold: [SoldProduct]) -> [Int] {
        let leaves = catalog.categories.leaves(below: category)
        return sold.indices.filter { leaves.contains(sold[$0].product.category) }
    }

    /// An order as a permutation, its inverse, and every category in it: a page of it is a scan from its place on.
    private static func add(
        _ order: Order, of sold: [SoldProduct], in catalog: Catalog, to builder: SegmentBuilder
    ) {
        let keys = sold.map { order.key(price: $0.price, added: $0.product.added?.daysSince1970 ?? .min) }
        let documents = sold.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        var ranks = [Int32](repeating: 0, count: sold.count)
        for (rank, document) in documents.enumerated() { ranks[document] = Int32(rank) }
        builder.setRange(Column.documents(order), documents.map(Int32.init))
        builder.setRange(Column.ranks(order), ranks)
        for category in catalog.categories.all {
            builder.setMembers(
                Column.category(category.id, in: order),
                members(of: category.id, in: catalog, among: sold).map { Int(ranks[$0]) })
        }
    }

    private static func fingerprint(of sold: [SoldProduct], _ market: Market, _ chain: [LanguageTag]) -> UInt64 {
        let head = market.id + "\0" + chain.map(\.description).joined(separator: " ")
        return sold.reduce(checksum(head)) { sum, item in
            let product = item.product
            let facts = "\(product.id)\0\(item.title)\0\(item.price)\0\(product.added?.description ?? "")"
            // FNV's prime keeps the order of the products in the sum.
            return (sum ^ checksum(facts)) &* 0x100_0000_01B3
        }
    }

    static func checksum(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { unsafe SectionFile.checksum(UnsafeRawBufferPointer($0)) }
    }
}
