/// A number's pattern and symbols, read off what ICU writes, so that common numbers are written without ICU.
///
/// Nil for a style that needs more: significant digits, signs on demand, other digits than ASCII's. Held against ICU byte for byte
/// over millions of values by the tests.
struct NativeNumberPattern: Sendable {
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
            let fractionDigits = style.fractionDigits ?? Self.digits(probe("0.123456789")), fractionDigits.upperBound <= 9
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
    func append(_ coefficient: Int64, scale: Int, to bytes: inout [UInt8]) -> Bool {
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
        let affixes = coefficient < 0 ? negative : positive
        bytes.append(contentsOf: affixes.prefix)
        appendDigits(value.magnitude, scale, to: &bytes)
        bytes.append(contentsOf: affixes.suffix)
        return true
    }

    private func appendDigits(_ magnitude: UInt64, _ scale: Int, to bytes: inout [UInt8]) {
        // From the last digit to the first; twenty digits, and room for marks of four bytes between them.
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 160) { room in
            var at = room.count
            var rest = magnitude
            var scale = scale
            func put(_ byte: UInt8) {
                at -= 1
                unsafe room[at] = byte
            }
            func put(_ mark: [UInt8]) { for byte in mark.reversed() { put(byte) } }
            // Zeros at the end count only as far as the style wants them.
            let wanted = stripsZeroFraction && rest % Self.powers[scale] == 0 ? 0 : fractionDigits.lowerBound
            while scale > wanted, rest.isMultiple(of: 10) {
                rest /= 10
                scale -= 1
            }
            if scale > 0 || wanted > 0 {
                for _ in scale..<max(scale, wanted) { put(UInt8(ascii: "0")) }
                for _ in 0..<scale {
                    put(UInt8(ascii: "0") + UInt8(rest % 10))
                    rest /= 10
                }
                put(decimal)
            }
            var digits = 0
            let isGrouped = !group.isEmpty && rest >= (minimumGrouping == 2 ? 10_000 : 1_000)
            repeat {
                if isGrouped, digits > 0, digits.isMultiple(of: 3) { put(group) }
                put(UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
                digits += 1
            } while rest > 0
            unsafe bytes.append(contentsOf: room[at...])
        }
    }

    private static let powers: [UInt64] = (0...18).map { (0..<$0).reduce(UInt64(1)) { power, _ in power * 10 } }
}
