internal import Foundation
internal import Keruen
internal import ShopSite

/// An order on its way into the store: its way, its quote, and its people sealed before the store sees them.
struct OrderPlacing {
    let call: APICall
    let draft: OrderDraft
    let key: IdempotencyKey
    let keyring: Keyring
    let trade: Trade

    /// - Throws: `TradeError` for an address that can be no destination.
    init(_ call: APICall, _ draft: OrderDraft, _ key: IdempotencyKey, _ keyring: Keyring) throws(TradeError) {
        (self.call, self.draft, self.key, self.keyring) = (call, draft, key, keyring)
        let address = draft.parties.address
        let destination = try Destination(
            country: address.country, region: address.region, city: address.city, postcode: address.postcode)
        trade = Trade(call, draft.lines, to: destination, on: draft.incoterm, isInsured: draft.isInsured)
    }

    private var country: String { draft.parties.address.country }

    /// - Parameter isKnown: the key has placed an order; then the same request is given it back, whatever is left in stock by now.
    func place(isKnown: Bool) async throws -> Order {
        let ways = try trade.ways()
        let way = isKnown ? ways.first : try await trade.way(among: ways)
        guard let way else {
            throw Problem(TradeError(.noWarehouseThere, ["country": .text(country), "known": "—"]))
        }
        let origin = trade.desk.origin(of: way)
        let quote = try trade.quote(from: origin)
        var request = OrderRequest(key: key, quote: quote, language: call.shop.language)
        let documents = draft.documents.values.flatMap(\.self)
        request.people = keyring.digest(of: draft.parties, documents: documents)
        if !isKnown {
            request.identities = try shown { () throws(TradeError) in try sealed(from: origin) }
            if let id = draft.documents[.buyer]?.first(where: { $0.kind == .residentID }) {
                request.quotaBuyer = try keyring.quotaBuyer(of: id, at: call.now)
            }
        }
        do throws(TradeError) { return try await call.services.store.place(request, by: [way], at: call.now) } catch {
            var problem = draft.lines.problem(error)
            // What is open, so that a person can look at it.
            if error.code == .needsReview { problem.faults = quote.outcome.reasons.map { Fault($0) } }
            throw problem
        }
    }

    /// Points at what was shown, or not, where the route's rules refuse it.
    private func shown<Value>(_ body: () throws(TradeError) -> Value) throws(Problem) -> Value {
        do throws(TradeError) { return try body() } catch {
            var problem = Problem(error)
            let field: String? =
                switch error.code {
                case .documentMissing, .documentNotAsked, .documentExpired, .foreignerRefused: "/documents"
                case .consentMissing: "/consents"
                case .buyerIsNotPayer: "/payer"
                default: nil
                }
            if let field { problem.faults = [Fault(error.diagnostic, at: .pointer(field))] }
            throw problem
        }
    }

    /// What the route asks for and nothing else, and the names and the address for the delivery.
    private func sealed(from origin: String) throws(TradeError) -> [SealedRecord] {
        let day = CivilDate(call.now, in: call.market)
        let route = try trade.desk.identityRoute(of: draft.lines.cart, from: origin)
        let records = try IdentityRules.standard.records(
            for: route, on: day, parties: draft.parties, documents: draft.documents, consents: draft.consents,
            at: call.now)
        try checkTravellers(route)
        var sealed = [try draft.parties.sealed(for: key, with: keyring, on: day).record]
        for record in records {
            if let kept = try record.sealed(for: key, with: keyring, on: day).record { sealed.append(kept) }
        }
        return sealed
    }

    /// A passport for each seat, and none of somebody who does not come along.
    private func checkTravellers(_ route: IdentityRoute) throws(TradeError) {
        guard case .tour = route else { return }
        // One traveller may go on several departures of one order.
        let seats = Dictionary(draft.lines.cart.lines.map { ($0.departure, $0.quantity) }, uniquingKeysWith: +).values
        let passports = draft.documents[.traveller]?.count ?? 0
        guard passports >= seats.max() ?? 0 else { throw TradeError(.documentMissing, ["document": "passport"]) }
        guard passports <= seats.reduce(0, +) else { throw TradeError(.documentNotAsked, ["document": "passport"]) }
    }
}
