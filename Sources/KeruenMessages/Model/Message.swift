/// A parsed MessageFormat 2 message (LDML 48): text with placeholders and plural variants.
///
///     let message = try Message(".input {$count :integer} .match $count one {{товар}} few {{товара}} * {{товаров}}")
///     message.format(["count": 3], in: .ru).text      // "товара"
///
/// Every part knows where it stands in the source. A message may be built or changed by hand; `validate()` says whether it
/// still makes sense, `description` writes it.
public struct Message: Hashable, Sendable {
    public var declarations: [Declaration]
    public var body: Body

    public init(declarations: [Declaration] = [], body: Body) {
        self.declarations = declarations
        self.body = body
    }

    /// - Throws: `MessageError` with a position in the source: the first fault of its grammar, or else of its sense.
    public init(_ source: String) throws(MessageError) {
        self = try Message(parsing: source)
        if let error = validate(source: source, atMost: 1).first { throw error }
    }

    /// Reads the grammar alone; `validate(source:)` says what else is wrong, all of it.
    public init(parsing source: String) throws(MessageError) {
        var parser = try MessageParser(source)
        self = try parser.message()
    }
}

/// A place in a message's source, in bytes of UTF-8.
public typealias SourceRange = Range<Int>

extension Message {
    /// `.input {$count :integer}` or `.local $price = {$amount :number}`.
    public struct Declaration: Hashable, Sendable {
        public var variable: String
        public var value: Expression
        public var isInput: Bool
        public var range: SourceRange

        public init(_ variable: String, _ value: Expression, isInput: Bool, range: SourceRange = 0..<0) {
            (self.variable, self.value, self.isInput, self.range) = (variable, value, isInput, range)
        }
    }

    public enum Body: Hashable, Sendable {
        case pattern([Part])
        case match(selectors: [Selector], variants: [Variant])
    }

    /// A variable after `.match`.
    public struct Selector: Hashable, Sendable {
        public var variable: String
        public var range: SourceRange

        public init(_ variable: String, range: SourceRange = 0..<0) {
            (self.variable, self.range) = (variable, range)
        }
    }

    public struct Variant: Hashable, Sendable {
        public var keys: [Key]
        public var pattern: [Part]
        public var range: SourceRange

        public init(_ keys: [Key], _ pattern: [Part], range: SourceRange = 0..<0) {
            (self.keys, self.pattern, self.range) = (keys, pattern, range)
        }
    }

    public enum Key: Hashable, Sendable {
        case literal(String)
        case catchall
    }

    public enum Part: Hashable, Sendable {
        case text(String)
        case placeholder(Expression)
        case markup(Markup)
    }

    /// `{$count :integer}`, `{|12| :number}`, `{:now}`.
    public struct Expression: Hashable, Sendable {
        public var operand: Operand?
        public var function: Function?
        public var attributes: [Attribute]
        public var range: SourceRange

        public init(
            _ operand: Operand?, _ function: Function? = nil, attributes: [Attribute] = [], range: SourceRange = 0..<0
        ) {
            (self.operand, self.function, self.attributes, self.range) = (operand, function, attributes, range)
        }
    }

    public enum Operand: Hashable, Sendable {
        case variable(String)
        case literal(String)
    }

    public struct Function: Hashable, Sendable {
        public var name: String
        public var options: [Option]

        public init(_ name: String, options: [Option] = []) { (self.name, self.options) = (name, options) }
    }

    public struct Option: Hashable, Sendable {
        public var name: String
        public var value: Operand

        public init(_ name: String, _ value: Operand) { (self.name, self.value) = (name, value) }
    }

    /// `@translate=no`: a note for people and tools, which never affects the output.
    public struct Attribute: Hashable, Sendable {
        public var name: String
        public var value: String?

        public init(_ name: String, _ value: String? = nil) { (self.name, self.value) = (name, value) }
    }

    /// `{#b}`, `{/b}`, `{#br /}`: for callers who format to parts; as text it is empty.
    public struct Markup: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable { case open, close, standalone }

        public var kind: Kind
        public var name: String
        public var options: [Option]
        public var attributes: [Attribute]
        public var range: SourceRange

        public init(
            _ kind: Kind, _ name: String, options: [Option] = [], attributes: [Attribute] = [],
            range: SourceRange = 0..<0
        ) {
            self.kind = kind
            self.name = name
            self.options = options
            self.attributes = attributes
            self.range = range
        }
    }
}

extension Message.Function {
    /// The value of an option; nil where it is not given.
    public func option(_ name: String) -> Message.Operand? { options.first { $0.name == name }?.value }
}
