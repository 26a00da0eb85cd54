extension SearchIndex {
    /// Indexes what the market sells on a day.
    /// - Throws: `TextError` where the language has no collation.
    public init(_ catalog: Catalog, market: Market, language: LanguageTag, on day: CivilDate) throws(TextError) {
        let indexer = try ProductIndexer(catalog, market: market, language: language, on: day)
        let writer = IndexWriter(indexer)
        for (record, product) in catalog.products.enumerated() {
            if let entry = indexer.entry(of: product) { writer.add(entry, record: record) }
        }
        let segment: Segment
        do throws(SegmentError) { segment = try Segment(writer.finished().bytes(), isTrusted: true) } catch {
            preconditionFailure("a segment that was just built can't be opened: \(error)")
        }
        let products = catalog.products
        try self.init(segment, of: catalog, market: market, language: language) { products[$0] }
    }

    static func checksum(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { unsafe SectionFile.checksum(UnsafeRawBufferPointer($0)) }
    }
}
