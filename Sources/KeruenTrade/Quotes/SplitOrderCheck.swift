/// Finds parcels to one recipient that pass a threshold together while each stays below it alone.
///
///     let check = SplitOrderCheck(rules: .standard, rates: rates)
///     check.finding(for: parcel, among: recent)       // nil, or a diagnostic with `splitOrders`
///
/// It flags and forbids nothing: two gifts in a week are no fraud, but somebody should know before customs do.
public struct SplitOrderCheck: Sendable {
    public var rules: TradeRules
    public var rates: RateTable

    public init(rules: TradeRules = .standard, rates: RateTable) {
        (self.rules, self.rates) = (rules, rates)
    }

    /// An order, or a quote that may become one, as the check sees it.
    public struct Parcel: Hashable, Sendable {
        /// Of the order or quote: one that comes twice counts once.
        public var id: String
        /// The same for the same person, and nothing else: a look-up key, never a number of a document.
        public var recipient: String
        public var origin: String
        public var destination: String
        public var day: CivilDate
        /// What customs count, in the currency it was paid in.
        public var value: Money

        public init(
            id: String, recipient: String, origin: String, destination: String, day: CivilDate, value: Money
        ) {
            self.id = id
            self.recipient = recipient
            self.origin = origin
            self.destination = destination
            self.day = day
            self.value = value
        }

        /// An order as a parcel; nil where it crosses no border, or is off.
        init?(_ order: Order, recipient: String) {
            guard ![.cancelled, .lapsed].contains(order.stage), let landing = order.placement.landing,
                let value = landing.customsValue, let day = landing.day
            else { return nil }
            self.init(
                id: order.id.description, recipient: recipient, origin: landing.shipsFrom,
                destination: landing.destination, day: day, value: value)
        }

        /// A landed quote as a parcel; nil where it crosses no border.
        public init?(_ quote: Quote, id: String, recipient: String) {
            guard let origin = quote.shipsFrom, let destination = quote.destination, let value = quote.customsValue
            else { return nil }
            self.init(
                id: id, recipient: recipient, origin: origin, destination: destination.country, day: quote.day,
                value: value)
        }
    }

    /// What to tell of a parcel beside those of the days before and after it; nil where there is nothing.
    ///
    /// Parcels of other recipients and destinations, and those outside the regime's `splitDays`, are passed over. Each counts at
    /// its own day's rate. One whose rate is missing can't be counted, and that is told too.
    public func finding(for parcel: Parcel, among others: [Parcel]) -> Diagnostic? {
        guard let regime = rules.regime(from: parcel.origin, to: parcel.destination, on: parcel.day),
            let threshold = regime.threshold ?? regime.limit, let days = regime.splitDays
        else { return nil }
        let near = others.filter {
            $0.id != parcel.id && $0.recipient == parcel.recipient && $0.destination == parcel.destination
                && regime.origin.contains($0.origin)
                && abs(Int($0.day.daysSince1970) - Int(parcel.day.daysSince1970)) < days
        }
        var known: Set<String> = []
        var sum = Money.zero(threshold.currency)
        var count = 0
        for part in [parcel] + near where known.insert(part.id).inserted {
            let rate =
                rates.rate(from: threshold.currency, to: part.value.currency, on: part.day, source: regime.bank)
                ?? rates.rate(from: threshold.currency, to: part.value.currency, on: part.day)
            guard let order = part.value.order(against: threshold, times: .one, at: rate) else {
                return Diagnostic(
                    .missingRate, .warning, at: nil,
                    [
                        "from": .text(threshold.currency.code), "to": .text(part.value.currency.code),
                        "day": .text(part.day.description),
                    ])
            }
            // One that passes the threshold by itself pays by itself, and hides nothing.
            guard order <= 0 else { continue }
            let value = part.value.currency == threshold.currency ? part.value : try? rate?.convert(part.value, .halfUp)
            guard let value, let next = try? sum + value else { continue }
            (sum, count) = (next, count + 1)
        }
        guard count > 1, sum.minorUnits > threshold.minorUnits else { return nil }
        return Diagnostic(
            .splitOrders, .warning, at: nil,
            [
                "count": .integer(count), "days": .integer(days), "sum": .text(sum.description),
                "threshold": .text(threshold.description), "rule": .text(regime.id),
            ])
    }
}
