import KeruenText
import Testing

@Suite("A language tag")
struct LanguageTagTests {
    @Test(
        "is written in its canonical form",
        arguments: [
            ("KK_kz", "kk-KZ"), ("zh-hans-cn", "zh-Hans-CN"), ("ru", "ru"), ("zh_Hans", "zh-Hans"),
            ("zh-Hans-u-co-stroke", "zh-Hans-u-co-stroke"), ("iw", "he"),
        ])
    func canonical(text: String, expected: String) throws {
        #expect(try LanguageTag(text).description == expected)
    }

    @Test(
        "is never the empty locale that ICU makes of nonsense",
        arguments: [
            "", "x", "zh_CN.UTF-8", "kk KZ", "қазақша", "-", "und", "kk--KZ", "kk-", "x-private", "a\0b",
            String(repeating: "kk-", count: 90),
        ])
    func refused(text: String) {
        #expect(throws: TextError.self) { try LanguageTag(text) }
    }

    @Test(
        "gains the script that its readers use",
        arguments: [
            ("kk", "Cyrl"), ("kk-CN", "Arab"), ("kk-MN", "Arab"), ("zh", "Hans"), ("zh-TW", "Hant"),
            ("zh-HK", "Hant"), ("zh-SG", "Hans"), ("ru", "Cyrl"),
        ])
    func likelyScript(text: String, script: String) throws {
        #expect(try LanguageTag(text).maximized.script == script)
    }

    @Test("reads like another region's, but not like another script's")
    func readsLike() throws {
        #expect(try LanguageTag("kk-KZ").readsLike(.kk))
        #expect(try !LanguageTag("kk-CN").readsLike(.kk))
        #expect(try !LanguageTag("zh-TW").readsLike(.zhHans))
    }

    @Test("may be as long as tags get, and is never read past its end")
    func longTags() throws {
        for length in 1...8 {
            let tail = Array(repeating: String(repeating: "a", count: length), count: 4).joined(separator: "-")
            let text = "ru-u-ka-noignore-kb-kc-kf-upper-kh-x-\(tail)-aa"
            guard let tag = try? LanguageTag(text) else { continue }
            #expect(tag.maximized.language == "ru" && tag.minimized.language == "ru")
        }
    }

    @Test("comes from a POSIX name, where that names a language")
    func posix() {
        #expect(LanguageTag(posix: "zh_CN.UTF-8")?.description == "zh-CN")
        #expect(LanguageTag(posix: "kk_KZ@cyrillic")?.description == "kk-KZ")
        #expect(LanguageTag(posix: "kk_KZ.UTF-8@latin")?.description == "kk-Latn-KZ")
        #expect(LanguageTag(posix: "C") == nil)
        #expect(LanguageTag(posix: "POSIX") == nil)
        #expect(LanguageTag(posix: "C.UTF-8") == nil)
        #expect(LanguageTag(posix: "") == nil)
    }
}
