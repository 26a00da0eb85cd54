import Foundation
import KeruenCatalog
import TestSupport
import Testing

@testable import KeruenSearch

/// What buyers type, and the products that they would miss among the first ten.
@Suite("Relevance")
struct RelevanceTests {
    struct Row {
        var market: String
        var language: String
        var kind: String
        var query: String
        var expected: [String]
    }

    static func rows(_ file: URL) throws -> [Row] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(fields.count == 5, "\(line)")
            return Row(
                market: fields[0], language: fields[1], kind: fields[2], query: fields[3],
                expected: fields[4].split(separator: " ").map(String.init))
        }
    }

    @Test("finds what buyers mean among the first ten, in every language and script")
    func recall() throws {
        let set = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Relevance/queries.tsv")
        // A set that is kept apart may be named too.
        let file = ProcessInfo.processInfo.environment["KERUEN_RELEVANCE"].map { URL(filePath: $0) } ?? set
        let rows = try Self.rows(file)
        let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
        var indexes: [String: SearchIndex] = [:]
        var found: [String: (hit: Int, all: Int)] = [:]
        var missed: [String] = []
        for row in rows {
            let place = row.market + "/" + row.language
            let index =
                try indexes[place]
                ?? {
                    let market = try #require(catalog.market(row.market))
                    return try SearchIndex(
                        catalog, market: market, language: LanguageTag(row.language),
                        on: try #require(CivilDate("2026-11-26")))
                }()
            indexes[place] = index
            let answers = index.search(row.query, limit: 10).map(\.product.id)
            let hits = row.expected.count(where: answers.contains)
            for name in [row.kind, place, "all"] {
                found[name, default: (0, 0)].hit += hits
                found[name, default: (0, 0)].all += row.expected.count
            }
            if hits < row.expected.count {
                missed.append("\(place) \(row.kind) «\(row.query)»: \(row.expected) in \(answers.prefix(6))")
            }
        }
        if ProcessInfo.processInfo.environment["KERUEN_MISSED"] != nil { print(missed.joined(separator: "\n")) }
        for (name, count) in found.sorted(by: { $0.key < $1.key }) {
            print("recall@10 \(name): \(count.hit) of \(count.all), \(count.hit * 1_000 / count.all) ‰")
        }
        let all = try #require(found["all"])
        #expect(rows.count >= 60 && all.hit * 100 >= all.all * 90)
    }
}
