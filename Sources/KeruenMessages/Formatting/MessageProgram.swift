/// A message as flat steps over the bytes of its texts.
///
/// What is not here (dates, functions of one's own, options that come from arguments) makes a message no program, and it takes
/// the way of `MessageResolution`.
struct MessageProgram: Sendable {
    private enum Step: Sendable {
        case text(start: Int32, end: Int32)
        /// Isolated where the caller wants it; a number is written as one.
        case value(argument: Int, format: Int)
        case number(argument: Int, format: Int)
    }

    private enum Test: Sendable {
        case any
        case exact(coefficient: Int64, scale: Int)
        case category(PluralCategory)
        case string(String)
    }

    private enum Selector: Sendable {
        case plural(argument: Int, format: Int, isExact: Bool)
        case string(argument: Int)
    }

    private struct Variant: Sendable {
        var tests: [Test]
        var steps: Range<Int>
    }

    private struct Number: Sendable {
        var formatter: DecimalFormatter
        var native: NativeNumberPattern
        var isWhole: Bool
    }

    private var bytes: [UInt8] = []
    private var steps: [Step] = []
    private var variants: [Variant] = []
    private var selectors: [Selector] = []
    private var numbers: [Number] = []
    private let plurals: PluralRules
    let usualLength: Int

    // MARK: Compiling

    init?(_ message: Message, _ language: LanguageTag, arguments: [String]) {
        guard message.validate().isEmpty, !language.isRightToLeft, let plurals = try? PluralRules.shared(language) else {
            return nil
        }
        self.plurals = plurals
        usualLength = 0
        var compiler = Compiler(message: message, language: language, arguments: arguments)
        switch message.body {
        case .pattern(let pattern):
            guard let range = add(pattern, &compiler) else { return nil }
            variants = [Variant(tests: [], steps: range)]
        case .match(let selectors, let variants):
            for selector in selectors {
                guard let value = compiler.value(of: selector.variable) else { return nil }
                switch value {
                case .string(let argument, true): self.selectors.append(.string(argument: argument))
                case .number(let argument, let number) where number.selection == .plural || number.selection == .exact:
                    guard let format = add(number, &compiler) else { return nil }
                    self.selectors.append(
                        .plural(argument: argument, format: format, isExact: number.selection == .exact))
                default: return nil
                }
            }
            for variant in variants {
                guard let range = add(variant.pattern, &compiler) else { return nil }
                self.variants.append(
                    Variant(tests: zip(variant.keys, self.selectors).map(Self.test), steps: range))
            }
        }
    }

    private static func test(_ key: Message.Key, _ selector: Selector) -> Test {
        guard let text = key.literal else { return .any }
        guard case .plural = selector else { return .string(text) }
        if let number = DecimalNumber(text)?.normalised {
            return .exact(coefficient: number.coefficient, scale: number.scale)
        }
        return PluralCategory(rawValue: text).map(Test.category) ?? .string(text)
    }

