internal import Foundation
internal import Keruen
internal import KeruenCustoms

/// How a cart is served: out of the market's own country what lies there, the rest from one country abroad where one has it all, else from
/// several; each tour by itself.
///
///     let plan = try await ParcelPlan(basket, in: market, rates: site.rates, stock: store, at: now)
///     plan.parcels.map(\.origin)          // KZ, CN: two orders, and the buyer is told before
///
/// Each parcel is quoted for its own way, so that nothing crosses a border whose duties and prohibitions were not asked.
struct ParcelPlan {
    private(set) var parcels: [Parcel] = []
    /// Lines that can't be ordered as they are, by their place in the basket.
    private(set) var faults: [Int: TradeError] = [:]

    /// Whether every line is in a parcel that may become an order.
    var isOrderable: Bool { !parcels.isEmpty && faults.isEmpty && parcels.allSatisfy(\.isReady) }

    /// What is paid now for everything.
    /// - Throws: `MoneyError` for more than an amount holds.
    func total(_ part: (Quote) -> Money, in market: Market) throws(MoneyError) -> Money {
        var sum = Money.zero(market.currency)
        for parcel in parcels { sum = try sum + part(parcel.quote) }
        return sum
    }

    /// - Throws: `TradeError` with `storeFailed` where the stock can't be read.
    init(
        _ basket: Basket, in market: Market, rates: RateTable, stock: any OrderStore, at now: Date
    ) async throws(TradeError) {
        let desk = Desk(market: market, catalog: basket.catalog, rates: rates, now: now)
        var open: [Int: [Fulfilment]] = [:]
        var departures: [StockItem: [Int]] = [:]
        for (at, line) in basket.lines.enumerated() {
            guard let price = line.price else {
                faults[at] = line.refusal
                continue
            }
            guard case .departure = price.item else {
                do throws(TradeError) { open[at] = try desk.ways(of: line.wanted) } catch { faults[at] = error }
                continue
            }
            departures[price.item, default: []].append(at)
        }
        try await pack(basket, open, desk, stock)
        for (item, places) in departures.sorted(by: { $0.value[0] < $1.value[0] }) {
            try await book(basket, item, places, desk, stock)
        }
    }

    private mutating func pack(
        _ basket: Basket, _ open: [Int: [Fulfilment]], _ desk: Desk, _ stock: any OrderStore
    ) async throws(TradeError) {
        let places = open.keys.sorted()
        var countries: [Fulfilment] = []
        for way in places.flatMap({ open[$0] ?? [] }) where !countries.contains(way) { countries.append(way) }
        countries = desk.inOrder(countries)
        // Where each line could be taken from, whole.
        var covered: [Int: [Fulfilment]] = [:]
        var free: [Int: Int] = [:]
        for at in places {
            let line = basket.lines[at].wanted
            for way in countries where open[at]?.contains(way) == true {
                let available = try await stock.available(line.sku, in: way.warehouses)
                free[at] = max(free[at] ?? 0, available)
                if available >= line.quantity { covered[at, default: []].append(way) }
            }
        }
        for at in places where covered[at] == nil {
            let line = basket.lines[at].wanted
            faults[at] = TradeError(
                .outOfStock,
                [
                    "sku": .text("\(line.sku)"), "kind": "pieces", "wanted": .integer(line.quantity),
                    "available": .integer(free[at] ?? 0),
                ])
        }
        let served = places.filter { covered[$0] != nil }
        // Nothing that lies at home is sent over a border for the company of something else; what has to cross one crosses it together
        // where it can.
        let near = served.filter { covered[$0]?.first?.crossesBorder == false }
        let far = served.filter { !near.contains($0) }
        let together = countries.filter { way in far.allSatisfy { covered[$0]?.contains(way) == true } }
        var chosen: [Int: Fulfilment] = [:]
        for at in near { chosen[at] = covered[at]?.first }
        if let way = desk.best(of: together, for: far.map({ basket.lines[$0] })) {
            for at in far { chosen[at] = way }
        } else {
            for at in far { chosen[at] = desk.best(of: covered[at] ?? [], for: [basket.lines[at]]) }
        }
        for way in countries {
            let own = served.filter { chosen[$0] == way }
            guard !own.isEmpty else { continue }
            try add(own.map { basket.lines[$0] }, at: own, by: way, desk)
        }
    }

    /// Fares of one departure share its seats.
    private mutating func book(
        _ basket: Basket, _ item: StockItem, _ places: [Int], _ desk: Desk, _ stock: any OrderStore
    ) async throws(TradeError) {
        let lines = places.map { basket.lines[$0] }
        let wanted = lines.reduce(0) { $0 + $1.wanted.quantity }
        let free = try await stock.available(item, in: [StockPlace.departures])
        guard free >= wanted else {
            for at in places {
                faults[at] = TradeError(
                    .outOfStock,
                    [
                        "sku": .text("\(basket.lines[at].wanted.sku)"), "kind": "seats", "wanted": .integer(wanted),
                        "available": .integer(free),
                    ])
            }
            return
        }
        try add(lines, at: places, by: Fulfilment(.tour, from: []), desk)
    }

    private mutating func add(
        _ lines: [Basket.Line], at places: [Int], by way: Fulfilment, _ desk: Desk
    ) throws(TradeError) {
        do throws(TradeError) { parcels.append(try desk.parcel(lines, by: way)) } catch {
            for at in places { faults[at] = error }
        }
    }

    /// What ways and quotes are asked with.
    private struct Desk {
        let market: Market
        let catalog: Catalog
        let rates: RateTable
        let now: Date

        /// The ways of a line alone: what stops it stops nothing else.
        func ways(of line: Cart.Line) throws(TradeError) -> [Fulfilment] {
            let goods = try Basket.quote([line], in: market, from: catalog, at: now)
            return try catalog.fulfilments(of: goods).compactMap(released)
        }

        /// What lies in a bonded zone has not entered the country: it is sold abroad, but at home no order without customs is served from it.
        private func released(_ way: Fulfilment) -> Fulfilment? {
            guard !way.crossesBorder else { return way }
            var way = way
            way.warehouses.removeAll { id in catalog.warehouses.contains { $0.id == id && $0.isBonded } }
            return way.warehouses.isEmpty ? nil : way
        }

        func inOrder(_ ways: [Fulfilment]) -> [Fulfilment] {
            let order = catalog.warehouses(serving: market).map(\.country)
            return ways.sorted { a, b in
                (order.firstIndex(of: a.country ?? "") ?? .max) < (order.firstIndex(of: b.country ?? "") ?? .max)
            }
        }

        /// The first way on which nothing is left open, else the first.
        func best(of ways: [Fulfilment], for lines: [Basket.Line]) -> Fulfilment? {
            ways.first { way in (try? parcel(lines, by: way))?.isReady == true } ?? ways.first
        }

        func parcel(_ lines: [Basket.Line], by way: Fulfilment) throws(TradeError) -> Parcel {
            let destination = market.countries.first ?? ""
            let isTour = way.flow == .tour
            let origin = isTour ? destination : way.country ?? destination
            let terms = QuoteTerms(
                to: try Destination(country: destination), shipsFrom: origin, rates: rates)
            let cart = try Basket.cart(lines.map(\.wanted))
            var quote = try Quote(cart, in: market, from: catalog, under: terms, at: now)
            // What could not be declared is not sold.
            quote.ask(.sample, in: catalog)
            return Parcel(
                lines: lines, way: way, origin: isTour ? lines.first?.tour?.country ?? origin : origin,
                destination: destination, quote: quote)
        }
    }
}
