internal import Foundation
internal import Keruen
internal import ShopSite

/// How a cart is served: out of the market's own country what lies there, the rest from one country abroad where one has it all, else from
/// several; each tour by itself.
///
///     let plan = try await ParcelPlan(basket, at: desk, stock: store)
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
    /// - Parameter store: what lies where; without it everything is taken to be there.
    init(_ basket: Basket, at desk: TradeDesk, stock store: (any OrderStore)?) async throws(TradeError) {
        var open: [Int: [Fulfilment]] = [:]
        var departures: [StockItem: [Int]] = [:]
        for (at, line) in basket.lines.enumerated() {
            guard let price = line.price else {
                faults[at] = line.refusal
                continue
            }
            guard case .departure = price.item else {
                // A line alone: what stops it stops nothing else.
                do throws(TradeError) { open[at] = try desk.ways(for: try Basket.cart([line.wanted])) } catch {
                    faults[at] = error
                }
                continue
            }
            departures[price.item, default: []].append(at)
        }
        let tour = Fulfilment(.tour, from: [])
        var countries = [tour]
        for at in open.keys.sorted() {
            for way in open[at] ?? [] where !countries.contains(way) { countries.append(way) }
        }
        let items = basket.lines.compactMap(\.price?.item)
        let stock = if let store { try await FreeStock(of: items, on: countries, in: store) } else { FreeStock.unknown }
        try pack(basket, open, desk, stock)
        for (item, places) in departures.sorted(by: { $0.value[0] < $1.value[0] }) {
            book(basket, item, places, by: tour, desk, stock)
        }
    }

    private mutating func pack(
        _ basket: Basket, _ open: [Int: [Fulfilment]], _ desk: TradeDesk, _ stock: FreeStock
    ) throws(TradeError) {
        // Where each line could be taken from, whole.
        var covered: [Int: [Fulfilment]] = [:]
        for (at, ways) in open {
            let line = basket.lines[at].wanted
            let free = ways.map { stock.free(of: .sku(line.sku), on: $0) }
            let whole = zip(ways, free).filter { $0.1 >= line.quantity }.map(\.0)
            if whole.isEmpty {
                faults[at] = Self.outOfStock(line, "pieces", wanted: line.quantity, free: free.max() ?? 0)
            } else {
                covered[at] = whole
            }
        }
        // Nothing that lies at home is sent over a border for the company of something else; what has to cross one crosses it together
        // where it can.
        let served = covered.keys.sorted()
        let near = served.filter { covered[$0]?.first?.crossesBorder == false }
        let far = served.filter { !near.contains($0) }
        let ways = far.first.flatMap { covered[$0] } ?? []
        let together = ways.filter { way in far.allSatisfy { covered[$0]?.contains(way) == true } }
        var chosen: [Int: Fulfilment] = [:]
        for at in near { chosen[at] = covered[at]?.first }
        if let way = desk.best(of: together, for: try Basket.cart(far.map { basket.lines[$0].wanted })) {
            for at in far { chosen[at] = way }
        } else {
            for at in far {
                chosen[at] = desk.best(of: covered[at] ?? [], for: try Basket.cart([basket.lines[at].wanted]))
            }
        }
        for way in Self.inOrder(Set(chosen.values), desk) {
            let own = served.filter { chosen[$0] == way }
            add(own.map { basket.lines[$0] }, at: own, by: way, desk)
        }
    }

    /// As the market's warehouses stand: its own country first.
    private static func inOrder(_ ways: Set<Fulfilment>, _ desk: TradeDesk) -> [Fulfilment] {
        let countries = desk.catalog.warehouses(serving: desk.market).map(\.country)
        return ways.sorted { a, b in
            (countries.firstIndex(of: a.country ?? "") ?? .max) < (countries.firstIndex(of: b.country ?? "") ?? .max)
        }
    }

    /// Fares of one departure share its seats.
    private mutating func book(
        _ basket: Basket, _ item: StockItem, _ places: [Int], by way: Fulfilment, _ desk: TradeDesk, _ stock: FreeStock
    ) {
        let lines = places.map { basket.lines[$0] }
        let wanted = lines.reduce(0) { $0 + $1.wanted.quantity }
        let free = stock.free(of: item, on: way)
        guard free >= wanted else {
            for at in places {
                faults[at] = Self.outOfStock(basket.lines[at].wanted, "seats", wanted: wanted, free: free)
            }
            return
        }
        add(lines, at: places, by: way, desk)
    }

    private static func outOfStock(_ line: Cart.Line, _ kind: String, wanted: Int, free: Int) -> TradeError {
        TradeError(
            .outOfStock,
            [
                "sku": .text("\(line.sku)"), "kind": .text(kind), "wanted": .integer(wanted),
                "available": .integer(free),
            ])
    }

    private mutating func add(_ lines: [Basket.Line], at places: [Int], by way: Fulfilment, _ desk: TradeDesk) {
        do throws(TradeError) { parcels.append(try Parcel(lines, by: way, at: desk)) } catch {
            for at in places { faults[at] = error }
        }
    }
}
