#if SQLite
    internal import KeruenTrade

    extension SQLiteTransaction {
        func purchase(_ id: Purchase.ID) throws(TradeError) -> Purchase? {
            let select = try connection[.purchase]
            defer { select.reset() }
            select.bind(1, id.description)
            var history: [PurchaseEvent] = []
            while try select.step() {
                history.append(
                    try PurchaseEvent(
                        number: Int(select.integer(0)), at: OrderEvent.instant(select.integer(1)), json: select.bytes(2)
                    ))
            }
            return history.isEmpty ? nil : try Purchase(id: id, history: history)
        }

        func purchase(by key: IdempotencyKey) throws(TradeError) -> Purchase.ID? {
            let select = try connection[.purchaseOfKey]
            defer { select.reset() }
            select.bind(1, key.description)
            return try select.step() ? try Self.purchaseID(select.text(0)) : nil
        }

        func insert(_ purchase: Purchase) throws(TradeError) -> Bool {
            let insert = try connection[.insertPurchase]
            insert.bind(1, purchase.id.description)
            insert.bind(2, purchase.key.description)
            try insert.run()
            guard connection.changes == 1 else { return false }
            try write(purchase.history, of: connection.lastRow)
            return true
        }

        func append(_ events: [PurchaseEvent], to purchase: Purchase) throws(TradeError) {
            let select = try connection[.purchaseState]
            defer { select.reset() }
            select.bind(1, purchase.id.description)
            guard try select.step(), Int(select.integer(1)) + events.count == purchase.history.count else {
                throw TradeError(.brokenPurchase, ["id": .text(purchase.id.description)])
            }
            let number = select.integer(0)
            select.reset()
            try write(events, of: number)
        }

        func purchases(limit: Int) throws(TradeError) -> [Purchase.ID] {
            let select = try connection[.purchases]
            defer { select.reset() }
            select.bind(1, Int64(max(0, limit)))
            var ids: [Purchase.ID] = []
            while try select.step() { ids.append(try Self.purchaseID(select.text(0))) }
            return ids
        }

        private func write(_ events: [PurchaseEvent], of purchase: Int64) throws(TradeError) {
            let insert = try connection[.insertPurchaseEvent]
            for event in events {
                insert.bind(1, purchase)
                insert.bind(2, Int64(event.number))
                insert.bind(3, OrderEvent.milliseconds(event.at))
                insert.bind(4, text: event.json)
                try insert.run()
            }
        }

        private static func purchaseID(_ text: String) throws(TradeError) -> Purchase.ID {
            guard let id = Purchase.ID(text) else { throw TradeError(.storeFailed, ["reason": "purchases"]) }
            return id
        }
    }
#endif
