import Foundation
import KeruenCatalog
import TestSupport
import Testing

@testable import KeruenSearch

@Suite("What means nothing")
struct NonsenseTests {
    private static let catalog = Result { try Catalog.load(folder: Project.root.appending(path: "Catalog")) }

    /// Rows of keys, letters that no word has in this order, the same letter again and again, and what is sold nowhere.
    private static let queries: [(script: String, queries: [String])] = [
        (
            "Latin",
            [
                "qqxxzz", "asdfgh", "qwerty", "zxcvbn", "xzqwv", "aaaaaa", "zzzzzzzz", "hjkl", "wqxj kzvb",
                "fghjkl asd",
                "qqqq wwww", "a b c", "xyzzy", "lorem ipsum", "q'q'q'",
            ]
        ),
        (
            "Cyrillic",
            [
                "ъыъыъ", "йцукен", "фывапр", "щщщщщ", "ццццц", "хъхъ", "ёёёёё", "ыыыы", "жжжж юююю", "бжъюэ", "ъъъ",
                "шщшщшщ", "а б ц", "пролдж", "эээээ",
            ]
        ),
        (
            "Kazakh Cyrillic",
            [
                "ңғүұқ", "әәәәә", "іңіңің", "һһһһ", "қңқңқ", "өүөүө", "ғғғғғ", "ұқғһ", "әіңғ үұқө", "ңңңң", "һүһүһү",
                "ғңғң әұәұ",
            ]
        ),
        (
            "Arabic",
            [
                "ضصثقف", "شسيبل", "ئءؤرلا", "ڭڭڭڭڭ", "ۇۇۇۇۇ", "ظظظظظ", "ۆۇۆۇۆ", "ضضضض", "عڭعڭعڭ", "ئئئئئ", "ھحھحھح",
                "ثثثثث",
            ]
        ),
        (
            "Han",
            [
                "龘靐齉", "哈哈哈哈", "啊啊啊啊", "量子力学", "区块链", "饕餮", "猫", "挖掘机", "嗯嗯嗯", "囧囧囧", "電腦鍵盤", "蒸汽机车",
            ]
        ),
        (
            "signs",
            [
                "]s]s]", "!!!!", "???", "....", "-=-=-=", "[];',.", "「」", "«»", "%%%%", "***", "@@@ ###", "——",
            ]
        ),
        (
            "others",
            [
                "한국어", "カタカナ", "สวัสดี", "გამარჯობა", "नमस्ते", "🐫🐫🐫", "ωωωω", "שלום", "տեքստ", "ᠮᠣᠩᠭᠣᠯ", "ﷺ", "𠮷𠮷𠮷",
            ]
        ),
    ]

    @Test(
        "is not found by chance, and nothing is offered in its place",
        arguments: [
            ("kz", "ru"), ("ru", "ru"), ("kz", "kk"), ("kz", "kk-Latn"), ("cn", "kk-Arab"), ("cn", "zh-Hans"),
            ("cn", "zh-Hant"),
        ])
    func nothing(market: String, language: String) throws {
        let catalog = try Self.catalog.get()
        let index = try SearchIndex(
            catalog, market: try #require(catalog.market(market)), language: LanguageTag(language),
            on: try #require(CivilDate("2026-11-26")))
        for (script, queries) in Self.queries {
            #expect(queries.count >= 12)
            for query in queries {
                let titles = index.search(query, limit: 3).map { SearchIndex.title(of: $0.product, along: index.chain) }
                #expect(titles == [] && index.count(of: query) == 0, "\(script) «\(query)» finds \(titles)")
                #expect(index.suggestion(for: query) == nil, "\(script) «\(query)»")
                #expect(index.completions(of: query) == [], "\(script) «\(query)»")
            }
        }
    }
}
