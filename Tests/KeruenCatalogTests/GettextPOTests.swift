import Foundation
import KeruenSearch
import TestSupport
import Testing

@Suite("Gettext's PO")
struct GettextPOTests {
    @Test("brings plural forms back by CLDR", arguments: ["ru", "kk", "zh-Hans"])
    func roundTrip(tag: String) throws {
        let language = try LanguageTag(tag)
        let translations: KeyValuePairs<String, String> =
            switch tag {
            case "ru": ["goods": goodsRu, "title": "Ткань «Хан-атлас»:\n\t\"икат\" \\\\ 100 %"]
            case "kk":
                [
                    "goods":
                        ".input {$count :integer} .match $count one {{«{$shop}»: {$count} тауар}} * {{«{$shop}»: {$count} тауар}}",
                    "title": "«Хан-атлас» матасы",
                ]
            default: ["goods": ".input {$count :integer} {{{$shop}有 {$count} 件商品}}", "title": "艾德莱斯绸“汗-阿特拉斯”"]
            }
        let before = tables(["goods": goods, "title": "Khan-Atlas"], language, translations)
        let (data, findings) = GettextPO.export(before, to: language, table: "shop")
        #expect(findings.isEmpty)
        var after = before.untranslated
        let report = try GettextPO.read(data, as: "shop.po", into: &after, expecting: language)
        #expect(report.applied == 2 && report.findings.isEmpty)
        for key in ["goods", "title"] { #expect(after.printed(key, language) == before.printed(key, language)) }
    }

    @Test("brings generated texts back letter for letter", arguments: 0..<UInt64(20))
    func generated(seed: UInt64) throws {
        var maker = MessageMaker(generator: SeededGenerator(seed: seed))
        var before = StringTables()
        for index in 0..<20 {
            let position = SourcePosition(file: "s", line: index + 1, column: 1)
            before.add(SourceString(key: "shop.k\(index)", text: maker.message(), position: position))
            before[.ru, "shop.k\(index)"] = StringTables.Entry(maker.message(), at: position)
        }
        var after = before
        let report = try GettextPO.read(
            GettextPO.export(before, to: .ru, table: "shop").0, as: "x", into: &after)
        for key in before.sources.keys {
            #expect(before[.ru, key]?.message?.description == after[.ru, key]?.message?.description, "\(seed) \(key)")
        }
        let reported: Set<Diagnostic.Code> = [.lostPlaceholder, .missingVariant]
        #expect(Set(report.codes).isSubset(of: reported))
    }

    @Test("reports and leaves out what has no place in it")
    func uncarried() {
        let shop = tables([
            "two": ".input {$a :integer} .input {$b :integer} .match $a $b one one {{a}} * * {{b}}",
            "exact": ".input {$a :integer} .match $a 0 {{a}} * {{b}}",
            "word": ".input {$a :string} .match $a f {{a}} * {{b}}", "tag": "{#b}a{/b}", "plain": "Silk",
        ])
        let (data, findings) = GettextPO.export(shop, to: .ru, table: "shop")
        #expect(findings.map(\.code) == [.selectorsNotCarried, .keysNotCarried, .keysNotCarried, .markupNotCarried])
        #expect(findings.map { $0.position?.line } == [2, 3, 4, 5])
        #expect(data.text.contains("msgctxt \"shop.plain\"") && !data.text.contains("shop.tag"))
        let other = GettextPO.export(shop, to: .zhHans, table: "shop").0.text
        #expect(other.contains("Plural-Forms: nplurals=1; plural=0;"))
    }

    @Test("does not trust the header")
    func header() throws {
        var shop = tables(["goods": goods])
        let po = """
            msgid ""
            msgstr "Language: kk\\nPlural-Forms: nplurals=1; plural=0;\\n"

            msgctxt "shop.goods"
            msgid "{$count} item in “{$shop}”"
            msgid_plural "{$count} items in “{$shop}”"
            msgstr[0] "{$shop}: {$count} тауар"
            """
        let report = try GettextPO.read(Data(po.utf8), as: "kk.po", into: &shop)
        #expect(report.codes.first == .pluralFormsMismatch && report.codes.contains(.missingVariant))
        // Kazakh nouns stay singular after numbers: one form is a form for all.
        #expect(report.applied == 1)
        #expect(
            shop[.kk, "shop.goods"]?.message?.format(["count": 3, "shop": "Керуен"], in: .kk).text.contains("3") == true
        )
    }

