import Foundation
import KeruenSearch
import TestSupport
import Testing

private let goods =
    ".input {$count :integer} .match $count one {{{$count} item in “{$shop}”}} * {{{$count} items in “{$shop}”}}"
private let goodsRu = """
    .input {$count :integer} .match $count one {{{$count} товар в «{$shop}»}} few {{{$count} товара в «{$shop}»}} \
    many {{{$count} товаров в «{$shop}»}} * {{{$count} товара в «{$shop}»}}
    """

/// Source strings of the table `shop` in English, by the names of their keys.
private func tables(
    _ sources: KeyValuePairs<String, String>, _ language: LanguageTag = .ru,
    _ translations: KeyValuePairs<String, String> = [:]
) -> StringTables {
    var tables = StringTables()
    for (index, source) in sources.enumerated() {
        let position = SourcePosition(file: "Locales/source/shop.json", line: index + 2, column: 5)
        tables.add(SourceString(key: "shop." + source.key, text: source.value, position: position))
    }
    for translation in translations {
        tables[language, "shop." + translation.key] = StringTables.Entry(
            translation.value, at: SourcePosition(file: "Locales/\(language)/shop.json", line: 1, column: 1))
    }
    return tables
}

extension StringTables {
    /// Without what is not of the source.
    fileprivate var untranslated: StringTables {
        var tables = StringTables(sourceLanguage: sourceLanguage)
        for source in sources.values { tables.add(source) }
        return tables
    }

    fileprivate func printed(_ key: String, _ language: LanguageTag) -> String? {
        self[language, "shop." + key]?.message?.description
    }
}

extension Data {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }

    fileprivate func replacing(_ old: String, with new: String) -> Data { Data(text.replacing(old, with: new).utf8) }
}

extension ExchangeReport {
    fileprivate var codes: [Diagnostic.Code] { findings.map(\.code) }
}

/// Messages of all shapes, with everything that formats trip over in their texts.
private struct MessageMaker {
    var generator: SeededGenerator

    private static let texts = [
        "жібек орамал", "丝绸围巾", "шёлк", " ", "  two  ", "\n", "\t", "\r\n", "<b>", "&amp;", "]]>", "{", "}", "\\", "|",
        "\"", "'", "100 %", "%1$@", "😀", "e\u{301}", "\u{301}", "\u{202F}", ".", "-->", "[one]", ",",
    ]
    private static let codes = [
        "{$count}", "{$name}", "{$name @translate=no}", "{$count :number minimumFractionDigits=2}", "{|a b|}", "{#b}",
        "{/b}",
        "{#link href=|https://keruen.kz/?a=1&b=2|}", "{/link}", "{#br /}",
    ]

    private mutating func pattern() -> String {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            if Bool.random(using: &generator) { return Self.codes.randomElement(using: &generator) ?? "" }
            return (Self.texts.randomElement(using: &generator) ?? "").map {
                "\\{}|".contains($0) ? "\\\($0)" : String($0)
            }.joined()
        }.joined()
    }

    /// Always with the same arguments.
    mutating func message() -> String {
        let head = ".input {$count :integer} .input {$gender :string} .local $extra = {$count :offset subtract=1}"
        let name = "{$name}"
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return "\(head) {{\(name)\(pattern())}}"
        case 1: return "\(head) .match $count 0 {{\(pattern())}} one {{\(pattern())}} * {{\(name)\(pattern())}}"
        case 2: return "\(head) .match $extra few {{\(pattern())}} one {{\(pattern())}} * {{\(name)\(pattern())}}"
        default:
            return """
                \(head) .match $gender $count |a ,]b| one {{\(pattern())}} |a ,]b| * {{\(pattern())}} \
                * |*| {{\(pattern())}} * * {{\(name)\(pattern())}}
                """
        }
    }
}

