internal import Foundation
internal import KeruenTrade

extension StoreTrial {
    func keepsHolds() async throws {
        let (late, later, latest) = (
            try TrialGoods.hold("H-2", until: 10), try TrialGoods.hold("H-1", until: 10),
            try TrialGoods.hold("H-0", until: 20)
        )
        let twin = try TrialGoods.hold("H-2", until: 99)
        let now = TrialGoods.now
        try await store.write { [self] transaction throws(TradeError) in
            for hold in [latest, late, later] { expect(try transaction.insert(hold), "\(hold.id) is new") }
            expect(try !transaction.insert(twin), "an id that is there")
            expectEqual(try transaction.hold("H-2"), late, "its own writes")
        }
        let code = await refusal { transaction throws(TradeError) in
            _ = try transaction.remove(hold: "H-0")
            _ = try transaction.insert(try TrialGoods.hold("H-3", until: 0))
            throw TrialGoods.refused
        }
        expectEqual(code, TrialGoods.refused.code, "the body's own error comes out")
        try await store.read { [self] transaction throws(TradeError) in
            expectEqual(try transaction.hold("H-0"), latest, "it comes back as it was written")
            expect(try transaction.hold("H-3") == nil, "none of a transaction that was given up")
            expect(try transaction.hold("H") == nil, "no part of an id finds a hold")
            let overdue = { (seconds: Double, limit: Int) throws(TradeError) in
                try transaction.holds(before: now.addingTimeInterval(seconds), limit: limit).map(\.id)
            }
            expectEqual(try overdue(10, 9), [], "at its time a hold is not overdue")
            expectEqual(try overdue(10.001, 9), ["H-1", "H-2"], "those of one time, by id")
            expectEqual(try overdue(30, 9), ["H-1", "H-2", "H-0"], "the longest overdue first")
            expectEqual(try overdue(30, 2), ["H-1", "H-2"], "no more than were asked for")
            expectEqual(try overdue(30, .max), ["H-1", "H-2", "H-0"], "as many as there are")
            expectEqual(try overdue(30, 0), [], "none where none is asked for")
            expectEqual(
                try transaction.holds(before: .distantFuture, limit: .max).count, 3, "all of them, whatever their time")
            expect(try transaction.level(at: try TrialGoods.place()) == nil, "a hold changes no level by itself")
        }
        try await store.write { [self] transaction throws(TradeError) in
            expect(try transaction.remove(hold: "H-1"), "it was there")
            expect(try !transaction.remove(hold: "H-1"), "it is removed once")
            expect(try transaction.insert(later), "its id is free again")
            expect(try transaction.remove(hold: "H-2"), "the other one")
        }
        try await store.read { [self] transaction throws(TradeError) in
            expectEqual(
                try transaction.holds(before: .distantFuture, limit: 9), [later, latest], "those that nobody removed")
        }
    }
}

extension TrialGoods {
    static func hold(_ id: String, until seconds: TimeInterval) throws(TradeError) -> StockHold {
        StockHold(
            id: id, market: "kz", changes: [StockChange(at: try place("T-CAP-1"), onHand: -2, reserved: -2)],
            taken: [Reservation(try place(), quantity: 3), Reservation(try place(in: "khorgos"), quantity: 1)],
            until: now.addingTimeInterval(seconds))
    }
}