    @Test("takes the three forms that Russian files have, and says which one is to be read again")
    func threeForms() throws {
        let po = """
            msgid ""
            msgstr "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : 1);\\n"

            msgctxt "shop.goods"
            msgid "{$count} item in “{$shop}”"
            msgid_plural "{$count} items in “{$shop}”"
            msgstr[0] "{$count} товар в {$shop}"
            msgstr[1] "{$count} товара в {$shop}"
            msgstr[2] "{$count} товаров в {$shop}"
            """
        var shop = tables(["goods": goods])
        let report = try GettextPO.read(Data(po.utf8), as: "ru.po", into: &shop, expecting: .ru)
        #expect(report.codes == [.pluralFormsMismatch] && report.applied == 1)
        func text(_ count: MessageArgument) -> String? {
            shop[.ru, "shop.goods"]?.message?.format(["count": count, "shop": "Керуен"], in: .ru, bidi: .none).text
        }
        #expect(text(21) == "21 товар в Керуен" && text(5) == "5 товаров в Керуен" && text(3) == "3 товара в Керуен")
        #expect(shop[.ru, "shop.goods"]?.state == .needsReview)
        // The form of fractions that was there stays.
        var known = tables(
            ["goods": goods], .ru, ["goods": goodsRu.replacing("* {{{$count} товара", with: "* {{{$count} (дробь)")])
        _ = try GettextPO.read(Data(po.utf8), as: "ru.po", into: &known, expecting: .ru)
        #expect(known.printed("goods", .ru)?.contains("{{{$count} (дробь) в «{$shop}»}}") == true)
        #expect(known[.ru, "shop.goods"]?.state == .translated)
        // But not one of an older source.
        known[.ru, "shop.goods"]?.sourceHash = "of another source"
        _ = try GettextPO.read(Data(po.utf8), as: "ru.po", into: &known, expecting: .ru)
        #expect(
            known.printed("goods", .ru)?.contains("дробь") == false && known[.ru, "shop.goods"]?.state == .needsReview)
    }

    @Test(
        "takes a file for the language whatever its region, and one that names none",
        arguments: ["ru_RU", "ru-RU", "ru", ""])
    func regions(name: String) throws {
        let header = name.isEmpty ? "" : "Language: \(name)\\n"
        let po = "msgid \"\"\nmsgstr \"\(header)\"\n\nmsgctxt \"shop.title\"\nmsgid \"Silk\"\nmsgstr \"Шёлк\"\n"
        var shop = tables(["title": "Silk"])
        #expect(try GettextPO.read(Data(po.utf8), as: "x", into: &shop, expecting: .ru).applied == 1)
        guard !name.isEmpty else { return }
        #expect(throws: Refusal.self) {
            _ = try GettextPO.read(Data(po.utf8), as: "x", into: &shop, expecting: .zhHans)
        }
        #expect(throws: Refusal.self) { _ = try GettextPO.read(Data(po.utf8), as: "x", into: &shop, expecting: .en) }
    }

    @Test("does not call a text unfinished for an obsolete one before it")
    func obsolete() throws {
        let po = """
            msgid ""
            msgstr "Language: ru\\n"

            #, fuzzy
            #~ msgid "old"
            #~ msgstr "старое"

            msgctxt "shop.title"
            msgid "Silk"
            msgstr "Шёлк"
            """
        var shop = tables(["title": "Silk"])
        _ = try GettextPO.read(Data(po.utf8), as: "x", into: &shop)
        #expect(shop[.ru, "shop.title"]?.state == .translated)
    }

    @Test("marks and reads what is unfinished")
    func fuzzy() throws {
        var shop = tables(["title": "Silk"], .ru, ["title": "Шёлк"])
        shop[.ru, "shop.title"]?.state = .needsReview
        let data = GettextPO.export(shop, to: .ru, table: "shop").0
        #expect(data.text.contains("#, fuzzy"))
        _ = try GettextPO.read(data, as: "x", into: &shop)
        #expect(shop[.ru, "shop.title"]?.state == .needsReview)
        _ = try GettextPO.read(data.replacing("#, fuzzy\n", with: ""), as: "x", into: &shop)
        #expect(shop[.ru, "shop.title"]?.state == .translated)
    }

    @Test("says what it did not take, and where")
    func findings() throws {
        var shop = tables(["hello": "Hello, {$name}!"])
        func read(_ entries: String) throws -> [Diagnostic] {
            let po = "msgid \"\"\nmsgstr \"Language: ru\\n\"\n" + entries
            return try GettextPO.read(Data(po.utf8), as: "f", into: &shop).findings
        }
        let unknown = try read("\nmsgctxt \"shop.no\"\nmsgid \"a\"\nmsgstr \"б\"\n")
        #expect(unknown.map(\.code) == [.unknownExchangeKey] && unknown.first?.position?.line == 4)
        let hello = "msgctxt \"shop.hello\"\nmsgid \"Hello, {$name}!\"\nmsgstr "
        #expect(try read(hello + "\"Привет, {$name\"").map(\.code) == [.unsoundMessage])
        #expect(
            try read(hello + "\"Привет, {$surname}!\"").map(\.code)
                == [.inventedPlaceholder])
        #expect(try read(hello + "\"Привет!\"").map(\.code) == [.lostPlaceholder])
        for broken in [
            "msgid", "nonsense \"a\"", "msgstr[x] \"a\"", hello + "\"а", hello + "\"\\x\"", "\"а\"\nmsgstr \"б\"",
        ] {
            #expect(throws: Refusal.self) { try read(broken + "\n") }
        }
        #expect(throws: Refusal.self) { try GettextPO.read(Data("msgid \"a\"".utf8), as: "f", into: &shop) }
        #expect(throws: Refusal.self) { try GettextPO.read(Data([0xFF, 0x00]), as: "f", into: &shop) }
    }
}
