/// One formatting in progress: what variables stand for, and what went wrong. Variables are resolved when they are first needed,
/// and once.
struct MessageResolution {
    let message: Message
    let arguments: [String: MessageArgument]
    let language: LanguageTag
    let functions: MessageFunctions
    private(set) var errors: [MessageError] = []
    private var resolved: [String: Resolved] = [:]
    private var depth = 0

    init(
        message: Message, arguments: [String: MessageArgument], language: LanguageTag, functions: MessageFunctions
    ) {
        self.message = message
        self.arguments = arguments
        self.language = language
        self.functions = functions
    }

    /// What an expression is; without a value it shows its source.
    private struct Resolved {
        var value: (any MessageValue)?
        var source: String
        var id: String?
        /// The direction that the message asks for.
        var direction: MessageDirection?
        /// Whether `:string` made nothing of nothing: it matches no key, and that is no error of its own.
        var isMissingText = false
    }

    // MARK: Expressions

    private mutating func resolve(_ expression: Message.Expression) -> Resolved {
        var resolved = resolve(expression.operand, expression.function)
        guard let function = expression.function else { return resolved }
        let hasOperand = expression.operand != nil
        guard let implementation = functions[function.name] else {
            report(.unknownFunction, "there is no function :\(function.name)")
            resolved.value = nil
            return resolved
        }
        guard !hasOperand || resolved.value != nil else {
            resolved.isMissingText = function.name == "string"
            if !resolved.isMissingText {
                report(.badOperand, ":\(function.name) got no value from {\(resolved.source)}")
            }
            return resolved
        }
        var call = MessageCall(name: function.name, operand: resolved.value, options: [:], language: language)
        for option in function.options { add(option, to: &call, &resolved) }
        do throws(MessageError) {
            resolved.value = try implementation.resolve(&call)
        } catch {
            resolved.value = nil
            call.errors.append(error)
        }
        errors += call.errors
        return resolved
    }

    private mutating func resolve(_ operand: Message.Operand?, _ function: Message.Function?) -> Resolved {
        switch operand {
        case .literal(let text):
            return Resolved(value: TextValue(text), source: Message.Operand.quoted(text))
        case .variable(let name): return resolve(variable: name)
        case nil: return Resolved(source: ":" + (function?.name ?? ""))
        }
    }

    private mutating func resolve(variable name: String) -> Resolved {
        if let known = resolved[name] { return known }
        // A message that nobody validated may be deeper than the stack.
        guard depth <= Message.deepestDeclaration else {
            report(.unsupportedOperation, "too many declarations stand one behind the other")
            return Resolved(source: "$" + name)
        }
        depth += 1
        defer { depth -= 1 }
        var result: Resolved
        if let declaration = message.declarations.first(where: { $0.variable == name }) {
            if declaration.isInput {
                // The declaration's own variable is the caller's value.
                resolved[name] = given(name)
                result = resolve(declaration.value)
            } else {
                // A message made by hand may hold a circle.
                resolved[name] = Resolved(source: "$" + name)
                result = resolve(declaration.value)
            }
            result.source = "$" + name
        } else {
            result = given(name)
        }
        resolved[name] = result
        return result
    }

    private mutating func given(_ name: String) -> Resolved {
        guard let argument = arguments[name] else {
            report(.unresolvedVariable, "no value is given for $\(name)")
            return Resolved(source: "$" + name)
        }
        return Resolved(value: argument.value(in: language), source: "$" + name)
    }

    /// `u:` options are the placeholder's, all others the function's.
    private mutating func add(_ option: Message.Option, to call: inout MessageCall, _ resolved: inout Resolved) {
        let text: String
        var isLiteral = false
        switch option.value {
        case .literal(let literal): (text, isLiteral) = (literal, true)
        case .variable(let name):
            guard let value = resolve(variable: name).value else {
                report(.badOption, "the option \(option.name) of :\(call.name) has no value")
                return
            }
            text = value.argument.plain
        }
        switch option.name {
        case "u:id": resolved.id = text
        case "u:dir":
            if let direction = MessageDirection(rawValue: text) {
                resolved.direction = direction
            } else if text != "inherit" {
                report(.badOption, "u:dir is ltr, rtl, auto or inherit")
            }
        default: call.options[option.name] = MessageCall.Option(text: text, isLiteral: isLiteral)
        }
    }

    // MARK: Selection: column by column, the exact key before the category before *.

