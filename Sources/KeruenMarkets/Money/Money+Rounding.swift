/// What becomes of the part of a minor unit that is left over. Every place that rounds says which one it uses.
public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// To the nearest, halves away from zero: 0.125 → 0.13, as tax laws of these markets have it.
    case halfUp
    /// To the nearest, halves to the even one.
    case halfEven
    /// Toward zero.
    case down
    /// Away from zero.
    case up
}

extension Money {
    /// This amount times a ratio, multiplied first and rounded once.
    ///
    ///     try Money("268.00", .cny).multiplied(by: Ratio(percent: 22), .halfUp)       // 58.96 CNY
    ///
    /// - Throws: `MoneyError` with `overflow`.
    public func multiplied(by ratio: Ratio, _ rounding: Rounding) throws(MoneyError) -> Money {
        guard
            let units = Self.divide(
                minorUnits.multipliedFullWidth(by: ratio.numerator), by: ratio.denominator, rounding)
        else { throw MoneyError(.overflow, "\(decimalText) × \(ratio)") }
        return Money(minorUnits: units, currency)
    }

    /// A product of two words by a positive number, rounded; nil where it does not fit one word.
    static func divide(
        _ product: (high: Int64, low: UInt64), by denominator: Int64, _ rounding: Rounding
    ) -> Int64? {
        let isNegative = product.high < 0
        // The magnitude of a two-word number: all bits turned, and one.
        var (high, low) = (UInt64(bitPattern: product.high), product.low)
        if isNegative {
            low = ~low &+ 1
            high = ~high &+ (low == 0 ? 1 : 0)
        }
        let divisor = UInt64(denominator)
        guard high < divisor else { return nil }
        let (quotient, remainder) = divisor.dividingFullWidth((high, low))
        let isPastHalf: Bool =
            switch rounding {
            case .down: false
            case .up: remainder > 0
            case .halfUp: remainder >= divisor - remainder
            case .halfEven:
                remainder > divisor - remainder || (remainder == divisor - remainder && !quotient.isMultiple(of: 2))
            }
        let (units, overflow) = quotient.addingReportingOverflow(isPastHalf ? 1 : 0)
        guard !overflow else { return nil }
        return signed(units, isNegative: isNegative)
    }

    /// A number of a magnitude and a sign; nil where it does not fit. Below zero one more fits than above.
    private static func signed(_ magnitude: UInt64, isNegative: Bool) -> Int64? {
        guard isNegative else { return Int64(exactly: magnitude) }
        return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }

    /// This amount in shares that add up to it exactly, by largest remainder; of equal remainders the first gets the unit.
    ///
    ///     try Money("10.00", .cny).allocated(by: [1, 1, 1])       // 3.34, 3.33, 3.33
    ///
    /// - Parameter weights: where all are 0, all shares are equal.
    /// - Throws: `MoneyError` with `negativeWeight`, or `overflow` where the weights' sum doesn't fit.
    public func allocated(by weights: [Int64]) throws(MoneyError) -> [Money] {
        guard !weights.isEmpty else { return [] }
        guard weights.allSatisfy({ $0 >= 0 }) else { throw MoneyError(.negativeWeight, decimalText) }
        var sum: Int64 = 0
        for weight in weights {
            let (next, overflow) = sum.addingReportingOverflow(weight)
            guard !overflow else { throw MoneyError(.overflow, decimalText) }
            sum = next
        }
        guard sum > 0 else { return try allocated(by: weights.map { _ in 1 }) }
        let whole = minorUnits.magnitude
        let divisor = UInt64(sum)
        // A weight is at most the sum, so each quotient fits.
        var shares = weights.map { divisor.dividingFullWidth(whole.multipliedFullWidth(by: UInt64($0))) }
        let left = whole - shares.reduce(0) { $0 + $1.quotient }
        let byRemainder = shares.indices.sorted {
            (shares[$1].remainder, $0) < (shares[$0].remainder, $1)
        }
        for index in byRemainder.prefix(Int(left)) { shares[index].quotient += 1 }
        // No share is larger than the whole, so each fits.
        return shares.compactMap { share in
            Self.signed(share.quotient, isNegative: minorUnits < 0).map { Money(minorUnits: $0, currency) }
        }
    }
}
