import Foundation
import KeruenCatalog
import Synchronization
import TestSupport
import Testing

@testable import KeruenSearch

@Suite("What a search box says while one types, and where one mistyped")
struct SuggestionTests {
    private static let indexes = Mutex<[String: SearchIndex]>([:])

    /// Each is built once for all tests here.
    private func index(_ market: String, _ language: String) throws -> SearchIndex {
        try Self.indexes.withLock { indexes in
            if let index = indexes[market + language] { return index }
            let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
            let index = try SearchIndex(
                catalog, market: try #require(catalog.market(market)), language: LanguageTag(language),
                on: try #require(CivilDate("2026-11-26")))
            indexes[market + language] = index
            return index
        }
    }

    @Test(
        "suggests the query as the shop writes it, and nothing where it is found as it stands",
        arguments: [
            ("kz", "ru", "войлачный ковёр", "войлочный ковёр"), ("kz", "ru", "djqkjxysq", "войлочный"),
            ("kz", "kk", "jibek oramal", "жібек орамал"), ("kz", "kk", "0fpf0", "қазақ"),
            ("kz", "kk", ";s,tr", "жібек"),
            ("cn", "zh-Hans", "weijin", "围巾"), ("cn", "zh-Hans", "wei jin", "围巾"),
            ("cn", "zh-Hans", "絲綢", "丝绸"),
            ("kz", "ru", "войлочный ковёр", nil), ("kz", "kk", "жібек орамал", nil), ("cn", "zh-Hans", "围巾", nil),
            ("kz", "ru", "qqqqqqqq", nil), ("kz", "ru", "", nil), ("kz", "ru", "шарфы", nil),
            ("kz", "kk", ";s,t", "жібек"), ("cn", "zh-Hans", "duta", "都塔尔"), ("cn", "zh-Hans", "sichou", "丝绸"),
            ("kz", "ru", "чо-вге", "xj-dut"),
        ] as [(String, String, String, String?)])
    func suggestions(market: String, language: String, query: String, wanted: String?) throws {
        #expect(try index(market, language).suggestion(for: query) == wanted)
    }

    @Test(
        "what is suggested finds products by its own words",
        arguments: ["войлачный", "itkrjdsq", "shelk", "dutar", "kovyor", "матрешка", "домбыр", "шолк"])
    func suggested(query: String) throws {
        let index = try index("kz", "ru")
        guard let suggestion = index.suggestion(for: query) else { return }
        #expect(index.finding(suggestion, .init())?.attempt == 0 && suggestion != query, "\(suggestion)")
    }

    @Test(
        "completes a word in the shop's own script, whatever is typed",
        arguments: [
            ("kz", "kk", "жіб", "жібек"), ("kz", "kk", "jibe", "жібек"), ("kz", "kk", ";s,t", "жібек"),
            ("kz", "ru", "войл", "войлочный"), ("kz", "ru", "djqk", "войлочный"),
            ("cn", "zh-Hans", "围", "围巾"), ("cn", "zh-Hans", "weij", "围巾"),
            ("cn", "zh-Hans", "wei j", "围巾"), ("kz", "ru", "qqqq", nil), ("kz", "ru", "", nil),
        ] as [(String, String, String, String?)])
    func completions(market: String, language: String, prefix: String, wanted: String?) throws {
        let found = try index(market, language).completions(of: prefix)
        #expect(wanted.map(found.contains) ?? found.isEmpty, "\(found)")
        #expect(found.count <= 8 && Set(found).count == found.count)
    }

    @Test(
        "offers whole words of Han, and never what a dictionary cuts out of one",
        arguments: [
            ("zh-Hans", "duta", "都塔尔", "都塔"), ("zh-Hans", "sich", "丝绸", "斯绸"), ("zh-Hans", "dute", nil, "都塔"),
            ("zh-Hans", "都塔", "都塔尔", "塔尔"), ("zh-Hans", "艾德", "艾德莱斯", "艾德莱"), ("zh-Hans", "aide", "艾德莱斯", "艾德"),
            ("zh-Hans", "艾德莱斯绸长", nil, "“艾德莱斯绸长"), ("zh-Hans", "dongbu", "冬不拉", "冬不"),
            ("zh-Hans", "adls", "艾德莱斯", "艾德"), ("zh-Hans", "手工羊", nil, "手工羊毛“"), ("zh-Hans", "尔", nil, "尔斯"),
            ("zh-Hant", "duta", "都塔爾", "都塔"), ("zh-Hant", "絲", "絲綢", "絲"), ("zh-Hant", "丝绸", nil, "“絲綢”"),
        ] as [(String, String, String?, String)])
    func wholeWords(language: String, prefix: String, wanted: String?, never: String) throws {
        let index = try index("cn", language)
        let found = index.completions(of: prefix)
        #expect(wanted.map(found.contains) ?? true, "\(found)")
        #expect(!found.contains(never) && !found.contains { $0.contains("“") && $0.hasPrefix("“") }, "\(found)")
        let titles = Set(index.browse().map { SearchIndex.title(of: $0, along: index.chain) })
        for word in found where !titles.contains(word) {
            // It parts from what stands around it in a title, or is one of the shop's own words.
            let isWhole = titles.contains { title in
                let ranges = index.hanWords.ranges(in: title)
                return ranges.contains { first in
                    ranges.contains { last in
                        first.lowerBound <= last.lowerBound
                            && Array(title.utf8)[first.lowerBound..<last.upperBound].elementsEqual(word.utf8)
                    }
                }
            }
            #expect(isWhole || index.hanWords.known(from: word).contains(word), "\(word)")
        }
    }

    @Test("goes on with titles, those first that begin with what is typed")
    func titles() throws {
        let index = try index("kz", "ru")
        let found = index.completions(of: "войлочный", limit: 20)
        let titles = Set(index.browse().map { index.title(at: index.document(of: $0.id) ?? 0) })
        #expect(found.contains { titles.contains($0) && $0.lowercased().hasPrefix("войлочный") })
        let begun = found.filter(titles.contains).map { $0.lowercased().hasPrefix("войлочный") }
        #expect(begun == begun.sorted { $0 && !$1 } && begun.first == true)
        #expect(index.completions(of: "войлочный", limit: 1).count == 1)
        #expect(index.completions(of: "войлочный", limit: 0) == [] && index.completions(of: "войл", limit: -3) == [])
    }

    @Test(
        "pinyin is found the same typed together or syllable by syllable",
        arguments: ["wei jin", "si chou", "WEI JIN", "wéi jīn"])
    func syllables(query: String) throws {
        let index = try index("cn", "zh-Hans")
        let together = query.filter { $0 != " " }
        let found = index.search(query, limit: 100).map(\.product.id)
        #expect(!found.isEmpty && found == index.search(together, limit: 100).map(\.product.id))
    }
}
