import Foundation
import KeruenSearch
import TestSupport
import Testing

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
        #expect(report.codes == [.intoSourceLanguage])
    }

    @Test("leaves alone what a tool has filled with the source, and takes what is empty on purpose")
    func filled() throws {
        let empty = ".input {$p :integer} .match $p 0 {{}} * {{save {$p} percent}}"
        var shop = tables(["title": "Silk", "save": empty])
        let data = XLIFF.export(shop, to: .ru, table: "shop").0
        func target(_ id: String, _ content: String, _ attributes: String = "") -> Data {
            let parts = data.text.components(separatedBy: "id=\"\(id)\"")
            let end =
                parts[1].range(of: "</source>").map { parts[1].index($0.upperBound, offsetBy: 0) } ?? parts[1].endIndex
            let source = parts[1].range(of: "<source/>").map(\.upperBound) ?? end
            let at = min(end, source)
            return Data(
                (parts[0] + "id=\"\(id)\"" + parts[1][..<at] + "<target\(attributes)>\(content)</target>"
                    + parts[1][at...]).utf8)
        }
        var report = try XLIFF.read(target("shop.title", "Silk", " state=\"new\""), as: "x", into: &shop)
        #expect(shop[.ru, "shop.title"] == nil && report.applied == 0)
        report = try XLIFF.read(target("shop.title", "Silk"), as: "x", into: &shop)
        #expect(shop[.ru, "shop.title"] == nil && report.applied == 0)
        report = try XLIFF.read(target("shop.title", "Шёлк"), as: "x", into: &shop)
        #expect(report.applied == 1 && shop.printed("title", .ru) == "Шёлк")
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
