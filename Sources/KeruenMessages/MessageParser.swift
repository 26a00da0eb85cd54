/// Recursive descent over the grammar of LDML 48, one function a production.
struct MessageParser {
    private let characters: [Unicode.Scalar]
    private var index = 0

    init(_ source: String) { characters = Array(source.unicodeScalars) }

    mutating func message() throws(MessageError) -> Message {
        let start = index
        skipSpace()
        guard peek == "." || starts(with: "{{") else {
            index = start
            let message = Message(declarations: [], body: .pattern(try pattern(quoted: false)))
            return message
        }
        var declarations: [Message.Declaration] = []
        while peek == "." && !starts(with: ".match") {
            declarations.append(try declaration())
            skipSpace()
        }
        let names = declarations.map(\.variable)
        guard Set(names).count == names.count else {
            throw error(.duplicateDeclaration, "a variable is declared twice")
        }
        let body: Message.Body
        if starts(with: ".match") {
            body = try matcher(declarations)
        } else {
            body = .pattern(try quotedPattern())
        }
        skipSpace()
        guard peek == nil else { throw error(.syntax, "nothing may follow the message's end") }
        return Message(declarations: declarations, body: body)
    }

    // MARK: Declarations and matchers

    private mutating func declaration() throws(MessageError) -> Message.Declaration {
        if take(".input") {
            skipSpace()
            let expression = try placeholderExpression()
            guard case .variable(let name)? = expression.operand else {
                throw error(.syntax, ".input wants a variable, such as {$count :integer}")
            }
            return .init(variable: name, value: expression, isInput: true)
        }
        guard take(".local") else { throw error(.syntax, "expected .input, .local or .match") }
        skipSpace()
        guard take("$") else { throw error(.syntax, ".local wants a variable's name, such as $price") }
        let name = try name()
        skipSpace()
        guard take("=") else { throw error(.syntax, "expected \"=\" after the variable's name") }
        skipSpace()
        return .init(variable: name, value: try placeholderExpression(), isInput: false)
    }

    private mutating func matcher(_ declarations: [Message.Declaration]) throws(MessageError) -> Message.Body {
        _ = take(".match")
        var selectors: [String] = []
        skipSpace()
        while take("$") {
            let name = try name()
            guard declarations.contains(where: { $0.variable == name && $0.value.function != nil }) else {
                throw error(
                    .missingSelectorAnnotation, "$\(name) is matched but no .input or .local gives it a function")
            }
            selectors.append(name)
            skipSpace()
        }
        guard !selectors.isEmpty else { throw error(.syntax, ".match wants at least one variable") }
        var variants: [Message.Variant] = []
        while peek != nil {
            let variant = try variant()
            guard variant.keys.count == selectors.count else {
                throw error(
                    .variantKeyMismatch, "a variant has \(variant.keys.count) keys for \(selectors.count) variables")
            }
            guard !variants.contains(where: { $0.keys == variant.keys }) else {
                throw error(.duplicateVariant, "two variants have the same keys")
            }
            variants.append(variant)
            skipSpace()
        }
        guard variants.contains(where: { $0.keys.allSatisfy { $0 == .catchall } }) else {
            throw error(.missingFallbackVariant, "a variant with only * is missing")
        }
        return .match(selectors: selectors, variants: variants)
    }

    private mutating func variant() throws(MessageError) -> Message.Variant {
        var keys: [Message.Key] = []
        while !starts(with: "{{") {
            guard peek != nil else { throw error(.syntax, "a variant ends without its {{pattern}}") }
            keys.append(take("*") ? .catchall : .literal(try literal()))
            skipSpace()
        }
        return .init(keys: keys, pattern: try quotedPattern())
    }

    // MARK: Patterns

    private mutating func quotedPattern() throws(MessageError) -> [Message.Part] {
        guard take("{{") else { throw error(.syntax, "expected {{ before the text") }
        let parts = try pattern(quoted: true)
        guard take("}}") else { throw error(.syntax, "expected }} after the text") }
        return parts
    }

    private mutating func pattern(quoted: Bool) throws(MessageError) -> [Message.Part] {
        var parts: [Message.Part] = []
        var text = ""
        func flush() { if !text.isEmpty { parts.append(.text(text)) } }
        while let scalar = peek {
            switch scalar {
            case "{":
                flush()
                text = ""
                parts.append(try placeholder())
            case "}":
                guard quoted else { throw error(.syntax, "a } in text is written \\}") }
                flush()
                return parts
            case "\\":
                text.unicodeScalars.append(try escape())
            default:
                text.unicodeScalars.append(scalar)
                index += 1
            }
        }
        flush()
        return parts
    }

