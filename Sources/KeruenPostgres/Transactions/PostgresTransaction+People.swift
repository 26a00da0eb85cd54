#if Postgres
    internal import Foundation
    internal import KeruenTrade

    extension PostgresTransaction {
        func insert(_ record: SealedRecord, of order: Order.ID) throws(TradeError) {
            guard try self.order(order) != nil else {
                throw TradeError(.unknownOrder, ["id": .text(order.description)])
            }
            own.records[order] = .some(try records(of: order) + [record])
            ownWrites.records.append((order, record))
        }

        func records(of order: Order.ID) throws(TradeError) -> [SealedRecord] {
            try look(\.records, order, .records(order)) ?? []
        }

        func eraseRecords(before now: Date) throws(TradeError) -> Int {
            let count = try change(Self.eraseOverdue(.integer(OrderEvent.milliseconds(now))))
            fetched.records = [:]
            return count
        }

        func eraseRecords(of order: Order.ID) throws(TradeError) -> Int {
            let count = try records(of: order).count
            guard count > 0 else { return 0 }
            own.records[order] = .some([])
            ownWrites.erase(order)
            return count
        }

        private static let eraseOverdue = Statement("DELETE FROM sealed_records WHERE erase_after < $1", .integer)
    }
#endif