@Suite("XLIFF")
struct XLIFFTests {
    @Test("unfolds a message into the plural forms of the target", arguments: [("ru", 4), ("kk", 2), ("zh-Hans", 1)])
    func forms(tag: String, count: Int) throws {
        let (data, findings) = XLIFF.export(tables(["goods": goods]), to: try LanguageTag(tag), table: "shop")
        #expect(findings.isEmpty)
        let units = data.text.matches(of: /<trans-unit id="shop\.goods\[([a-z*]+)\]"/).map { String($0.1) }
        #expect(units == Array(["one", "few", "many", "*"].suffix(count)) || units == ["one", "*"])
        #expect(units.count == count)
        #expect(data.text.contains(#"<ph id="1" equiv-text="{$count}">{$count}</ph>"#))
    }

    @Test("multiplies the forms of several variables and keeps exact numbers and words")
    func product() {
        let source = """
            .input {$n :integer} .input {$who :string} .match $who $n f 0 {{a}} f one {{b}} f * {{c}} * * {{d}}
            """
        let text = XLIFF.export(tables(["k": source]), to: .ru, table: "shop").0.text
        let units = text.matches(of: /<trans-unit id="shop\.k\[([^\]]+)\]"/).map { String($0.1) }
        #expect(
            units == ["f,0", "f,one", "f,few", "f,many", "f,*", "*,0", "*,one", "*,few", "*,many", "*,*"])
    }

    @Test("brings real texts back letter for letter, with their state, maker and source")
    func roundTrip() throws {
        var before = tables(
            ["goods": goods, "title": "Silk & “Khan-Atlas” <ikat>", "hint": "{#b}Handmade{/b} in {$place}"], .kk,
            [
                "goods": ".input {$count :integer} {{«{$shop}» дүкенінде {$count} тауар}}",
                "title": "Жібек & «Хан-атлас» <икат>",
                "hint": ".local $where = {$place :kk:case case=locative} {{{$where} {#b}қолдан{/b} жасалған}}",
            ])
        before[.kk, "shop.title"]?.state = .reviewed
        before[.kk, "shop.hint"]?.maker = .machine
        before[.kk, "shop.hint"]?.state = .needsReview
        let (data, findings) = XLIFF.export(before, to: .kk, table: "shop")
        #expect(findings.isEmpty)
        var after = before.untranslated
        let report = try XLIFF.read(data, as: "shop.kk.xlf", into: &after, expecting: .kk)
        #expect(report.applied == 3)
        for key in ["goods", "title", "hint"] { #expect(after.printed(key, .kk) == before.printed(key, .kk)) }
        #expect(after[.kk, "shop.title"]?.state == .reviewed)
        #expect(after[.kk, "shop.hint"]?.maker == .machine && after[.kk, "shop.hint"]?.state == .needsReview)
        #expect(after[.kk, "shop.goods"]?.sourceHash == before.sources["shop.goods"]?.hash)
    }

    @Test("brings generated messages back letter for letter", arguments: 0..<UInt64(LongRun.isOn ? 400 : 40))
    func generated(seed: UInt64) throws {
        var maker = MessageMaker(generator: SeededGenerator(seed: seed))
        var before = StringTables()
        for index in 0..<20 {
            let position = SourcePosition(file: "s", line: index + 1, column: 1)
            let source = SourceString(key: "shop.k\(index)[", text: maker.message(), position: position)
            try #require(source.message != nil, "\(source.text)")
            before.add(source)
            before[.ru, source.key] = StringTables.Entry(maker.message(), at: position)
        }
        let (data, findings) = XLIFF.export(before, to: .ru, table: "shop")
        #expect(findings.isEmpty)
        for start in [before, before.untranslated] {
            var after = start
            let report = try XLIFF.read(data, as: "x", into: &after)
            #expect(report.applied == 20)
            for key in before.sources.keys {
                let (old, new) = (before[.ru, key]?.message, after[.ru, key]?.message)
                #expect(old?.description == new?.description, "seed \(seed), \(key)")
            }
            let reported: Set<Diagnostic.Code> = [.lostPlaceholder, .missingVariant, .inventedPlaceholder]
            #expect(report.findings.allSatisfy { reported.contains($0.code) && $0.position?.line ?? 0 > 0 })
        }
    }

    @Test("keeps equal plural forms apart")
    func equalForms() throws {
        var shop = tables(["goods": goods])
        var data = XLIFF.export(shop, to: .kk, table: "shop").0
        data = data.replacing(
            #"<target xml:lang="kk" state="new"/>"#,
            with: #"<target xml:lang="kk" state="translated"><ph id="1"/> тауар, <ph id="2"/></target>"#)
        let report = try XLIFF.read(data, as: "x", into: &shop)
        #expect(report.applied == 1 && report.findings.isEmpty)
        #expect(
            shop.printed("goods", .kk) == """
                .input {$count :integer}
                .match $count
                one {{{$count} тауар, {$shop}}}
                * {{{$count} тауар, {$shop}}}
                """)
    }

    @Test("knows what became stale, at home or on the way")
    func stale() throws {
        var shop = tables(["title": "Silk scarf"], .ru, ["title": "Шёлковый шарф"])
        shop[.ru, "shop.title"]?.sourceHash = "0000000000000000"
        let data = XLIFF.export(shop, to: .ru, table: "shop").0
        #expect(data.text.contains(#"state="needs-adaptation""#))
        _ = try XLIFF.read(data, as: "x", into: &shop)
        #expect(shop.state(of: "shop.title", in: .ru) == .stale)
        // The translator has looked at it.
        _ = try XLIFF.read(data.replacing("needs-adaptation", with: "translated"), as: "x", into: &shop)
        #expect(shop.state(of: "shop.title", in: .ru) == .translated)
        var changed = tables(["title": "Silk scarf, handmade"])
        let late = try XLIFF.read(data.replacing("needs-adaptation", with: "final"), as: "x", into: &changed)
        #expect(late.codes == [.sourceChanged] && changed.state(of: "shop.title", in: .ru) == .stale)
    }

    private func read(_ body: String, limit: Int? = nil, target: String = "ru") throws -> (StringTables, ExchangeReport)
    {
        var shop = tables(["goods": goods])
        shop.add(
            SourceString(
                key: "shop.hello", text: "Hello, {$name}!", position: SourcePosition(file: "s"), maxLength: limit))
        let xml =
            "<xliff version='1.2'><file source-language='en' target-language='\(target)'><body>\n\(body)</body></file></xliff>"
        let report = try XLIFF.read(Data(xml.utf8), as: "f", into: &shop)
        return (shop, report)
    }

    private func unit(_ id: String, _ target: String) -> String {
        "<trans-unit id='\(id)'><target>\(target)</target></trans-unit>"
    }

    @Test("says what it did not take, and where")
    func findings() throws {
        var (shop, report) = try read("й" + unit("shop.nothing", "Ничего"))
        #expect(report.codes == [.unknownExchangeKey] && report.applied == 0)
        #expect(report.findings.first?.position == SourcePosition(file: "f", line: 2, column: 2))

        (shop, report) = try read(unit("shop.hello", "Здравствуйте!"))
        #expect(report.codes == [.lostPlaceholder] && shop[.ru, "shop.hello"]?.state == .needsReview)

        (shop, report) = try read(unit("shop.hello", "Здравствуйте, <ph id='1'/> <ph id='2'>{$surname}</ph>!"))
        #expect(report.codes == [.inventedPlaceholder] && shop[.ru, "shop.hello"] == nil)
        (shop, report) = try read(unit("shop.hello", "Здравствуйте, <g id='7'>друг</g>!"))
        #expect(report.codes == [.inventedPlaceholder] && shop[.ru, "shop.hello"] == nil)

        (shop, report) = try read(unit("shop.hello", "Здравствуйте, <ph id='1'/>!"), limit: 10)
        #expect(report.codes == [.translationTooLong] && report.applied == 1)

        (shop, report) = try read(unit("shop.hello", "А<ph id='1'/>") + unit("shop.hello", "Б<ph id='1'/>"))
        #expect(report.codes == [.duplicateUnit] && shop.printed("hello", .ru) == "А{$name}")

        let all = "<ph id='1'/> <ph id='2'/>"
        (shop, report) = try read(
            unit("shop.goods[one]", all) + unit("shop.goods[many]", all) + unit("shop.goods[*]", all))
        #expect(report.codes == [.missingVariant] && report.applied == 1)
        (shop, report) = try read(unit("shop.goods[one]", all))
        #expect(Set(report.codes) == [.missingVariant, .unsoundMessage] && report.applied == 0)

        (shop, report) = try read(unit("shop.hello", "<ph id='1'/>"), target: "de-")
        #expect(report.codes == [.exchangeLanguage])
        (shop, report) = try read(unit("shop.hello", "<ph id='1'/>"), target: "en")
        #expect(report.codes == [.exchangeLanguage])
    }

    @Test(
        "refuses what is no XLIFF 1.2, and leaves the tables alone",
        arguments: [
            "", "x", "<a/>", "<xliff version='2.0'/>", "<xliff version='1.2'>", "<xliff version='1.2'></file>",
            "<!DOCTYPE x [<!ENTITY a 'b'>]><xliff version='1.2'>&a;</xliff>", "<xliff version='1.2'>&a;</xliff>",
            "<xliff version='1.2'>\u{1}</xliff>",
        ])
    func refused(xml: String) {
        var shop = tables(["title": "Silk"])
        #expect(throws: Refusal.self) { try XLIFF.read(Data(xml.utf8), as: "f", into: &shop) }
        #expect(shop[.ru, "shop.title"] == nil)
    }

    @Test("reads no file that was cut off, and survives each")
    func cut() throws {
        var shop = tables(["goods": goods, "title": "Silk"], .ru, ["goods": goodsRu])
        let data = XLIFF.export(shop, to: .ru, table: "shop").0
        for length in stride(from: 0, to: data.count - 10, by: LongRun.step(37)) {
            #expect(throws: Refusal.self) { try XLIFF.read(data.prefix(length), as: "f", into: &shop) }
        }
    }

    @Test("reports what XML can't write")
    func control() {
        let (data, findings) = XLIFF.export(tables(["bell": "a\u{7}b", "broken": "{$x"]), to: .ru, table: "shop")
        #expect(Set(findings.map(\.code)) == [.charactersNotCarried, .sourceIsNoMessage])
        #expect(!data.text.contains("trans-unit"))
    }
}

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
        #expect(report.applied == 0 && shop[.kk, "shop.goods"] == nil)
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

