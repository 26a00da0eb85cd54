/// An exact fraction, in lowest terms: a tax rate of 22 %, a rate of exchange, a discount.
///
///     Ratio(percent: 22)              // 11/50
///     Ratio("0.125")                  // 1/8
public struct Ratio: Hashable, Sendable, CustomStringConvertible {
    public let numerator: Int64
    /// Always above 0.
    public let denominator: Int64

    /// - Returns: nil for a denominator of 0, or for numbers whose negatives don't fit.
    public init?(_ numerator: Int64, over denominator: Int64) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int64 = denominator < 0 ? -1 : 1
        self.numerator = sign * (numerator / divisor)
        self.denominator = sign * (denominator / divisor)
    }

    /// Whole percent.
    public init(percent: Int32) {
        let divisor = Self.greatestCommonDivisor(UInt64(percent.magnitude), 100)
        numerator = Int64(percent) / divisor
        denominator = 100 / divisor
    }

    /// Reads decimal text, "0.125" or "22"; no exponent, at most 18 digits in all.
    public init?(_ text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            parts.reduce(0, { $0 + $1.utf8.count }) <= 18, let digits = Int64(parts.joined())
        else { return nil }
        let decimals = parts.count == 2 ? parts[1].utf8.count : 0
        self.init(isNegative ? -digits : digits, over: (0..<decimals).reduce(1) { scale, _ in scale * 10 })
    }

    public static let zero = Ratio(percent: 0)
    public static let one = Ratio(percent: 100)

    /// The same ratio from the other side; nil for zero.
    public var inverse: Ratio? { Ratio(denominator, over: numerator) }

    public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

    /// 1 where both are 0, so that nothing is divided by nothing.
    private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> Int64 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a == 0 ? 1 : Int64(clamping: a)
    }
}

extension Ratio: Comparable {
    public static func < (a: Ratio, b: Ratio) -> Bool {
        let left = a.numerator.multipliedFullWidth(by: b.denominator)
        let right = b.numerator.multipliedFullWidth(by: a.denominator)
        return (left.high, left.low) < (right.high, right.low)
    }
}
