internal import Foundation
internal import KeruenTrade

extension StoreTrial {
    func writesAllOrNothing() async throws {
        let place = try TrialGoods.place()
        let paid = try TrialGoods.order(1)
        try await store.write { transaction throws(TradeError) in
            _ = try transaction.open(place, count: 5)
            _ = try transaction.insert(paid, fingerprint: "kz domestic T-SCARF-1=1")
            try transaction.insert(TrialGoods.record("h1", eraseAfter: 30), of: paid.id)
        }
        let code = await refusal { transaction throws(TradeError) in
            _ = try transaction.open(try TrialGoods.place("T-CAP-1"), count: 7)
            _ = try transaction.reserve(2, at: place)
            try transaction.move(at: place, onHand: 10, reserved: 0)
            let order = try TrialGoods.order(2)
            _ = try transaction.insert(order, fingerprint: "kz domestic T-SCARF-1=1")
            try transaction.insert(TrialGoods.record("h2", eraseAfter: 30), of: order.id)
            _ = try transaction.eraseRecords(of: paid.id)
            let (after, events) = try paid.after([.captured(try Payment.ID("p1"), paid.total)])
            try transaction.append(events, to: after)
            _ = try transaction.claimQuota(9, by: LookupKey(text: "1.h"), in: 2027, limit: 10)
            try transaction.setQuotaKey("1", of: 2027)
            _ = try transaction.remember(message: "m1", from: "kaspi")
            try transaction.setPosition(9, of: "mail")
            throw TrialGoods.refused
        }
        expectEqual(code, TrialGoods.refused.code, "the body's own error comes out")
        // Also after a question that had to see its writes.
        _ = await refusal { transaction throws(TradeError) in
            try transaction.move(at: place, onHand: 10, reserved: 0)
            _ = try transaction.levels(of: nil)
            _ = try transaction.open(try TrialGoods.place("T-CAP-1"), count: 7)
            throw TrialGoods.refused
        }
        try await store.read { [self] transaction throws(TradeError) in
            expectEqual(try transaction.level(at: place), StockLevel(onHand: 5), "the level is what it was")
            expect(try transaction.level(at: try TrialGoods.place("T-CAP-1")) == nil, "no place was entered")
            expect(try transaction.order(TrialGoods.id(2)) == nil, "no order was placed")
            expect(try transaction.placed(by: try TrialGoods.key("key-2")) == nil, "the key is free")
            expectEqual(try transaction.order(paid.id), paid, "the other order has no new event")
            expectEqual(try transaction.events(after: 0, limit: 9).count, 1, "events that are told")
            expectEqual(try transaction.position(of: "mail"), 0, "the reader's place")
            expectEqual(try transaction.quotaUsed(by: LookupKey(text: "1.h"), in: 2027), 0, "a buyer's year")
            expect(try transaction.quotaKey(of: 2027) == nil, "the year's key")
            expectEqual(try transaction.records(of: paid.id).count, 1, "nobody was erased")
            expectEqual(try transaction.orders(lookup: "h2"), [], "nobody was entered")
            expectEqual(try transaction.lapsing(before: .distantFuture, limit: 9), [paid.id], "what may lapse")
        }
        let isNew = try await store.write { transaction throws(TradeError) in
            try transaction.remember(message: "m1", from: "kaspi")
        }
        expect(isNew, "the message is not remembered")
    }

    func readsItsOwnWrites() async throws {
        try await store.write { [self] transaction throws(TradeError) in
            let place = try TrialGoods.place()
            _ = try transaction.open(place, count: 5)
            _ = try transaction.reserve(3, at: place)
            expectEqual(try transaction.level(at: place), StockLevel(onHand: 5, reserved: 3), "the level")
            let order = try TrialGoods.order(1)
            _ = try transaction.insert(order, fingerprint: "f")
            expectEqual(try transaction.placed(by: order.key)?.id, order.id, "the key")
            expectEqual(try transaction.placed(by: order.key)?.fingerprint, "f", "the fingerprint")
            let (after, events) = try order.after([.captured(try Payment.ID("p1"), order.total)])
            try transaction.append(events, to: after)
            expectEqual(try transaction.order(order.id), after, "the order")
            expectEqual(try transaction.events(after: 0, limit: 9).map(\.event), after.history, "the events")
            try transaction.setPosition(1, of: "mail")
            try transaction.setPosition(2, of: "mail")
            expectEqual(try transaction.position(of: "mail"), 2, "the reader's place")
            expect(try transaction.remember(message: "m", from: "kaspi"), "the message is new")
            expect(try !transaction.remember(message: "m", from: "kaspi"), "the message is known")
            try transaction.insert(TrialGoods.record("h", eraseAfter: 1), of: order.id)
            expectEqual(try transaction.orders(lookup: "h"), [order.id], "the person")
        }
    }

