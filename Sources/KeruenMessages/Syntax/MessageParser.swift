/// Recursive descent over the grammar of LDML 48, one function a production. No production holds itself, so that no input
/// makes it deep; every byte is read once or twice.
struct MessageParser {
    var scanner: MessageScanner

    /// Messages are at most this many bytes: what is longer is a file that was taken for one.
    static let longest = 1 << 20

    init(_ source: String) throws(MessageError) {
        guard source.utf8.count <= Self.longest else {
            throw MessageError(.syntax, line: 1, column: 1, "a message has at most \(Self.longest) bytes")
        }
        scanner = MessageScanner(source)
    }

    mutating func message() throws(MessageError) -> Message {
        scanner.skipSpace()
        guard scanner.peek == UInt8(ascii: ".") || scanner.starts(with: "{{") else {
            scanner.at = 0
            return Message(body: .pattern(try pattern(quoted: false)))
        }
        var declarations: [Message.Declaration] = []
        while scanner.peek == UInt8(ascii: "."), !scanner.starts(with: ".match") {
            declarations.append(try declaration())
            scanner.skipSpace()
        }
        let body: Message.Body = try scanner.take(".match") ? matcher() : .pattern(quotedPattern())
        scanner.skipSpace()
        guard scanner.isAtEnd else { throw scanner.error("nothing may follow the message's end") }
        return Message(declarations: declarations, body: body)
    }

    // MARK: Declarations and matchers

    private mutating func declaration() throws(MessageError) -> Message.Declaration {
        let start = scanner.at
        if scanner.take(".input") {
            scanner.skipSpace()
            let expression = try expression()
            guard case .variable(let name)? = expression.operand else {
                throw scanner.error(at: start, ".input wants a variable, such as {$count :integer}")
            }
            return .init(name, expression, isInput: true, range: start..<scanner.at)
        }
        guard scanner.take(".local") else {
            throw scanner.error("expected .input, .local or .match; a text that opens with a full stop is {{quoted}}")
        }
        guard scanner.skipSpace() else { throw scanner.error("expected a space after .local") }
        guard scanner.take("$") else { throw scanner.error(".local wants a variable's name, such as $price") }
        let name = try name()
        scanner.skipSpace()
        guard scanner.take("=") else { throw scanner.error("expected = after the variable's name") }
        scanner.skipSpace()
        return .init(name, try expression(), isInput: false, range: start..<scanner.at)
    }

    private mutating func matcher() throws(MessageError) -> Message.Body {
        var selectors: [Message.Selector] = []
        var hasSpace = scanner.skipSpace()
        if !hasSpace { throw scanner.error("expected a space after .match") }
        while hasSpace {
            let start = scanner.at
            guard scanner.take("$") else { break }
            selectors.append(.init(try name(), range: start..<scanner.at))
            hasSpace = scanner.skipSpace()
        }
        guard !selectors.isEmpty else { throw scanner.error(".match wants at least one variable, such as $count") }
        guard hasSpace else { throw scanner.error("expected a space before the first variant") }
        var variants: [Message.Variant] = []
        repeat {
            variants.append(try variant())
            scanner.skipSpace()
        } while !scanner.isAtEnd
        return .match(selectors: selectors, variants: variants)
    }

    private mutating func variant() throws(MessageError) -> Message.Variant {
        let start = scanner.at
        var keys = [try key()]
        while true {
            let hasSpace = scanner.skipSpace()
            if scanner.starts(with: "{{") { break }
            guard hasSpace else { throw scanner.error("expected a space or {{ after the key") }
            keys.append(try key())
        }
        return .init(keys, try quotedPattern(), range: start..<scanner.at)
    }

    private mutating func key() throws(MessageError) -> Message.Key {
        if scanner.take("*") { return .catchall }
        guard let literal = try literal() else { throw scanner.error("expected a variant's key: a literal or *") }
        return .literal(literal)
    }

    // MARK: Patterns

    private mutating func quotedPattern() throws(MessageError) -> [Message.Part] {
        guard scanner.take("{{") else { throw scanner.error("expected {{ before the text") }
        let parts = try pattern(quoted: true)
        guard scanner.take("}}") else { throw scanner.error("expected }} after the text") }
        return parts
    }

