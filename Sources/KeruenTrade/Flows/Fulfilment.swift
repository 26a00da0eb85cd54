public import Foundation

/// A way to serve an order: the flow it then takes, and the warehouses it is taken from, the preferred first.
public struct Fulfilment: Hashable, Sendable {
    public var flow: OrderFlow.ID
    public var warehouses: [String]

    public init(_ flow: OrderFlow.ID, from warehouses: [String]) {
        self.flow = flow
        self.warehouses = warehouses
    }
}

extension Catalog {
    /// How a quote can be served, the preferred way first: out of the market's own country, then country by country from abroad.
    ///
    ///     try await store.place(request, by: catalog.fulfilments(of: quote), at: now)
    ///
    /// Goods of one order come from one country, so that they cross a border together and with one set of documents.
    /// - Throws: `TradeError` with `mixedOrder` for tours beside goods, `badDeparture` for a tour without its day, `unknownSKU` or
    ///   `unknownMarket`.
    public func fulfilments(of quote: Quote) throws(TradeError) -> [Fulfilment] {
        guard let market = market(quote.market) else {
            let known = markets.map(\.id).joined(separator: ", ")
            throw TradeError(.unknownMarket, ["market": .text(quote.market), "known": .text(known)])
        }
        var tours = 0
        for line in quote.lines {
            guard let product = item(line.sku)?.product else {
                throw TradeError(.unknownSKU, ["sku": .text(line.sku.description)])
            }
            guard case .tour(let tour) = product.details else { continue }
            tours += 1
            guard line.departure != nil else {
                let known = tour.departures.sorted().map(\.description).joined(separator: ", ")
                throw TradeError(.badDeparture, ["sku": .text(line.sku.description), "known": .text(known)])
            }
        }
        guard tours == 0 || tours == quote.lines.count else { throw TradeError(.mixedOrder) }
        if tours > 0 { return [Fulfilment(.tour, from: [])] }
        return Self.byCountry(warehouses(serving: market), into: market)
    }

    private static func byCountry(_ warehouses: [Warehouse], into market: Market) -> [Fulfilment] {
        warehouses.map(\.country).firstOccurrences.map { country in
            let flow: OrderFlow.ID =
                if market.countries.contains(country) {
                    .domestic
                } else if market.countries.contains("CN") {
                    .directImport
                } else {
                    .export
                }
            return Fulfilment(flow, from: warehouses.filter { $0.country == country }.map(\.id))
        }
    }

    /// Until when the tours of a quote are cancelled for nothing: the first of their times; nil where there is no tour.
    ///
    /// A start is a time of the tour's own zone, as the system's tzdata has it on that day.
    public func freeCancellation(of quote: Quote) -> Date? {
        quote.lines.compactMap { line -> Date? in
            guard let day = line.departure, case .tour(let tour)? = item(line.sku)?.product.details,
                let start = tour.start(on: day)
            else { return nil }
            return start.addingTimeInterval(-Double(tour.cancellationHours) * 3_600)
        }.min()
    }
}

extension Product {
    var tour: Tour? { if case .tour(let tour) = details { tour } else { nil } }
}

extension Tour {
    /// The last moment at which a place may be bought.
    public func salesEnd(on day: CivilDate) -> Date? {
        start(on: day)?.addingTimeInterval(-Double(cutoffHours) * 3_600)
    }

    /// When it starts on a day; nil for a time or a zone that nobody knows.
    public func start(on day: CivilDate) -> Date? {
        let clock = startTime.split(separator: ":").compactMap { Int($0) }
        guard clock.count == 2, let zone = TimeZone(identifier: timeZone) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let date = day.components
        return calendar.date(
            from: DateComponents(year: date.year, month: date.month, day: date.day, hour: clock[0], minute: clock[1]))
    }
}
