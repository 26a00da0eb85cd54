/// Every interface string of every language: `Locales/<tag>/<table>.json`, each value a MessageFormat 2 message.
///
///     let strings = try StringTables.load(folder: URL(filePath: "Locales"))
///     strings.text("shop.cart.items", ["count": 3], along: [.kk, .ru])?.value     // "3 зат"
///
/// `Locales/source` is what all others are translated from, with notes for translators; `<table>.state.json` beside a table says how
/// far each translation is. A key is the table's name, a dot, and the key in the file. A missing string is nil, never its own key.
public struct StringTables: Sendable {
    /// Language → key → string; the source's language among them.
    public private(set) var strings: [LanguageTag: [String: Entry]]
    /// The source strings with their notes, by key.
    public private(set) var sources: [String: SourceString]
    public private(set) var sourceLanguage: LanguageTag
    public var glossary = Glossary()

    public struct Entry: Sendable {
        public var source: String
        public var position: SourcePosition
        /// Nil where the message does not parse; `error` says why.
        public var message: Message?
        public var error: MessageError?
        /// What the state file says; translated where it says nothing.
        public var state = TranslationState.translated
        public var maker = TextMaker.human
        /// The hash of the source that it was made of; nil where nobody noted it.
        public var sourceHash: String?

        public init(_ source: String, at position: SourcePosition) {
            self.source = source
            self.position = position
            do throws(MessageError) { message = try Message(source) } catch { self.error = error }
        }
    }

    public init(sourceLanguage: LanguageTag = .en) {
        (strings, sources, self.sourceLanguage) = ([:], [:], sourceLanguage)
    }

    public var languages: [LanguageTag] { strings.keys.sorted() }

    /// How far a translation is, its source's changes counted; nil where there is none.
    public func state(of key: String, in language: LanguageTag) -> TranslationState? {
        guard let entry = strings[language]?[key] else { return nil }
        guard language != sourceLanguage, let hash = entry.sourceHash, let source = sources[key], source.hash != hash
        else { return entry.state }
        return .stale
    }

    /// The string in the first language of the chain that has it and whose message is sound. One that is still `new` is passed over; a
    /// stale one is served, for the language's readers can do more with it than with another language.
    public func text(
        _ key: String, _ arguments: [String: MessageArgument] = [:], along chain: [LanguageTag]
    ) -> Served<String>? {
        guard let wanted = chain.first else { return nil }
        for language in chain {
            guard let entry = strings[language]?[key], let message = entry.message, entry.state != .new else {
                continue
            }
            let text = message.format(arguments, in: language, bidi: .none).text
            guard !text.isEmpty else { continue }
            return Served(value: text, language: language, origin: origin(entry, language, wanted: wanted))
        }
        return nil
    }

    private func origin(_ entry: Entry, _ language: LanguageTag, wanted: LanguageTag) -> Origin {
        if language != wanted { return .fallback(from: wanted) }
        return entry.maker == .converted
            ? .converted(from: ScriptConversion.source(of: language) ?? language) : .original
    }

    /// Whether a language has a sound text of its own: a variant of it may be empty only where the source has an empty one too.
    public func hasText(_ key: String, in language: LanguageTag) -> Bool {
        guard let message = strings[language]?[key]?.message, !message.isEmpty else { return false }
        let mayBeEmpty = sources[key]?.message?.patterns.contains(where: \.isEmpty) ?? false
        return mayBeEmpty || !message.patterns.contains(where: \.isEmpty)
    }

    public subscript(language: LanguageTag, key: String) -> Entry? {
        get { strings[language]?[key] }
        set { strings[language, default: [:]][key] = newValue }
    }

    /// A string of the source, which is one of its language too.
    public mutating func add(_ source: SourceString) {
        sources[source.key] = source
        strings[sourceLanguage, default: [:]][source.key] = Entry(source.text, at: source.position)
    }
}
