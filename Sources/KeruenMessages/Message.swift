/// A parsed MessageFormat 2 message (LDML 48): text with placeholders and plural variants.
///
///     let message = try Message(".input {$count :integer} .match $count one {{товар}} few {{товара}} * {{товаров}}")
///     message.format(["count": 3], in: .ru).text      // "товара"
///
/// - Throws: `MessageError` with a position in the source.
public struct Message: Hashable, Sendable {
    public var declarations: [Declaration]
    public var body: Body

    public init(_ source: String) throws(MessageError) {
        var parser = MessageParser(source)
        self = try parser.message()
    }

    init(declarations: [Declaration], body: Body) {
        self.declarations = declarations
        self.body = body
    }
}

extension Message {
    /// `.input {$count :integer}` or `.local $price = {$amount :number}`.
    public struct Declaration: Hashable, Sendable {
        public var variable: String
        public var value: Expression
        public var isInput: Bool
    }

    public enum Body: Hashable, Sendable {
        case pattern([Part])
        case match(selectors: [String], variants: [Variant])
    }

    public struct Variant: Hashable, Sendable {
        public var keys: [Key]
        public var pattern: [Part]
    }

    public enum Key: Hashable, Sendable {
        case literal(String)
        case catchall
    }

    public enum Part: Hashable, Sendable {
        case text(String)
        case placeholder(Expression)
        /// `{#b}`, `{/b}`, `{#br /}`: for callers who format to parts; as text it is empty.
        case markup(String)
    }

    public struct Expression: Hashable, Sendable {
        public var operand: Operand?
        public var function: Function?
    }

    public enum Operand: Hashable, Sendable {
        case variable(String)
        case literal(String)
    }

    public struct Function: Hashable, Sendable {
        public var name: String
        public var options: [String: Operand]
    }

    /// The arguments that a caller has to give, sorted.
    public var argumentNames: [String] {
        let locals = Set(declarations.filter { !$0.isInput }.map(\.variable))
        var names: Set<String> = []
        func note(_ operand: Operand?) {
            if case .variable(let name)? = operand, !locals.contains(name) { names.insert(name) }
        }
        func note(_ expression: Expression) {
            note(expression.operand)
            for option in expression.function?.options.values ?? [:].values { note(option) }
        }
        func note(_ pattern: [Part]) {
            for case .placeholder(let expression) in pattern { note(expression) }
        }
        for declaration in declarations { note(declaration.value) }
        switch body {
        case .pattern(let pattern): note(pattern)
        case .match(_, let variants): for variant in variants { note(variant.pattern) }
        }
        return names.sorted()
    }
}
