internal import Foundation
internal import Keruen
internal import KeruenCustoms
internal import ShopSite

/// A cart on its way through quoting and placing, over the goods that it names.
struct Trade {
    let call: APICall
    let lines: CartLines
    let catalog: Catalog

    init(_ call: APICall, _ lines: CartLines) {
        (self.call, self.lines) = (call, lines)
        catalog = call.site.catalog(holding: lines.products)
    }

    private var market: Market { call.market }

    /// The landed cost of one way, with China's list of retail imports asked.
    func quote(
        to destination: Destination, from origin: String, on incoterm: Incoterm, isInsured: Bool
    ) throws(Problem) -> Quote {
        try lines.trading { () throws(TradeError) in
            let terms = QuoteTerms(
                to: destination, shipsFrom: origin, incoterm: incoterm, isInsured: isInsured, rates: call.site.rates)
            var quote = try Quote(lines.cart, in: market, from: catalog, under: terms, at: call.now)
            quote.ask(.sample, in: catalog)
            return quote
        }
    }

    /// The ways that the cart can be served to a country, the preferred first.
    func ways(to country: String) throws(Problem) -> [Fulfilment] {
        try lines.trading { () throws(TradeError) in
            var goods = try Quote(lines.cart, in: market, from: catalog, at: call.now)
            // Restrictions are asked for where it really goes.
            goods.destination = try Destination(country: country)
            return try catalog.fulfilments(of: goods)
        }
    }

    /// The first way that has everything now; the preferred one where none has.
    func way(among ways: [Fulfilment]) async throws -> Fulfilment? {
        let goods = try lines.trading { () throws(TradeError) in
            try Quote(lines.cart, in: market, from: catalog, at: call.now)
        }
        let wanted = Dictionary(goods.lines.map { ($0.item, $0.quantity) }, uniquingKeysWith: +)
        let open: Fulfilment? = try await call.services.store.read { transaction throws(TradeError) -> Fulfilment? in
            for way in ways {
                var hasAll = true
                for (item, quantity) in wanted {
                    let warehouses = if case .departure = item { [StockPlace.departures] } else { way.warehouses }
                    var free = 0
                    for warehouse in warehouses {
                        free += max(0, try transaction.level(at: StockPlace(item, in: warehouse))?.free ?? 0)
                    }
                    hasAll = hasAll && free >= quantity
                }
                if hasAll { return way }
            }
            return nil
        }
        return open ?? ways.first
    }

    /// The country that goods would come from; where every way is stopped, that of the first warehouse, so that the quote says why.
    func origin(to country: String) async throws -> String {
        let near = catalog.warehouses(serving: market).first?.country ?? market.countries.first ?? country
        do {
            guard let way = try await way(among: try ways(to: country)) else { return near }
            return origin(of: way)
        } catch let problem as Problem where problem.isRestriction {
            return near
        }
    }

    /// The country of a way's warehouses; a tour is sold where the market is.
    func origin(of way: Fulfilment) -> String { way.country ?? market.countries.first ?? "" }

    /// What decides whose documents are asked for.
    func identityRoute(from origin: String, to country: String) -> IdentityRoute? {
        var last: CivilDate?
        var zone = ""
        for line in lines.cart.lines {
            guard let departure = line.departure, case .tour(let tour)? = catalog.item(line.sku)?.product.details else {
                continue
            }
            let end = CivilDate(daysSince1970: departure.daysSince1970 + Int32(clamping: max(0, tour.days - 1)))
            (last, zone) = (max(last ?? end, end), tour.timeZone)
        }
        guard let last else { return .parcel(from: origin, to: country) }
        // A tour is in the country whose clock it goes by.
        let place = catalog.markets.first { $0.timeZone == zone }?.countries.first
        return place.map { .tour(in: $0, through: last) }
    }

    /// Nothing where no rule speaks of the way: placing refuses it then.
    func requirements(of quote: Quote) -> [IdentityRequirement] {
        guard let origin = quote.shipsFrom, let country = quote.destination?.country,
            let route = identityRoute(from: origin, to: country)
        else { return [] }
        return (try? IdentityRules.standard.requirements(for: route, on: quote.day)) ?? []
    }
}

extension Problem {
    /// Whether goods may not go there: those codes are the restrictions' own.
    fileprivate var isRestriction: Bool {
        if case .diagnostic(let diagnostic) = reason { diagnostic.code.rawValue.hasPrefix("TRD04") } else { false }
    }
}