    private mutating func pattern(quoted: Bool) throws(MessageError) -> [Message.Part] {
        var parts: [Message.Part] = []
        while true {
            let text = try scanner.text(until: UInt8(ascii: "{"), or: UInt8(ascii: "}"))
            if !text.isEmpty { parts.append(.text(text)) }
            switch scanner.peek {
            case UInt8(ascii: "{"): parts.append(try placeholder())
            case UInt8(ascii: "}") where !quoted: throw scanner.error("a } in a text is written \\}")
            default: return parts
            }
        }
    }

    private mutating func placeholder() throws(MessageError) -> Message.Part {
        let start = scanner.at
        scanner.at += 1
        scanner.skipSpace()
        if scanner.take("#") { return .markup(try markup(.open, from: start)) }
        if scanner.take("/") { return .markup(try markup(.close, from: start)) }
        scanner.at = start
        return .placeholder(try expression())
    }

    private mutating func markup(_ kind: Message.Markup.Kind, from start: Int) throws(MessageError) -> Message.Markup {
        var markup = Message.Markup(kind, try identifier())
        var hasSpace = false
        markup.options = try options(&hasSpace)
        markup.attributes = try attributes(&hasSpace)
        if kind == .open, scanner.take("/") { markup.kind = .standalone }
        guard scanner.take("}") else { throw scanner.error("expected } to close the markup") }
        markup.range = start..<scanner.at
        return markup
    }

    private mutating func expression() throws(MessageError) -> Message.Expression {
        let start = scanner.at
        guard scanner.take("{") else { throw scanner.error("expected {") }
        scanner.skipSpace()
        var expression = Message.Expression(nil)
        var hasSpace = true
        if scanner.take("$") {
            expression.operand = .variable(try name())
            hasSpace = scanner.skipSpace()
        } else if let literal = try literal() {
            expression.operand = .literal(literal)
            hasSpace = scanner.skipSpace()
        }
        if scanner.peek == UInt8(ascii: ":") {
            guard hasSpace else { throw scanner.error("expected a space before the function") }
            scanner.at += 1
            var function = Message.Function(try identifier())
            function.options = try options(&hasSpace)
            expression.function = function
        }
        guard expression.operand != nil || expression.function != nil else {
            throw scanner.error("a placeholder holds a variable ($name), a literal or a function (:name)")
        }
        expression.attributes = try attributes(&hasSpace)
        guard scanner.take("}") else { throw scanner.error("expected } to close the placeholder") }
        expression.range = start..<scanner.at
        return expression
    }

    /// Leaves the space behind them read; `hasSpace` tells whether there was any.
    private mutating func options(_ hasSpace: inout Bool) throws(MessageError) -> [Message.Option] {
        var options: [Message.Option] = []
        while true {
            hasSpace = scanner.skipSpace()
            guard hasSpace, scanner.isAtNameStart else { return options }
            let name = try identifier()
            scanner.skipSpace()
            guard scanner.take("=") else { throw scanner.error("expected = after the option's name") }
            scanner.skipSpace()
            if scanner.take("$") {
                options.append(.init(name, .variable(try self.name())))
            } else if let literal = try literal() {
                options.append(.init(name, .literal(literal)))
            } else {
                throw scanner.error("expected the option's value: a literal or a variable")
            }
        }
    }

    private mutating func attributes(_ hasSpace: inout Bool) throws(MessageError) -> [Message.Attribute] {
        var attributes: [Message.Attribute] = []
        while scanner.peek == UInt8(ascii: "@") {
            guard hasSpace else { throw scanner.error("expected a space before the attribute") }
            scanner.at += 1
            var attribute = Message.Attribute(try identifier())
            hasSpace = scanner.skipSpace()
            if scanner.take("=") {
                scanner.skipSpace()
                guard let value = try literal() else {
                    throw scanner.error("expected the attribute's value, a literal")
                }
                attribute.value = value
                hasSpace = scanner.skipSpace()
            }
            attributes.append(attribute)
        }
        return attributes
    }

    // MARK: Names and literals

    /// Nil where no literal begins.
    private mutating func literal() throws(MessageError) -> String? {
        guard scanner.take("|") else { return scanner.unquoted() }
        let start = scanner.at - 1
        let text = try scanner.text(until: UInt8(ascii: "|"), or: UInt8(ascii: "|"))
        guard scanner.take("|") else { throw scanner.error(at: start, "a |literal| is not closed") }
        return text
    }

    private mutating func identifier() throws(MessageError) -> String {
        let first = try name()
        return scanner.take(":") ? first + ":" + (try name()) : first
    }

    private mutating func name() throws(MessageError) -> String {
        guard let name = scanner.name() else { throw scanner.error("expected a name") }
        return name
    }
}