@Suite("String catalogs")
struct XCStringsTests {
    @Test("number placeholders and bring texts back", arguments: ["ru", "kk"])
    func roundTrip(tag: String) throws {
        let language = try LanguageTag(tag)
        let translations: KeyValuePairs<String, String> =
            tag == "ru"
            ? ["goods": goodsRu, "rate": "«{$name}»: скидка 100 % / \\{да\\}"]
            : ["goods": ".input {$count :integer} {{«{$shop}»: {$count} тауар}}", "rate": "{$name}: жеңілдік 100 %"]
        let before = tables(["goods": goods, "rate": "{$name}: 100 % off"], language, translations)
        let (data, findings) = XCStrings.export(before, to: language, table: "shop")
        #expect(findings.isEmpty)
        #expect(data.text.contains("%1$lld") && data.text.contains("100 %%") && data.text.contains("%1$@ = {$name}"))
        var after = before.untranslated
        let report = try XCStrings.read(data, as: "x", into: &after, language: language)
        #expect(report.applied == 2 && report.findings.isEmpty)
        for key in ["goods", "rate"] { #expect(after.printed(key, language) == before.printed(key, language)) }
    }

    private func read(_ localization: String) throws -> (StringTables, ExchangeReport) {
        var shop = tables(["hello": "Hello, {$name}!"])
        let json = """
            {
              "sourceLanguage" : "en",
              "strings" : {
                "shop.hello" : {"localizations" : {"zh-Hans" : \(localization)}}
              },
              "version" : "1.0"
            }
            """
        let report = try XCStrings.read(Data(json.utf8), as: "x", into: &shop, language: .zhHans)
        return (shop, report)
    }

    @Test("say what was not taken, and where")
    func findings() throws {
        var (shop, report) = try read(#"{"stringUnit" : {"state" : "translated", "value" : "你好，%@！"}}"#)
        #expect(report.findings.isEmpty && shop.printed("hello", .zhHans) == "你好，{$name}！")
        (shop, report) = try read(#"{"stringUnit" : {"state" : "translated", "value" : "你好，%2$@！"}}"#)
        #expect(report.codes == [.inventedPlaceholder] && report.findings.first?.position?.line == 4)
        (shop, report) = try read(#"{"stringUnit" : {"state" : "translated", "value" : "100 %"}}"#)
        #expect(report.codes == [.inventedPlaceholder] && shop[.zhHans, "shop.hello"] == nil)
        (shop, report) = try read(#"{"variations" : {"device" : {"mac" : {}}}}"#)
        #expect(report.codes == [.unreadPart] && report.applied == 0)
        for json in [
            "", "[1]", "{", #"{"version": "1.0"}"#, #"{"version": "1.0", "strings": {}, "sourceLanguage": "ru"}"#,
        ] {
            #expect(throws: Refusal.self) {
                try XCStrings.read(Data(json.utf8), as: "x", into: &shop, language: .zhHans)
            }
        }
    }
}

@Suite("XML")
struct XMLTests {
    @Test("has the place of every tag, in characters")
    func places() throws {
        let xml = "\u{FEFF}<?xml version=\"1.0\"?>\r\n<а б='>'>қазақ <в/><!-- <г/> --><![CDATA[<д>]]>\n  <е/></а>"
        let root = try XMLReader().read(Data(xml.utf8), as: "f")
        #expect(
            root.name == "а" && root.attributes == ["б": ">"] && root.position.line == 2 && root.position.column == 1)
        #expect(root.elements.map(\.position.line) == [2, 3] && root.elements.map(\.position.column) == [16, 3])
        #expect(root.text == "қазақ <д>\n  ")
    }

    @Test("is read in UTF-16 and windows-1251")
    func encodings() throws {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<a>шёлк</a>"
        let wide = try #require(text.data(using: .utf16))
        #expect(try XMLReader().read(wide, as: "f").text == "шёлк")
        let narrow =
            Data("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>".utf8) + [0xF8, 0xB8, 0xEB, 0xEA]
            + Data("</a>".utf8)
        #expect(try XMLReader().read(narrow, as: "f").text == "шёлк")
        let broken = #expect(throws: Refusal.self) {
            try XMLReader().read(Data("<a>\n".utf8) + [0xF8] + Data("</a>".utf8), as: "f")
        }
        #expect(broken?.diagnostics.first?.position == SourcePosition(file: "f", line: 2, column: 1))
    }

    @Test("is read as it was written")
    func written() throws {
        let value = "<&>\"'\r\n\t ]]> жібек"
        var writer = XMLWriter(into: "")
        writer.open("list", [("note", value)])
        writer.element("item", [], value)
        writer.element("item")
        writer.close()
        let root = try XMLReader().read(Data(writer.sink.utf8), as: "f")
        #expect(root.attributes["note"] == value && root.elements.map(\.text) == [value, ""])
    }

    @Test("is refused where it is too deep")
    func depth() {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(throws: Refusal.self) { try XMLReader().read(Data(deep.utf8), as: "f") }
    }
}
