extension Message: CustomStringConvertible {
    /// The message in canonical form: what two sources have in common that differ in spacing and quotation alone.
    ///
    ///     try Message(".input{$n :integer}.match $n |one|{{a}}*{{b}}").description
    ///     // .input {$n :integer}
    ///     // .match $n
    ///     // one {{a}}
    ///     // * {{b}}
    public var description: String {
        let head = declarations.map { declaration in
            declaration.isInput
                ? ".input \(declaration.value)" : ".local $\(declaration.variable) = \(declaration.value)"
        }
        switch body {
        case .pattern(let pattern):
            let text = pattern.map(\.description).joined()
            return head.isEmpty && Self.isSimple(text) ? text : (head + ["{{\(text)}}"]).joined(separator: "\n")
        case .match(let selectors, let variants):
            let match = ".match " + selectors.map { "$" + $0.variable }.joined(separator: " ")
            let rows = variants.map { variant in
                variant.keys.map(\.description).joined(separator: " ")
                    + " {{\(variant.pattern.map(\.description).joined())}}"
            }
            return (head + [match] + rows).joined(separator: "\n")
        }
    }

    /// Whether a pattern needs no braces around it: a full stop or two braces after white space would open something else.
    private static func isSimple(_ pattern: String) -> Bool {
        let start = pattern.unicodeScalars.drop { MessageScalar.isSpace($0) || MessageScalar.isBidi($0) }
        return start.first != "." && !start.starts(with: "{{".unicodeScalars)
    }
}

extension Message.Key: CustomStringConvertible {
    public var description: String {
        switch self {
        case .literal(let text): Message.Operand.literal(text).description
        case .catchall: "*"
        }
    }
}

extension Message.Part: CustomStringConvertible {
    public var description: String {
        switch self {
        case .text(let text): text.escaping(["\\", "{", "}"])
        case .placeholder(let expression): expression.description
        case .markup(let markup): markup.description
        }
    }
}

extension Message.Expression: CustomStringConvertible {
    public var description: String {
        let function = function.map { ([":" + $0.name] + $0.options.map(\.description)).joined(separator: " ") }
        let parts = [operand?.description, function].compactMap { $0 } + attributes.map(\.description)
        return "{" + parts.joined(separator: " ") + "}"
    }
}

extension Message.Operand: CustomStringConvertible {
    public var description: String {
        switch self {
        case .variable(let name): return "$" + name
        case .literal(let text):
            let isBare = !text.isEmpty && text.unicodeScalars.allSatisfy(MessageScalar.isNameCharacter)
            return isBare ? text : "|" + text.escaping(["\\", "|"]) + "|"
        }
    }
}

extension Message.Option: CustomStringConvertible {
    public var description: String { "\(name)=\(value)" }
}

extension Message.Attribute: CustomStringConvertible {
    public var description: String { "@" + name + (value.map { "=\(Message.Operand.literal($0))" } ?? "") }
}

extension Message.Markup: CustomStringConvertible {
    public var description: String {
        let parts = [(kind == .close ? "/" : "#") + name] + options.map(\.description) + attributes.map(\.description)
        return "{" + parts.joined(separator: " ") + (kind == .standalone ? " /}" : "}")
    }
}

extension String {
    /// With a backslash before each of some characters.
    func escaping(_ marks: Set<Unicode.Scalar>) -> String {
        guard unicodeScalars.contains(where: marks.contains) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if marks.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }
}
