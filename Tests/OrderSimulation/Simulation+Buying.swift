internal import Foundation
internal import KeruenTrade

extension Simulation {
    func openStock() async {
        for (place, count) in SimulatedShop.catalog.openingBalances { auditor.supply(place, count) }
        do throws(TradeError) { try await store.openStock(of: SimulatedShop.catalog) } catch { fail("\(error)") }
        await auditAll()
    }

    /// The balances are entered at every start of a shop, and count once.
    func openAgain() async throws(TradeError) -> Order.ID? {
        let entered = try await store.openStock(of: SimulatedShop.catalog)
        require(entered == 0, "opening balances are entered twice")
        return nil
    }

    func place() async throws(TradeError) -> Order.ID? {
        guard let offer = chance.pick(SimulatedShop.offers),
            let key = try? IdempotencyKey("K\(chance.next())")
        else { return nil }
        var quote = offer.quote
        quote.made = now
        quote.expires = now.addingTimeInterval(Quote.validity)
        var request = OrderRequest(key: key, quote: quote, language: .zhHans)
        request.holding = chance.happens(300) ? Double(chance.below(600)) : OrderRequest.usualHolding
        if offer.isTour, chance.happens(900) {
            request.quote.freeCancellation = now.addingTimeInterval(Double(chance.below(7_200) - 1_200))
        }
        if offer.quote.market == "cn", chance.happens(950) { request.quotaBuyer = Buyers.one(by: chance, at: now) }
        if chance.happens(400) {
            request.identities = (0...chance.below(2)).map { number in
                SealedRecord(
                    purpose: "delivery", keyID: "k1", lookup: "L\(chance.below(50))", sealed: Data([UInt8(number)]),
                    eraseAfter: now.addingTimeInterval(Double(chance.below(86_400))))
            }
        }
        return try await place(request, by: offer.fulfilments)
    }

    /// The buyer asks again under the same key: with the same cart, or, by mistake, with another one.
    func placeAgain() async throws(TradeError) -> Order.ID? {
        guard var (request, fulfilments) = chance.pick(requests) else { return nil }
        if chance.happens(250), let other = chance.pick(SimulatedShop.offers) {
            request.quote.lines = other.quote.lines
            request.quote.total = other.quote.total
            request.quote.charges = other.quote.charges
            request.quote.market = other.quote.market
            (request.quote.destination, request.quote.shipsFrom) = (other.quote.destination, other.quote.shipsFrom)
            fulfilments = other.fulfilments
        }
        return try await place(request, by: fulfilments)
    }

    private func place(
        _ request: OrderRequest, by fulfilments: [Fulfilment]
    ) async throws(TradeError) -> Order.ID? {
        let isKnown = { [auditor] in auditor.keys[request.key] }
        if requests.count < 64 {
            requests.append((request, fulfilments))
        } else {
            requests[chance.below(64)] = (request, fulfilments)
        }
        auditor.announce(request.identities, of: request.key)
        let asked = now
        do throws(TradeError) {
            let order = try await store.place(request, by: fulfilments, at: asked)
            await audit()
            require(isKnown() == order.id, "\(request.key) is answered with \(order.id), which it did not place")
            require(Set(order.lines) == Set(request.quote.lines), "\(order.id): other lines than were ordered")
            require(isServed(order, by: fulfilments), "\(order.id): is served from several countries, or none")
            return order.id
        } catch {
            await audit()
            switch error.code {
            case .outOfStock:
                require(isKnown() == nil, "\(request.key) has placed an order and is out of stock")
                require(
                    store.base.hasMeddled || fulfilments.allSatisfy { isShort(of: request, in: $0.warehouses) },
                    "\(request.key) is out of what is there")
            case .reusedIdempotencyKey:
                let first = isKnown().flatMap { auditor.accounts[$0]?.placement.lines }
                require(first.map(Set.init) != Set(request.quote.lines), "\(request.key) is refused its own order")
            case .quoteExpired:
                require(isKnown() == nil && asked > request.quote.expires, "\(request.key) is not too late")
            case .quotaSingle, .quotaAnnual, .quotaBuyerMissing:
                require(isKnown() == nil, "\(request.key) has placed an order and is refused by a quota")
                require(isPast(error.code, request, at: asked), "\(request.key) is refused within its quota")
                auditor.seen["refused \(error.code.rawValue)", default: 0] += 1
            default: break
            }
            throw error
        }
    }

    /// Whether a quota refuses rightly, by the books.
    private func isPast(_ code: Diagnostic.Code, _ request: OrderRequest, at now: Date) -> Bool {
        let value = request.quote.total.minorUnits
        switch code {
        case .quotaBuyerMissing: return request.quotaBuyer == nil
        case .quotaSingle:
            return value > SimulatedShop.single && request.quote.lines.reduce(0) { $0 + $1.quantity } > 1
        default:
            guard let year = request.quotaBuyer.flatMap({ Buyers.place(of: $0, at: now) }) else { return false }
            return (auditor.claimed[year] ?? 0) + value > SimulatedShop.annual
        }
    }

    private func isServed(_ order: Order, by fulfilments: [Fulfilment]) -> Bool {
        fulfilments.contains { way in
            way.flow == order.placement.flow
                && order.placement.reservations.allSatisfy {
                    way.flow == .tour || way.warehouses.contains($0.place.warehouse)
                }
        }
    }

    private func isShort(of request: OrderRequest, in warehouses: [String]) -> Bool {
        var wanted: [StockItem: Int] = [:]
        for line in request.quote.lines { wanted[line.item, default: 0] += line.quantity }
        return wanted.contains { wanted in
            let places =
                if case .departure = wanted.key { [StockPlace.departures] } else { warehouses }
            return wanted.value
                > places.reduce(0) { sum, warehouse in
                    let place = StockPlace(wanted.key, in: warehouse)
                    return sum + (store.base.free(at: place) ?? auditor.levels[place]?.free ?? 0)
                }
        }
    }
}
