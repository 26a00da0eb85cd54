#if SQLite
    internal import GRDB
    internal import KeruenTrade

    /// What one warehouse holds of one SKU.
    enum StockRow {
        static func free(
            _ sku: SKU, in warehouses: [String], _ db: Database
        ) throws -> [(warehouse: String, free: Int)] {
            let select = try db.cachedStatement(
                sql: "SELECT on_hand - reserved FROM stock WHERE sku = ? AND warehouse = ?")
            return try warehouses.firstOccurrences.map { warehouse in
                (warehouse, try Int.fetchOne(select, arguments: [sku.description, warehouse]) ?? 0)
            }
        }

        /// The table's own CHECK refuses what would exceed the stock, should a caller ever forget to look first.
        static func reserve(_ reservation: Reservation, for order: Order.ID, _ db: Database) throws {
            let update = try db.cachedStatement(
                sql: "UPDATE stock SET reserved = reserved + ? WHERE sku = ? AND warehouse = ?")
            try update.execute(
                arguments: [reservation.quantity, reservation.sku.description, reservation.warehouse])
            let insert = try db.cachedStatement(
                sql: "INSERT INTO reservations (order_id, warehouse, sku, quantity) VALUES (?, ?, ?, ?)")
            try insert.execute(
                arguments: [
                    order.description, reservation.warehouse, reservation.sku.description, reservation.quantity,
                ])
        }
    }
#endif
