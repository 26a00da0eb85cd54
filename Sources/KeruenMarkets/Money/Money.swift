/// An amount of one currency, in whole minor units.
///
///     let scarf = try Money("268.00", .cny)
///     try scarf * 3 + Money("12.00", .cny)        // 816.00 CNY
///
/// Arithmetic is exact and checked: another currency or a number past Int64 is an error, never a wrong amount.
public struct Money: Hashable, Sendable {
    /// Fen, kopecks, tiyn.
    public var minorUnits: Int64
    public let currency: Currency

    public init(minorUnits: Int64, _ currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency) }

    /// Reads "268", "268.5", "-3.00"; no exponent, no grouping, not more digits than the currency has.
    /// - Throws: `MoneyError` with `malformed`, `tooManyDigits` or `overflow`.
    public init(_ text: String, _ currency: Currency) throws(MoneyError) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { throw MoneyError(.malformed, text) }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count <= currency.digits else { throw MoneyError(.tooManyDigits, text) }
        let padding = String(repeating: "0", count: currency.digits - fraction.count)
        guard let units = Int64((isNegative ? "-" : "") + parts[0] + fraction + padding) else {
            throw MoneyError(.overflow, text)
        }
        self.init(minorUnits: units, currency)
    }

    /// Decimal text with all digits of the currency: "268.00".
    public var decimalText: String {
        let digits = String(minorUnits.magnitude)
        let padded = String(repeating: "0", count: max(0, currency.digits + 1 - digits.count)) + digits
        let sign = minorUnits < 0 ? "-" : ""
        return "\(sign)\(padded.dropLast(currency.digits)).\(padded.suffix(currency.digits))"
    }
}

extension Money {
    public static func + (a: Money, b: Money) throws(MoneyError) -> Money {
        try combine(a, b) { $0.addingReportingOverflow($1) }
    }

    public static func - (a: Money, b: Money) throws(MoneyError) -> Money {
        try combine(a, b) { $0.subtractingReportingOverflow($1) }
    }

    public static func * (a: Money, count: Int) throws(MoneyError) -> Money {
        let (units, overflow) = a.minorUnits.multipliedReportingOverflow(by: Int64(count))
        guard !overflow else { throw MoneyError(.overflow, "\(a.decimalText) × \(count)") }
        return Money(minorUnits: units, a.currency)
    }

    private static func combine(
        _ a: Money, _ b: Money, _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) throws(MoneyError) -> Money {
        guard a.currency == b.currency else {
            throw MoneyError(.mixedCurrencies, "\(a.currency.code), \(b.currency.code)")
        }
        let (units, overflow) = operation(a.minorUnits, b.minorUnits)
        guard !overflow else { throw MoneyError(.overflow, "\(a.decimalText), \(b.decimalText)") }
        return Money(minorUnits: units, a.currency)
    }
}

extension Money: CustomStringConvertible {
    public var description: String { "\(decimalText) \(currency.code)" }
}

/// An amount that can't be: malformed, of mixed currencies, or too large.
public struct MoneyError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    public var subject: String

    init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }

    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let malformed = Self(rawValue: "malformed-amount")
        public static let tooManyDigits = Self(rawValue: "too-many-digits")
        public static let overflow = Self(rawValue: "amount-overflow")
        public static let negativeWeight = Self(rawValue: "negative-weight")
        public static let mixedCurrencies = Self(rawValue: "mixed-currencies")
    }

    public var description: String { "\(code.rawValue): \(subject)" }
}
