import Foundation
import KeruenCatalog
import TestSupport

@testable import KeruenSearch

/// Search and shelves as anyone would write them first: every product is looked at, filtered and sorted. What the index has to agree
/// with.
struct NaiveShop {
    let catalog: Catalog
    let language: LanguageTag
    private let chain: [LanguageTag]
    private let analyzer: SearchAnalyzer
    /// In title order.
    let products: [Product]
    private let words: NaiveSegment

    init(_ catalog: Catalog, _ language: LanguageTag) throws {
        (self.catalog, self.language) = (catalog, language)
        let chain = SmallShop.kz.chain(for: language)
        let analyzer = try SearchAnalyzer(language)
        let collator = try Collator(language)
        func title(_ product: Product) -> String { product.title.served(along: chain)?.value ?? product.id }
        products = catalog.products.sorted { a, b in
            let order = collator.compare(title(a), title(b))
            return order == .orderedSame ? a.id < b.id : order == .orderedAscending
        }
        words = NaiveSegment(
            documents: products.map { product in
                var terms: [String: Int] = [:]
                for field in IndexedText.fields(of: product, in: catalog, along: chain) {
                    for key in analyzer.indexed(field.text).flatMap(SearchKey.indexed) {
                        terms[key, default: 0] += field.weight
                    }
                }
                return terms
            }, prices: products.map { _ in 0 })
        (self.chain, self.analyzer) = (chain, analyzer)
    }

    func price(_ product: Product) -> Int64 {
        catalog.lowestPrice(of: product, in: "kz", on: SeededShop.today)?.amount.minorUnits ?? 0
    }

    func isTaken(_ product: Product, _ filters: SearchIndex.Filters) -> Bool {
        let departures: [CivilDate] = if case .tour(let tour) = product.details { tour.departures } else { [] }
        let isInStock =
            product.kind == .tour
            ? departures.contains { $0 >= SeededShop.today }
            : product.variants.contains { ($0.stock["almaty"] ?? 0) > 0 }
        return filters.category.map { catalog.categories.leaves(below: $0).contains(product.category) } ?? true
            && filters.material.map { code in product.materials.contains { $0.material == code } } ?? true
            && filters.region.map { product.region == $0 } ?? true
            && filters.price.map { $0.contains(price(product)) } ?? true && (!filters.inStock || isInStock)
            && filters.departure.map { days in departures.contains { days.contains($0) } } ?? true
    }

    func sorted(_ found: [Product], _ order: SearchIndex.Order) -> [Product] {
        let places = Dictionary(uniqueKeysWithValues: products.enumerated().map { ($1.id, $0) })
        func key(_ product: Product) -> (Int64, Int) {
            let place = places[product.id] ?? 0
            return switch order {
            case .title, .relevance: (0, place)
            case .price: (price(product), place)
            case .priceDescending: (-price(product), place)
            case .newest: (product.added.map { -Int64($0.daysSince1970) } ?? 1, place)
            }
        }
        return found.sorted { key($0) < key($1) }
    }

    /// Products with all words, each as it is written, by its stem or, the last, as it begins, with their scores; the best first. Of the
    /// shop's one group of synonyms every word but its own is tried too.
    func search(_ query: [String], _ filters: SearchIndex.Filters) -> [(product: Product, score: Float)] {
        let group = ["шарф", "орамал", "платок"]
        var readings = [(words: query, share: Float(1))]
        for (place, word) in query.enumerated() where group.contains(word) {
            for other in group where other != word {
                var reading = query
                reading[place] = other
                readings.append((reading, 0.7))
            }
        }
        let known = Set(words.documents.flatMap(\.keys))
        var best: [Int: Float] = [:]
        for reading in readings {
            let tokens = analyzer.queried(reading.words.joined(separator: " "))
            let slots = tokens.enumerated().map { place, token in
                var terms: [(term: String, boost: Float)] = [(token.text, 1)]
                guard token.kind == .word else { return terms }
                terms.append(("=" + token.stem, 0.9))
                if place == tokens.count - 1 {
                    terms += known.filter { $0.hasPrefix(token.text) && $0 != token.text }.map { ($0, 0.7) }
                }
                return terms
            }
            for hit in words.top(.init(words: slots), all: true, limit: .max) {
                best[hit.document] = max(best[hit.document] ?? 0, hit.score * reading.share)
            }
        }
        return best.filter { isTaken(products[$0.key], filters) }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (products[$0.key], $0.value) }
    }
}
