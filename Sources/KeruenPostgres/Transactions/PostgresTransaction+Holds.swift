#if Postgres
    internal import Foundation
    internal import KeruenTrade

    extension PostgresTransaction {
        func insert(_ hold: StockHold) throws(TradeError) -> Bool {
            guard try self.hold(hold.id) == nil else { return false }
            own.holds[hold.id] = hold
            ownWrites.holds.insert(hold.id)
            return true
        }

        func hold(_ id: String) throws(TradeError) -> StockHold? { try look(\.holds, id, .hold(id)) }

        func holds(before now: Date, limit: Int) throws(TradeError) -> [StockHold] {
            let need = Need.holds(before: OrderEvent.milliseconds(now), limit: max(0, limit))
            guard case .holds(let holds) = try ask(need) else { return [] }
            return holds
        }

        func remove(hold id: String) throws(TradeError) -> Bool {
            guard try hold(id) != nil else { return false }
            own.holds[id] = .some(nil)
            ownWrites.holds.insert(id)
            return true
        }
    }
#endif
