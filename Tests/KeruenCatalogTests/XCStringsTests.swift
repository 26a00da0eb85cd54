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
}
