/// What formats with one plural axis can carry of a message: PO and String Catalogs.
///
///     try PluralOnly(message, in: .ru, format: "PO").get().texts      // [.one: …, .few: …, .many: …, .other: …]
struct PluralOnly {
    /// The matched variable; nil where the message is one pattern.
    var selector: String?
    /// By plural category, `*` as other; one pattern as other.
    var texts: [PluralCategory: [Message.Part]] = [:]

    /// - Parameter carriesZero: whether the format's `zero` is the number 0 in every language, as Apple's is.
    /// - Throws: `Refusal` with what the format can't carry.
    init(
        _ message: Message, of source: SourceString, format: String, carriesZero: Bool = false
    ) throws(Refusal) {
        func refused(_ code: Diagnostic.Code) -> Refusal {
            Refusal(
                Diagnostic(
                    code, .warning, at: source.position, ["key": .text(source.key), "format": .text(format)]))
        }
        for part in message.patterns.joined() { if case .markup = part { throw refused(.markupNotCarried) } }
        let head = MessageHead(message)
        guard head.selectors.count <= 1 else { throw refused(.selectorsNotCarried) }
        selector = head.selectors.first
        if let selector, message.pluralSelection(of: selector) != .cardinal { throw refused(.keysNotCarried) }
        for (keys, pattern) in message.texts {
            guard let key = keys?.first, let name = key.literal else {
                texts[.other] = pattern
                continue
            }
            if carriesZero, name == "0", texts[.zero] == nil {
                texts[.zero] = pattern
                continue
            }
            // `other` beside `*` are two texts for one form.
            guard let category = PluralCategory(rawValue: name), category != .other,
                !(carriesZero && category == .zero)
            else {
                throw refused(.keysNotCarried)
            }
            texts[category] = pattern
        }
    }

    /// The source's form that is shown for a form of the translation.
    func text(for category: PluralCategory) -> [Message.Part] { texts[category] ?? texts[.other] ?? [] }
}

extension ExchangeItem {
    /// The source, and the translation where there is one that the format can carry.
    ///
    /// - Throws: `Refusal` with what the format can't carry.
    func pluralOnly(
        format: String, carriesZero: Bool = false
    ) throws(Refusal) -> (source: PluralOnly, translation: PluralOnly?) {
        let plural = try PluralOnly(message, of: source, format: format, carriesZero: carriesZero)
        guard let translation = entry?.message, units.contains(where: { $0.target != nil }) else {
            return (plural, nil)
        }
        let carried = try PluralOnly(translation, of: source, format: format, carriesZero: carriesZero)
        // The file says nothing of declarations, so that they come back as the source's.
        let head = carried.selector == nil ? MessageHead(message).withoutMatch : MessageHead(message)
        guard MessageHead(translation).text == head.text else {
            throw Refusal(
                Diagnostic(
                    .declarationsNotCarried, .warning, at: entry?.position ?? source.position,
                    ["key": .text(source.key), "format": .text(format)]))
        }
        return (plural, carried)
    }
}

extension PluralCategory {
    /// `other` as `*`.
    var messageKey: Message.Key { self == .other ? .catchall : .literal(rawValue) }
}
