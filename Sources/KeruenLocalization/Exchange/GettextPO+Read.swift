public import Foundation

extension GettextPO {
    /// Takes a translators' file into the tables, and tells what was not taken.
    ///
    ///     let report = try GettextPO.read(data, as: "shop.ru.po", into: &tables)
    ///
    /// Forms are told apart by CLDR, never by the header; one that names another number of them is reported.
    /// - Parameters:
    ///   - file: how findings call the file.
    ///   - language: what the file has to be translated into; what its header says where nil.
    /// - Throws: `Refusal` with `notUTF8`, `brokenExchange`, or `exchangeLanguage` where the header's language is not the
    ///   one; the tables are as they were.
    public static func read(
        _ data: Data, as file: String, into tables: inout StringTables, expecting language: LanguageTag? = nil
    ) throws(Refusal) -> ExchangeReport {
        let po = try POFile(data, file)
        let start = SourcePosition(file: file, line: po.headerLine, column: 1)
        let found = po.header["language"] ?? ""
        let target = try LanguageTag.ofExchange(
            found, wanted: language, source: tables.sourceLanguage, at: start)
        var intake = ExchangeIntake(tables, target)
        let forms = GettextPluralForms(target)
        if let forms, let header = po.header["plural-forms"],
            GettextPluralForms.count(in: header) != forms.categories.count
        {
            intake.find(
                .pluralFormsMismatch, .warning, at: start,
                ["found": .text(header), "wanted": .text(forms.header), "language": .text(target.description)])
        }
        var seen: Set<String> = []
        for entry in po.entries {
            let position = SourcePosition(file: file, line: entry.line, column: 1)
            guard let key = entry.context, tables.sources[key]?.message != nil else {
                intake.find(
                    .unknownExchangeKey, at: position, ["key": .text(entry.context ?? entry.id ?? "")])
                continue
            }
            guard seen.insert(key).inserted else {
                intake.find(.duplicateUnit, at: position, ["id": .text(key)])
                continue
            }
            var message = received(entry, key, position, forms, target, &intake)
            // What is of an older source does not complete a newer one.
            let isCurrent = intake.tables.state(of: key, in: target) != .stale
            completeForms(of: &message, entry, isCurrent ? intake.tables[target, key]?.message : nil)
            intake.take(message)
        }
        tables = intake.tables
        return intake.report
    }

    private static func received(
        _ entry: POFile.Entry, _ key: String, _ position: SourcePosition, _ forms: GettextPluralForms?,
        _ language: LanguageTag, _ intake: inout ExchangeIntake
    ) -> ReceivedMessage {
        var received = ReceivedMessage(key: key, position: position)
        let isPlural = entry.plural != nil
        var categories = isPlural ? forms?.categories ?? [] : [.other]
        // One form for all numbers, as many Kazakh files have it, is the form of all numbers.
        if isPlural, entry.texts.count == 1, categories.count > 1 { categories = [.other] }
        for (index, text) in entry.texts.sorted(by: { $0.key < $1.key }) {
            let position = SourcePosition(file: position.file, line: text.line, column: 1)
            guard index < categories.count else {
                intake.find(
                    .pluralFormsMismatch, at: position,
                    [
                        "found": .text("msgstr[\(index)]"), "wanted": .text(forms?.header ?? "0"),
                        "language": .text(language.description),
                    ])
                received.isBroken = true
                continue
            }
            let keys = isPlural ? [categories[index].messageKey] : nil
            let pattern = pattern(text.text, UnitName(key, keys), position, &intake)
            if pattern == nil, !text.text.isEmpty { received.isBroken = true }
            // Of a plural the source shows one and other.
            let shown: String? =
                switch categories[index] {
                case .one where isPlural: entry.id
                case .other: entry.plural ?? entry.id
                default: nil
                }
            received.units.append(
                .init(
                    keys: keys, pattern: text.text.isEmpty ? nil : pattern,
                    source: shown.flatMap(parts), state: .translated,
                    position: position))
        }
        settle(
            &received, isFuzzy: entry.isFuzzy, intake.tables[language, key], intake.tables.state(of: key, in: language))
        return received
    }

    /// The last form of Russian is that of fractions, which gettext does not count: files with the usual three forms lack it. It is taken
    /// from the translation that is there, else from the form of few, for somebody to read again.
    private static func completeForms(
        of received: inout ReceivedMessage, _ entry: POFile.Entry, _ existing: Message?
    ) {
        guard entry.plural != nil, received.units.allSatisfy({ $0.pattern != nil }), !received.units.isEmpty,
            !received.units.contains(where: { $0.keys == [.catchall] })
        else { return }
        let known = existing?.texts.first { $0.keys == [.catchall] }?.pattern
        guard var last = received.units.first(where: { $0.keys == [.literal("few")] }) ?? received.units.last else {
            return
        }
        last.keys = [.catchall]
        last.source = nil
        if let known { last.pattern = known } else { last.state = .needsReview }
        received.units.append(last)
    }

    /// PO knows finished and unfinished; what the tables knew better of an unchanged text stays.
    private static func settle(
        _ received: inout ReceivedMessage, isFuzzy: Bool, _ existing: StringTables.Entry?,
        _ state: TranslationState?
    ) {
        let old = (existing?.message?.texts ?? []).map(\.pattern.source)
        let new = received.units.compactMap { $0.pattern?.source }
        let isSame = !old.isEmpty && Set(old) == Set(new)
        if isSame, let existing { received.maker = existing.maker }
        let known = isSame ? state : nil
        let unfinished = known.flatMap { $0.rank < TranslationState.translated.rank ? $0 : nil }
        let finished: TranslationState = known == .reviewed ? .reviewed : .translated
        for index in received.units.indices {
            received.units[index].state = isFuzzy ? unfinished ?? .needsReview : finished
        }
    }

    private static func pattern(
        _ text: String, _ name: UnitName, _ position: SourcePosition, _ intake: inout ExchangeIntake
    ) -> [Message.Part]? {
        do throws(MessageError) {
            guard case .pattern(let parts) = try Message("{{" + text + "}}").body else { return nil }
            return parts
        } catch {
            intake.find(
                .unsoundMessage, at: position, ["key": .text(name.description)].merging(error.arguments) { $1 })
            return nil
        }
    }

    private static func parts(_ text: String) -> [Message.Part]? {
        guard case .pattern(let parts)? = try? Message("{{" + text + "}}").body else { return nil }
        return parts
    }
}