    func readsWithoutWriting() async throws {
        let place = try TrialGoods.place()
        try await store.write { transaction throws(TradeError) in _ = try transaction.open(place, count: 5) }
        // A store may refuse it or forget it.
        _ = try? await store.read { transaction throws(TradeError) in try transaction.reserve(1, at: place) }
        _ = try? await store.read { transaction throws(TradeError) in
            try transaction.insert(try TrialGoods.order(1), fingerprint: "f")
        }
        _ = await refusal { transaction throws(TradeError) in
            _ = try transaction.reserve(1, at: place)
            throw TrialGoods.refused
        }
        try await store.read { [self] transaction throws(TradeError) in
            expectEqual(try transaction.level(at: place), StockLevel(onHand: 5), "the level")
            expect(try transaction.order(TrialGoods.id(1)) == nil, "no order")
        }
    }

    func survives(_ reopen: @Sendable () async throws -> any OrderStore) async throws {
        let place = try TrialGoods.place()
        let order = try TrialGoods.order(1, pieces: 2)
        let (paid, events) = try order.after([.captured(try Payment.ID("p1"), order.total)])
        let hold = try TrialGoods.hold("H-1", until: 60)
        try await store.write { transaction throws(TradeError) in
            _ = try transaction.open(place, count: 5)
            _ = try transaction.reserve(2, at: place)
            _ = try transaction.insert(order, fingerprint: "f")
            try transaction.append(events, to: paid)
            _ = try transaction.remember(message: "m", from: "kaspi")
            _ = try transaction.claimQuota(9, by: LookupKey(text: "1.h"), in: 2027, limit: 10)
            try transaction.setQuotaKey("1", of: 2027)
            _ = try transaction.insert(hold)
            try transaction.setPosition(1, of: "mail")
            try transaction.insert(TrialGoods.record("h", eraseAfter: 1), of: order.id)
        }
        let again = try await reopen()
        try await again.read { [self] transaction throws(TradeError) in
            expectEqual(try transaction.level(at: place), StockLevel(onHand: 5, reserved: 2), "the level")
            expectEqual(try transaction.order(order.id), paid, "the order")
            expectEqual(try transaction.placed(by: order.key)?.fingerprint, "f", "the key's request")
            expectEqual(try transaction.events(after: 1, limit: 9).map(\.event), events, "the events")
            expectEqual(try transaction.position(of: "mail"), 1, "the reader's place")
            expectEqual(try transaction.quotaUsed(by: LookupKey(text: "1.h"), in: 2027), 9, "a buyer's year")
            expectEqual(try transaction.quotaKey(of: 2027), "1", "the year's key")
            expectEqual(try transaction.hold("H-1"), hold, "the hold")
            expectEqual(
                try transaction.records(of: order.id), [TrialGoods.record("h", eraseAfter: 1)], "what is sealed")
        }
        let isNew = try await again.write { transaction throws(TradeError) in
            try transaction.remember(message: "m", from: "kaspi")
        }
        expect(!isNew, "the message is remembered")
        let other = try TrialGoods.order(2)
        let position = try await again.write { transaction throws(TradeError) in
            _ = try transaction.insert(other, fingerprint: "f")
            return try transaction.events(after: 2, limit: 9).map(\.position)
        }
        expect(position.count == 1 && position.allSatisfy { $0 > 2 }, "positions go on: \(position)")
    }
}
