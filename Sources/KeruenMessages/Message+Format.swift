/// A value given to a message.
///
///     message.format(["name": "Айгүл", "count": 3], in: .kk)
public enum MessageArgument: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case integer(Int)
    /// Decimal digits, such as "2.50".
    case decimal(String)

    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
}

/// A message's text; always some text, with what went wrong beside it.
public struct FormattedMessage: Hashable, Sendable {
    public var text: String
    public var errors: [MessageError]
}

extension Message {
    /// The text for these arguments. What can't be resolved shows as `{$name}` and is reported.
    ///
    /// Placeholders are not isolated for bidirectional display: every language served is written left to right.
    public func format(_ arguments: [String: MessageArgument] = [:], in language: LanguageTag) -> FormattedMessage {
        var formatting = MessageFormatting(arguments: arguments, language: language)
        for declaration in declarations {
            let value = formatting.resolve(declaration.value)
            formatting.declared[declaration.variable] = value
        }
        let pattern =
            switch body {
            case .pattern(let pattern): pattern
            case .match(let selectors, let variants): formatting.select(selectors, variants)
            }
        let text = pattern.map { part in
            switch part {
            case .text(let text): text
            case .markup: ""
            case .placeholder(let expression): formatting.text(of: formatting.resolve(expression))
            }
        }
        return FormattedMessage(text: text.joined(), errors: formatting.errors)
    }
}

/// One formatting in progress.
private struct MessageFormatting {
    let arguments: [String: MessageArgument]
    let language: LanguageTag
    var declared: [String: Resolved] = [:]
    var errors: [MessageError] = []

    struct Resolved {
        var value: MessageArgument
        /// `integer`, `number`, `string`, `percent` or nil.
        var function: String?
        var selectsExactly = false
        var selectsOrdinal = false
        /// How the value shows when it could not be resolved.
        var fallback: String?
    }

    mutating func resolve(_ expression: Message.Expression) -> Resolved {
        var resolved = resolve(expression.operand)
        guard let function = expression.function, resolved.fallback == nil else { return resolved }
        switch function.name {
        case "string": break
        case "number", "integer", "percent":
            guard case .some = decimal(resolved.value) else {
                report(.badOperand, "\(resolved.value) is not a number")
                resolved.fallback = fallback(expression.operand)
                return resolved
            }
            choose(function.options, &resolved)
        default:
            report(.unknownFunction, "there is no function :\(function.name)")
            resolved.fallback = fallback(expression.operand) ?? "{:\(function.name)}"
        }
        resolved.function = function.name
        return resolved
    }

    /// The options that are known here; any other is reported rather than passed over.
    private mutating func choose(_ options: [String: Message.Operand], _ resolved: inout Resolved) {
        for (name, value) in options.sorted(by: { $0.key < $1.key }) {
            switch (name, value) {
            case ("select", .literal("exact")): resolved.selectsExactly = true
            case ("select", .literal("ordinal")): resolved.selectsOrdinal = true
            case ("select", .literal("plural")): break
            default: report(.badOption, "the option \(name) is not known here")
            }
        }
    }

    private mutating func resolve(_ operand: Message.Operand?) -> Resolved {
        switch operand {
        case .literal(let text): return Resolved(value: .text(text))
        case .variable(let name):
            if let known = declared[name] { return known }
            if let value = arguments[name] { return Resolved(value: value) }
            report(.unresolvedVariable, "no value is given for $\(name)")
            return Resolved(value: .text(""), fallback: "{$\(name)}")
        case nil: return Resolved(value: .text(""))
        }
    }

    private func fallback(_ operand: Message.Operand?) -> String? {
        switch operand {
        case .variable(let name): "{$\(name)}"
        case .literal(let text): "{|\(text)|}"
        case nil: nil
        }
    }

    // MARK: Text

    mutating func text(of resolved: Resolved) -> String {
        if let fallback = resolved.fallback { return fallback }
        let isText = if case .text = resolved.value { resolved.function == nil } else { false }
        guard resolved.function != "string", !isText, let decimal = decimal(resolved.value),
            let formatter = try? DecimalFormatter(language, style(of: resolved)),
            let text = try? formatter.format(decimal)
        else { return plain(resolved.value) }
        return text
    }

    private func style(of resolved: Resolved) -> DecimalFormatter.Style {
        switch resolved.function {
        case "integer": .integer
        case "percent": .percent
        default: .decimal
        }
    }

    private func plain(_ value: MessageArgument) -> String {
        switch value {
        case .text(let text), .decimal(let text): text
        case .integer(let integer): String(integer)
        }
    }

    private func decimal(_ value: MessageArgument) -> String? {
        let text = plain(value)
        let digits = text.drop { $0 == "-" }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let isNumber =
            (1...2).contains(parts.count) && text.count - digits.count <= 1
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        return isNumber ? text : nil
    }

    // MARK: Selection (exact beats category beats *, column by column)

    mutating func select(_ selectors: [String], _ variants: [Message.Variant]) -> [Message.Part] {
        var wantedKeys: [[String]] = []
        for name in selectors { wantedKeys.append(preferences(of: resolve(.variable(name)))) }
        func rank(_ variant: Message.Variant) -> [Int]? {
            var ranks: [Int] = []
            for (key, wanted) in zip(variant.keys, wantedKeys) {
                switch key {
                case .catchall: ranks.append(Int.max)
                case .literal(let text):
                    guard let rank = wanted.firstIndex(of: text) else { return nil }
                    ranks.append(rank)
                }
            }
            return ranks
        }
        let best = variants.compactMap { variant in rank(variant).map { ($0, variant) } }
            .min { $0.0.lexicographicallyPrecedes($1.0) }
        return best?.1.pattern ?? []
    }

    private mutating func preferences(of resolved: Resolved) -> [String] {
        guard resolved.fallback == nil else {
            report(.badSelector, "a variable to match has no value")
            return []
        }
        let exact = plain(resolved.value)
        guard resolved.function != "string", !resolved.selectsExactly, let decimal = decimal(resolved.value),
            let rules = try? PluralRules(language, ordinal: resolved.selectsOrdinal),
            let format = try? DecimalFormatter(language, style(of: resolved)),
            let category = try? rules.category(of: decimal, as: format)
        else { return [exact] }
        return [exact, category]
    }

    mutating func report(_ code: MessageError.Code, _ reason: String) {
        errors.append(MessageError(code: code, line: 0, column: 0, reason: reason))
    }
}
