public import Foundation

extension XCStrings {
    /// Takes a catalog's texts of one language into the tables, and tells what was not taken.
    ///
    ///     let report = try XCStrings.read(data, as: "Shop.xcstrings", into: &tables, language: .ru)
    ///
    /// - Parameters:
    ///   - file: how findings call the file.
    ///   - language: whose texts; a catalog holds many.
    /// - Throws: `Refusal` with `notUTF8`, `brokenSyntax`, `tooLarge` or `duplicateKey`, with `brokenExchange` for JSON that is
    ///   no catalog, or `exchangeLanguage` for one of another source language; the tables are as they were.
    public static func read(
        _ data: Data, as file: String, into tables: inout StringTables, language: LanguageTag
    ) throws(Refusal) -> ExchangeReport {
        let root = try DocumentReader(maximumValues: 2_000_000).read(data, as: file)
        let version = root["version"]?.text ?? ""
        guard let strings = root["strings"], case .map(let entries) = strings.content, version.hasPrefix("1.") else {
            let problem = version.isEmpty ? "no-catalog" : "version \(version)"
            throw Refusal(
                Diagnostic(
                    .brokenExchange, at: root.position, ["format": .text(format), "problem": .text(problem)]))
        }
        let from = root["sourceLanguage"]
        let target = try LanguageTag.ofExchange(
            "", wanted: language, source: tables.sourceLanguage, at: from?.position ?? root.position)
        guard let origin = from?.text.flatMap({ try? LanguageTag($0) }), origin.readsLike(tables.sourceLanguage) else {
            throw Refusal(
                Diagnostic(
                    .exchangeLanguage, .error, at: from?.position ?? root.position,
                    XLIFF.arguments(found: from?.text ?? "", wanted: tables.sourceLanguage.description)))
        }
        var reading = XCStringsReading(ExchangeIntake(tables, target))
        for entry in entries { reading.read(entry) }
        tables = reading.intake.tables
        return reading.intake.report
    }
}

private struct XCStringsReading {
    var intake: ExchangeIntake

    init(_ intake: ExchangeIntake) { self.intake = intake }

    mutating func read(_ entry: DocumentNode.Entry) {
        guard let source = intake.tables.sources[entry.key], let message = source.message else {
            return intake.find(.unknownExchangeKey, at: entry.keyPosition, ["key": .text(entry.key)])
        }
        let localizations = entry.value["localizations"]
        guard let node = localization(localizations, intake.language) else { return }
        let places = FormatPlaces(message, source)
        var received = ReceivedMessage(key: entry.key, position: node.position)
        var shown: [[Message.Key]?: [Message.Part]] = [:]
        if let original = localization(localizations, intake.tables.sourceLanguage) {
            var ignored = ReceivedMessage(key: entry.key, position: original.position)
            var unheard = ExchangeIntake(StringTables(), intake.language)
            Self.units(original, places, &ignored, &unheard)
            for unit in ignored.units { shown[unit.keys] = unit.pattern }
        }
        Self.units(node, places, &received, &intake)
        for index in received.units.indices {
            let keys = received.units[index].keys
            let fallback = shown[[.catchall]] ?? shown[nil]
            received.units[index].source = keys == nil ? shown[nil] ?? shown[[.catchall]] : shown[keys] ?? fallback
        }
        settle(&received)
        intake.take(received)
    }

    private func localization(_ node: DocumentNode?, _ language: LanguageTag) -> DocumentNode? {
        let named = node?.entries.map { (tag: try? LanguageTag($0.key), value: $0.value) } ?? []
        return (named.first { $0.tag == language } ?? named.first { $0.tag?.readsLike(language) == true })?.value
    }

    private static func units(
        _ node: DocumentNode, _ places: FormatPlaces, _ received: inout ReceivedMessage,
        _ intake: inout ExchangeIntake
    ) {
        if let unit = node["stringUnit"] { add(unit, nil, places, &received, &intake) }
        for variation in node["variations"]?.entries ?? [] {
            guard variation.key == "plural" else {
                skip(variation.key, variation.keyPosition, &received, &intake)
                continue
            }
            let forms = variation.value.entries
            for form in forms where PluralCategory(rawValue: form.key) == nil {
                skip(form.key, form.keyPosition, &received, &intake)
            }
            // A catalog's keys are in no order of their own.
            for category in PluralCategory.allCases {
                guard let form = forms.first(where: { $0.key == category.rawValue }) else { continue }
                guard let unit = form.value["stringUnit"] else {
                    skip(form.key, form.keyPosition, &received, &intake)
                    continue
                }
                // Apple's zero is the number, in languages without such a form too.
                let isNumber =
                    category == .zero && PluralCategory.categories(of: intake.language)?.contains(.zero) != true
                let key: Message.Key = isNumber ? .literal("0") : category.messageKey
                add(unit, [key], places, &received, &intake)
            }
        }
        for entry in node.entries where !["stringUnit", "variations"].contains(entry.key) {
            skip(entry.key, entry.keyPosition, &received, &intake)
        }
    }

    /// Devices, substitutions and whatever Apple adds.
    private static func skip(
        _ name: String, _ position: SourcePosition, _ received: inout ReceivedMessage, _ intake: inout ExchangeIntake
    ) {
        received.isBroken = true
        intake.find(.unreadPart, at: position, ["part": .text(name)])
    }

    private static func add(
        _ node: DocumentNode, _ keys: [Message.Key]?, _ places: FormatPlaces, _ received: inout ReceivedMessage,
        _ intake: inout ExchangeIntake
    ) {
        let id = UnitName(received.key, keys).description
        let word = node["state"]?.text ?? "translated"
        let state: TranslationState? =
            switch word {
            case "new": .new
            case "translated": .translated
            case "needs_review": .needsReview
            case "stale": .stale
            default: nil
            }
        if state == nil {
            intake.find(
                .notAChoice, .warning, at: node["state"]?.position ?? node.position,
                ["field": "state", "value": .text(word), "choices": "new, translated, needs_review, stale"])
        }
        let value = node["value"]?.text ?? ""
        let position = node["value"]?.position ?? node.position
        var pattern: [Message.Part]?
        if !value.isEmpty || (node["value"] != nil && state != .new) {
            do throws(FormatPlaces.Stranger) {
                pattern = try places.parts(value)
            } catch {
                received.isBroken = true
                intake.find(
                    .inventedPlaceholder, at: position, ["id": .text(id), "placeholder": .text(error.text)])
            }
        }
        received.units.append(.init(keys: keys, pattern: pattern, state: state ?? .needsReview, position: position))
    }

    /// Catalogs have three states; what the tables knew better of an unchanged text stays.
    private func settle(_ received: inout ReceivedMessage) {
        guard let existing = intake.tables[intake.language, received.key], let message = existing.message else {
            return
        }
        let known = intake.tables.state(of: received.key, in: intake.language) ?? existing.state
        let old = Set(message.patterns.map(\.source))
        guard old == Set(received.units.compactMap { $0.pattern?.source }) else { return }
        received.maker = existing.maker
        for index in received.units.indices
        where XCStrings.name(known) == XCStrings.name(received.units[index].state) {
            received.units[index].state = known
        }
    }
}
