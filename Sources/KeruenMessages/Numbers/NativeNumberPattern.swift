/// A number's pattern and symbols, read off what ICU writes, so that common numbers are written without ICU.
///
/// Nil for a style that needs more: significant digits, signs on demand, other digits than ASCII's. Held against ICU byte for byte
/// over millions of values by the tests.
final class NativeNumberPattern: Sendable {
    private let positive: Affixes
    private let negative: Affixes
    /// Empty where digits are not grouped.
    private let group: [UInt8]
    private let decimal: [UInt8]
    /// 2 where 1234 has no group and 12 345 has one.
    private let minimumGrouping: Int
    private let fractionDigits: ClosedRange<Int>
    private let stripsZeroFraction: Bool
    /// What a percentage is moved by.
    private let shift: Int

    private struct Affixes: Equatable {
        var prefix: [UInt8]
        var suffix: [UInt8]
    }

    init?(_ style: NumberStyle, probe: (String) -> String?) {
        guard style.significantDigits == nil, style.sign == .auto, !style.isAccounting, style.minimumIntegerDigits == 1,
            style.grouping == .auto || style.grouping == .never,
            let fractionDigits = style.fractionDigits ?? Self.digits(probe("0.123456789")),
            fractionDigits.upperBound <= 9
        else { return nil }
        switch style.kind {
        // Names and units take the plural.
        case .unit, .currency(_, .name): return nil
        case .percent: shift = 2
        default: shift = 0
        }
        self.fractionDigits = fractionDigits
        stripsZeroFraction = style.stripsZeroFraction
        // 12,345,678 as this style writes it, a percentage of a hundredth of it.
        let (long, short) = shift == 0 ? ("12345678", "1234") : ("123456.78", "12.34")
        guard let positive = Self.affixes(probe("0")), let negative = Self.affixes(probe("-1")),
            let digits = Self.inner(probe(long)), let few = Self.inner(probe(short))
        else { return nil }
        self.positive = positive
        self.negative = negative
        let whole = Self.withoutZeroFraction(digits, fractionDigits, style.stripsZeroFraction)
        let wholeFew = Self.withoutZeroFraction(few, fractionDigits, style.stripsZeroFraction)
        guard let whole, let wholeFew else { return nil }
        if whole.digits == Array("12345678".utf8) {
            group = []
            minimumGrouping = 1
        } else {
            let parts = whole.digits.split(whereSeparator: { !Self.isDigit($0) })
            guard parts.count == 3, parts[0].elementsEqual("12".utf8), parts[1].elementsEqual("345".utf8),
                parts[2].elementsEqual("678".utf8)
            else { return nil }
            group = Array(whole.digits[2..<(whole.digits.count - 6) / 2 + 1])
            guard whole.digits.elementsEqual(Array("12".utf8) + group + Array("345".utf8) + group + Array("678".utf8))
            else { return nil }
            minimumGrouping = wholeFew.digits.elementsEqual("1234".utf8) ? 2 : 1
        }
        if fractionDigits.upperBound > 0 {
            let fraction = Self.inner(probe(shift == 0 ? "0.5" : "0.005"))
            guard let fraction, fraction.first == UInt8(ascii: "0"),
                let five = fraction.firstIndex(of: UInt8(ascii: "5"))
            else { return nil }
            decimal = Array(fraction[1..<five])
        } else {
            decimal = []
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// What stands before the first digit and behind the last one.
    private static func affixes(_ text: String?) -> Affixes? {
        guard let bytes = text.map({ Array($0.utf8) }), let first = bytes.firstIndex(where: isDigit),
            let last = bytes.lastIndex(where: isDigit)
        else { return nil }
        return Affixes(prefix: Array(bytes[..<first]), suffix: Array(bytes[(last + 1)...]))
    }

    /// How many digits a currency has behind the point: what ICU leaves of nine.
    private static func digits(_ text: String?) -> ClosedRange<Int>? {
        inner(text).map { digits in
            let count = digits.count(where: isDigit) - 1
            return count...count
        }
    }

    private static func inner(_ text: String?) -> [UInt8]? {
        guard let bytes = text.map({ Array($0.utf8) }), let first = bytes.firstIndex(where: isDigit),
            let last = bytes.lastIndex(where: isDigit)
        else { return nil }
        return Array(bytes[first...last])
    }

    /// The digits before the fraction of zeros that the style asks for.
    private static func withoutZeroFraction(
        _ digits: [UInt8], _ fraction: ClosedRange<Int>, _ strips: Bool
    ) -> (digits: [UInt8], Bool)? {
        guard fraction.lowerBound > 0, !strips else { return (digits, true) }
        let zeros = digits.suffix(fraction.lowerBound)
        guard zeros.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        var whole = digits.dropLast(fraction.lowerBound)
        while let last = whole.last, !isDigit(last) { whole.removeLast() }
        return (Array(whole), true)
    }

    /// False, with nothing written, for a number that it can't hold exactly.
    @inline(__always)
    func append(_ coefficient: Int64, scale: Int, to bytes: inout some MessageSink) -> Bool {
        var (value, scale) = (coefficient, scale - shift)
        while scale < 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return false }
            (value, scale) = (product, scale + 1)
        }
        if scale > fractionDigits.upperBound {
            guard scale < 19 else { return false }
            value = value.roundedHalfEven(dropping: scale - fractionDigits.upperBound)
            scale = fractionDigits.upperBound
        }
        write(value.magnitude, scale, coefficient < 0 ? negative : positive, to: &bytes)
        return true
    }

    @inline(__always)
    private func write(_ magnitude: UInt64, _ scale: Int, _ affixes: Affixes, to bytes: inout some MessageSink) {
        // From the last digit to the first: twenty digits, room for marks of four bytes between them, and the affixes.
        let capacity = 160 + affixes.prefix.count + affixes.suffix.count
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
            guard let base = room.baseAddress else { return }
            var at = unsafe base + capacity
            var rest = magnitude
            var scale = scale
            @inline(__always) func put(_ byte: UInt8) {
                unsafe at -= 1
                unsafe at.pointee = byte
            }
            @inline(__always) func put(_ mark: [UInt8]) {
                var index = mark.count
                while index > 0 {
                    index -= 1
                    put(mark[index])
                }
            }
            put(affixes.suffix)
            // Zeros at the end count only as far as the style wants them.
            let isWhole = scale == 0 || stripsZeroFraction && rest % Self.power(scale) == 0
            let wanted = stripsZeroFraction && isWhole ? 0 : fractionDigits.lowerBound
            while scale > wanted, rest.isMultiple(of: 10) {
                rest /= 10
                scale -= 1
            }
            if scale > 0 || wanted > 0 {
                for _ in scale..<max(scale, wanted) { put(UInt8(ascii: "0")) }
                for _ in 0..<scale {
                    put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
                    rest /= 10
                }
                put(decimal)
            }
            let isGrouped = !group.isEmpty && rest >= (minimumGrouping == 2 ? 10_000 : 1_000)
            var untilGroup = 3
            repeat {
                if untilGroup == 0 {
                    if isGrouped { put(group) }
                    untilGroup = 3
                }
                put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
                untilGroup -= 1
            } while rest > 0
            put(affixes.prefix)
            let count = unsafe base + capacity - at
            unsafe bytes.append(UnsafeBufferPointer(start: at, count: count))
        }
    }

    private static func power(_ exponent: Int) -> UInt64 {
        var power: UInt64 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
