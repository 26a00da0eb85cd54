public import Foundation
public import Keruen
internal import KeruenCustoms

/// How goods come to a buyer of one market: the ways there are, what each costs landed, which of them is taken, and whose documents it
/// asks for. Pages and the API sell at the same desk, so that neither offers what the other refuses.
///
///     let desk = TradeDesk(market, catalog, to: try Destination(country: "KZ"), rates: site.rates, at: now)
///     let ways = try desk.ways(for: cart)
///     let way = desk.best(of: stock.ways(ways, thatHave: lines), for: cart)
public struct TradeDesk: Sendable {
    public let market: Market
    public let catalog: Catalog
    public let destination: Destination
    public let rates: RateTable
    public let now: Date
    /// Who pays what the border costs.
    public var incoterm = Incoterm.dap
    public var isInsured = true

    public init(_ market: Market, _ catalog: Catalog, to destination: Destination, rates: RateTable, at now: Date) {
        (self.market, self.catalog, self.destination) = (market, catalog, destination)
        (self.rates, self.now) = (rates, now)
    }

    /// The ways that everything of a cart can take together, the preferred first.
    /// - Throws: `TradeError` for what is not sold here, and with the first reason where every way is stopped.
    public func ways(for cart: Cart) throws(TradeError) -> [Fulfilment] {
        var goods = try Quote(cart, in: market, from: catalog, at: now)
        // Restrictions are asked for where it really goes.
        goods.destination = destination
        return try catalog.fulfilments(of: goods)
    }

    /// The landed cost out of a country; what could not be declared is not ready to be sold.
    /// - Throws: `TradeError` as `Quote` does.
    public func quote(_ cart: Cart, from origin: String) throws(TradeError) -> Quote {
        let terms = QuoteTerms(
            to: destination, shipsFrom: origin, incoterm: incoterm, isInsured: isInsured, rates: rates)
        var quote = try Quote(cart, in: market, from: catalog, under: terms, at: now)
        quote.ask(.sample, in: catalog)
        return quote
    }

    /// The first way on which nothing is left open, else the first: what needs a person's look is not sold past one that needs none.
    public func best(of ways: [Fulfilment], for cart: Cart) -> Fulfilment? {
        guard ways.count > 1 else { return ways.first }
        return ways.first { (try? quote(cart, from: origin(of: $0)))?.outcome == .ready } ?? ways.first
    }

    /// The country that a way begins in; a tour is sold where the market is.
    public func origin(of way: Fulfilment) -> String { way.country ?? market.countries.first ?? destination.country }

    /// What decides whose documents are asked for.
    /// - Throws: `TradeError` with `identityRuleUnknown` for a tour of which nobody knows where it is.
    public func identityRoute(of cart: Cart, from origin: String) throws(TradeError) -> IdentityRoute {
        var last: (day: CivilDate, tour: Tour)?
        for line in cart.lines {
            guard let departure = line.departure, case .tour(let tour)? = catalog.item(line.sku)?.product.details else {
                continue
            }
            let end = departure.adding(days: max(0, tour.days - 1))
            if last.map({ $0.day < end }) ?? true { last = (end, tour) }
        }
        guard let last else { return .parcel(from: origin, to: destination.country) }
        guard let country = last.tour.country else {
            throw TradeError(
                .identityRuleUnknown,
                ["from": .text(origin), "to": .text(last.tour.timeZone), "day": .text(last.day.description)])
        }
        return .tour(in: country, through: last.day)
    }
}

extension Tour {
    /// The country that it begins in: tours name a clock and a region of the catalogue, and no country.
    fileprivate var country: String? {
        switch timeZone {
        case "Asia/Shanghai", "Asia/Urumqi": "CN"
        case "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Barnaul":
            "RU"
        case "Asia/Almaty", "Asia/Aqtau", "Asia/Aqtobe", "Asia/Atyrau", "Asia/Oral", "Asia/Qostanay", "Asia/Qyzylorda":
            "KZ"
        default: nil
        }
    }
}
