/// Rates of exchange by day, as banks published them.
///
///     rates.rate(from: .eur, to: .kzt, on: day)?.ratio
public struct RateTable: Hashable, Sendable {
    /// In no order.
    public private(set) var rates: [ExchangeRate] = []

    public init(_ rates: [ExchangeRate] = []) { self.rates = rates }

    public mutating func add(_ rate: ExchangeRate) { rates.append(rate) }

    /// The newest rate that was in force on a day: banks publish none on holidays, and the last one stands.
    ///
    /// A pair that is listed the other way round serves too. No rate is made up by crossing two others.
    /// - Parameter source: whose rate; anybody's when nil.
    public func rate(
        from: Currency, to: Currency, on day: CivilDate, source: String? = nil
    ) -> ExchangeRate? {
        rates.filter {
            $0.day <= day && (source == nil || $0.source == source)
                && (($0.from == from && $0.to == to) || ($0.from == to && $0.to == from))
        }.max { $0.day < $1.day }
    }
}
