#if SQLite
    internal import Foundation
    internal import GRDB
    internal import KeruenTrade

    /// What files of the first version hold, read once: each of their orders becomes its placing.
    enum FirstLayout {
        static func convert(_ db: Database) throws {
            try db.execute(
                sql:
                    "INSERT INTO stock SELECT sku, warehouse, on_hand, reserved FROM first_stock; DROP TABLE first_stock"
            )
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM first_orders ORDER BY placed_at, id")
            while let row = try rows.next() {
                let (order, fingerprint) = try read(row, db)
                try db.execute(
                    sql: "INSERT INTO orders (id, key, fingerprint, stage, lapses_at) VALUES (?, ?, ?, ?, ?)",
                    arguments: [
                        order.id.description, order.key.description, fingerprint, order.stage.rawValue,
                        order.lapses.map(OrderEvent.milliseconds),
                    ])
                let number = db.lastInsertedRowID
                for event in order.history {
                    try db.execute(
                        sql: "INSERT INTO order_events (order_number, number, at, body) VALUES (?, ?, ?, ?)",
                        arguments: [
                            number, event.number, OrderEvent.milliseconds(event.at),
                            String(decoding: event.json, as: UTF8.self),
                        ])
                }
            }
            try db.execute(sql: "DROP TABLE reservations; DROP TABLE order_lines; DROP TABLE first_orders")
        }

        private static func read(_ row: Row, _ db: Database) throws -> (order: Order, fingerprint: String) {
            // What the store wrote it can read; a file edited by hand may hold anything.
            guard let id = Order.ID(row["id"]), let currency = Currency(row["currency"]),
                let language = try? LanguageTag(row["language"])
            else { throw TradeError(.storeFailed, ["reason": "orders"]) }
            let lines = try lines(of: id, currency, db)
            let reservations = try reservations(of: id, db)
            let market: String = row["market"]
            let placement = OrderEvent.Placement(
                key: try IdempotencyKey(row["key"]), market: market, language: language, flow: .domestic, lines: lines,
                total: Money(minorUnits: row["total"], currency), reservations: reservations,
                warehouses: reservations.map(\.place.warehouse).firstOccurrences, until: never)
            let placed = OrderEvent(
                number: 0, at: Date(timeIntervalSince1970: row["placed_at"]), change: .placed(placement))
            return (
                try Order(id: id, history: [placed]),
                OrderRequest.fingerprint(market: market, lines: lines)
            )
        }

        /// Orders of the first version held what they had set aside for good: 9999-12-31.
        private static let never = Date(timeIntervalSince1970: 253_402_214_400)

        private static func lines(of id: Order.ID, _ currency: Currency, _ db: Database) throws -> [Quote.Line] {
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM order_lines WHERE order_id = ? ORDER BY line", arguments: [id.description])
            return try rows.map { row in
                guard let sku = SKU(row["sku"]) else { throw TradeError(.storeFailed, ["reason": "order_lines"]) }
                return Quote.Line(
                    sku: sku, quantity: row["quantity"],
                    unitPrice: Money(minorUnits: row["unit_price"], currency), includesTax: row["includes_tax"],
                    priceList: row["price_list"], total: Money(minorUnits: row["total"], currency))
            }
        }

        private static func reservations(of id: Order.ID, _ db: Database) throws -> [Reservation] {
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM reservations WHERE order_id = ? ORDER BY sku, warehouse",
                arguments: [id.description])
            return try rows.map { row in
                guard let sku = SKU(row["sku"]) else { throw TradeError(.storeFailed, ["reason": "reservations"]) }
                return Reservation(warehouse: row["warehouse"], sku: sku, quantity: row["quantity"])
            }
        }
    }
#endif
