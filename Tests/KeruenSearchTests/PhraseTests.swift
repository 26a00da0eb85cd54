import Foundation
import KeruenCatalog
import TestSupport
import Testing

@testable import KeruenSearch

@Suite("Quotes in a query")
struct QuotedTextTests {
    @Test(
        "are those of every script that the shop's buyers write",
        arguments: [
            "\"атлас жібек\"", "«атлас жібек»", "“атлас жібек”", "„атлас жібек“", "「атлас жібек」", "『атлас жібек』",
            "《атлас жібек》",
        ])
    func marks(text: String) {
        let parts = QuotedText.parts(of: "көк \(text) орамал")
        #expect(
            parts.map(\.text) == ["көк ", "атлас жібек", " орамал"] && parts.map(\.isQuoted) == [false, true, false])
        #expect(parts.last.map { $0.range.upperBound } == "көк \(text) орамал".utf8.count)
    }

    @Test(
        "are no quotes where nothing closes them, and no inches",
        arguments: ["«атлас жібек", "атлас жібек»", "\"атлас", "экран 55\" и 65\"", "", "”атлас“"])
    func open(text: String) { #expect(QuotedText.parts(of: text).allSatisfy { !$0.isQuoted }) }

    @Test("count by the outer ones, and may hold nothing")
    func nested() {
        #expect(QuotedText.parts(of: "«шарф \"атлас\"»").map(\.text) == ["шарф \"атлас\""])
        #expect(QuotedText.parts(of: "«»шарф").map(\.text) == ["", "шарф"])
        #expect(QuotedText.parts(of: "\"шарф\" \"атлас\"").filter(\.isQuoted).map(\.text) == ["шарф", "атлас"])
    }

    @Test(
        "are put around three Han and more",
        arguments: [
            ("和田玉", "“和田玉”"), ("和田玉 手镯", "“和田玉” 手镯"), ("iPhone手机壳，15寸", "iPhone“手机壳”，15寸"), ("丝绸", nil), ("«和田玉»", nil),
            ("《和田玉》羊毛地毯", "《和田玉》“羊毛地毯”"), ("шёлк", nil),
        ])
    func sideBySide(query: String, quoted: String?) throws {
        #expect(QuotedText.sideBySide(query, try SearchAnalyzer(.zhHans)) == quoted)
    }

    @Test("stand in a text where they stand in a query")
    func places() throws {
        let analyzer = try SearchAnalyzer(.zhHans)
        func places(_ tokens: [SearchToken]) -> [String: [Int]] {
            var places = TokenPlaces()
            return Dictionary(
                grouping: tokens.compactMap { token in places.place(of: token).map { (token.text, $0) } }, by: \.0
            ).mapValues { $0.map(\.1) }
        }
        let (text, query) = ("15寸屏幕 Kazakh 丝绸", "15寸屏 丝绸")
        let indexed = places(analyzer.indexed(text))
        #expect(indexed["15"] == [0] && indexed["寸"] == [1] && indexed["寸屏"] == [1] && indexed["屏幕"] == [2])
        #expect(indexed["kazakh"] == [4] && indexed["丝绸"] == [5] && indexed["丝"] == [5] && indexed["绸"] == [6])
        let asked = places(analyzer.queried(query))
        #expect(asked == ["15": [0], "寸屏": [1], "丝绸": [3]])
    }
}

@Suite("A phrase in the sample catalogue")
struct PhraseSearchTests {
    private static let catalog = Result { try Catalog.load(folder: Project.root.appending(path: "Catalog")) }

