#if SQLite
    internal import Foundation
    internal import KeruenTrade

    extension SQLiteTransaction {
        func insert(_ hold: StockHold) throws(TradeError) -> Bool {
            let insert = try connection[.insertHold]
            insert.bind(1, hold.id)
            insert.bind(2, OrderEvent.milliseconds(hold.until))
            insert.bind(3, text: hold.json)
            try insert.run()
            return connection.changes == 1
        }

        func hold(_ id: String) throws(TradeError) -> StockHold? {
            let select = try connection[.hold]
            defer { select.reset() }
            select.bind(1, id)
            return try select.step() ? try StockHold(json: select.bytes(0)) : nil
        }

        func holds(before now: Date, limit: Int) throws(TradeError) -> [StockHold] {
            let select = try connection[.holds]
            defer { select.reset() }
            select.bind(1, OrderEvent.milliseconds(now))
            select.bind(2, Int64(max(0, limit)))
            var holds: [StockHold] = []
            while try select.step() { holds.append(try StockHold(json: select.bytes(0))) }
            return holds
        }

        func remove(hold id: String) throws(TradeError) -> Bool {
            let delete = try connection[.removeHold]
            delete.bind(1, id)
            try delete.run()
            return connection.changes == 1
        }
    }
#endif
