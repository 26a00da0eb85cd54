extension MessageProgram {
    /// What is being compiled.
    struct Draft {
        var bytes: [UInt8] = []
        var steps: [Step] = []
        var variants: [Variant] = []
        var selectors: [Selector] = []
        var numbers: [Number] = []

        private let context: ProgramContext

        init?(_ message: Message, _ context: ProgramContext, _ arguments: [String]) {
            self.context = context
            let compiler = ProgramVariables(message: message, language: context.language, arguments: arguments)
            switch message.body {
            case .pattern(let pattern):
                guard let range = add(pattern, compiler) else { return nil }
                variants = [Variant(tests: [], steps: range)]
            case .match(let selectors, let variants):
                for selector in selectors {
                    guard let value = compiler.value(of: selector.variable) else { return nil }
                    switch value {
                    case .string(let argument, true): self.selectors.append(.string(argument: argument))
                    case .number(let argument, let number)
                    where number.selection == .plural || number.selection == .exact:
                        guard let format = add(number.style, isWhole: number.role == .integer) else { return nil }
                        self.selectors.append(
                            .plural(argument: argument, format: format, isExact: number.selection == .exact))
                    default: return nil
                    }
                }
                for variant in variants {
                    // A key that fits no number is a fault, which the long way reports.
                    let isSound = zip(variant.keys, self.selectors).allSatisfy { key, selector in
                        guard case .plural = selector, let text = key.literal else { return true }
                        return NumberValue.isKey(text)
                    }
                    guard isSound, let range = add(variant.pattern, compiler) else { return nil }
                    self.variants.append(
                        Variant(tests: zip(variant.keys, self.selectors).map(Self.test), steps: range))
                }
            }
        }

        func pluralTable() -> PluralTable? {
            guard selectors.count == 1, case .plural(_, let format, false) = selectors[0],
                numbers[format].format.style.kind != .percent,
                let any = variants.first(where: { if case .any = $0.tests[0] { true } else { false } })
            else { return nil }
            let count = PluralCategory.allCases.count
            var table = PluralTable(
                starts: Array(repeating: any.steps.lowerBound, count: count),
                ends: Array(repeating: any.steps.upperBound, count: count))
            for variant in variants {
                switch variant.tests[0] {
                case .exact(let coefficient, let scale): table.exact.append((coefficient, scale, variant.steps))
                case .category(let category):
                    table.starts[category.index] = variant.steps.lowerBound
                    table.ends[category.index] = variant.steps.upperBound
                case .any, .string: break
                }
            }
            return table
        }

        private static func test(_ key: Message.Key, _ selector: Selector) -> Test {
            guard let text = key.literal else { return .any }
            guard case .plural = selector else { return .string(text) }
            if let number = DecimalNumber(text)?.normalised {
                return .exact(coefficient: number.coefficient, scale: number.scale)
            }
            return PluralCategory(rawValue: text).map(Test.category) ?? .string(text)
        }

        private mutating func add(_ pattern: [Message.Part], _ compiler: ProgramVariables) -> Range<Int>? {
            let start = steps.count
            for part in pattern {
                switch part {
                case .markup(let markup): guard markup.options.isEmpty else { return nil }
                case .text(let text): addText(text)
                case .placeholder(let expression):
                    switch compiler.value(of: expression) {
                    case nil: return nil
                    case .string(let argument, let isMatched):
                        guard let format = isMatched ? -1 : add(.decimal, isWhole: false) else { return nil }
                        steps.append(.value(argument: argument, format: format))
                    case .number(let argument, let number):
                        guard let format = add(number.style, isWhole: number.role == .integer) else { return nil }
                        steps.append(.number(argument: argument, format: format))
                    }
                }
            }
            return start..<steps.count
        }

        private mutating func addText(_ text: String) {
            let start = Int32(bytes.count)
            bytes += text.utf8
            steps.append(.text(start: start, end: Int32(bytes.count)))
        }

        private mutating func add(_ style: NumberStyle, isWhole: Bool) -> Int? {
            if let known = numbers.firstIndex(where: { $0.isWhole == isWhole && $0.format.style == style }) {
                return known
            }
            guard let format = context.number(style) else { return nil }
            var currency: String?
            if case .currency(let code, _) = style.kind { currency = code }
            numbers.append(Number(format: format, isWhole: isWhole, currency: currency))
            return numbers.count - 1
        }
    }
}

/// What a program's variables are, by the declarations before them.
private struct ProgramVariables {
    let message: Message
    let language: LanguageTag
    let arguments: [String]

    enum Value {
        case string(argument: Int, isMatched: Bool)
        case number(argument: Int, NumberValue)
    }

    func value(of variable: String) -> Value? {
        guard let declaration = message.declarations.first(where: { $0.variable == variable }) else {
            return arguments.firstIndex(of: variable).map { .string(argument: $0, isMatched: false) }
        }
        return declaration.isInput ? given(declaration.value) : value(of: declaration.value)
    }

    func value(of expression: Message.Expression) -> Value? {
        guard case .variable(let name)? = expression.operand else { return nil }
        guard message.declarations.contains(where: { $0.variable == name }) else { return given(expression) }
        // A declared variable with a further function may take over options.
        return expression.function == nil ? value(of: name) : nil
    }

    /// A call with the caller's argument and literal options.
    private func given(_ expression: Message.Expression) -> Value? {
        guard case .variable(let name)? = expression.operand, let argument = arguments.firstIndex(of: name) else {
            return nil
        }
        guard let function = expression.function else { return .string(argument: argument, isMatched: false) }
        if function.name == "string", function.options.isEmpty { return .string(argument: argument, isMatched: true) }
        let roles: [String: NumberFunction] = [
            "number": .number, "integer": .integer, "percent": .percent, "currency": .currency,
        ]
        guard let role = roles[function.name] else { return nil }
        var call = MessageCall(name: function.name, operand: nil, options: [:], language: language)
        for option in function.options {
            guard case .literal(let text) = option.value, !option.name.hasPrefix("u:") else { return nil }
            call.options[option.name] = .init(text: text, isLiteral: true)
        }
        // An amount brings its currency along.
        guard function.name != "currency" || call.options["currency"] != nil else { return nil }
        call.operand = TextValue("0")
        guard let value = try? role.resolve(&call) as? NumberValue, call.errors.isEmpty else { return nil }
        return .number(argument: argument, value)
    }
}
