import KeruenMarkets
import TestSupport

/// Arithmetic as it stands in a schoolbook, in 128 bits: what the exact one is held against.
enum Naive {
    /// The product by the ratio, rounded; nil where it does not fit 64 bits.
    static func multiply(_ units: Int64, by ratio: Ratio, _ rounding: Rounding) -> Int64? {
        let product = Int128(units) * Int128(ratio.numerator)
        let denominator = Int128(ratio.denominator)
        let (whole, rest) = (product / denominator, abs(product % denominator))
        let awayFromZero: Int128 = product < 0 ? -1 : 1
        let isUp =
            switch rounding {
            case .down: false
            case .up: rest != 0
            case .halfUp: rest * 2 >= denominator
            case .halfEven: rest * 2 > denominator || (rest * 2 == denominator && whole % 2 != 0)
            }
        return Int64(exactly: isUp ? whole + awayFromZero : whole)
    }

    static func greatestCommonDivisor(_ a: Int64, _ b: Int64) -> UInt64 {
        let (a, b) = (a.magnitude, b.magnitude)
        return b == 0 ? a : greatestCommonDivisor(Int64(truncatingIfNeeded: b), Int64(truncatingIfNeeded: a % b))
    }

    /// A number of any length up to 64 bits, short ones as often as long ones, and the edges.
    static func number(using random: inout SeededGenerator) -> Int64 {
        if Int.random(in: 0..<20, using: &random) == 0 {
            return [0, 1, -1, .max, .min, .max - 1, .min + 1].randomElement(using: &random) ?? 0
        }
        let any = Int64(truncatingIfNeeded: random.next())
        return any >> Int64.random(in: 0..<63, using: &random)
    }
}