    private func index(_ market: String, _ language: String) throws -> SearchIndex {
        let catalog = try Self.catalog.get()
        return try SearchIndex(
            catalog, market: try #require(catalog.market(market)), language: LanguageTag(language),
            on: try #require(CivilDate("2026-11-26")))
    }

    private func ids(_ index: SearchIndex, _ query: String) -> [String] {
        index.search(query, limit: 1_000).map(\.product.id)
    }

    /// A text of a product, and its words and characters in a row.
    private struct Row {
        var id: String
        var text: String
        var tokens: [SearchToken]

        func holds(_ stems: [String]) -> Bool {
            tokens.indices.contains { tokens[$0...].lazy.map(\.stem).starts(with: stems) }
        }
    }

    private func rows(_ index: SearchIndex, _ market: String) throws -> [Row] {
        let catalog = try Self.catalog.get()
        let chain = try #require(catalog.market(market)).chain(for: index.language)
        return index.browse().flatMap { product in
            IndexedText.fields(of: product, in: catalog, along: chain).map { field in
                let tokens = index.analyzer.indexed(field.text).filter { $0.kind == .word || $0.kind == .unigram }
                return Row(id: product.id, text: field.text, tokens: tokens)
            }
        }
    }

    @Test(
        "is found exactly where its words stand side by side, in any form",
        arguments: [("kz", "kk"), ("ru", "ru"), ("kz", "kk-Latn"), ("cn", "zh-Hans"), ("cn", "kk-Arab")])
    func agrees(market: String, language: String) throws {
        let index = try index(market, language)
        let rows = try rows(index, market)
        var generator = SeededGenerator(seed: 11)
        var mostFound = 0
        for _ in 0..<40 {
            let row = try #require(rows.filter { !$0.tokens.isEmpty }.randomElement(using: &generator))
            let start = Int.random(in: row.tokens.indices, using: &generator)
            let piece = Array(row.tokens[start...].prefix(Int.random(in: 2...4, using: &generator)))
            let bytes = Array(row.text.utf8)[piece[0].range.lowerBound..<piece[piece.count - 1].range.upperBound]
            let query = "«\(String(decoding: bytes, as: UTF8.self).filter { !"«»".contains($0) })»"
            let wanted = Set(rows.filter { $0.holds(piece.map(\.stem)) }.map(\.id))
            #expect(Set(ids(index, query)) == wanted && wanted.contains(row.id), "\(query)")
            mostFound = max(mostFound, wanted.count)
        }
        #expect(mostFound > 1)
    }

    @Test("has its words in their order, side by side, with words around it")
    func order() throws {
        let index = try index("kz", "kk")
        #expect(ids(index, "\"атлас жібек\"").contains("atlas-silk-scarf"))
        #expect(ids(index, "«жібек атлас»").isEmpty && ids(index, "«атлас орамал»").isEmpty)
        #expect(ids(index, "орамал «атлас жібектен»") == ["atlas-silk-scarf"])
        #expect(ids(index, "«атлас жібек") == ids(index, "атлас жібек"))
        #expect(ids(try self.index("kz", "ru"), "«платок из хан-атласа»").isEmpty)
        #expect(ids(try self.index("kz", "ru"), "«шарф из хан-атласа»") == ["atlas-silk-scarf"])
    }

    @Test("is whole: no synonym, no other spelling and no unfinished word stands for one of its words")
    func exact() throws {
        let index = try index("kz", "ru")
        #expect(
            ids(index, "шарф").contains("orenburg-down-shawl") && !ids(index, "«шарф»").contains("orenburg-down-shawl"))
        #expect(!ids(index, "войлачный").isEmpty && ids(index, "«войлачный»").isEmpty)
        #expect(!ids(index, "матрёш").isEmpty && ids(index, "«матрёш»").isEmpty)
    }

    @Test("counts only what it finds")
    func counts() throws {
        let index = try index("kz", "kk")
        let all = index.browse().map(\.category)
        let counts = index.counts("«атлас жібек»", of: .category, among: Set(all).sorted())
        #expect(counts.values.reduce(0, +) == ids(index, "«атлас жібек»").count)
    }

    @Test("prefers Han side by side to those that are strewn, and loses none of these")
    func han() throws {
        let index = try index("cn", "zh-Hans")
        let found = index.search("和田玉", limit: 100)
        let catalog = try Self.catalog.get()
        let chain = try #require(catalog.market("cn")).chain(for: index.language)
        let together = Set(
            index.browse().filter { product in
                IndexedText.fields(of: product, in: catalog, along: chain).contains { $0.text.contains("和田玉") }
            }.map(\.id))
        #expect(!together.isEmpty && Set(found.prefix(together.count).map(\.product.id)) == together)
    }

    @Test(
        "is marked where it stands as a whole",
        arguments: [
            ("Жібек көйлек, атлас жібек орамал", "«атлас жібек»", ["атлас", "жібек"]),
            ("Жібек атлас", "«атлас жібек»", []),
            ("Жібек көйлек, атлас жібек орамал", "«атлас жібек» көйлек", ["көйлек", "атлас", "жібек"]),
        ])
    func highlights(text: String, query: String, marked: [String]) throws {
        #expect(try index("kz", "kk").highlights(in: text, of: query).map { String(text[$0]) } == marked)
    }

    @Test(
        "is explained where it is found, and nowhere else",
        arguments: ["«атлас жібек»", "«жібек» орамал", "«атлас орамал»"])
    func explained(query: String) throws {
        let index = try index("kz", "kk")
        let hits = index.search(query, limit: 100)
        for product in index.browse().prefix(8) + hits.map(\.product) {
            let explanation = index.explanation(of: query, for: product.id)
            let hit = hits.first { $0.product.id == product.id }
            #expect(explanation.map { Float($0.score) } == hit.map { Float($0.score) }, "\(product.id)")
        }
    }
}
