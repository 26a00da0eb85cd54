/// A string as translators get it: the source, what is there already, and a unit for each text that they write.
struct ExchangeItem {
    var source: SourceString
    var message: Message
    /// Of the translation that is there; else of what is wanted.
    var head: MessageHead
    var units: [Unit]
    /// Nil where nothing is translated.
    var entry: StringTables.Entry?
    var state: TranslationState

    struct Unit {
        var keys: [Message.Key]?
        var source: [Message.Part]
        var target: [Message.Part]?
        /// What the translation said before the source changed its variants.
        var previous: [Message.Part]?
    }

    /// The strings of a table in the order of its file, and what is wrong with those that are left out.
    static func items(
        _ tables: StringTables, _ language: LanguageTag, _ table: String, _ findings: inout [Diagnostic]
    ) -> [ExchangeItem] {
        guard language != tables.sourceLanguage else {
            findings.append(
                Diagnostic(.intoSourceLanguage, .error, at: nil, ["language": .text(language.description)]))
            return []
        }
        let prefix = table + "."
        let sources = tables.sources.values.filter { $0.key.hasPrefix(prefix) }
        return sources.sorted { ($0.position, $0.key) < ($1.position, $1.key) }.compactMap {
            ExchangeItem($0, tables, language, &findings)
        }
    }

    private init?(
        _ source: SourceString, _ tables: StringTables, _ language: LanguageTag, _ findings: inout [Diagnostic]
    ) {
        func find(_ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ more: [String: Diagnostic.Argument] = [:])
        {
            findings.append(
                Diagnostic(code, severity, at: source.position, more.merging(["key": .text(source.key)]) { $1 }))
        }
        guard let message = source.message else {
            find(.sourceIsNoMessage, .error)
            return nil
        }
        (self.source, self.message) = (source, message)
        entry = tables[language, source.key]
        state = tables.state(of: source.key, in: language) ?? .new
        let translation = entry?.message
        if let entry, translation == nil {
            findings.append(
                Diagnostic(
                    .translationIsNoMessage, .warning, at: entry.position,
                    ["key": .text(source.key), "language": .text(language.description)]))
        }
        let plan = VariantPlan(message, in: language)
        if !plan.hasRules { find(.unknownPluralRules, .warning, ["language": .text(language.description)]) }
        let sourceHead = MessageHead(message)
        let texts = translation?.texts ?? []
        guard plan.count <= VariantPlan.most, texts.count <= VariantPlan.most else {
            find(
                .tooManyVariants, .error,
                ["count": .integer(max(plan.count, texts.count)), "limit": .integer(VariantPlan.most)])
            return nil
        }
        let wanted = plan.keys.map { $0.map(Optional.some) } ?? [nil]
        if let translation, state != .stale || MessageHead(translation).selectors == sourceHead.selectors {
            head = MessageHead(translation)
            units = texts.map { Unit(keys: $0.keys, source: message.pattern(for: $0.keys), target: $0.pattern) }
            guard head.selectors == sourceHead.selectors else { return }
            let present = Set(texts.map(\.keys))
            units += wanted.filter { !present.contains($0) }.map { Unit(keys: $0, source: message.pattern(for: $0)) }
        } else {
            // There is nothing, or it was made of a message with other variants.
            head = sourceHead
            units = wanted.map {
                Unit(keys: $0, source: message.pattern(for: $0), previous: translation?.pattern(for: $0))
            }
            entry = translation == nil ? nil : entry
        }
    }

    /// What a translator should know, a line each: the comment, the class, what the arguments hold.
    var notes: [String] {
        var notes = (source.comment ?? "").isEmpty ? [] : [source.comment ?? ""]
        notes.append("class: \(source.textClass.rawValue)")
        for name in message.argumentNames {
            let examples = (source.arguments[name]?.examples ?? []).joined(separator: ", ")
            let type = source.type(of: name).rawValue
            notes.append("{$\(name)}: \(type)" + (examples.isEmpty ? "" : ": \(examples)"))
        }
        return notes
    }
}
