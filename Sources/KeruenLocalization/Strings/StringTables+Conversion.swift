/// A language whose strings are those of another, written over into its script.
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

    /// Kazakh in Latin and Arabic letters, and Chinese in Traditional characters; those whose data is installed.
    public static let standard: [ScriptConversion] = [
        ("kk-Latn", LanguageTag.kk, Transliterator.Scheme.kazakhToLatin), ("kk-Arab", .kk, .kazakhToArabic),
        ("zh-Hant", .zhHans, .simplifiedToTraditional),
    ].compactMap { tag, from, scheme in
        (try? LanguageTag(tag)).flatMap { try? ScriptConversion($0, from: from, by: scheme) }
    }

    /// A text in the script.
    public func text(_ text: String) -> String { (try? transliterator.apply(text)) ?? text }

    /// A message whose texts are in the script; placeholders, keys and markup stay.
    public func message(_ message: Message) -> Message {
        message.mapTexts(text)
    }
}

extension Message {
    /// The message with its literal texts changed; what stands in placeholders stays.
    public func mapTexts(_ transform: (String) -> String) -> Message {
        func map(_ pattern: [Part]) -> [Part] {
            pattern.map { part in if case .text(let text) = part { .text(transform(text)) } else { part } }
        }
        var result = self
        switch body {
        case .pattern(let pattern): result.body = .pattern(map(pattern))
        case .match(let selectors, let variants):
            result.body = .match(
                selectors: selectors, variants: variants.map { Variant($0.keys, map($0.pattern), range: $0.range) })
        }
        return result
    }
}

extension StringTables {
    /// With the languages that are written over from others: each string that they lack, labelled as converted.
    ///
    ///     strings.converted()[kkLatn, "shop.cart.title"]?.maker     // .converted
    ///
    /// What a file of the language has goes before it: somebody has put it right.
    public func converted(by conversions: [ScriptConversion] = ScriptConversion.standard) -> StringTables {
        var result = self
        for conversion in conversions {
            for (key, entry) in strings[conversion.from] ?? [:] where result[conversion.language, key] == nil {
                guard let message = entry.message else { continue }
                var converted = Entry(conversion.message(message).description, at: entry.position)
                converted.maker = .converted
                converted.state = .needsReview
                converted.sourceHash = entry.sourceHash
                result[conversion.language, key] = converted
            }
        }
        return result
    }
}
