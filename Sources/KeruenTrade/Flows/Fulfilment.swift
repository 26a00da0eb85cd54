public import Foundation

/// A way to serve an order: the flow it then takes, and the warehouses it is taken from, the preferred first.
public struct Fulfilment: Hashable, Sendable {
    public var flow: OrderFlow.ID
    public var warehouses: [String]
    /// The country that they stand in, ISO 3166-1; nil where the caller does not say.
    public var country: String?
    /// Whether the goods pass a border on their way, also one without customs, as inside the Eurasian Economic Union.
    public var crossesBorder: Bool

    /// - Parameter crossesBorder: as the flow does when nil.
    public init(
        _ flow: OrderFlow.ID, from warehouses: [String], in country: String? = nil, crossesBorder: Bool? = nil
    ) {
        self.flow = flow
        self.warehouses = warehouses
        self.country = country
        self.crossesBorder = crossesBorder ?? [.export, .bondedImport, .directImport].contains(flow)
    }

    /// Whether a quote speaks of this way: where a border is passed, its costs and prohibitions were asked; and from this country.
    func serves(_ quote: Quote) -> Bool {
        guard let shipsFrom = quote.shipsFrom, quote.destination != nil else { return !crossesBorder }
        return country == nil || country == shipsFrom || flow == .bondedImport
    }
}

extension Catalog {
    /// How a quote can be served, the preferred way first: out of the market's own country, then country by country from abroad.
    ///
    ///     try await store.place(request, by: catalog.fulfilments(of: quote), at: now)
    ///
    /// Goods of one order come from one country, so that they cross a border together and with one set of documents. Ways on which
    /// restrictions stop something are left out.
    /// - Parameter certificates: papers that were got for the parcel.
    /// - Throws: `TradeError` with the first reason where every way is stopped, `mixedOrder` for tours beside goods, `badDeparture` for a tour without its day, `unknownSKU` or
    ///   `unknownMarket`.
    public func fulfilments(
        of quote: Quote, under rules: TradeRules = .standard, with certificates: [Certificate] = [],
        by channel: ParcelRoute.Channel = .mail
    ) throws(TradeError) -> [Fulfilment] {
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
        let ways = Self.byCountry(warehouses(serving: market), into: market)
        guard let destination = quote.destination?.country ?? market.countries.first else { return ways }
        var open: [Fulfilment] = []
        var reason: Diagnostic?
        for way in ways {
            let country = warehouses.first { way.warehouses.contains($0.id) }?.country ?? destination
            let screening = try screening(
                of: quote.lines, along: ParcelRoute(from: country, to: destination, by: channel), under: rules,
                with: certificates, on: quote.day)
            if let block = screening.blocks.first { reason = reason ?? block } else { open.append(way) }
        }
        if open.isEmpty, let reason { throw TradeError(reason.code, reason.arguments) }
        return open
    }

    /// The country's own warehouses first. Between two countries of one customs union nothing is declared.
    private static func byCountry(_ warehouses: [Warehouse], into market: Market) -> [Fulfilment] {
        warehouses.map(\.country).firstOccurrences.map { country in
            let isAbroad = !market.countries.contains(country)
            let union = CountryGroup.eaeu
            let flow: OrderFlow.ID =
                if !isAbroad || (union.contains(country) && market.countries.allSatisfy(union.contains)) {
                    .domestic
                } else if market.countries.contains("CN") {
                    .directImport
                } else {
                    .export
                }
            return Fulfilment(
                flow, from: warehouses.filter { $0.country == country }.map(\.id), in: country,
                crossesBorder: isAbroad)
        }
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

    /// Until when a place is given back for nothing.
    public func freeCancellation(on day: CivilDate) -> Date? {
        start(on: day)?.addingTimeInterval(-Double(cancellationHours) * 3_600)
    }

    /// When it starts on a day; nil for a time or a zone that nobody knows.
    public func start(on day: CivilDate) -> Date? {
        let clock = startTime.split(separator: ":").compactMap { Int($0) }
        guard clock.count == 2 else { return nil }
        // A time that comes twice is the earlier one: nobody cancels too late by it. One that clocks leap over is an hour later.
        let hours = [clock[0], clock[0] + 1]
        return hours.lazy.compactMap { hour in
            try? ZonedInstant(day, hour: hour, minute: clock[1], zone: self.timeZone, repeated: .first).instant
        }.first
    }
}
