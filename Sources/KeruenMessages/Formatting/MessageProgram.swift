/// A message as flat steps over the bytes of its texts.
///
/// What is not here (dates, functions of one's own, options that come from arguments) makes a message no program, and it takes
/// the way of `MessageResolution`.
final class MessageProgram: Sendable {
    enum Step: Sendable {
        case text(start: Int32, end: Int32)
        /// Isolated where the caller wants it; a number is written as one.
        case value(argument: Int, format: Int)
        case number(argument: Int, format: Int)
    }

    enum Test: Sendable {
        case any
        case exact(coefficient: Int64, scale: Int)
        case category(PluralCategory)
        case string(String)
    }

    enum Selector: Sendable {
        case plural(argument: Int, format: Int, isExact: Bool)
        case string(argument: Int)
    }

    struct Variant: Sendable {
        var tests: [Test]
        var steps: Range<Int>
    }

    struct Number: Sendable {
        let format: ProgramNumber
        /// Whether the number is rounded to a whole one first, as :integer does.
        let isWhole: Bool
        /// The currency that amounts have to be in; nil for other numbers.
        let currency: String?
    }

    /// One plural selector, which is nearly all: the steps of each exact number, and of each category.
    struct PluralTable: Sendable {
        var exact: [(coefficient: Int64, scale: Int, steps: Range<Int>)] = []
        /// By category; -1 where there is only `*`.
        var starts: [Int]
        var ends: [Int]
    }

    private let bytes: [UInt8]
    private let steps: [Step]
    private let variants: [Variant]
    private let selectors: [Selector]
    private let numbers: [Number]
    private let plurals: PluralRules
    private let table: PluralTable?

    /// - Parameter message: a sound one.
    init?(_ message: Message, _ context: ProgramContext, arguments: [String]) {
        guard let plurals = context.plurals, let draft = Draft(message, context, arguments) else { return nil }
        self.plurals = plurals
        bytes = draft.bytes
        steps = draft.steps
        variants = draft.variants
        selectors = draft.selectors
        numbers = draft.numbers
        table = draft.pluralTable()
    }

    /// False, with nothing written, where an argument is not what the message wants.
    @inline(__always)
    func append(_ values: Span<MessageArgument>, to output: inout some MessageSink, isolating: Bool) -> Bool {
        let length = output.count
        guard let steps = chosenSteps(values) else { return false }
        return unsafe bytes.withUnsafeBufferPointer { texts in
            for at in steps {
                switch self.steps[at] {
                case .text(let start, let end):
                    unsafe output.append(UnsafeBufferPointer(rebasing: texts[Int(start)..<Int(end)]))
                case .value(let argument, let format):
                    guard argument < values.count, write(values[argument], format, isolating, to: &output) else {
                        output.truncate(to: length)
                        return false
                    }
                case .number(let argument, let format):
                    guard argument < values.count, let (coefficient, scale) = number(values[argument], numbers[format]),
                        numbers[format].format.native.append(coefficient, scale: scale, to: &output)
                    else {
                        output.truncate(to: length)
                        return false
                    }
                }
            }
            return true
        }
    }

    @inline(__always)
    private func write(
        _ value: MessageArgument, _ format: Int, _ isolating: Bool, to output: inout some MessageSink
    ) -> Bool {
        switch value {
        case .text(var text):
            if isolating { unsafe Self.isolate.withUnsafeBufferPointer { unsafe output.append($0) } }
            text.withUTF8 { unsafe output.append($0) }
            if isolating { unsafe Self.popIsolate.withUnsafeBufferPointer { unsafe output.append($0) } }
            return true
        case .integer(let integer) where format >= 0:
            return numbers[format].format.native.append(Int64(integer), scale: 0, to: &output)
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
            // An amount of another currency is a fault, which the long way reports.
            if let wanted = number.currency, case .money(_, let own) = value, own != wanted { return nil }
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
        if let table, case .plural(let argument, let format, _) = selectors[0] {
            return steps(of: table, argument, numbers[format], values)
        }
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

    @inline(__always)
    private func steps(
        of table: PluralTable, _ argument: Int, _ format: Number, _ values: Span<MessageArgument>
    ) -> Range<Int>? {
        guard argument < values.count, let (coefficient, scale) = number(values[argument], format) else { return nil }
        for exact in table.exact where isEqual((coefficient, scale), (exact.coefficient, exact.scale)) {
            return exact.steps
        }
        guard let category = plurals.nativeCategory(of: coefficient, scale: scale, format.format.style) else {
            return nil
        }
        return table.starts[category.index]..<table.ends[category.index]
    }

    @inline(__always)
    private func isEqual(_ a: (coefficient: Int64, scale: Int), _ b: (coefficient: Int64, scale: Int)) -> Bool {
        if a.scale == b.scale { return a.coefficient == b.coefficient }
        return DecimalNumber(coefficient: a.coefficient, scale: a.scale)
            == DecimalNumber(coefficient: b.coefficient, scale: b.scale)
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
                if numbers[format].format.style.kind == .percent { return nil }
                return isEqual((coefficient, scale), (wanted, wantedScale)) ? 0 : 3
            case .category(let category):
                if isExact { return 3 }
                guard let own = plurals.nativeCategory(of: coefficient, scale: scale, numbers[format].format.style)
                else { return nil }
                return own == category ? 1 : 3
            }
        }
    }
}
