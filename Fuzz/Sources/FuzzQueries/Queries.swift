import Foundation
import KeruenSearch

/// What a search of the sample products does with any text: it answers or refuses, its pages are one list, and what it marks lies in the
/// text. The input is a byte for the order, one for the filters, and then the query and the text of a cursor with 0xFF between.
struct Queries {
    private let indexes: [SearchIndex]

    init() throws {
        let whole = try Catalog.load(folder: URL(filePath: "Catalog"))
        // A few of every kind: what is looked up is small, and what is typed counts.
        let catalog = Catalog(
            products: stride(from: 0, to: whole.products.count, by: 5).map { whole.products[$0] },
            categories: whole.categories, markets: whole.markets, priceLists: whole.priceLists,
            warehouses: whole.warehouses, materials: whole.materials, regions: whole.regions,
            synonyms: whole.synonyms)
        indexes = try catalog.markets.map { market in
            try SearchIndex(
                catalog, market: market, language: market.languages[0], on: CivilDate(daysSince1970: 20_783))
        }
    }

    func check(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count > 2 else { return }
        let index = indexes[Int(bytes[0] >> 4) % indexes.count]
        let order = SearchIndex.Order.allCases[Int(bytes[0] & 15) % SearchIndex.Order.allCases.count]
        let filters = filters(bytes[1])
        let parts = bytes[2...].split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
        let query = String(decoding: parts[0], as: UTF8.self)
        let hits = index.search(query, filters: filters, order: order, limit: 200)
        guard SearchRefusal(query) == nil else {
            precondition(hits.isEmpty)
            return
        }
        let first = try? index.search(query, filters: filters, order: order, after: nil, limit: 3)
        let rest = first?.next.flatMap { next in
            try? index.search(
                query, filters: filters, order: order, after: SearchIndex.Cursor(next.description), limit: 200)
        }
        precondition(((first?.hits ?? []) + (rest?.hits ?? [])).map(\.product.id) == hits.map(\.product.id))
        if !query.allSatisfy(\.isWhitespace) {
            precondition(index.count(of: query, filters: filters) == hits.count)
        }
        for hit in hits.prefix(3) {
            for text in hit.product.title.values.values { mark(text, query, index) }
        }
        mark(query, query, index)
        precondition(index.suggestion(for: query) != query)
        precondition(index.completions(of: query, limit: 5).count <= 5)
        _ = index.counts(query, filters: filters, of: .region, among: ["hotan", "almaty", query])
        _ = index.browse(category: query, filters: filters, order: order, skipping: 2, limit: 3)
        guard parts.count > 1 else { return }
        do {
            let cursor = try SearchIndex.Cursor(String(decoding: parts[1], as: UTF8.self))
            _ = try index.search(query, filters: filters, order: order, after: cursor, limit: 5)
        } catch {
            precondition(error.diagnostic.code == (error.code == .foreign ? "SRC0104" : "SRC0103"))
        }
    }

    private func mark(_ text: String, _ query: String, _ index: SearchIndex) {
        var end = text.startIndex
        for range in index.highlights(in: text, of: query) {
            precondition(range.lowerBound >= end && !range.isEmpty && range.upperBound <= text.endIndex)
            _ = text[range]
            end = range.upperBound
        }
    }

    private func filters(_ bits: UInt8) -> SearchIndex.Filters {
        let day = CivilDate(daysSince1970: 20_900)
        return SearchIndex.Filters(
            category: bits & 1 == 0 ? nil : "crafts", material: bits & 2 == 0 ? nil : "silk",
            region: bits & 4 == 0 ? nil : "hotan", price: bits & 8 == 0 ? nil : 0...3_000_000,
            inStock: bits & 16 != 0,
            departure: bits & 32 == 0 ? nil : day...CivilDate(daysSince1970: day.daysSince1970 + Int32(bits)))
    }
}
