internal import Keruen
internal import ShopSite

/// What becomes one order: goods that lie in one country and go together, or the places on one departure of a tour.
struct Parcel {
    /// In the order of the cart.
    let lines: [Basket.Line]
    let way: Fulfilment
    /// The countries, ISO 3166-1; a tour's is where it takes place.
    let origin: String
    let destination: String
    let quote: Quote
    /// Where a parcel's documents are decided by, or a tour's.
    let identityRoute: IdentityRoute

    init(_ lines: [Basket.Line], by way: Fulfilment, at desk: TradeDesk) throws(TradeError) {
        let cart = try Basket.cart(lines.map(\.wanted))
        let origin = desk.origin(of: way)
        (self.lines, self.way, destination) = (lines, way, desk.destination.country)
        quote = try desk.quote(cart, from: origin)
        identityRoute = try desk.identityRoute(of: cart, from: origin)
        if case .tour(let country, _) = identityRoute { self.origin = country } else { self.origin = origin }
    }

    var tour: (product: Product, tour: Tour, day: CivilDate)? {
        guard let line = lines.first, let product = line.product, let tour = line.tour, let day = line.wanted.departure
        else { return nil }
        return (product, tour, day)
    }

    /// Retail into China counts to the buyer's year.
    var countsToQuota: Bool { [.bondedImport, .directImport].contains(way.flow) }

    var isReady: Bool { quote.outcome == .ready }

    /// How many go on the tour; none for goods.
    var travellers: Int { tour == nil ? 0 : lines.reduce(0) { $0 + $1.wanted.quantity } }
}
