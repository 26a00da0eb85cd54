#if SQLite
    internal import Foundation
    internal import GRDB
    internal import KeruenTrade

    /// An order as its four tables hold it.
    struct OrderRow {
        var order: Order
        var fingerprint: String

        func insert(_ db: Database) throws {
            try db.cachedStatement(
                sql: """
                    INSERT INTO orders (id, key, fingerprint, market, language, currency, total, placed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    order.id.description, order.key.description, fingerprint, order.market,
                    order.language.description, order.total.currency.code, order.total.minorUnits,
                    order.placed.timeIntervalSince1970,
                ])
            let insert = try db.cachedStatement(
                sql: """
                    INSERT INTO order_lines
                    (order_id, line, sku, quantity, unit_price, includes_tax, price_list, total)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            for (number, line) in order.lines.enumerated() {
                try insert.execute(
                    arguments: [
                        order.id.description, number, line.sku.description, line.quantity,
                        line.unitPrice.minorUnits, line.includesTax, line.priceList, line.total.minorUnits,
                    ])
            }
        }

        static func find(key: IdempotencyKey, _ db: Database) throws -> OrderRow? {
            let select = try db.cachedStatement(sql: "SELECT * FROM orders WHERE key = ?")
            return try Row.fetchOne(select, arguments: [key.description]).flatMap { try read($0, db) }
        }

        static func find(id: Order.ID, _ db: Database) throws -> OrderRow? {
            let select = try db.cachedStatement(sql: "SELECT * FROM orders WHERE id = ?")
            return try Row.fetchOne(select, arguments: [id.description]).flatMap { try read($0, db) }
        }

        private static func read(_ row: Row, _ db: Database) throws -> OrderRow {
            // What this store wrote it can read; a file edited by hand may hold anything.
            guard let id = Order.ID(row["id"]), let currency = Currency(row["currency"]),
                let language = try? LanguageTag(row["language"])
            else { throw TradeError(.storeFailed, ["reason": "orders"]) }
            let order = Order(
                id: id,
                key: try IdempotencyKey(row["key"]),
                market: row["market"],
                language: language,
                lines: try lines(of: id, currency, db),
                total: Money(minorUnits: row["total"], currency),
                placed: Date(timeIntervalSince1970: row["placed_at"]),
                reservations: try reservations(of: id, db))
            return OrderRow(order: order, fingerprint: row["fingerprint"])
        }

        private static func lines(of id: Order.ID, _ currency: Currency, _ db: Database) throws -> [Quote.Line] {
            let select = try db.cachedStatement(sql: "SELECT * FROM order_lines WHERE order_id = ? ORDER BY line")
            return try Row.fetchAll(select, arguments: [id.description]).map { row in
                guard let sku = SKU(row["sku"]) else { throw TradeError(.storeFailed, ["reason": "order_lines"]) }
                return Quote.Line(
                    sku: sku, quantity: row["quantity"],
                    unitPrice: Money(minorUnits: row["unit_price"], currency), includesTax: row["includes_tax"],
                    priceList: row["price_list"], total: Money(minorUnits: row["total"], currency))
            }
        }

        private static func reservations(of id: Order.ID, _ db: Database) throws -> [Reservation] {
            let select = try db.cachedStatement(
                sql: "SELECT * FROM reservations WHERE order_id = ? ORDER BY sku, warehouse")
            return try Row.fetchAll(select, arguments: [id.description]).map { row in
                guard let sku = SKU(row["sku"]) else { throw TradeError(.storeFailed, ["reason": "reservations"]) }
                return Reservation(warehouse: row["warehouse"], sku: sku, quantity: row["quantity"])
            }
        }
    }
#endif
