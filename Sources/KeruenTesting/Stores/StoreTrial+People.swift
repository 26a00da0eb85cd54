internal import Foundation
internal import KeruenTrade

extension StoreTrial {
    func findsAndErasesPeople() async throws {
        let orders = try (1...3).map { number throws(TradeError) in try TrialGoods.order(number) }
        let delivery = TrialGoods.record("h1", eraseAfter: 30)
        let customs = TrialGoods.record("h2", eraseAfter: 1_000, purpose: "customs")
        let empty = SealedRecord(
            purpose: "label", keyID: "", lookup: "h3", sealed: Data(),
            eraseAfter: TrialGoods.now.addingTimeInterval(86_400))
        try await store.write { transaction throws(TradeError) in
            for order in orders { _ = try transaction.insert(order, fingerprint: "f") }
            for record in [delivery, customs, empty] { try transaction.insert(record, of: orders[0].id) }
            for record in [delivery, delivery] { try transaction.insert(record, of: orders[1].id) }
        }
        let (first, second) = (orders[0].id, orders[1].id)
        try await store.read { [self] transaction throws(TradeError) in
            expectEqual(try transaction.records(of: first), [delivery, customs, empty], "in the order they came in")
            expectEqual(try transaction.records(of: orders[2].id), [], "nobody is there")
            expectEqual(try transaction.orders(lookup: "h1"), [first, second], "each order once, by id")
            expectEqual(try transaction.orders(lookup: "h2"), [first], "one order")
            expectEqual(try transaction.orders(lookup: "h"), [], "no part of a look-up key finds anybody")
        }
        let code = await refusal { transaction throws(TradeError) in
            try transaction.insert(delivery, of: TrialGoods.id(9))
        }
        expectEqual(code, .unknownOrder, "a record belongs to an order")
        try await store.write { [self] transaction throws(TradeError) in
            let day = { (days: Double) in TrialGoods.now.addingTimeInterval(days * 86_400) }
            expectEqual(try transaction.eraseRecords(before: day(1)), 0, "on its last day a record is still there")
            expectEqual(try transaction.eraseRecords(before: day(31)), 4, "what is past its day")
            expectEqual(try transaction.records(of: first), [customs], "what is not")
            expectEqual(try transaction.orders(lookup: "h1"), [], "who was erased is not found")
            expectEqual(try transaction.eraseRecords(of: second), 0, "nothing is left of it")
            expectEqual(try transaction.eraseRecords(of: first), 1, "on request, whatever its day")
            expectEqual(try transaction.records(of: first), [], "nothing is left")
        }
        expectEqual(try await store.order(first), orders[0], "the order itself stays")
    }
}
