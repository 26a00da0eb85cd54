public import Foundation

extension XLIFF {
    /// Takes a translators' file into the tables, and tells what was not taken.
    ///
    ///     let report = try XLIFF.read(data, as: "shop.ru.xlf", into: &tables)
    ///     for finding in report.findings { print(finding.code, finding.position) }
    ///
    /// A message is taken with the texts that it has, if they make a sound one: a missing plural form is a warning. One with a
    /// placeholder of the translator's own is not taken. One that lost an argument altogether is taken for review.
    /// - Parameters:
    ///   - file: how findings call the file.
    ///   - language: what the file has to be translated into; whatever it says where nil.
    /// - Throws: `Refusal` with `brokenXML`, `notUTF8`, `tooLarge`, or `brokenExchange` for XML that is no XLIFF 1.2; the
    ///   tables are as they were.
    public static func read(
        _ data: Data, as file: String, into tables: inout StringTables, expecting language: LanguageTag? = nil
    ) throws(Refusal) -> ExchangeReport {
        let root = try XMLReader().read(data, as: file)
        let version = root.attributes["version"] ?? ""
        guard root.localName == "xliff", version.hasPrefix("1.") else {
            let problem = root.localName == "xliff" ? "XLIFF \(version)" : "<\(root.name)>"
            throw Refusal(
                Diagnostic(.brokenExchange, at: root.position, ["format": "XLIFF", "problem": .text(problem)]))
        }
        var report = ExchangeReport()
        for element in root.elements(named: "file") {
            let found = element.attributes["target-language"] ?? ""
            let from = element.attributes["source-language"] ?? ""
            let target: LanguageTag
            do {
                target = try LanguageTag.ofExchange(
                    found, wanted: language, source: tables.sourceLanguage, at: element.position)
            } catch {
                report.findings += error.diagnostics
                continue
            }
            guard let origin = try? LanguageTag(from), origin.readsLike(tables.sourceLanguage) else {
                let wanted = tables.sourceLanguage.description
                report.findings.append(
                    Diagnostic(.exchangeLanguage, at: element.position, arguments(found: from, wanted: wanted)))
                continue
            }
            var reading = XLIFFReading(ExchangeIntake(tables, target))
            reading.read(element)
            reading.finish()
            tables = reading.intake.tables
            report.applied += reading.intake.report.applied
            report.findings += reading.intake.report.findings
        }
        report.findings.sort { ($0.position ?? .init(file: file)) < ($1.position ?? .init(file: file)) }
        return report
    }
}

/// Collects the units of a file by message.
private struct XLIFFReading {
    var intake: ExchangeIntake
    private var messages: [ReceivedMessage] = []
    private var places: [String: Int] = [:]
    private var codes: [String: InlineCodes] = [:]

    init(_ intake: ExchangeIntake) { self.intake = intake }

    mutating func read(_ element: XMLDocumentElement) {
        for child in element.elements {
            switch child.localName {
            case "body", "group": read(child)
            case "trans-unit": readUnit(child)
            case "bin-unit":
                intake.find(.unreadPart, .warning, at: child.position, ["part": "<bin-unit>"])
            default: break
            }
        }
    }

    mutating func finish() {
        for message in messages { intake.take(message) }
    }

    private mutating func readUnit(_ element: XMLDocumentElement) {
        let sources = intake.tables.sources
        let names = [element.attributes["id"], element.attributes["resname"]].compactMap { $0 }
        let known = names.lazy.compactMap { UnitName($0, isKnown: { sources[$0]?.message != nil }) }.first
        guard let name = known else {
            return intake.find(.unknownExchangeKey, at: element.position, ["key": .text(names.first ?? "")])
        }
        let place = places[name.key] ?? messages.count
        if place == messages.count {
            places[name.key] = place
            messages.append(ReceivedMessage(key: name.key, position: element.position))
            codes[name.key] = sources[name.key]?.message.map { InlineCodes($0) }
        }
        guard let codes = codes[name.key] else { return }
        let target = element["target"]
        let word = target?.attributes["state"] ?? "translated"
        let state = XLIFF.state(word)
        if state == nil {
            intake.find(
                .notAChoice, .warning, at: target?.position ?? element.position,
                ["field": "state", "value": .text(word), "choices": "new, translated, final"])
        }
        if let lang = target?.attributes["xml:lang"], (try? LanguageTag(lang))?.readsLike(intake.language) != true {
            messages[place].isBroken = true
            return intake.find(
                .exchangeLanguage, at: target?.position ?? element.position,
                XLIFF.arguments(found: lang, wanted: intake.language.description))
        }
        let id = name.description
        // Without content a new text is none; a translated one may be empty on purpose, and then says so, or its source is empty too.
        let isEmpty = target?.content.isEmpty ?? true
        let isSourceEmpty = element["source"]?.content.isEmpty ?? false
        let isStated = target?.attributes["state"] != nil
        let isWritten = !isEmpty || (isStated ? state != .new : isSourceEmpty)
        var pattern: [Message.Part]?
        if let target, isWritten {
            pattern = XLIFFInline.read(target, of: id, codes, &intake.report.findings)
            if pattern == nil { messages[place].isBroken = true }
        }
        var ignored: [Diagnostic] = []
        let source = element["source"].flatMap { XLIFFInline.read($0, of: id, codes, &ignored) }
        // Tools fill what nobody has translated with the source.
        if state == .new || !isStated, isFilled(pattern, with: source, of: name.key) { pattern = nil }
        messages[place].units.append(
            .init(
                keys: name.keys, pattern: pattern, source: source, state: state ?? .needsReview,
                position: target?.position ?? element.position))
        note(element, target, at: place)
    }

    /// Whether a tool has put the source where nobody has translated it: words that should be others in this language.
    private func isFilled(_ pattern: [Message.Part]?, with source: [Message.Part]?, of key: String) -> Bool {
        guard let pattern, pattern.source == source?.source else { return false }
        let hasWords = pattern.contains {
            if case .text(let text) = $0 { text.contains(where: \.isLetter) } else { false }
        }
        return hasWords && intake.tables.sources[key]?.sameIn.contains(intake.language) != true
    }

    /// What the unit says about the whole message.
    private mutating func note(_ element: XMLDocumentElement, _ target: XMLDocumentElement?, at place: Int) {
        messages[place].sourceHash = messages[place].sourceHash ?? element.attributes["kr:hash"]
        if let text = element.attributes["kr:head"], messages[place].head == nil {
            messages[place].head = MessageHead(text)
            if messages[place].head == nil {
                intake.find(.unreadPart, .warning, at: element.position, ["part": "kr:head"])
            }
        }
        if target?.attributes["state-qualifier"] == "mt-suggestion" {
            messages[place].maker = .machine
        } else if let text = element.attributes["kr:origin"], messages[place].maker == nil {
            messages[place].maker = TextMaker(rawValue: text)
            if messages[place].maker == nil {
                intake.find(.unreadPart, .warning, at: element.position, ["part": "kr:origin"])
            }
        }
    }
}
