#if SQLite
    internal import Foundation
    internal import KeruenTrade

    extension SQLiteTransaction {
        func order(_ id: Order.ID) throws(TradeError) -> Order? {
            let select = try connection[.order]
            defer { select.reset() }
            select.bind(1, id.description)
            var history: [OrderEvent] = []
            while try select.step() {
                history.append(try Self.event(of: select, from: 0))
            }
            return history.isEmpty ? nil : try Order(id: id, history: history)
        }

        func placed(by key: IdempotencyKey) throws(TradeError) -> (id: Order.ID, fingerprint: String)? {
            let select = try connection[.placed]
            defer { select.reset() }
            select.bind(1, key.description)
            guard try select.step() else { return nil }
            return (try Self.id(select.text(0)), select.text(1))
        }

        func insert(_ order: Order, fingerprint: String) throws(TradeError) -> Bool {
            let insert = try connection[.insertOrder]
            insert.bind(1, order.id.description)
            insert.bind(2, order.key.description)
            insert.bind(3, fingerprint)
            insert.bind(4, order.stage.rawValue)
            insert.bind(5, order.lapses.map(OrderEvent.milliseconds))
            try insert.run()
            guard connection.changes == 1 else { return false }
            try write(order.history, of: connection.lastRow)
            return true
        }

        func append(_ events: [OrderEvent], to order: Order) throws(TradeError) {
            let select = try connection[.orderState]
            defer { select.reset() }
            select.bind(1, order.id.description)
            guard try select.step(), Int(select.integer(1)) + events.count == order.history.count else {
                throw TradeError(.brokenHistory, ["id": .text(order.id.description)])
            }
            let number = select.integer(0)
            select.reset()
            try write(events, of: number)
            let update = try connection[.updateOrder]
            update.bind(1, order.stage.rawValue)
            update.bind(2, order.lapses.map(OrderEvent.milliseconds))
            update.bind(3, number)
            try update.run()
        }

        func lapsing(before now: Date, limit: Int) throws(TradeError) -> [Order.ID] {
            let select = try connection[.lapsing]
            defer { select.reset() }
            select.bind(1, OrderEvent.milliseconds(now))
            select.bind(2, Int64(limit))
            var ids: [Order.ID] = []
            while try select.step() { ids.append(try Self.id(select.text(0))) }
            return ids
        }

        func orders(waybill: String) throws(TradeError) -> [Order.ID] {
            let select = try connection[.ordersOfWaybill]
            defer { select.reset() }
            select.bind(1, waybill)
            var ids: [Order.ID] = []
            while try select.step() { ids.append(try Self.id(select.text(0))) }
            return ids
        }

        private func write(_ events: [OrderEvent], of order: Int64) throws(TradeError) {
            let insert = try connection[.insertEvent]
            for event in events {
                insert.bind(1, order)
                insert.bind(2, Int64(event.number))
                insert.bind(3, OrderEvent.milliseconds(event.at))
                insert.bind(4, text: event.json)
                try insert.run()
                guard let waybill = event.waybill else { continue }
                let note = try connection[.insertWaybill]
                note.bind(1, waybill)
                note.bind(2, order)
                try note.run()
            }
        }

        /// What this store wrote it can read; a file edited by hand may hold anything.
        static func id(_ text: String) throws(TradeError) -> Order.ID {
            guard let id = Order.ID(text) else { throw TradeError(.storeFailed, ["reason": "orders"]) }
            return id
        }

        /// Its number, time and body stand in columns next to each other.
        static func event(of row: PreparedStatement, from column: Int32) throws(TradeError) -> OrderEvent {
            try OrderEvent(
                number: Int(row.integer(column)), at: OrderEvent.instant(row.integer(column + 1)),
                json: row.bytes(column + 2))
        }
    }
#endif
