import KeruenMarkets
import Testing

@Suite("The tag that a market's figures are written by")
struct FormattingTagTests {
    private func tag(_ language: LanguageTag, in country: String) -> String {
        Market(
            id: "m", names: [:], countries: [country], currency: .cny, timeZone: "Asia/Shanghai", units: [],
            languages: [], requiredLanguages: [], fallbacks: [:]
        ).formattingTag(for: language).description
    }

    @Test("keeps the letters that the language is read in, whatever the country's own custom")
    func letters() throws {
        // kk-CN alone would be Arabic, among words in Cyrillic.
        #expect(tag(.kk, in: "CN") == "kk-Cyrl-CN")
        #expect(tag(try LanguageTag("kk-Arab"), in: "CN") == "kk-Arab-CN")
        #expect(tag(.kk, in: "KZ") == "kk-KZ")
        #expect(tag(.ru, in: "KZ") == "ru-KZ" && tag(.zhHans, in: "CN") == "zh-Hans-CN")
    }
}
