#if Postgres
    internal import KeruenTrade

    /// What this store wrote it can read; a database edited by hand may hold anything.
    extension PostgresRows {
        func orderID(_ row: Int, _ column: Int) throws(TradeError) -> Order.ID {
            guard let id = Order.ID(text(row, column)) else { throw TradeError(.storeFailed, ["reason": "orders"]) }
            return id
        }

        func purchaseID(_ row: Int, _ column: Int) throws(TradeError) -> Purchase.ID {
            guard let id = Purchase.ID(text(row, column)) else {
                throw TradeError(.storeFailed, ["reason": "purchases"])
            }
            return id
        }

        /// Its item and its warehouse stand in the first columns.
        func place(_ row: Int) throws(TradeError) -> StockPlace {
            guard let item = StockItem(text(row, 0)) else { throw TradeError(.storeFailed, ["reason": "stock"]) }
            return StockPlace(item, in: text(row, 1))
        }

        func level(_ row: Int, from column: Int) -> StockLevel {
            StockLevel(onHand: Int(integer(row, column)), reserved: Int(integer(row, column + 1)))
        }

        /// Its number, time and body stand in columns next to each other.
        func event(_ row: Int, from column: Int) throws(TradeError) -> OrderEvent {
            try OrderEvent(
                number: Int(integer(row, column)), at: OrderEvent.instant(integer(row, column + 1)),
                json: bytes(row, column + 2))
        }
    }
#endif
