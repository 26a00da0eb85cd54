internal import Foundation
internal import KeruenTrade

extension StoreTrial {
    private static let warehouse = "khorgos"

    private func placement(_ key: String, pieces: Int = 5) throws(TradeError) -> PurchaseEvent.Placement {
        guard let scarf = SKU("T-SCARF-1"), let cap = SKU("T-CAP-1") else { throw TradeError(.unknownSKU) }
        return PurchaseEvent.Placement(
            key: try IdempotencyKey(key), supplier: "和田艾德莱斯绸厂", warehouse: Self.warehouse,
            lines: [.init(sku: scarf, quantity: pieces), .init(sku: cap, quantity: 3)])
    }

    func keepsPurchases() async throws {
        let (now, store) = (TrialGoods.now, store)
        let first = try await store.place(try placement("p-1"), at: now)
        expectEqual(try await store.place(try placement("p-1"), at: now), first, "the same key again")
        let (other, late) = (try placement("p-1", pieces: 6), try placement("p-2"))
        do throws(TradeError) {
            try await store.place(other, at: now)
            expect(false, "another purchase under the same key was taken")
        } catch { expectEqual(error.code, .reusedPurchaseKey, "another purchase under the same key") }
        let second = try await store.place(late, at: now)
        expectEqual(try await store.purchases().map(\.id), [second.id, first.id], "the newest first")
        expectEqual(try await store.purchases(limit: 1).map(\.id), [second.id], "no more than asked for")
        expectEqual(try await store.purchase(first.id), first, "a purchase as it was placed")
        let gap = PurchaseEvent(number: 2, at: now, change: .step(.shipped, reference: nil))
        let code = await refusal { transaction throws(TradeError) in try transaction.append([gap], to: first) }
        expectEqual(code, .brokenPurchase, "an event after one that is missing")
        let shipped = try await store.advance(first.id, .shipped, reference: "CMR-17", at: now)
        expectEqual(try await store.purchase(first.id), shipped, "a purchase as its events fold to it")
        expectEqual(shipped.history.count, 2, "events")
        let given = await refusal { transaction throws(TradeError) in
            let event = PurchaseEvent(number: 2, at: now, change: .step(.entered, reference: nil))
            let after = try Purchase(id: shipped.id, history: shipped.history + [event])
            try transaction.append([event], to: after)
            throw TrialGoods.refused
        }
        expectEqual(given, TrialGoods.refused.code, "the body's own error comes out")
        expectEqual(try await store.purchase(first.id), shipped, "nothing of what was given up")
    }

    /// Many ask for it at once, and every piece goes on sale once.
    func sellsWhatWasCountedOnce() async throws {
        let (now, store) = (TrialGoods.now, store)
        let scarf = try TrialGoods.place(in: Self.warehouse)
        let cap = try TrialGoods.place("T-CAP-1", in: Self.warehouse)
        guard case .sku(let sku) = scarf.item, case .sku(let capSKU) = cap.item else { return }
        try await store.write { transaction throws(TradeError) in _ = try transaction.open(scarf, count: 10) }
        let purchase = try await store.place(try placement("p-1"), at: now)
        try await store.advance(purchase.id, .shipped, at: now)
        try await store.advance(purchase.id, .entered, reference: "4612-27-0001", at: now)
        // Two more than were ordered, one of three damaged and one missing.
        try await store.count([sku: (7, 0), capSKU: (1, 1)], of: purchase.id, at: now)
        let released = try await withThrowingTaskGroup(of: Purchase.self) { group in
            for _ in 0..<20 { group.addTask { try await store.release(purchase.id, at: now) } }
            return try await group.reduce(into: Set<Purchase>()) { $0.insert($1) }
        }
        expectEqual(released.count, 1, "what all were answered")
        expectEqual(released.first?.differences.map(\.over), [2, 0], "over")
        expectEqual(released.first?.differences.map(\.short), [0, 1], "short")
        try await store.read { [self] transaction throws(TradeError) in
            expectEqual(try transaction.level(at: scarf), StockLevel(onHand: 15), "no more than was ordered")
            expectEqual(try transaction.level(at: cap), StockLevel(onHand: 1), "what was intact")
            expectEqual(try transaction.purchase(purchase.id)?.history.count, 5, "events")
        }
    }
}
