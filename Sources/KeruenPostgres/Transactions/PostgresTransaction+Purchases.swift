#if Postgres
    internal import KeruenTrade

    extension PostgresTransaction {
        func purchase(_ id: Purchase.ID) throws(TradeError) -> Purchase? { try look(\.purchases, id, .purchase(id)) }

        func purchase(by key: IdempotencyKey) throws(TradeError) -> Purchase.ID? {
            try look(\.purchaseKeys, key, .purchaseKey(key))
        }

        func insert(_ purchase: Purchase) throws(TradeError) -> Bool {
            guard try self.purchase(by: purchase.key) == nil else { return false }
            own.purchaseKeys[purchase.key] = purchase.id
            own.purchases[purchase.id] = purchase
            ownWrites.purchases.append(purchase.id)
            ownWrites.purchaseEvents += purchase.history.map { (purchase.id, $0) }
            return true
        }

        func append(_ events: [PurchaseEvent], to purchase: Purchase) throws(TradeError) {
            guard let before = try self.purchase(purchase.id),
                before.history.count + events.count == purchase.history.count
            else { throw TradeError(.brokenPurchase, ["id": .text(purchase.id.description)]) }
            own.purchases[purchase.id] = purchase
            ownWrites.purchaseEvents += events.map { (purchase.id, $0) }
        }

        func purchases(limit: Int) throws(TradeError) -> [Purchase.ID] {
            guard case .purchases(let ids) = try ask(.purchases(limit: max(0, limit))) else { return [] }
            return ids
        }
    }
#endif
