/// What one unit of a currency costs in another, exactly as a bank published it.
///
///     let rate = ExchangeRate(from: .eur, to: .kzt, Ratio("523.47")!, on: day, source: "nbk")
///     try rate.convert(Money("200.00", .eur), .halfUp)            // 104694.00 KZT
public struct ExchangeRate: Hashable, Sendable {
    public var from: Currency
    public var to: Currency
    /// Units of `to` for one unit of `from`; above 0.
    public var ratio: Ratio
    /// The day the bank set it for.
    public var day: CivilDate
    /// Whose rate: `nbk`, `cbr` or `pboc`.
    public var source: String

    /// - Returns: nil unless the ratio is above 0.
    public init?(from: Currency, to: Currency, _ ratio: Ratio, on day: CivilDate, source: String) {
        guard ratio > .zero else { return nil }
        (self.from, self.to, self.ratio, self.day, self.source) = (from, to, ratio, day, source)
    }

    /// The amount in the other currency, in either direction, rounded once.
    /// - Throws: `MoneyError` with `mixedCurrencies` for an amount of a third currency, or `overflow`.
    public func convert(_ amount: Money, _ rounding: Rounding) throws(MoneyError) -> Money {
        guard amount.currency == from || amount.currency == to else {
            throw MoneyError(.mixedCurrencies, "\(amount.currency.code), \(from.code)/\(to.code)")
        }
        let isForward = amount.currency == from
        let target = isForward ? to : from
        // Minor units of one are minor units of the other times the ratio and both scales; scales that are alike cancel
        // out first, so that a rate of many digits fits.
        let (up, down) =
            isForward ? (ratio.numerator, ratio.denominator) : (ratio.denominator, ratio.numerator)
        guard let scales = Ratio(target.scale, over: amount.currency.scale) else {
            throw MoneyError(.overflow, "\(amount.decimalText) × \(ratio)")
        }
        let (numerator, overflowUp) = up.multipliedReportingOverflow(by: scales.numerator)
        let (denominator, overflowDown) = down.multipliedReportingOverflow(by: scales.denominator)
        guard !overflowUp, !overflowDown, let scaled = Ratio(numerator, over: denominator) else {
            throw MoneyError(.overflow, "\(amount.decimalText) × \(ratio)")
        }
        return Money(minorUnits: try amount.multiplied(by: scaled, rounding).minorUnits, target)
    }
}
