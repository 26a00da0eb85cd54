import Foundation
import KeruenCatalog
import TestSupport
import Testing

@testable import KeruenSearch

@Suite("A search of the sample catalogue")
struct SampleSearchTests {
    private func index(_ market: String, _ language: String) throws -> SearchIndex {
        let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
        return try SearchIndex(
            catalog, market: try #require(catalog.market(market)), language: LanguageTag(language),
            on: try #require(CivilDate("2026-11-26")))
    }

    private func ids(_ hits: [SearchIndex.Hit]) -> [String] { hits.map(\.product.id) }

    @Test("puts a scarf that is called a shawl before a doll in a scarf")
    func synonyms() throws {
        let found = ids(try index("ru", "ru").search("шарф"))
        #expect(
            found.first == "atlas-silk-scarf" && found.last == "semyonov-matryoshka"
                && found.contains("orenburg-down-shawl"))
    }

    @Test("keeps to what a buyer narrows it down to")
    func filters() throws {
        let index = try index("kz", "kk")
        let all = ids(index.search("жібек"))
        let silk = ids(index.search("жібек", filters: .init(category: "silk")))
        #expect(!silk.isEmpty && silk.count < all.count && Set(silk).isSubset(of: all))
        let cheap = index.search("жібек", filters: .init(price: 0...3_000_000))
        #expect(!cheap.isEmpty && cheap.allSatisfy { $0.product.category == "silk" || all.contains($0.product.id) })
        #expect(ids(index.search("жібек", filters: .init(category: "no such thing"))) == [])
        #expect(ids(index.search("жібек", filters: .init(material: "silk", region: "no such"))) == [])
    }

    @Test("comes by the alphabet or by the price where that is asked for, all of it")
    func orders() throws {
        let index = try index("kz", "ru")
        let all = Set(ids(index.search("шёлк", limit: 100)))
        let byTitle = index.search("шёлк", order: .title, limit: 100)
        #expect(ids(byTitle) == index.browse().map(\.id).filter(Set(ids(byTitle)).contains))
        let first = index.search("шёлк", order: .title, limit: 2)
        #expect(ids(first) == Array(ids(byTitle).prefix(2)))
        let byPrice = ids(index.search("шёлк", order: .price, limit: 100))
        #expect(Set(byPrice) == Set(ids(byTitle)) && Set(byPrice).isSubset(of: all) && byPrice != ids(byTitle))
    }

    @Test("counts its products by category")
    func counts() throws {
        let index = try index("kz", "kk")
        let counts = index.counts("жібек", of: .category, among: ["silk", "crafts", "tours", "nothing"])
        #expect(
            (counts["silk"] ?? 0) > 0 && (counts["crafts"] ?? 0) >= (counts["silk"] ?? 0) && counts["nothing"] == nil)
        #expect(index.counts("", of: .category, among: ["silk"])["silk"] == index.browse(category: "silk").count)
        #expect(index.counts("ххххх", of: .category, among: ["silk"]) == [:])
    }

    @Test(
        "marks what it is found by",
        arguments: [
            ("kk", "Атлас жібек орамал", "жібектен", ["жібек"]), ("kk", "Атлас жібек орамал", "jibek", ["жібек"]),
            ("kk", "Атлас жібек орамал", "атл", ["Атлас"]), ("ru", "Шарф из хан-атласа", "шарфы", ["Шарф"]),
            ("ru", "Шарф из хан-атласа", "платок", ["Шарф"]), ("ru", "Войлочный ковёр", "войлачный", ["Войлочный"]),
            ("ru", "Шарф из хан-атласа", "дутар", []), ("ru", "", "шарф", []),
        ])
    func highlights(language: String, text: String, query: String, marked: [String]) throws {
        let found = try index("kz", language).highlights(in: text, of: query)
        #expect(found.map { String(text[$0]) } == marked)
    }

    @Test("marks Han by what stands together")
    func han() throws {
        let text = "手工刺绣丝绸围巾"
        let found = try index("cn", "zh-Hans").highlights(in: text, of: "丝绸围巾")
        #expect(found.map { String(text[$0]) } == ["丝绸围巾"])
    }

    @Test("says why a product is found, to the last figure")
    func explanation() throws {
        let index = try index("kz", "kk")
        for query in ["жібек", "жібек орамал", "атлас жіб"] {
            let hit = try #require(index.search(query).first)
            let explanation = try #require(index.explanation(of: query, for: hit.product.id))
            #expect(Float(explanation.score) == Float(hit.score) && explanation.tier == "own")
            let sum = explanation.words.reduce(Float(0)) { $0 + Float($1.score) }
            #expect(sum * Float(explanation.share) == Float(hit.score))
        }
        #expect(try #require(index.explanation(of: "jibek", for: "atlas-silk-scarf")).tier == "near")
        #expect(index.explanation(of: "жібек", for: "no-such-product") == nil)
        #expect(index.explanation(of: "дутар", for: "atlas-silk-scarf") == nil)
    }

    @Test("explains what is found and nothing else", arguments: ["жібек", "орамал", "шапан", "жүн", "jibek", "кілем"])
    func explained(query: String) throws {
        let index = try index("kz", "kk")
        let found = Set(index.search(query, limit: 100).map(\.product.id))
        #expect(Set(index.browse().map(\.id).filter { index.explanation(of: query, for: $0) != nil }) == found)
    }

    @Test("refuses what nobody types, and takes what somebody might")
    func refusals() throws {
        let index = try index("kz", "kk")
        #expect(SearchRefusal(String(repeating: "ж", count: 10_000))?.diagnostic.code == "SRC0101")
        #expect(SearchRefusal(String(repeating: "ж ", count: 50))?.diagnostic.code == "SRC0102")
        #expect(SearchRefusal(String(repeating: "жі ", count: 1_000)) != nil && SearchRefusal("жібек орамал") == nil)
        #expect(index.search(String(repeating: "жібек ", count: 1_000)).isEmpty)
        #expect(index.search("жібек", limit: 0).isEmpty && index.search("жібек", limit: -1).isEmpty)
    }
}