    private mutating func placeholder() throws(MessageError) -> Message.Part {
        let start = index
        index += 1
        skipSpace()
        if let mark = peek, mark == "#" || mark == "/" {
            index += 1
            let name = try name()
            while let scalar = peek, scalar != "}" {
                if scalar == "|" { _ = try literal() } else { index += 1 }
            }
            guard take("}") else { throw error(.syntax, "expected } after the markup") }
            return .markup(name)
        }
        index = start
        return .placeholder(try placeholderExpression())
    }

    private mutating func placeholderExpression() throws(MessageError) -> Message.Expression {
        guard take("{") else { throw error(.syntax, "expected {") }
        skipSpace()
        var expression = Message.Expression(operand: nil, function: nil)
        if take("$") {
            expression.operand = .variable(try name())
        } else if let scalar = peek, scalar != ":", scalar != "}", scalar != "@" {
            expression.operand = .literal(try literal())
        }
        skipSpace()
        if take(":") { expression.function = try function() }
        skipSpace()
        try skipAttributes()
        guard take("}") else { throw error(.syntax, "expected } to close the placeholder") }
        guard expression.operand != nil || expression.function != nil else {
            throw error(.syntax, "a placeholder can't be empty")
        }
        return expression
    }

    private mutating func function() throws(MessageError) -> Message.Function {
        var function = Message.Function(name: try name(), options: [:])
        skipSpace()
        while let scalar = peek, scalar != "}", scalar != "@" {
            let name = try name()
            skipSpace()
            guard take("=") else { throw error(.syntax, "expected \"=\" after the option's name") }
            skipSpace()
            let value: Message.Operand = take("$") ? .variable(try self.name()) : .literal(try literal())
            guard function.options.updateValue(value, forKey: name) == nil else {
                throw error(.duplicateOptionName, "the option \(name) is given twice")
            }
            skipSpace()
        }
        return function
    }

    /// Attributes never affect the output; they are read and dropped.
    private mutating func skipAttributes() throws(MessageError) {
        while take("@") {
            _ = try name()
            skipSpace()
            if take("=") {
                skipSpace()
                _ = try literal()
                skipSpace()
            }
        }
    }

    // MARK: Tokens

    private mutating func literal() throws(MessageError) -> String {
        guard take("|") else { return try name(allowingDigits: true) }
        var text = ""
        while let scalar = peek {
            switch scalar {
            case "|":
                index += 1
                return text
            case "\\": text.unicodeScalars.append(try escape())
            default:
                text.unicodeScalars.append(scalar)
                index += 1
            }
        }
        throw error(.syntax, "a |literal| is not closed")
    }

    private mutating func escape() throws(MessageError) -> Unicode.Scalar {
        index += 1
        guard let scalar = peek, "\\{}|".unicodeScalars.contains(scalar) else {
            throw error(.syntax, "only \\\\, \\{, \\} and \\| may be escaped")
        }
        index += 1
        return scalar
    }

    private mutating func name(allowingDigits: Bool = false) throws(MessageError) -> String {
        var name = ""
        while let scalar = peek, scalar.isNameScalar, allowingDigits || !name.isEmpty || !scalar.isNameTail {
            name.unicodeScalars.append(scalar)
            index += 1
        }
        guard !name.isEmpty else { throw error(.syntax, "expected a name") }
        return name
    }

    private mutating func skipSpace() {
        while let scalar = peek, scalar.isMessageSpace { index += 1 }
    }

    private var peek: Unicode.Scalar? { index < characters.count ? characters[index] : nil }

    private func starts(with text: String) -> Bool {
        characters[index...].starts(with: text.unicodeScalars)
    }

    private mutating func take(_ text: String) -> Bool {
        guard starts(with: text) else { return false }
        index += text.unicodeScalars.count
        return true
    }

    private func error(_ code: MessageError.Code, _ reason: String) -> MessageError {
        let before = characters[..<index]
        let line = before.count { $0 == "\n" } + 1
        let column = index - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0) + 1
        return MessageError(code: code, line: line, column: column, reason: reason)
    }
}

extension Unicode.Scalar {
    fileprivate var isMessageSpace: Bool {
        [" ", "\t", "\r", "\n", "\u{3000}", "\u{61C}", "\u{200E}", "\u{200F}"].contains(self)
            || (0x2066...0x2069).contains(value)
    }

    fileprivate var isNameScalar: Bool {
        properties.isAlphabetic || self == "_" || self == "+" || isNameTail || value > 0xFFFF
    }

    /// Allowed inside a name but not first.
    fileprivate var isNameTail: Bool {
        (0x30...0x39).contains(value) || self == "-" || self == "." || value == 0xB7
    }
}