    private mutating func add(_ pattern: [Message.Part], _ compiler: inout Compiler) -> Range<Int>? {
        let start = steps.count
        for part in pattern {
            switch part {
            case .markup(let markup): guard markup.options.isEmpty else { return nil }
            case .text(let text): addText(text)
            case .placeholder(let expression):
                switch compiler.value(of: expression) {
                case nil: return nil
                case .string(let argument, let isMatched):
                    let number = NumberValue(
                        number: DecimalNumber(0), style: .decimal, role: .number, language: compiler.language,
                        selection: .none)
                    guard let format = isMatched ? -1 : add(number, &compiler) else { return nil }
                    steps.append(.value(argument: argument, format: format))
                case .number(let argument, let number):
                    guard let format = add(number, &compiler) else { return nil }
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

    private mutating func add(_ number: NumberValue, _ compiler: inout Compiler) -> Int? {
        if let known = numbers.firstIndex(where: { $0.formatter.style == number.style && $0.isWhole == (number.role == .integer) }) {
            return known
        }
        guard let formatter = try? DecimalFormatter.shared(compiler.language, number.style), let native = formatter.native
        else { return nil }
        numbers.append(Number(formatter: formatter, native: native, isWhole: number.role == .integer))
        return numbers.count - 1
    }

    // MARK: Running

    /// False, with nothing written, where an argument is not what the message wants.
    func append(_ values: Span<MessageArgument>, to output: inout [UInt8], isolating: Bool) -> Bool {
        let length = output.count
        guard let steps = chosenSteps(values) else { return false }
        for at in steps {
            switch self.steps[at] {
            case .text(let start, let end): output.append(contentsOf: bytes[Int(start)..<Int(end)])
            case .value(let argument, let format):
                guard argument < values.count, write(values[argument], format, isolating, to: &output) else {
                    output.removeLast(output.count - length)
                    return false
                }
            case .number(let argument, let format):
                guard argument < values.count, let (coefficient, scale) = number(values[argument], numbers[format]),
                    numbers[format].native.append(coefficient, scale: scale, to: &output)
                else {
                    output.removeLast(output.count - length)
                    return false
                }
            }
        }
        return true
    }

    @inline(__always)
    private func write(_ value: MessageArgument, _ format: Int, _ isolating: Bool, to output: inout [UInt8]) -> Bool {
        switch value {
        case .text(let text):
            if isolating { output.append(contentsOf: Self.isolate) }
            output.append(contentsOf: text.utf8)
            if isolating { output.append(contentsOf: Self.popIsolate) }
            return true
        case .integer(let integer) where format >= 0:
            return numbers[format].native.append(Int64(integer), scale: 0, to: &output)
        default: return false
        }
    }

    private static let isolate = Array("\u{2068}".utf8)
    private static let popIsolate = Array("\u{2069}".utf8)

    @inline(__always)
    private func number(_ value: MessageArgument, _ number: Number) -> (Int64, Int)? {
        switch value {
        case .integer(let integer): return (Int64(integer), 0)
        case .decimal, .text, .money:
            guard var decimal = value.number else { return nil }
            if number.isWhole { decimal = decimal.rounded }
            return decimal.coefficient.map { ($0, decimal.scale) }
        case .moment, .flag: return nil
        }
    }

    /// Nil where an argument can't be matched.
    @inline(__always)
    private func chosenSteps(_ values: Span<MessageArgument>) -> Range<Int>? {
        if selectors.isEmpty { return variants[0].steps }
        var best: Range<Int>?
        var bestRank = UInt64.max
        for variant in variants {
            // Two bits a column, the first the highest: exact, category, any.
            var rank: UInt64 = 0
            var fits = true
            for (column, selector) in selectors.enumerated() {
                guard let test = self.rank(variant.tests[column], selector, values) else { return nil }
                if test > 2 {
                    fits = false
                    break
                }
                rank = rank << 2 | test
            }
            if fits, rank < bestRank { (best, bestRank) = (variant.steps, rank) }
        }
        return best
    }

    /// 0 exact, 1 category, 2 any, 3 no fit; nil where the argument is not what is matched.
    @inline(__always)
    private func rank(_ test: Test, _ selector: Selector, _ values: Span<MessageArgument>) -> UInt64? {
        switch selector {
        case .string(let argument):
            guard argument < values.count, case .text(let text) = values[argument] else { return nil }
            switch test {
            case .any: return 2
            case .string(let key): return key == text ? 0 : 3
            case .exact, .category: return 3
            }
        case .plural(let argument, let format, let isExact):
            guard argument < values.count, let (coefficient, scale) = number(values[argument], numbers[format]) else {
                return nil
            }
            switch test {
            case .any: return 2
            case .string: return 3
            case .exact(let wanted, let wantedScale):
                // A percentage is matched as it is read.
                if numbers[format].formatter.style.kind == .percent { return nil }
                if scale == wantedScale { return coefficient == wanted ? 0 : 3 }
                return DecimalNumber(coefficient: coefficient, scale: scale)
                    == DecimalNumber(coefficient: wanted, scale: wantedScale) ? 0 : 3
            case .category(let category):
                if isExact { return 3 }
                guard let own = plurals.nativeCategory(of: coefficient, scale: scale, numbers[format].formatter.style)
                else { return nil }
                return own == category ? 1 : 3
            }
        }
    }
}

/// What a program's variables are, by the declarations before them.
private struct Compiler {
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
