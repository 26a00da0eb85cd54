internal import Keruen
internal import ShopSite

/// A cart on its way through quoting and placing, over the goods that it names: what the desk refuses points at its line.
struct Trade {
    let lines: CartLines
    let desk: TradeDesk
    private let store: any OrderStore

    init(
        _ call: APICall, _ lines: CartLines, to destination: Destination, on incoterm: Incoterm = .dap,
        isInsured: Bool = true
    ) {
        self.lines = lines
        store = call.services.store
        let catalog = call.site.catalog(holding: lines.products)
        var desk = TradeDesk(call.market, catalog, to: destination, rates: call.site.rates, at: call.now)
        (desk.incoterm, desk.isInsured) = (incoterm, isInsured)
        self.desk = desk
    }

    func quote(from origin: String) throws(Problem) -> Quote {
        try lines.trading { () throws(TradeError) in try desk.quote(lines.cart, from: origin) }
    }

    func ways() throws(Problem) -> [Fulfilment] {
        try lines.trading { () throws(TradeError) in try desk.ways(for: lines.cart) }
    }

    /// The best of the ways that have everything now; the preferred one where none has.
    func way(among ways: [Fulfilment]) async throws -> Fulfilment? {
        let goods = try lines.trading { () throws(TradeError) in
            try Quote(lines.cart, in: desk.market, from: desk.catalog, at: desk.now)
        }
        let stock = try await FreeStock(of: goods.lines.map(\.item), on: ways, in: store)
        return desk.best(of: stock.ways(ways, thatHave: goods.lines), for: lines.cart) ?? ways.first
    }

    /// The country that goods would come from; where every way is stopped, that of the first warehouse, so that the quote says why.
    func origin() async throws -> String {
        let near = desk.catalog.warehouses(serving: desk.market).first?.country ?? desk.destination.country
        do {
            return try await way(among: try ways()).map(desk.origin) ?? near
        } catch let problem as Problem where problem.isRestriction {
            return near
        }
    }

    /// Nothing where no rule speaks of the way: placing refuses it then.
    func requirements(of quote: Quote) -> [IdentityRequirement] {
        guard let origin = quote.shipsFrom, let route = try? desk.identityRoute(of: lines.cart, from: origin) else {
            return []
        }
        return (try? IdentityRules.standard.requirements(for: route, on: quote.day)) ?? []
    }
}

extension Problem {
    /// Whether goods may not go there: those codes are the restrictions' own.
    fileprivate var isRestriction: Bool {
        if case .diagnostic(let diagnostic) = reason { diagnostic.code.rawValue.hasPrefix("TRD04") } else { false }
    }
}
