/// A number as the messages carry it: decimal(19,5), exact.
///
///     CEBDecimal("12.50")?.description        // 12.5
///     let pieces: CEBDecimal = 3
public struct CEBDecimal: Hashable, Sendable {
    /// Hundred-thousandths.
    public let units: Int64

    public static let zero = CEBDecimal(units: 0)
    /// One, in units.
    public static let scale: Int64 = 100_000

    public init(units: Int64) { self.units = units }

    /// A whole number; nil past 92 million millions.
    public init?(_ count: Int) {
        let (units, overflow) = Int64(count).multipliedReportingOverflow(by: Self.scale)
        guard !overflow else { return nil }
        self.units = units
    }

    /// Nil past 92 million millions.
    public init?(_ amount: Money) {
        let (units, overflow) = amount.minorUnits.multipliedReportingOverflow(by: Self.scale / amount.currency.scale)
        guard !overflow else { return nil }
        self.units = units
    }

    /// A mass in kilograms; nil for anything else, and for less than ten milligrams too much.
    public init?(kilograms mass: Measure) {
        guard mass.unit == .gram || mass.unit == .kilogram, mass.inBaseThousandths.isMultiple(of: 10) else {
            return nil
        }
        units = mass.inBaseThousandths / 10
    }

    /// Reads "268", "0.125", "-3"; no exponent, at most five decimals.
    public init?(_ text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.utf8.count <= 5,
            let units = Int64(
                (isNegative ? "-" : "") + parts[0] + fraction + String(repeating: "0", count: 5 - fraction.utf8.count))
        else { return nil }
        self.units = units
    }

    /// Whether this times a price is an amount to the last digit.
    public func times(_ price: CEBDecimal, is total: CEBDecimal) -> Bool {
        let product = units.multipliedFullWidth(by: price.units)
        let scaled = total.units.multipliedFullWidth(by: Self.scale)
        return product.high == scaled.high && product.low == scaled.low
    }
}

extension CEBDecimal: Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    public init(integerLiteral value: Int32) { units = Int64(value) * Self.scale }

    public static func < (a: Self, b: Self) -> Bool { a.units < b.units }

    /// Without zeros at its end: "268", "0.5".
    public var description: String {
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        let whole = padded.dropLast(5)
        let fraction = padded.suffix(5).reversed().drop { $0 == "0" }.reversed()
        return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + String(fraction))
    }
}
