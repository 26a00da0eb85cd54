import Foundation
import KeruenSearch
import TestSupport
import Testing

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

    @Test(
        "leave out plurals that Apple would choose by another argument",
        arguments: [
            ".input {$count :integer} .match $count one {{{$name}: {$count} item}} * {{{$name}: {$count} items}}",
            ".input {$kg :number} .match $kg one {{{$kg} kilo}} * {{{$kg} kilos}}",
            ".input {$count :integer} .match $count one {{one day left}} * {{many days left}}",
        ])
    func counts(source: String) throws {
        let (data, findings) = XCStrings.export(tables(["left": source]), to: .ru, table: "shop")
        #expect(findings.map(\.code) == [.countNotCarried] && !data.text.contains("left"))
    }

    @Test("know zero as the number, as Apple does in every language")
    func zero() throws {
        let source = ".input {$count :integer} .match $count 0 {{empty}} one {{{$count} item}} * {{{$count} items}}"
        let russian =
            ".input {$count :integer} .match $count 0 {{пусто}} one {{{$count} вещь}} few {{{$count} вещи}} many {{{$count} вещей}} * {{{$count} вещи}}"
        let before = tables(["bag": source], .ru, ["bag": russian])
        let (data, findings) = XCStrings.export(before, to: .ru, table: "shop")
        #expect(findings.isEmpty && data.text.contains("\"zero\""))
        var after = before.untranslated
        let report = try XCStrings.read(data, as: "x", into: &after, language: .ru)
        #expect(report.applied == 1 && after.printed("bag", .ru) == before.printed("bag", .ru))
        #expect(after[.ru, "shop.bag"]?.message?.format(["count": 0], in: .ru).text == "пусто")
    }

    @Test("refuse a placeholder of another kind, which would crash where it is shown")
    func kinds() throws {
        let (_, report) = try read(#"{"stringUnit" : {"state" : "translated", "value" : "你好，%lld！"}}"#)
        #expect(report.codes == [.inventedPlaceholder] && report.applied == 0)
    }
}
