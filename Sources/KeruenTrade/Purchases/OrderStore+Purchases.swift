public import Foundation

extension OrderStore {
    /// Places a purchase order, or returns the one that the key has placed.
    /// - Throws: `TradeError` with `badPurchase`, `badQuantity` or `reusedPurchaseKey`.
    @discardableResult
    public func place(_ placement: PurchaseEvent.Placement, at now: Date) async throws(TradeError) -> Purchase {
        try placement.check()
        let purchase = Purchase(id: Purchase.ID(makeID()), placed: placement, at: now.inWholeMilliseconds)
        return try await write { transaction throws(TradeError) in
            if let id = try transaction.purchase(by: placement.key) {
                guard let earlier = try transaction.purchase(id) else {
                    throw TradeError(.brokenPurchase, ["id": .text(id.description)])
                }
                guard earlier.placement == placement else { throw TradeError(.reusedPurchaseKey) }
                return earlier
            }
            guard try transaction.insert(purchase) else { throw TradeError(.reusedPurchaseKey) }
            return purchase
        }
    }

    public func purchase(_ id: Purchase.ID) async throws(TradeError) -> Purchase? {
        try await read { transaction throws(TradeError) in try transaction.purchase(id) }
    }

    /// The newest first.
    public func purchases(limit: Int = 100) async throws(TradeError) -> [Purchase] {
        try await read { transaction throws(TradeError) in
            var purchases: [Purchase] = []
            for id in try transaction.purchases(limit: limit) {
                if let purchase = try transaction.purchase(id) { purchases.append(purchase) }
            }
            return purchases
        }
    }

    /// Takes a purchase a step further that carries nothing: shipped, entered, closed, cancelled.
    ///
    /// The step that was the last one, with the same reference, changes nothing.
    /// - Parameter reference: the number of a document.
    /// - Throws: `TradeError` with `purchaseNotAllowedNow`, `badReference` or `unknownPurchase`.
    @discardableResult
    public func advance(
        _ id: Purchase.ID, _ step: PurchaseFlow.Step, reference: String? = nil, at now: Date
    ) async throws(TradeError) -> Purchase {
        if let reference, !OrderStep.isReference(reference) { throw TradeError(.badReference) }
        return try await change(id, at: now) { purchase, _ throws(TradeError) in
            // What carries a count or goods has a way of its own.
            guard step != .counted, step != .released else { throw purchase.notAllowed(step) }
            return .step(step, reference: reference)
        }
    }

    /// Notes what was found when the goods came; a line that is not named was not found at all. Nothing goes on sale yet, so that it may be
    /// counted again.
    /// - Throws: `TradeError` with `badCount`, `purchaseNotAllowedNow` or `unknownPurchase`.
    @discardableResult
    public func count(
        _ found: [SKU: (intact: Int, damaged: Int)], of id: Purchase.ID, at now: Date
    ) async throws(TradeError) -> Purchase {
        try await change(id, at: now) { purchase, _ throws(TradeError) in
            for sku in found.keys.sorted() where !purchase.lines.contains(where: { $0.sku == sku }) {
                throw purchase.badCount(of: sku)
            }
            return .counted(
                purchase.lines.enumerated().map { number, line in
                    let count = found[line.sku] ?? (0, 0)
                    return PurchaseCount(line: number, intact: count.intact, damaged: count.damaged)
                })
        }
    }

    /// Puts what was counted intact on sale: the stock and the event in one transaction, so that a piece goes on sale once.
    ///
    /// A purchase that is for sale already is returned as it is.
    /// - Throws: `TradeError` with `purchaseNotAllowedNow` or `unknownPurchase`.
    @discardableResult
    public func release(_ id: Purchase.ID, at now: Date) async throws(TradeError) -> Purchase {
        try await change(id, at: now) { purchase, transaction throws(TradeError) in
            guard purchase.stage != .sellable else { return nil }
            guard purchase.stage == .counted else { throw purchase.notAllowed(.released) }
            let goods = purchase.sellable
            try StockLedger(transaction: transaction).add(goods)
            return .released(goods)
        }
    }

    /// One transaction on one purchase.
    private func change(
        _ id: Purchase.ID, at now: Date,
        _ body: @escaping @Sendable (Purchase, any StoreTransaction) throws(TradeError) -> PurchaseEvent.Change?
    ) async throws(TradeError) -> Purchase {
        try await write { transaction throws(TradeError) in
            guard var purchase = try transaction.purchase(id) else {
                throw TradeError(.unknownPurchase, ["id": .text(id.description)])
            }
            guard let change = try body(purchase, transaction), purchase.history.last?.change != change else {
                return purchase
            }
            // A purchase's clock never runs backwards, whatever a server's does.
            let event = PurchaseEvent(
                number: purchase.history.count, at: max(now.inWholeMilliseconds, purchase.history.last?.at ?? now),
                change: change)
            try purchase.apply(event)
            try transaction.append([event], to: purchase)
            return purchase
        }
    }
}

extension PurchaseEvent.Placement {
    func check() throws(TradeError) {
        guard Self.isName(supplier), Self.isName(warehouse), !lines.isEmpty,
            Set(lines.map(\.sku)).count == lines.count
        else { throw TradeError(.badPurchase) }
        for line in lines where !(1...Cart.maximumQuantity).contains(line.quantity) {
            throw TradeError.badQuantity(of: .sku(line.sku))
        }
    }

    private static func isName(_ text: String) -> Bool {
        (1...64).contains(text.count) && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            && !text.allSatisfy(\.isWhitespace)
    }
}
