import Foundation
import Keruen

extension OrderStore {
    /// What is kept of an order's people.
    func people(of order: Order.ID) async throws -> [SealedRecord] {
        try await read { transaction throws(TradeError) in try transaction.records(of: order) }
    }

    /// All that was ever told of orders.
    func everything() async throws -> [OutboxEvent] {
        try await read { transaction throws(TradeError) in try transaction.events(after: 0, limit: 1_000) }
    }
}
