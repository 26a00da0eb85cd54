import Foundation
import Keruen
import TestSupport
import Testing

@Suite("A text in another script")
struct ScriptConversionTests {
    private let latin = LanguageTag.tag("kk-Latn")
    private let arabic = LanguageTag.tag("kk-Arab")
    private let traditional = LanguageTag.tag("zh-Hant")

    @Test("is written over along the chain, and says so")
    func served() {
        let title: Localized<String> = [.kk: "Жібек жол", .ru: "Шёлковый путь", .zhHans: "丝绸之路"]
        let inLatin = title.served(along: [latin, .kk, .ru])
        #expect(inLatin == Served(value: "Jıbek jol", language: latin, origin: .converted(from: .kk)))
        #expect(title.served(along: [arabic, .kk])?.value == "جىبەك جول")
        let inTraditional = title.served(along: [traditional, .zhHans])
        #expect(inTraditional == Served(value: "絲綢之路", language: traditional, origin: .converted(from: .zhHans)))
    }

    @Test("is taken from another language only where no script of its own has it")
    func fallback() {
        let title: Localized<String> = [.ru: "Дутар", .zhHans: "都塔尔"]
        #expect(title.served(along: [latin, .kk, .ru])?.origin == .fallback(from: latin))
        #expect(title.served(along: [arabic, .kk, .zhHans])?.value == "都塔尔")
    }

    @Test("comes back from what was written in Latin, Arabic or Traditional letters first")
    func back() {
        #expect(Localized([latin: "Jıbek jol"]).served(along: [.kk, latin])?.value == "Жібек жол")
        #expect(Localized([arabic: "جىبەك جول"]).served(along: [.kk, arabic])?.value == "жібек жол")
        #expect(Localized([traditional: "絲綢之路"]).served(along: [.zhHans, traditional])?.value == "丝绸之路")
    }

    @Test("puts into corners what Simplified text has between quotation marks, and back")
    func quotationMarks() throws {
        let into = try #require(ScriptConversion.into(traditional, from: .zhHans))
        #expect(into.text("和田“艾德莱斯”绸") == "和田「艾德萊斯」綢")
        #expect(into.message(try Message("与“{$query}”相关的商品")).description == "與「{$query}」相關的商品")
        let back = try #require(ScriptConversion.into(.zhHans, from: traditional))
        #expect(back.text("和田「艾德萊斯」綢") == "和田“艾德莱斯”绸")
        // An apostrophe stays one.
        #expect(into.text("Xi’an 西安") == "Xi’an 西安")
    }

    @Test("keeps what somebody wrote in that script by hand")
    func byHand() {
        let title: Localized<String> = [.kk: "Жібек жол", latin: "Jibek Joly"]
        #expect(title.served(along: [latin, .kk]) == Served(value: "Jibek Joly", language: latin, origin: .original))
    }

    @Test("has the marks of its script behind a placeholder too")
    func marks() throws {
        let conversion = try #require(ScriptConversion.into(arabic, from: .kk))
        let message = try Message("Сатушы: {$seller}, БСН {$bin}, {$address}")
        #expect(conversion.message(message).description == "ساتۋشى: {$seller}، بسن {$bin}، {$address}")
        #expect(conversion.message(try Message("{$first}; {$next}")).description == "{$first}؛ {$next}")
        let plural = try Message(".input {$count :integer} .match $count one {{{$count} зат}} * {{{$count} зат, бәрі}}")
        #expect(conversion.message(plural).description.contains("{{{$count} زات، ٴبارى}}"))
        #expect(conversion.message(try Message("Жол \\{1\\} {$a}")).description == "جول \\{1\\} {$a}")
    }

    @Test(
        "is on offer where the market's languages say so: a whole storefront in Latin, Arabic and Traditional letters")
    func storefronts() throws {
        let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
        let strings = try StringTables.load(folder: Project.root.appending(path: "Locales"))
        for (market, language, title, missing) in [
            ("kz", latin, "Atlas köilek", "Mūndai bet joq"), ("cn", arabic, "اتلاس كويلەك", "مۇنداي بەت جوق"),
            ("cn", traditional, "艾德萊斯綢連衣裙", "頁面不存在"),
        ] {
            let shop = try Storefront(catalog, strings: strings, market: market, language: language.description)
            let dress = try #require(shop["atlas-silk-dress"])
            #expect(dress.title.value == title && dress.title.language == language)
            #expect(shop.string("shop.error.title") == missing)
            let titles = shop.browse().map(\.title)
            #expect(titles.count >= 58)
            #expect(titles.filter { if case .converted = $0.origin { false } else { true } } == [])
            #expect(titles.map(\.value) == (try Collator(language).sorted(titles.map(\.value), by: \.self)))
        }
    }
}

@Suite("The legal block")
struct LegalBlockTests {
    private func shop(_ market: String, _ language: String) throws -> Storefront {
        try Storefront(
            Catalog.load(folder: Project.root.appending(path: "Catalog")),
            strings: StringTables.load(folder: Project.root.appending(path: "Locales")), market: market,
            language: language)
    }

    @Test("tells who sells, in the language of the page")
    func seller() throws {
        let kazakh = try shop("kz", "kk").legal
        #expect(kazakh.count == 3 && kazakh.allSatisfy { $0.language == .kk && $0.origin == .original })
        #expect(kazakh[0].value.contains("«Керуен» ЖШС, БСН 220540009998"))
        #expect(try shop("kz", "ru").legal[0].value.contains("ТОО «Керуен», БИН 220540009998"))
        #expect(try shop("ru", "ru").legal[0].value.contains("ОГРН 1127746000007"))
        #expect(try shop("cn", "zh-Hans").legal[0].value.contains("统一社会信用代码：91650104MAKERWN07T"))
    }

    @Test("stays in a script that the law knows where the page's is a courtesy")
    func courtesy() throws {
        #expect(try shop("kz", "kk-Latn").legal.map(\.language) == [.kk, .kk, .kk])
        for language in ["kk-Arab", "zh-Hant"] {
            #expect(try shop("cn", language).legal.map(\.language) == [.zhHans, .zhHans, .zhHans])
        }
    }

    @Test("leaves a text out rather than show a hole where the market names no seller")
    func hole() throws {
        var market = try #require(Catalog.load(folder: Project.root.appending(path: "Catalog")).market("kz"))
        market.seller?.phone = nil
        let strings = try StringTables.load(folder: Project.root.appending(path: "Locales"))
        let block = strings.legalBlock(of: market, for: .kk, on: CivilDate(daysSince1970: 20_783))
        #expect(block.count == 2 && !block.contains { $0.value.contains("{") })
    }
}

@Suite("The languages of a page")
struct ServedLanguagesTests {
    @Test("stand in the order in which they came, each once")
    func header() {
        let served = ServedLanguages()
        #expect(served.header == "")
        let title: Localized<String> = [.ru: "Дутар"]
        served.note(.kk)
        #expect(served.note(title.served(along: [.kk, .ru]))?.value == "Дутар")
        served.note(.kk)
        #expect(served.header == "kk, ru")
    }
}

extension LanguageTag {
    fileprivate static func tag(_ text: String) -> LanguageTag {
        guard let tag = try? LanguageTag(text) else { preconditionFailure("\(text) is no tag") }
        return tag
    }
}
