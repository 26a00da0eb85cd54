/// Everything that can be wrong with interface strings, against the source that they are translated from.
struct StringCheck {
    let strings: StringTables
    let rules: [StringRule]
    /// The languages that a market's own strings are wanted in, by market; others are wanted in all.
    let languages: [String: Set<LanguageTag>]

    init(strings: StringTables, markets: [Market] = [], rules: [StringRule] = StringRule.all) {
        self.strings = strings
        self.rules = rules
        languages = Dictionary(
            markets.map { ($0.id, Set($0.requiredLanguages)) }, uniquingKeysWith: { first, _ in first })
    }

    private func isWanted(_ source: SourceString, in language: LanguageTag) -> Bool {
        source.markets.isEmpty || source.markets.contains { languages[$0]?.contains(language) ?? true }
    }

    /// What is wrong in the translations of some languages, each in the order of the keys.
    func findings(in languages: [LanguageTag]) -> [Diagnostic] {
        languages.filter { $0 != strings.sourceLanguage }.flatMap { language in
            let own = strings.strings[language] ?? [:]
            let extra = own.keys.filter { strings.sources[$0] == nil }.sorted()
            // What its files lack is written over from another script.
            let isConverted = ScriptConversion.source(of: language).map { strings.strings[$0] != nil } ?? false
            let wanted = strings.sources.values.filter {
                own[$0.key] != nil || !isConverted && isWanted($0, in: language)
            }
            return wanted.sorted { $0.key < $1.key }.flatMap { check($0, own[$0.key], language) }
                + extra.map { key in
                    Diagnostic(
                        "LOC0106", .warning, at: own[key]?.position,
                        ["key": .text(key), "language": .text(language.description)])
                }
        }
    }

    private func check(_ source: SourceString, _ entry: StringTables.Entry?, _ language: LanguageTag) -> [Diagnostic] {
        let name: [String: Diagnostic.Argument] = ["key": .text(source.key), "language": .text(language.description)]
        guard let entry, entry.source.contains(where: { !$0.isWhitespace }),
            entry.message == nil || strings.hasText(source.key, in: language)
        else {
            return [Diagnostic("LOC0101", at: entry?.position ?? place(of: source, in: language), name)]
        }
        guard let message = entry.message else {
            return [Diagnostic("LOC0102", at: entry.position, name.merging(entry.error?.arguments ?? [:]) { $1 })]
        }
        let translation = Translation(
            source: source, entry: entry, message: message, language: language,
            state: strings.state(of: source.key, in: language) ?? .new, russian: strings.strings[.ru]?[source.key],
            glossary: strings.glossary)
        var seen: Set<Diagnostic> = []
        return rules.flatMap { $0.findings(for: translation) }.filter { seen.insert($0).inserted }
    }

    /// The file that ought to hold the key, so that an editor opens the right one.
    private func place(of source: SourceString, in language: LanguageTag) -> SourcePosition? {
        let parts = source.position.file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2 else { return nil }
        let path = parts.dropLast(2) + [language.description, parts[parts.count - 1]]
        return SourcePosition(file: path.joined(separator: "/"))
    }
}

extension Message {
    /// Plural categories that whole numbers, and fractions where it takes them, reach, but this message's matcher does not name.
    ///
    /// `other` is what `*` stands for. Kazakh nouns stay singular after numbers, so `*` alone is right there.
    func missingCategories(in language: LanguageTag) -> [String] {
        guard case .match(let selectors, let variants) = body, let rules = try? PluralRules.shared(language) else {
            return []
        }
        var missing: Set<String> = []
        for (column, selector) in selectors.enumerated() {
            guard let function = function(of: selector.variable),
                ["integer", "number", "offset"].contains(function.name),
                function.option("select") == nil || function.option("select") == .literal("plural"),
                let format = try? DecimalFormatter.shared(language, function.name == "number" ? .decimal : .integer)
            else { continue }
            let samples =
                (0...30).map { String($0) } + ["100", "1000000"] + (function.name == "number" ? ["1.5", "0.1"] : [])
            let reached = Set(samples.compactMap { try? rules.category(of: $0, as: format) })
            let wanted = reached.subtracting(language.language == "kk" ? [.one, .other] : [.other])
            let named = variants.map { $0.keys[column] }
            missing.formUnion(wanted.map(\.rawValue).filter { !named.contains(.literal($0)) })
        }
        return missing.sorted()
    }
}
