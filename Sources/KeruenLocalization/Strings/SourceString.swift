/// What a text is for: how much it matters that it is there, and in which languages.
public enum TextClass: String, CaseIterable, Hashable, Sendable {
    /// What the law asks for: the seller, notices, terms. Its absence fails a build.
    case legal
    case interface
    case marketing
}

/// How far a translation is.
public enum TranslationState: String, CaseIterable, Hashable, Sendable {
    case new
    case translated
    case reviewed
    /// The source has changed since.
    case stale
    /// Made by a machine or written over from another script.
    case needsReview = "needs-review"

    /// Whether it counts as a translation.
    public var isUsable: Bool { self == .translated || self == .reviewed || self == .needsReview }
}

/// Who made a translation.
public enum TextMaker: String, CaseIterable, Hashable, Sendable { case human, machine, converted }

/// A string as it is written first, with what translators need to know.
public struct SourceString: Hashable, Sendable {
    /// The table's name, a dot, and the key in its file: `shop.cart.items`.
    public var key: String
    public var text: String
    public var position: SourcePosition
    /// Nil where the text is no message.
    public var message: Message?
    /// What it is for and where it stands.
    public var comment: String?
    /// In characters as readers count them.
    public var maxLength: Int?
    /// By the arguments' names.
    public var arguments: [String: ArgumentNote]
    public var textClass: TextClass
    /// The markets that it is for; all where it names none.
    public var markets: [String] = []
    /// The languages that rightly have the source's own words: a name or a loan that nobody forgot to translate.
    public var sameIn: [LanguageTag] = []

    /// What an argument holds.
    public struct ArgumentNote: Hashable, Sendable {
        public var type: ArgumentType
        public var examples: [String]

        public init(type: ArgumentType, examples: [String] = []) { (self.type, self.examples) = (type, examples) }
    }

    public enum ArgumentType: String, CaseIterable, Hashable, Sendable {
        case text, integer, number, money, date
    }

    public init(
        key: String, text: String, position: SourcePosition, comment: String? = nil, maxLength: Int? = nil,
        arguments: [String: ArgumentNote] = [:], textClass: TextClass = .interface
    ) {
        self.key = key
        self.text = text
        self.position = position
        message = try? Message(text)
        self.comment = comment
        self.maxLength = maxLength
        self.arguments = arguments
        self.textClass = textClass
    }

    /// Whether a market needs it.
    public func isFor(_ market: String) -> Bool { markets.isEmpty || markets.contains(market) }

    /// Of the message's canonical form: what a translation was made of. Spaces between placeholders' parts change nothing.
    public var hash: String { Self.hash(of: message?.description ?? text) }

    /// FNV-1a, 64 bits, in hexadecimal digits.
    static func hash(of text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// What an argument holds: what the notes say, else what the message does with it.
    public func type(of argument: String) -> ArgumentType {
        if let note = arguments[argument] { return note.type }
        switch message?.function(ofArgument: argument)?.name {
        case "integer", "offset": return .integer
        case "number", "percent", "unit": return .number
        case "currency": return .money
        case "date", "time", "datetime": return .date
        default: return .text
        }
    }
}

extension Message {
    /// The first function that an argument is handed to.
    public func function(ofArgument name: String) -> Function? {
        for declaration in declarations where declaration.value.operand == .variable(name) {
            if let function = declaration.value.function { return function }
        }
        for case .placeholder(let expression) in patterns.joined() where expression.operand == .variable(name) {
            if let function = expression.function { return function }
        }
        return nil
    }
}
