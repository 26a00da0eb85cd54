extension Transliterator.Scheme {
    /// The scripts that a caller may name, where a text does not tell.
    public static let sources = ["kk-Cyrl", "kk-Latn", "kk-Arab", "pinyin"]

    /// What a caller may ask for: schemes by their own names, and the script that a text is turned into from another.
    public static let targets = allCases.map(\.rawValue).filter { !$0.contains("-t-") } + ["kk-Cyrl"]

    /// The scheme that leads to a target, from a script that the caller names or else the text tells by its letters.
    ///
    ///     Transliterator.Scheme(to: "kk-Latn", of: "قولونەر")         // .kazakhArabicToLatin
    ///     Transliterator.Scheme(to: "kk-Cyrl", of: "Qolöner")         // .kazakhLatinToCyrillic
    ///
    /// Latin letters beside Cyrillic or Arabic ones are a brand's, and tell nothing. Nil for a name that is not known, and for a
    /// script that the target is not made from.
    public init?(to target: String, from source: String? = nil, of text: String) {
        // Tags are the same in capitals and small letters.
        func known(_ name: String, _ names: [String]) -> String {
            names.first { $0.lowercased() == name.lowercased() } ?? name
        }
        let (target, source) = (known(target, Self.targets), source.map { known($0, Self.sources) })
        guard source.map({ Self.sources(of: target).contains($0) }) ?? true else { return nil }
        switch (target, source ?? Self.script(of: text)) {
        case ("kk-Cyrl", "kk-Arab"): self = .kazakhArabicToCyrillic
        case ("kk-Cyrl", _): self = .kazakhLatinToCyrillic
        case ("kk-Latn", "kk-Arab"): self = .kazakhArabicToLatin
        case ("kk-Arab", "kk-Latn") where source != nil: self = .kazakhLatinToArabic
        case ("palladius", "pinyin"): self = .pinyinToPalladius
        default: self.init(rawValue: target)
        }
    }

    /// The scripts that a target can be made from, where there is more than one; empty where there is nothing to choose.
    public static func sources(of target: String) -> [String] {
        switch target {
        case "kk-Cyrl": ["kk-Latn", "kk-Arab"]
        case "kk-Latn": ["kk-Cyrl", "kk-Arab"]
        case "kk-Arab": ["kk-Cyrl", "kk-Latn"]
        case "palladius": ["pinyin"]
        default: []
        }
    }

    /// Whether it reads Chinese, and so may read it by a `PinyinDictionary` too.
    public var usesPinyinDictionary: Bool {
        switch self {
        case .hanToPinyin, .hanToPinyinNumbers, .hanToPinyinPlain, .hanToPinyinSyllables, .hanNamesToPinyin,
            .hanToPalladius:
            true
        default: false
        }
    }

    /// Whether words come back more surely where `Transliterator.hasKazakhDictionary`.
    public var usesKazakhDictionary: Bool {
        switch self {
        case .kazakhLatinToCyrillic, .kazakhArabicToCyrillic, .kazakhLatinToArabic, .kazakhArabicToLatin: true
        default: false
        }
    }

    private static func script(of text: String) -> String {
        var hasLatin = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x400..<0x530: return "kk-Cyrl"
            case 0x600..<0x700: return "kk-Arab"
            case 0x41...0x5A, 0x61...0x7A: hasLatin = true
            default: break
            }
        }
        return hasLatin ? "kk-Latn" : ""
    }
}
