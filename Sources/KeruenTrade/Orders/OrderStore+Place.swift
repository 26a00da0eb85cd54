public import Foundation

extension OrderStore {
    /// Places an order, or returns the one that the key has placed.
    ///
    ///     let order = try await store.place(request, by: catalog.fulfilments(of: quote), at: now)
    ///
    /// One transaction: the key, the reservations of everything that is wanted, the claim to the buyer's year where the flow is an
    /// import into China, the order with its first event, what is sealed of its people. Nothing is written unless all is.
    /// - Parameter fulfilments: tried in their order; the first that has everything serves the order.
    /// - Throws: `TradeError` with `outOfStock`, `quoteExpired`, `needsReview`, `notLanded` where goods cross a border and the quote does
    ///   not speak of that way, why the goods may not be sent, `quotaSingle`, `quotaAnnual` or `quotaBuyerMissing`,
    ///   `reusedIdempotencyKey`, `badQuantity` or `storeFailed`.
    @discardableResult
    public func place(
        _ request: OrderRequest, by fulfilments: [Fulfilment], at now: Date
    ) async throws(TradeError) -> Order {
        let demand = try Demand(request.quote.lines)
        guard !demand.items.isEmpty else { throw TradeError(.emptyCart) }
        let (fingerprint, id) = (request.fingerprint, makeID())
        return try await write { transaction throws(TradeError) in
            try StockLedger(transaction: transaction).prepare(for: demand, by: fulfilments, key: request.key)
            if let earlier = try transaction.placed(by: request.key) {
                guard earlier.fingerprint == fingerprint else { throw TradeError(.reusedIdempotencyKey) }
                guard let order = try transaction.order(earlier.id) else {
                    throw TradeError(.brokenHistory, ["id": .text(earlier.id.description)])
                }
                return order
            }
            try request.check(at: now)
            let ways = fulfilments.filter { $0.serves(request.quote) }
            guard !ways.isEmpty else { throw TradeError(.notLanded) }
            let (fulfilment, reservations) = try transaction.reserve(
                demand, by: ways, else: fulfilments.filter { !ways.contains($0) })
            let claim = try QuotaLedger(transaction: transaction).claim(for: request, along: fulfilment.flow, at: now)
            let order = Order(
                id: id,
                placed: OrderEvent.Placement(
                    key: request.key, market: request.quote.market, language: request.language, flow: fulfilment.flow,
                    lines: request.quote.lines, total: request.quote.total, reservations: reservations,
                    warehouses: fulfilment.warehouses, until: request.lapse(after: now),
                    salesEnd: request.quote.salesEnd?.inWholeMilliseconds,
                    freeCancellation: request.quote.freeCancellation?.inWholeMilliseconds,
                    landing: Landing(request.quote), quota: claim),
                at: now.inWholeMilliseconds)
            guard try transaction.insert(order, fingerprint: fingerprint) else {
                throw TradeError(.reusedIdempotencyKey)
            }
            for record in request.identities { try transaction.insert(record, of: id) }
            return order
        }
    }

    /// Places an order from warehouses that the caller has chosen, the preferred first, along the request's own flow.
    @discardableResult
    public func place(
        _ request: OrderRequest, from warehouses: [String], at now: Date
    ) async throws(TradeError) -> Order {
        try await place(request, by: [Fulfilment(request.flow, from: warehouses)], at: now)
    }

    /// Gives back what overdue orders have set aside.
    /// - Returns: how many orders lapsed; call again while it is `limit`.
    @discardableResult
    public func lapse(at now: Date, limit: Int = 100) async throws(TradeError) -> Int {
        let due = try await read { transaction throws(TradeError) in
            try transaction.lapsing(before: now, limit: limit)
        }
        var lapsed = 0
        for id in due {
            do throws(TradeError) {
                let order = try await change(id, at: now) { record, _ throws(TradeError) in
                    // Paid or cancelled since it was listed.
                    guard let time = record.order.lapses, time < now else { return }
                    try record.add(.lapsed)
                }
                if order.stage == .lapsed { lapsed += 1 }
            } catch {
                // One order that other hands have broken keeps no other's goods; a store's check names it.
                guard error.code == .brokenHistory || error.code == .stockMismatch else { throw error }
            }
        }
        return lapsed
    }
}

extension StoreTransaction {
    /// Sets a demand aside on the first way that has everything.
    /// - Parameter unquoted: ways that the quote does not speak of. They serve nothing, but goods that lie there are not sold out.
    /// - Throws: `TradeError` with `notLanded` where an unquoted way alone has everything, `outOfStock` where none has.
    fileprivate func reserve(
        _ demand: Demand, by ways: [Fulfilment], else unquoted: [Fulfilment]
    ) throws(TradeError) -> (Fulfilment, [Reservation]) {
        let ledger = StockLedger(transaction: self)
        do throws(TradeError) { return try ledger.reserve(demand, by: ways) } catch {
            guard error.code == .outOfStock else { throw error }
            for way in unquoted where try ledger.covers(demand, from: way.warehouses) { throw TradeError(.notLanded) }
            throw error
        }
    }
}
