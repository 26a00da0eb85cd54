extension Money {
    /// Below (-1), at (0) or above (1) a part of another amount, without any rounding.
    ///
    ///     value.order(against: Money("200.00", .eur), times: .one, at: rate)
    ///
    /// - Returns: nil for another currency without a rate between the two, or for a rate of more digits than any bank's.
    func order(against other: Money, times part: Ratio, at exchange: ExchangeRate?) -> Int? {
        let factor = other.currency == currency ? Ratio.one : exchange?.factor(from: other.currency, to: currency)
        guard let factor = factor?.times(part) else { return nil }
        // Cross-multiplied in two words each: nothing overflows.
        let left = minorUnits.multipliedFullWidth(by: factor.denominator)
        let right = other.minorUnits.multipliedFullWidth(by: factor.numerator)
        if left == right { return 0 }
        return (left.high, left.low) < (right.high, right.low) ? -1 : 1
    }
}

extension ExchangeRate {
    /// Minor units of the other currency for a minor unit of one of the pair; nil where it is neither.
    func factor(from currency: Currency, to other: Currency? = nil) -> Ratio? {
        guard currency == from || currency == to else { return nil }
        let isForward = currency == from
        let target = isForward ? to : from
        guard other == nil || other == target, let ratio = isForward ? ratio : ratio.inverse else { return nil }
        return Ratio(target.scale, over: currency.scale)?.times(ratio)
    }
}
