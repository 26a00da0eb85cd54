#if Postgres
    internal import Foundation
    internal import KeruenTrade

    extension PostgresTransaction {
        func order(_ id: Order.ID) throws(TradeError) -> Order? { try look(\.orders, id, .order(id)) }

        func placed(by key: IdempotencyKey) throws(TradeError) -> (id: Order.ID, fingerprint: String)? {
            if hopes(forKey: key) { return nil }
            return try look(\.placed, key, .placed(key)).map { ($0.id, $0.fingerprint) }
        }

        func insert(_ order: Order, fingerprint: String) throws(TradeError) -> Bool {
            guard try placed(by: order.key) == nil else { return false }
            own.placed[order.key] = KnownRows.Placed(id: order.id, fingerprint: fingerprint)
            own.orders[order.id] = order
            own.records[order.id] = .some([])
            ownWrites.placed.append((order.id, fingerprint))
            tell(order.history, of: order.id)
            return true
        }

        func append(_ events: [OrderEvent], to order: Order) throws(TradeError) {
            guard let before = try self.order(order.id), before.history.count + events.count == order.history.count
            else { throw TradeError(.brokenHistory, ["id": .text(order.id.description)]) }
            own.orders[order.id] = order
            ownWrites.changed.insert(order.id)
            tell(events, of: order.id)
        }

        private func tell(_ events: [OrderEvent], of id: Order.ID) { ownWrites.events += events.map { (id, $0) } }

        func lapsing(before now: Date, limit: Int) throws(TradeError) -> [Order.ID] {
            try orders(.lapsing(before: OrderEvent.milliseconds(now), limit: max(0, limit)))
        }

        func orders(waybill: String) throws(TradeError) -> [Order.ID] { try orders(.waybill(waybill)) }

        func orders(lookup: String) throws(TradeError) -> [Order.ID] { try orders(.person(lookup: lookup)) }

        private func orders(_ need: Need) throws(TradeError) -> [Order.ID] {
            guard case .orders(let ids) = try ask(need) else { return [] }
            return ids
        }
    }
#endif
