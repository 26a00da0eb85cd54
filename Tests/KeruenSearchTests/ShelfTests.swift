import Foundation
import KeruenCatalog
import TestSupport
import Testing

@testable import KeruenSearch

@Suite("Shelves, filters, orders and pages, beside a plain reference")
struct ShelfTests {
    private typealias Order = SearchIndex.Order

    @Test("a shelf holds what the filters take, in its order", arguments: 0..<UInt64(12))
    func shelves(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let shop = SeededShop(Int.random(in: 0...150, using: &generator), &generator)
        let language: LanguageTag = seed % 2 == 0 ? .kk : .ru
        let (index, naive) = (try shop.index(language), try NaiveShop(shop.catalog, language))
        #expect(index.count == naive.products.count)
        for _ in 0..<30 {
            let filters = SeededShop.filters(&generator)
            let category = [nil, "silk", "crafts", "no such"].randomElement(using: &generator) ?? nil
            let order = Order.allCases.randomElement(using: &generator) ?? .title
            var both = filters
            if both.category == nil { both.category = category }
            let wanted = naive.sorted(
                naive.products.filter {
                    naive.isTaken($0, filters) && naive.isTaken($0, .init(category: category))
                }, order
            ).map(\.id)
            let skipped = Int.random(in: 0...20, using: &generator)
            let found = index.browse(category: category, filters: filters, order: order)
            #expect(found.map(\.id) == wanted, "\(filters) \(order)")
            let page = index.browse(category: category, filters: filters, order: order, skipping: skipped, limit: 7)
            #expect(page.map(\.id) == Array(wanted.dropFirst(skipped).prefix(7)), "\(filters) \(order) \(skipped)")
            #expect(index.count(category: category, filters: filters) == wanted.count)
            let counts = index.counts(category: category, filters: filters, of: .region, among: SeededShop.regions)
            #expect(
                counts
                    == Dictionary(grouping: found.compactMap(\.region), by: \.self).mapValues(\.count))
        }
    }

    @Test("a search finds what holds every word, scored and sorted to the last bit", arguments: 0..<UInt64(12))
    func searches(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 100 + seed)
        let shop = SeededShop(Int.random(in: 20...150, using: &generator), &generator)
        let language: LanguageTag = seed % 2 == 0 ? .kk : .ru
        let (index, naive) = (try shop.index(language), try NaiveShop(shop.catalog, language))
        var found = 0
        for _ in 0..<30 {
            let filters = SeededShop.filters(&generator)
            let words = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
                SeededShop.words.randomElement(using: &generator) ?? ""
            }
            let wanted = naive.search(words, filters)
            // Short lists go on with what holds some of the words.
            guard wanted.count >= SearchIndex.few || words.count == 1 && !wanted.isEmpty else { continue }
            found += 1
            let query = words.joined(separator: " ")
            let hits = index.search(query, filters: filters, limit: .max)
            #expect(hits.map(\.product.id) == wanted.map(\.product.id), "\(query) \(filters)")
            #expect(hits.map { Float($0.score) } == wanted.map(\.score), "\(query) \(filters)")
            #expect(index.count(of: query, filters: filters) == wanted.count)
            for order in Order.allCases where order != .relevance {
                let sorted = index.search(query, filters: filters, order: order, limit: .max).map(\.product.id)
                #expect(sorted == naive.sorted(wanted.map(\.product), order).map(\.id), "\(query) \(filters) \(order)")
            }
            for facet in SearchIndex.Facet.allCases {
                let codes: [String] =
                    switch facet {
                    case .category: SeededShop.categories
                    case .material: SeededShop.materials
                    case .region: SeededShop.regions
                    }
                var counts: [String: Int] = [:]
                for code in codes {
                    let one = SearchIndex.Filters(
                        category: facet == .category ? code : nil, material: facet == .material ? code : nil,
                        region: facet == .region ? code : nil)
                    let count = wanted.count { naive.isTaken($0.product, one) }
                    if count > 0 { counts[code] = count }
                }
                #expect(index.counts(query, filters: filters, of: facet, among: codes) == counts, "\(query) \(facet)")
            }
        }
        #expect(found > 5)
    }

    private func pages(
        _ index: SearchIndex, _ query: String?, _ filters: SearchIndex.Filters, _ order: Order, by limit: Int
    ) throws -> [String] {
        var ids: [String] = []
        var cursor: SearchIndex.Cursor?
        repeat {
            let page = try page(index, query, filters, order, cursor, limit)
            #expect(page.hits.count == limit || page.next == nil)
            ids += page.hits.map(\.product.id)
            // Through its text, as an address carries it.
            cursor = try page.next.map { try SearchIndex.Cursor($0.description) }
        } while cursor != nil && ids.count <= index.count
        return ids
    }

    private func page(
        _ index: SearchIndex, _ query: String?, _ filters: SearchIndex.Filters, _ order: Order,
        _ cursor: SearchIndex.Cursor?, _ limit: Int
    ) throws -> SearchIndex.Page {
        try query.map { try index.search($0, filters: filters, order: order, after: cursor, limit: limit) }
            ?? index.browse(filters: filters, order: order, after: cursor, limit: limit)
    }

    private func query(_ generator: inout SeededGenerator) -> String? {
        let words = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            SeededShop.words.randomElement(using: &generator) ?? ""
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    @Test(
        "pages one behind the other are the whole list, whatever their size",
        arguments: 0..<UInt64(LongRun.isOn ? 100 : 4))
    func wholes(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 200 + seed)
        let shop = SeededShop(Int.random(in: 1...60, using: &generator), &generator)
        let index = try shop.index()
        for _ in 0..<6 {
            let (filters, query) = (SeededShop.filters(&generator), query(&generator))
            for order in Order.allCases {
                let whole =
                    query.map { index.search($0, filters: filters, order: order, limit: .max).map(\.product.id) }
                    ?? index.browse(filters: filters, order: order).map(\.id)
                #expect(
                    query.map { index.count(of: $0, filters: filters) } ?? index.count(category: nil, filters: filters)
                        == whole.count)
                // Those that stand behind a short list are counted too.
                let regions = shop.products.filter { whole.contains($0.id) }.compactMap(\.region)
                let counts =
                    query.map { index.counts($0, filters: filters, of: .region, among: SeededShop.regions) }
                    ?? index.counts(category: nil, filters: filters, of: .region, among: SeededShop.regions)
                #expect(counts == Dictionary(grouping: regions, by: \.self).mapValues(\.count))
                for limit in [1, 2, 3, 5, 8, 13, 59, 60, 61] {
                    let paged = try pages(index, query, filters, order, by: limit)
                    #expect(paged == whole, "\(query ?? "") \(filters) \(order) \(limit)")
                }
            }
        }
    }

    @Test(
        "pages of a catalogue that changes in between show what stayed once and in its order",
        arguments: 0..<UInt64(LongRun.isOn ? 200 : 10))
    func changes(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 300 + seed)
        var shop = SeededShop(Int.random(in: 20...45, using: &generator), &generator)
        let filters = Int.random(in: 0...2, using: &generator) == 0 ? SeededShop.filters(&generator) : .init()
        // One word: which products hold it does not hang on others.
        let query = Bool.random(using: &generator) ? nil : SeededShop.words.randomElement(using: &generator)
        let order = Order.allCases[1 + Int(seed) % (Order.allCases.count - 1)]
        let old = Set(shop.products.map(\.id))
        var stayed = old
        var ids: [String] = []
        var cursor: SearchIndex.Cursor?
        var index = try shop.index()
        let before = try pages(index, query, filters, order, by: .max)
        repeat {
            let page = try page(index, query, filters, order, cursor, 4)
            ids += page.hits.map(\.product.id)
            cursor = page.next
            guard let last = ids.last, cursor != nil else { break }
            // What was shown last goes most often, and another somewhere; two come.
            let gone = [
                Bool.random(using: &generator) ? last : "", shop.products.randomElement(using: &generator)?.id,
            ]
            shop.products.removeAll { gone.contains($0.id) }
            for _ in 0..<2 {
                let id = "n\(Int.random(in: 0...1_000_000, using: &generator))"
                shop.products.append(SeededShop.product(id, &generator))
            }
            if Bool.random(using: &generator), let place = shop.products.indices.randomElement(using: &generator) {
                // One comes anew, with another title, price and day.
                let id = shop.products[place].id
                shop.products[place] = SeededShop.product(id, &generator)
                stayed.remove(id)
            }
            stayed.formIntersection(shop.products.map(\.id))
            index = try shop.index()
        } while ids.count < 500
        #expect(ids.filter(stayed.contains) == before.filter(stayed.contains), "\(query ?? "") \(filters) \(order)")
    }

    @Test("a cursor that lost a letter, or belongs elsewhere, is refused")
    func refusals() throws {
        var generator = SeededGenerator(seed: 7)
        let index = try SeededShop(40, &generator).index()
        let next = try #require(try index.browse(order: .price, after: nil, limit: 5).next)
        let text = next.description
        #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        #expect(try SearchIndex.Cursor(text) == next)
        for damaged in [
            "", "x", "жібек", String(text.dropLast()), text + "A", "a" + text.dropFirst(), text + "==", " " + text,
        ] {
            let error = #expect(throws: CursorError.self) { try SearchIndex.Cursor(damaged) }
            #expect(error?.code == .malformed && error?.diagnostic.code == "SRC0103")
        }
        for place in text.indices {
            var damaged = text
            damaged.replaceSubrange(place...place, with: text[place] == "B" ? "C" : "B")
            // The last letter has bits that no byte has.
            guard place < text.index(text.endIndex, offsetBy: -1) else { continue }
            #expect(throws: CursorError.self) { try SearchIndex.Cursor(damaged) }
        }
        let foreign: [() throws -> SearchIndex.Page] = [
            { try index.browse(order: .title, after: next) },
            { try index.browse(category: "silk", order: .price, after: next) },
            { try index.browse(filters: .init(inStock: true), order: .price, after: next) },
            { try index.search("жібек", order: .price, after: next) },
        ]
        for page in foreign {
            let error = #expect(throws: CursorError.self) { try page() }
            #expect(error?.code == .foreign && error?.diagnostic.code == "SRC0104")
        }
        #expect(throws: CursorError.self) {
            var generator = SeededGenerator(seed: 7)
            _ = try SeededShop(40, &generator).index(.ru).browse(order: .price, after: next)
        }
    }

    @Test("a segment from a file answers as the one in memory")
    func files() async throws {
        var generator = SeededGenerator(seed: 11)
        let shop = SeededShop(50, &generator)
        let catalog = shop.catalog
        let indexer = try ProductIndexer(catalog, market: SmallShop.kz, language: .kk, on: SeededShop.today)
        let writer = IndexWriter(indexer)
        // In another order than that of the titles or the ids.
        for (record, product) in catalog.products.enumerated().reversed() {
            if let entry = indexer.entry(of: product) { writer.add(entry, record: record) }
        }
        let bytes = writer.finished().bytes()
        let memory = try shop.index()
        try await Project.withTemporaryFolder { folder in
            let file = folder.appending(path: "kk.segment")
            try Data(bytes).write(to: file)
            let mapped = try SearchIndex(
                Segment(path: file.path), of: catalog, market: SmallShop.kz, language: .kk
            ) { catalog.products[$0] }
            let filters = SearchIndex.Filters(inStock: true)
            for order in Order.allCases {
                let first = try memory.browse(filters: filters, order: order, after: nil, limit: 3)
                #expect(
                    try mapped.browse(filters: filters, order: order, after: first.next, limit: 90).hits.map(
                        \.product.id)
                        == memory.browse(filters: filters, order: order, after: first.next, limit: 90).hits.map(
                            \.product.id))
            }
            #expect(
                mapped.search("жібек", limit: 90).map(\.product.id)
                    == memory.search("жібек", limit: 90).map(\.product.id))
        }
    }
}
