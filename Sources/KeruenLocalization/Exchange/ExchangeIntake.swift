/// A message's texts as a translators' file has them.
struct ReceivedMessage {
    var key: String
    var position: SourcePosition
    var units: [Unit] = []
    /// What the file says about the message's head; nil where it says nothing.
    var head: MessageHead?
    var maker: TextMaker?
    /// Of the source that the file was made of.
    var sourceHash: String?
    /// Whether some of its texts can't be read; the reader has said why.
    var isBroken = false

    struct Unit {
        var keys: [Message.Key]?
        /// Nil where it is not translated.
        var pattern: [Message.Part]?
        /// The source's text as the file shows it.
        var source: [Message.Part]?
        var state: TranslationState
        var position: SourcePosition
    }
}

/// Puts together the messages of a translators' file and takes them into the tables; whatever can't be taken is a finding.
struct ExchangeIntake {
    var tables: StringTables
    let language: LanguageTag
    var report = ExchangeReport()

    init(_ tables: StringTables, _ language: LanguageTag) { (self.tables, self.language) = (tables, language) }

    mutating func find(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity = .error, at position: SourcePosition,
        _ arguments: [String: Diagnostic.Argument] = [:]
    ) {
        report.findings.append(Diagnostic(code, severity, at: position, arguments))
    }

    mutating func take(_ received: ReceivedMessage) {
        guard let source = tables.sources[received.key], let message = source.message else {
            return find(.unknownExchangeKey, at: received.position, ["key": .text(received.key)])
        }
        guard !received.isBroken else { return }
        let existing = tables[language, received.key]
        var units = unique(received)
        reportMissing(units, received, message)
        units.removeAll { $0.pattern == nil }
        guard !units.isEmpty else { return }
        guard let head = head(of: units, received, message, existing?.message) else {
            return find(
                .unsoundMessage, at: received.position,
                ["key": .text(received.key)].merging(MessageError(.variantKeyMismatch, "").arguments) { $1 })
        }
        units = inOrder(units, of: existing?.message)
        let result = head.message(of: units.map { ($0.keys, $0.pattern ?? []) })
        let text = result.description
        var entry = StringTables.Entry(text, at: received.position)
        guard result.validate().isEmpty, entry.message?.description == text else {
            let error = result.validate().first ?? entry.error ?? MessageError(.syntax, text)
            return find(
                .unsoundMessage, at: received.position, ["key": .text(received.key)].merging(error.arguments) { $1 })
        }
        guard !hasInvented(result, units, received.key, source, message) else { return }
        let isComplete = checkLost(result, units, received.key, message)
        checkLengths(units, received.key, source)

        let isSame = existing?.message?.description == text
        if isSame, let existing { entry = existing }
        let worst = units.map(\.state).min { $0.rank < $1.rank } ?? .translated
        entry.state = isComplete || worst.rank < TranslationState.needsReview.rank ? worst : .needsReview
        entry.maker = maker(received, existing, isSame: isSame)
        entry.sourceHash = sourceHash(received, units, source, message, existing, entry.state)
        tables[language, received.key] = entry
        report.applied += 1
    }

    /// Without those whose keys came already.
    private mutating func unique(_ received: ReceivedMessage) -> [ReceivedMessage.Unit] {
        var seen: Set<[Message.Key]?> = []
        return received.units.filter { unit in
            if seen.insert(unit.keys).inserted { return true }
            let name = UnitName(received.key, unit.keys).description
            find(.duplicateUnit, at: unit.position, ["id": .text(name)])
            return false
        }
    }

    private mutating func reportMissing(
        _ units: [ReceivedMessage.Unit], _ received: ReceivedMessage, _ message: Message
    ) {
        let translated = units.filter { $0.pattern != nil }
        guard !translated.isEmpty else { return }
        for unit in units where unit.pattern == nil {
            let name = UnitName(received.key, unit.keys).description
            find(.missingVariant, .warning, at: unit.position, ["id": .text(name)])
        }
        // Only a match on the source's variables can lack what the source's plan wants.
        let selectors = MessageHead(message).selectors
        guard translated.allSatisfy({ $0.keys?.count == selectors.count }),
            received.head.map({ $0.selectors == selectors }) ?? true
        else { return }
        let present = Set(units.map(\.keys))
        for keys in VariantPlan(message, in: language).keys ?? [] where !present.contains(keys) {
            let name = UnitName(received.key, keys).description
            find(.missingVariant, .warning, at: received.position, ["id": .text(name)])
        }
    }

    /// The file's word, else the first that fits: the source's, or that of the translation that is there.
    private func head(
        of units: [ReceivedMessage.Unit], _ received: ReceivedMessage, _ message: Message, _ existing: Message?
    ) -> MessageHead? {
        let isOne = units.count == 1 && units[0].keys == nil
        var candidates = [received.head, MessageHead(message), existing.map { MessageHead($0) }].compactMap { $0 }
        if isOne { candidates = candidates.map(\.withoutMatch) }
        candidates.removeAll { head in
            isOne ? false : !units.allSatisfy { $0.keys?.count == head.selectors.count } || head.selectors.isEmpty
        }
        let used = Set(units.flatMap { $0.pattern ?? [] }.compactMap(\.anchor).filter { $0.first == "$" })
        let given = Set(message.argumentNames.map { "$" + $0 })
        return candidates.first { head in
            used.subtracting(given).isSubset(of: Set(head.declarations.map { "$" + $0.variable }))
        } ?? candidates.first
    }

    /// As the translation that is there has them, where it has the same.
    private func inOrder(_ units: [ReceivedMessage.Unit], of existing: Message?) -> [ReceivedMessage.Unit] {
        guard let order = existing?.texts.map(\.keys), order.count == units.count else { return units }
        let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        guard units.allSatisfy({ places[$0.keys] != nil }) else { return units }
        return units.sorted { (places[$0.keys] ?? 0) < (places[$1.keys] ?? 0) }
    }

    private func maker(
        _ received: ReceivedMessage, _ existing: StringTables.Entry?, isSame: Bool
    ) -> TextMaker {
        guard let existing else { return received.maker ?? .human }
        if isSame { return received.maker ?? existing.maker }
        // The mark of the text that was sent out, and the text is another now.
        return received.maker == existing.maker ? .human : received.maker ?? .human
    }

    private mutating func sourceHash(
        _ received: ReceivedMessage, _ units: [ReceivedMessage.Unit], _ source: SourceString, _ message: Message,
        _ existing: StringTables.Entry?, _ state: TranslationState
    ) -> String? {
        let now = source.hash
        let shown = units.first { unit in
            unit.source.map { $0.source != message.pattern(for: unit.keys).source } ?? false
        }
        let hash = received.sourceHash ?? shown.map { SourceString.hash(of: $0.source?.source ?? "") } ?? now
        if hash != now {
            find(.sourceChanged, .warning, at: received.position, ["key": .text(received.key)])
        }
        return state == .stale ? existing?.sourceHash : hash
    }
}

extension TranslationState {
    /// The higher, the further.
    var rank: Int {
        switch self {
        case .new: 0
        case .stale: 1
        case .needsReview: 2
        case .translated: 3
        case .reviewed: 4
        }
    }
}
