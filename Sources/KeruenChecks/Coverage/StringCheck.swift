/// What is wrong with the interface strings of a language, compared with the source language.
struct StringCheck {
    let strings: StringTables
    let source: LanguageTag

    func findings(in languages: [LanguageTag]) -> [Diagnostic] {
        let wanted = (strings.strings[source] ?? [:]).sorted { $0.key < $1.key }
        return languages.flatMap { language -> [Diagnostic] in
            let own = strings.strings[language] ?? [:]
            let extra = own.keys.filter { strings.strings[source]?[$0] == nil }.sorted()
            return wanted.flatMap { check($0.key, against: $0.value, own[$0.key], language) }
                + extra.map { key in
                    Diagnostic(
                        "LOC0106", .warning, at: own[key]?.position,
                        ["key": .text(key), "language": .text(language.description)])
                }
        }
    }

    private func check(
        _ key: String, against source: StringTables.Entry, _ entry: StringTables.Entry?, _ language: LanguageTag
    ) -> [Diagnostic] {
        let name: [String: Diagnostic.Argument] = ["key": .text(key), "language": .text(language.description)]
        func finding(_ code: Diagnostic.Code, _ more: [String: Diagnostic.Argument] = [:]) -> Diagnostic {
            Diagnostic(code, at: entry?.position ?? place(of: key, in: language), name.merging(more) { $1 })
        }
        guard let entry else { return [finding("LOC0101")] }
        guard let message = entry.message else {
            return [finding("LOC0102", ["reason": .text(entry.error?.description ?? "")])]
        }
        guard !message.isEmpty else { return [finding("LOC0101")] }
        var found: [Diagnostic] = []
        if let wanted = source.message?.argumentNames, wanted != message.argumentNames {
            found.append(
                finding(
                    "LOC0103",
                    [
                        "wanted": .text(wanted.joined(separator: ", ")),
                        "found": .text(message.argumentNames.joined(separator: ", ")),
                    ]))
        }
        let missing = message.missingCategories(in: language)
        if !missing.isEmpty { found.append(finding("LOC0104", ["categories": .text(missing.joined(separator: ", "))])) }
        for slip in entry.source.mixedScriptWords where message.texts.contains(where: { $0.contains(slip.word) }) {
            found.append(
                finding(
                    "LOC0105",
                    [
                        "word": .text(String(slip.word)), "letter": .text(String(slip.intruder)),
                        "script": .text(slip.script.rawValue),
                    ]))
        }
        return found
    }

    /// The file that ought to hold the key, so that an editor opens the right one.
    private func place(of key: String, in language: LanguageTag) -> SourcePosition? {
        guard let file = strings.strings[source]?[key]?.position.file else { return nil }
        let parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2 else { return nil }
        let path = parts.dropLast(2) + [language.description, parts[parts.count - 1]]
        return SourcePosition(file: path.joined(separator: "/"))
    }
}

extension Message {
    /// Every literal text of every variant.
    var texts: [String] {
        patterns.joined().compactMap { part in if case .text(let text) = part { text } else { nil } }
    }

    /// Plural categories that a language tells apart and whole numbers reach, but this message's matcher does not name.
    ///
    /// `other` is what `*` stands for. Kazakh nouns stay singular after numbers, so `*` alone is right there.
    func missingCategories(in language: LanguageTag) -> [String] {
        guard case .match(let selectors, let variants) = body, let categories = try? PluralRules(language).categories
        else { return [] }
        let wanted = Set(categories).subtracting(language.language == "kk" ? [.one, .other] : [.other])
        var missing: Set<String> = []
        for (column, selector) in selectors.enumerated() where isPlural(selector.variable) {
            let named = variants.map { $0.keys[column] }
            missing.formUnion(wanted.map(\.rawValue).filter { !named.contains(.literal($0)) })
        }
        return missing.sorted()
    }

    private func isPlural(_ variable: String) -> Bool {
        guard let function = function(of: variable) else { return false }
        return ["integer", "number"].contains(function.name) && function.option("select") != .literal("exact")
    }
}
