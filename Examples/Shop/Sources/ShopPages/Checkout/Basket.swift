internal import Foundation
internal import Keruen
internal import ShopSite

/// The cart's lines with what the catalogue says of them now. What is no longer sold is still a line, so that it can be seen and taken out.
struct Basket {
    struct Line {
        let wanted: Cart.Line
        /// Nil where the catalogue has no such thing any more.
        let product: Product?
        let variant: Variant?
        /// Nil where the market does not sell it, or not on that day.
        let price: Quote.Line?
        let refusal: TradeError?

        var tour: Tour? {
            if case .tour(let tour)? = product?.details { tour } else { nil }
        }
    }

    /// Has the products of the lines at least.
    let catalog: Catalog
    let lines: [Line]

    init(_ cookie: CartCookie, in market: Market, of site: Site, at now: Date) {
        catalog = site.catalog(holding: Array(cookie.products.values))
        let catalog = catalog
        lines = cookie.cart.lines.map { wanted in
            let item = catalog.item(wanted.sku)
            var (price, refusal): (Quote.Line?, TradeError?)
            do throws(TradeError) {
                price = try Self.quote([wanted], in: market, from: catalog, at: now).lines.first
                // An open ticket has no seat on any day.
                if case .tour(let tour)? = item?.product.details, wanted.departure == nil {
                    throw TradeError(
                        .badDeparture,
                        ["sku": .text("\(wanted.sku)"), "known": .text(tour.coming(after: now, in: market))])
                }
            } catch { (price, refusal) = (nil, error) }
            return Line(
                wanted: wanted, product: item?.product, variant: item?.variant, price: price, refusal: refusal)
        }
    }

    static func quote(
        _ lines: [Cart.Line], in market: Market, from catalog: Catalog, at now: Date
    ) throws(TradeError) -> Quote {
        try Quote(try cart(lines), in: market, from: catalog, at: now)
    }

    static func cart(_ lines: [Cart.Line]) throws(TradeError) -> Cart {
        var cart = Cart()
        for line in lines { try cart.add(line.sku, quantity: line.quantity, departure: line.departure) }
        return cart
    }
}

extension Tour {
    /// The days on which it still starts, for a sentence.
    fileprivate func coming(after now: Date, in market: Market) -> String {
        let today = CivilDate(now, in: market)
        let days = departures.filter { $0 > today }.sorted().map(\.description)
        return days.isEmpty ? "—" : days.joined(separator: ", ")
    }
}
