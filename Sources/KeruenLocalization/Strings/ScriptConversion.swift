/// A way to write a language's text in another of its scripts.
///
///     ScriptConversion.into(kkLatn, from: .kk)?.text("Жібек жол")      // "Jıbek jol"
///     ScriptConversion.into(.ru, from: .kk)                            // nil: that would be a translation
public struct ScriptConversion: Sendable {
    public var language: LanguageTag
    public var from: LanguageTag
    private let transliterator: Transliterator

    /// - Throws: `TextError` where the scheme's data is not installed.
    public init(_ language: LanguageTag, from: LanguageTag, by scheme: Transliterator.Scheme) throws(TextError) {
        self.language = language
        self.from = from
        transliterator = try Transliterator(scheme)
    }

    /// Kazakh in Latin and Arabic letters, and Chinese in Traditional characters as Taiwan writes them (為, not 爲); those whose data is installed.
    public static let standard: [ScriptConversion] = all([
        ("kk-Latn", "kk", .kazakhToLatin), ("kk-Arab", "kk", .kazakhToArabic),
        ("zh-Hant", "zh-Hans", .simplifiedToTaiwan),
    ])

    /// Back again, and across: what was first written in another script than the market's own.
    private static let back: [ScriptConversion] = all([
        ("kk", "kk-Latn", .kazakhLatinToCyrillic), ("kk", "kk-Arab", .kazakhArabicToCyrillic),
        ("kk-Arab", "kk-Latn", .kazakhLatinToArabic), ("kk-Latn", "kk-Arab", .kazakhArabicToLatin),
        ("zh-Hans", "zh-Hant", .traditionalToSimplified),
    ])

    private static let byPair = Dictionary(
        (standard + back).map { ([$0.language, $0.from], $0) }, uniquingKeysWith: { first, _ in first })

    /// The conversion into a language from another; nil where they are not one language in two scripts.
    public static func into(_ language: LanguageTag, from: LanguageTag) -> ScriptConversion? {
        byPair[[language, from]]
    }

    /// All conversions into a language.
    public static func all(into language: LanguageTag) -> [ScriptConversion] {
        (standard + back).filter { $0.language == language }
    }

    /// The language that a language's texts are written over from: kk for kk-Latn; nil where it has its own.
    public static func source(of language: LanguageTag) -> LanguageTag? {
        standard.first { $0.language == language }?.from
    }

    private static func all(_ rows: [(String, String, Transliterator.Scheme)]) -> [ScriptConversion] {
        rows.compactMap { language, from, scheme in
            guard let language = try? LanguageTag(language), let from = try? LanguageTag(from) else { return nil }
            return try? ScriptConversion(language, from: from, by: scheme)
        }
    }

    /// A text in the script, with its readers' quotation marks: 和田“艾德莱斯”绸 is 和田「艾德萊斯」綢.
    public func text(_ text: String) -> String {
        let written = (try? transliterator.apply(text)) ?? text
        guard let marks = language.script.flatMap({ Self.quotationMarks[$0] }) else { return written }
        return String(String.UnicodeScalarView(written.unicodeScalars.map { marks[$0] ?? $0 }))
    }

    /// OpenCC leaves them as they are.
    private static let quotationMarks: [String: [Unicode.Scalar: Unicode.Scalar]] = [
        "Hant": ["“": "「", "”": "」"], "Hans": ["「": "“", "」": "”"],
    ]

    /// A message whose texts are in the script; placeholders, keys and markup stay.
    public func message(_ message: Message) -> Message {
        message.mapPatterns(pattern)
    }

    /// A pattern is written over in one piece, so that a comma behind a placeholder knows which script it stands in.
    private func pattern(_ parts: [Message.Part]) -> [Message.Part] {
        // Braces of the text's own would be taken for a placeholder's.
        let hasBraces = parts.contains { if case .text(let text) = $0 { text.contains("{") } else { false } }
        if hasBraces { return parts.map { part in if case .text(let own) = part { .text(text(own)) } else { part } } }
        var joined = ""
        for (number, part) in parts.enumerated() {
            if case .text(let text) = part { joined += text } else { joined += "{\(number)}" }
        }
        // Between placeholders alone nothing tells which script a comma stands in.
        let hasLetters = parts.contains {
            if case .text(let text) = $0 { text.contains(where: \.isLetter) } else { false }
        }
        let written =
            hasLetters || !language.isRightToLeft
            ? text(joined) : joined.replacing(", ", with: "، ").replacing("; ", with: "؛ ")
        var result: [Message.Part] = []
        var rest = written[...]
        for (number, part) in parts.enumerated() {
            if case .text = part { continue }
            guard let place = rest.firstRange(of: "{\(number)}") else {
                return parts.map { part in if case .text(let own) = part { .text(text(own)) } else { part } }
            }
            if place.lowerBound > rest.startIndex { result.append(.text(String(rest[..<place.lowerBound]))) }
            result.append(part)
            rest = rest[place.upperBound...]
        }
        if !rest.isEmpty { result.append(.text(String(rest))) }
        return result
    }
}

extension StringTables.Entry {
    /// The entry in another script, labelled as converted; nil where its message is not sound or nobody has translated it yet.
    func converted(by conversion: ScriptConversion) -> StringTables.Entry? {
        guard let message, state != .new else { return nil }
        var result = StringTables.Entry(conversion.message(message).description, at: position)
        result.maker = .converted
        result.state = .needsReview
        result.sourceHash = sourceHash
        return result
    }
}
