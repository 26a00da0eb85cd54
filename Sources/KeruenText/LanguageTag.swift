internal import ICUShims

/// A BCP 47 language tag in canonical form.
///
///     try LanguageTag("KK_kz").description            // "kk-KZ"
///     try LanguageTag("zh-CN").maximized.script       // "Hans"
///     try LanguageTag("zh_CN.UTF-8")                  // throws malformedTag
///
/// Underscores are read as hyphens, deprecated codes are replaced. A tag always has a language: the empty locale, which
/// ICU answers to nonsense, cannot be made. For POSIX names with an encoding use `init(posix:)`.
public struct LanguageTag: Hashable, Sendable {
    /// The canonical text.
    public let description: String
    /// ISO 639 code, lower case: `kk`.
    public let language: String
    /// ISO 15924 code: `Cyrl`.
    public let script: String?
    /// ISO 3166 or UN M.49 code: `KZ`.
    public let region: String?

    /// - Throws: `TextError` with code `malformedTag`.
    public init(_ text: String) throws(TextError) {
        let tag = String(text.map { $0 == "_" ? "-" : $0 })
        guard (2...100).contains(tag.utf8.count), tag.utf8.allSatisfy({ $0.isTagByte }) else {
            throw TextError(.malformedTag, text)
        }
        var parsed: Int32 = 0
        let canonical = try unsafe icuString { (out, capacity, status) in
            unsafe kicu_tag_canonicalize(tag, out, capacity, &parsed, &status)
        }
        guard Int(parsed) == tag.utf8.count, !canonical.hasPrefix("und"), !canonical.hasPrefix("x-") else {
            throw TextError(.malformedTag, text)
        }
        self.init(canonical: canonical)
    }

    /// The language of a POSIX locale name, such as `LANG` holds; nil for `C`, `POSIX` and what can't be read.
    ///
    ///     LanguageTag(posix: "zh_CN.UTF-8")    // zh-CN
    public init?(posix name: String) {
        let base = name.prefix { $0 != "." && $0 != "@" }
        guard base != "C", base != "POSIX", let tag = try? LanguageTag(String(base)) else { return nil }
        // kk_KZ@latin
        let scripts = ["@latin": "Latn", "@cyrillic": "Cyrl", "@arabic": "Arab"]
        let script = scripts.first { name.hasSuffix($0.key) }?.value
        guard let script, script != tag.maximized.script else {
            self = tag
            return
        }
        let written = [tag.language, script] + [tag.region].compactMap(\.self)
        self = (try? LanguageTag(written.joined(separator: "-"))) ?? tag
    }

    /// Takes a tag that ICU has just written, or a literal of this library.
    init(canonical: String) {
        let subtags = canonical.split(separator: "-")
        description = canonical
        language = subtags.first.map(String.init) ?? ""
        var script: String?
        var region: String?
        for subtag in subtags.dropFirst() {
            guard subtag.utf8.count > 1 else { break }
            if subtag.utf8.count == 4, subtag.first?.isLetter == true { script = String(subtag) }
            if subtag.utf8.count == 2 || (subtag.utf8.count == 3 && subtag.first?.isNumber == true) {
                region = String(subtag)
            }
        }
        self.script = script
        self.region = region
    }
}

extension LanguageTag {
    public static let zhHans = LanguageTag(canonical: "zh-Hans")
    public static let ru = LanguageTag(canonical: "ru")
    public static let kk = LanguageTag(canonical: "kk")
    public static let en = LanguageTag(canonical: "en")

    /// With likely script and region added: kk → kk-Cyrl-KZ, kk-CN → kk-Arab-CN, zh-TW → zh-Hant-TW (CLDR).
    public var maximized: LanguageTag { likely(maximize: true) }
    /// With what can be guessed removed: zh-Hans-CN → zh.
    public var minimized: LanguageTag { likely(maximize: false) }

    /// Whether it is written from right to left: a page's `dir` follows.
    public var isRightToLeft: Bool {
        // Asked for every value; ICU is asked only where a region may change the script, as kk-CN's.
        if let script { return Self.rightToLeftScripts.contains(script) }
        if Self.rightToLeftLanguages.contains(language) { return true }
        guard region != nil, !["zh", "ru", "en"].contains(language) else { return false }
        return Self.rightToLeftScripts.contains(maximized.script ?? "")
    }

    private static let rightToLeftScripts: Set<String> = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"]
    private static let rightToLeftLanguages: Set<String> = [
        "ar", "fa", "he", "ur", "ug", "ps", "sd", "yi", "dv", "ckb", "ks",
    ]

    /// Whether both are read alike: the same language in the same script, whatever the region.
    public func readsLike(_ other: LanguageTag) -> Bool {
        let (a, b) = (maximized, other.maximized)
        return a.language == b.language && a.script == b.script
    }

    private func likely(maximize: Bool) -> LanguageTag {
        let text = try? unsafe icuString { (out, capacity, status) in
            unsafe kicu_tag_likely(description, maximize, out, capacity, &status)
        }
        return text.map(LanguageTag.init(canonical:)) ?? self
    }
}

extension LanguageTag: CustomStringConvertible, Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

extension UInt8 {
    fileprivate var isTagByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
