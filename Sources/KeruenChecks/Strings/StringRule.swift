/// One rule of a good translation: its stable id, how much it matters, and how it is checked.
///
///     StringRule.all.flatMap { $0.findings(for: translation) }
///
/// What a finding means and how it is said in each language stands under its code in `Locales/<tag>/diagnostics.json`, why the rule
/// is there under `rules` in `reports.json`.
public struct StringRule: Sendable {
    public var code: Diagnostic.Code
    public var severity: Diagnostic.Severity
    /// A text that breaks the rule, and the same put right; the same in every language of reports.
    public var example: (bad: String, good: String)
    /// Where the rule comes from: a standard, a law, or a fault that was shipped.
    public var source: String
    let check: @Sendable (Translation) -> [[String: Diagnostic.Argument]]

    init(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity = .error, bad: String, good: String, source: String,
        _ check: @escaping @Sendable (Translation) -> [[String: Diagnostic.Argument]]
    ) {
        self.code = code
        self.severity = severity
        example = (bad, good)
        self.source = source
        self.check = check
    }

    /// What the rule finds in a translation, each with the string's place.
    public func findings(for translation: Translation) -> [Diagnostic] {
        check(translation).map { arguments in
            Diagnostic(
                code, severity, at: translation.entry.position,
                [
                    "key": .text(translation.source.key), "language": .text(translation.language.description),
                ].merging(arguments) { $1 })
        }
    }

    /// The rules that look at one translation whose message is sound. Missing, broken and superfluous strings are found before.
    public static let all: [StringRule] = structure + letters + words
}

/// A string in one language beside its source.
public struct Translation: Sendable {
    public var source: SourceString
    public var entry: StringTables.Entry
    public var message: Message
    public var language: LanguageTag
    public var state: TranslationState
    /// The same string in Russian, where the language is Kazakh.
    public var russian: StringTables.Entry?
    public var glossary: Glossary
    /// What the inspection of its texts finds, once for all rules that ask.
    let inspected: [TextFinding]

    init(
        source: SourceString, entry: StringTables.Entry, message: Message, language: LanguageTag,
        state: TranslationState, russian: StringTables.Entry?, glossary: Glossary
    ) {
        self.source = source
        self.entry = entry
        self.message = message
        self.language = language
        self.state = state
        self.russian = russian
        self.glossary = glossary
        let inspection = TextInspection(language)
        inspected = message.texts.flatMap(inspection.findings)
    }

    /// Every literal text of every variant.
    var texts: [String] { message.texts }

    /// The texts as one reader meets them: a pattern each, its placeholders left out.
    var patterns: [String] {
        message.patterns.map { pattern in
            pattern.map { part in if case .text(let text) = part { text } else { "\u{FFFC}" } }.joined()
        }
    }
}

extension Message {
    /// Every literal text of every variant.
    var texts: [String] {
        patterns.joined().compactMap { part in if case .text(let text) = part { text } else { nil } }
    }

    /// The names of the markup that its patterns hold, sorted.
    var markupNames: Set<String> {
        Set(patterns.joined().compactMap { part in if case .markup(let markup) = part { markup.name } else { nil } })
    }
}
