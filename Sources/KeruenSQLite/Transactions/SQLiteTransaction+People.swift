#if SQLite
    internal import Foundation
    internal import KeruenTrade

    extension SQLiteTransaction {
        func insert(_ record: SealedRecord, of order: Order.ID) throws(TradeError) {
            let insert = try connection[.insertRecord]
            insert.bind(1, record.purpose)
            insert.bind(2, record.keyID)
            insert.bind(3, record.lookup)
            insert.bind(4, record.sealed)
            insert.bind(5, OrderEvent.milliseconds(record.eraseAfter))
            insert.bind(6, order.description)
            try insert.run()
            guard connection.changes == 1 else {
                throw TradeError(.unknownOrder, ["id": .text(order.description)])
            }
        }

        func records(of order: Order.ID) throws(TradeError) -> [SealedRecord] {
            let select = try connection[.records]
            defer { select.reset() }
            select.bind(1, order.description)
            var records: [SealedRecord] = []
            while try select.step() {
                records.append(
                    SealedRecord(
                        purpose: select.text(0), keyID: select.text(1), lookup: select.text(2),
                        sealed: Data(select.bytes(3)), eraseAfter: OrderEvent.instant(select.integer(4))))
            }
            return records
        }

        func orders(lookup: String) throws(TradeError) -> [Order.ID] {
            let select = try connection[.ordersOfPerson]
            defer { select.reset() }
            select.bind(1, lookup)
            var ids: [Order.ID] = []
            while try select.step() { ids.append(try Self.id(select.text(0))) }
            return ids
        }

        func eraseRecords(before now: Date) throws(TradeError) -> Int {
            let delete = try connection[.eraseOverdue]
            delete.bind(1, OrderEvent.milliseconds(now))
            return try erased(by: delete)
        }

        func eraseRecords(of order: Order.ID) throws(TradeError) -> Int {
            let delete = try connection[.eraseOfOrder]
            delete.bind(1, order.description)
            return try erased(by: delete)
        }

        private func erased(by delete: PreparedStatement) throws(TradeError) -> Int {
            try delete.run()
            let count = connection.changes
            if count > 0 { hasErased = true }
            return count
        }
    }
#endif