    mutating func pattern() -> [Message.Part] {
        guard case .match(let selectors, let variants) = message.body else {
            return message.patterns.first ?? []
        }
        var columns: [[String]] = []
        for (column, selector) in selectors.enumerated() {
            let keys = variants.compactMap { variant in
                column < variant.keys.count ? variant.keys[column].literal : nil
            }
            columns.append(preferredKeys(selector, Set(keys)))
        }
        var best: (ranks: [Int], pattern: [Message.Part])?
        for variant in variants {
            let ranks = zip(variant.keys, columns).map { key, wanted in
                key.literal.map { wanted.firstIndex(of: $0) ?? -1 } ?? Int.max
            }
            guard !ranks.contains(-1), best.map({ ranks.lexicographicallyPrecedes($0.ranks) }) ?? true else { continue }
            best = (ranks, variant.pattern)
        }
        return best?.pattern ?? []
    }

    private mutating func preferredKeys(_ selector: Message.Selector, _ keys: Set<String>) -> [String] {
        let resolved = resolve(variable: selector.variable)
        guard let value = resolved.value else {
            if !resolved.isMissingText { report(.badSelector, "$\(selector.variable) has no value to match") }
            return []
        }
        if value is NumberValue {
            for key in keys.sorted() where !NumberValue.isKey(key) {
                report(.badVariantKey, "\"\(key)\" is neither a number nor a plural category")
            }
        }
        do throws(MessageError) { return try value.preferredKeys(among: keys) } catch {
            errors.append(error)
            return []
        }
    }

    // MARK: Parts

    mutating func parts(of pattern: [Message.Part], bidi: BidiStrategy) -> [MessagePart] {
        var parts: [MessagePart] = []
        for part in pattern {
            switch part {
            case .text(let text): parts.append(.text(text))
            case .markup(let markup): parts.append(self.markup(markup))
            case .placeholder(let expression): place(resolve(expression), bidi, &parts)
            }
        }
        return parts
    }

    private mutating func place(_ resolved: Resolved, _ bidi: BidiStrategy, _ parts: inout [MessagePart]) {
        var part = MessagePart.fallback(source: resolved.source)
        var direction: MessageDirection?
        if let value = resolved.value {
            direction = resolved.direction ?? value.direction
            do throws(MessageError) {
                var written = MessagePart.Value(
                    kind: value.kind, text: try value.text(), direction: direction == .auto ? nil : direction,
                    id: resolved.id)
                if let number = value as? NumberValue { written.pieces = number.pieces }
                part = .value(written)
            } catch {
                errors.append(error)
            }
        }
        let isolates = bidi.isolates(direction, isExplicit: resolved.direction != nil, in: language)
        if let isolates { parts.append(.bidiIsolation(isolates.0)) }
        parts.append(part)
        if let isolates { parts.append(.bidiIsolation(isolates.1)) }
    }

    private mutating func markup(_ markup: Message.Markup) -> MessagePart {
        var options: [String: String] = [:]
        var id: String?
        for option in markup.options {
            let text: String
            switch option.value {
            case .literal(let literal): text = literal
            case .variable(let name):
                guard let value = resolve(variable: name).value else { continue }
                text = value.argument.plain
            }
            switch option.name {
            case "u:id": id = text
            case "u:dir": report(.badOption, "markup has no direction")
            default: options[option.name] = text
            }
        }
        return .markup(markup.kind, name: markup.name, options: options, id: id)
    }

    private mutating func report(_ code: MessageError.Code, _ reason: String) {
        errors.append(MessageError(code, reason))
    }
}

extension Message.Operand {
    /// A literal as fallbacks show it, always in bars.
    static func quoted(_ text: String) -> String { "|" + text.escaping(["\\", "|"]) + "|" }
}

extension Message.Key {
    var literal: String? { if case .literal(let text) = self { text } else { nil } }
}

extension MessageArgument {
    /// The value as a placeholder without a function shows it.
    func value(in language: LanguageTag) -> any MessageValue {
        switch self {
        case .text(let text): return TextValue(text)
        case .integer, .decimal:
            guard let number else { return TextValue(plain) }
            return NumberValue(
                number: number, style: .decimal, role: .number, language: language, selection: .none, isRaw: true)
        case .money(_, let currency):
            guard let number else { return TextValue(plain) }
            return NumberValue(
                number: number, style: NumberStyle(.currency(currency, .symbol)), role: .currency, language: language,
                selection: .none)
        case .moment(let moment): return MomentValue(moment: moment, language: language, role: .datetime)
        case .flag: return FlagValue(argument: self)
        }
    }
}

/// Yes or no, which no function takes.
private struct FlagValue: MessageValue {
    let argument: MessageArgument
    var kind: String { "flag" }
    func text() -> String { argument.plain }
}
