import TestSupport
import Testing

@testable import KeruenText

@Suite("A slug")
struct SluggerTests {
    @Test(
        "is ASCII in the language's own way",
        arguments: [
            ("kk", "Күміс жүзік", "kumis-zhuzik"), ("kk", "Jıbek oramal", "zhibek-oramal"),
            ("kk", "Qolöner būiymy", "qoloner-buyymy"),
            ("kk", "جىبەك ورامال", "zhibek-oramal"),
            ("kk", "Қолөнер бұйымы 2026", "qoloner-buyymy-2026"), ("kk", "Şañyraq", "shanyraq"),
            ("ru", "Шёлковый платок «Ягода»", "shelkovyy-platok-yagoda"), ("ru", "Ёлка", "elka"),
            ("ru", "Щётка", "shchetka"),
            ("zh-Hans", "手工刺绣丝绸围巾", "shougong-cixiu-sichou-weijin"),
            ("zh-Hans", "西安 iPhone 手机壳", "xian-iphone-shouji-ke"),
            ("zh-Hans", "绿色", "lvse"), ("en", "Crème brûlée d’Ørsted", "creme-brulee-dorsted"),
            ("en", "Straße № 5", "strasse-no-5"),
            ("ru", "Ελληνικά", "ellenika"), ("zh-Hans", "１８０ｃｍ", "180cm"), ("kk", "İne İlmek Ілмек", "ine-ilmek-ilmek"),
        ])
    func languages(language: String, title: String, slug: String) throws {
        #expect(try Slugger(LanguageTag(language)).slug(title) == slug)
    }

    @Test(
        "is never empty",
        arguments: [("★", "u2605"), ("", "item"), ("  ", "item"), ("—!?", "u2014-u21-u3f"), ("🧵", "u1f9f5")])
    func empty(title: String, slug: String) throws {
        #expect(try !Slugger(.ru).slug(title).isEmpty)
        #expect(try Slugger(.ru).slug(title).hasPrefix(slug.prefix(1)))
    }

    @Test("gets the lowest number that the caller does not have yet")
    func taken() throws {
        let slugger = try Slugger(.kk)
        var taken: Set<String> = []
        for expected in ["zhuzik", "zhuzik-2", "zhuzik-3"] {
            let slug = slugger.slug("Жүзік") { taken.contains($0) }
            #expect(slug == expected)
            taken.insert(slug)
        }
    }

    @Test("is cut at a hyphen, and of any text is ASCII that can stand in an address")
    func limit() throws {
        #expect(try Slugger(.kk, limit: 10).slug("Күміс жүзік пен сырға") == "kumis")
        #expect(try Slugger(.kk, limit: .max).slug("Күміс жүзік") == "kumis-zhuzik")
        #expect(try Slugger(.kk, limit: 12).slug("Күміс жүзік пен сырға") == "kumis-zhuzik")
        let slugger = try Slugger(.ru)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let scalars = (0..<40).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random)) }
            let slug = slugger.slug(String(String.UnicodeScalarView(scalars)))
            #expect(!slug.isEmpty && slug.utf8.count <= 80 && !slug.hasPrefix("-") && !slug.hasSuffix("-"))
            #expect(slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        }
    }
}
