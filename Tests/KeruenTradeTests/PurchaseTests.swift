import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("A purchase")
struct PurchaseTests {
    private let now = SmallShop.now

    private func placement(
        _ key: String = "po-1", mode: Purchase.Mode = .bonded, supplier: String = "Көкше қолөнер шеберханасы"
    ) throws -> PurchaseEvent.Placement {
        PurchaseEvent.Placement(
            key: try IdempotencyKey(key), supplier: supplier, warehouse: "khorgos", mode: mode,
            lines: [.init(sku: SmallShop.scarf, quantity: 10), .init(sku: SmallShop.cap, quantity: 4)])
    }

    private func code<T>(_ body: () async throws -> T) async -> Diagnostic.Code? {
        do {
            _ = try await body()
            return nil
        } catch { return (error as? TradeError)?.code }
    }

    private func free(_ store: some OrderStore) async throws -> [Int] {
        [
            try await store.available(SmallShop.scarf, in: ["khorgos"]),
            try await store.available(SmallShop.cap, in: ["khorgos"]),
        ]
    }

    @Test("goes on sale when it was counted, and not before, less what is damaged, missing or too much")
    func bonded() async throws {
        let store = InMemoryStore()
        let id = try await store.place(try placement(), at: now).id
        #expect(id.description.hasPrefix("PO-") && Purchase.ID(id.description.lowercased()) == id)
        #expect(await code { try await store.release(id, at: now) } == .purchaseNotAllowedNow)
        try await store.advance(id, .shipped, reference: "CMR-2027-18", at: now)
        try await store.advance(id, .entered, reference: "461227000000000017", at: now)
        #expect(await code { try await store.release(id, at: now) } == .purchaseNotAllowedNow)
        let counted = try await store.count([SmallShop.scarf: (12, 0), SmallShop.cap: (2, 1)], of: id, at: now)
        #expect(counted.differences.map(\.over) == [2, 0] && counted.differences.map(\.short) == [0, 1])
        #expect(counted.differences.map(\.damaged) == [0, 1] && counted.differences.map(\.isNone) == [false, false])
        #expect(try await free(store) == [0, 0])
        let sellable = try await store.release(id, at: now)
        #expect(try await free(store) == [10, 2] && sellable.stage == .sellable)
        // Asked again, by whoever has not heard the answer.
        #expect(try await store.release(id, at: now) == sellable)
        #expect(try await free(store) == [10, 2])
        #expect(await code { try await store.count([:], of: id, at: now) } == .purchaseNotAllowedNow)
        #expect(try await store.advance(id, .closed, at: now).stage == .closed)
        #expect(await code { try await store.release(id, at: now) } == .purchaseNotAllowedNow)
        #expect(try await free(store) == [10, 2])
    }

    @Test("is counted again as long as nothing of it is for sale, and what is not named was not found")
    func recounted() async throws {
        let store = InMemoryStore()
        let id = try await store.place(try placement(), at: now).id
        try await store.advance(id, .shipped, at: now)
        try await store.advance(id, .entered, at: now)
        let first = try await store.count([SmallShop.scarf: (10, 0)], of: id, at: now)
        #expect(first.differences.map(\.short) == [0, 4])
        // The same count once more is no news.
        #expect(try await store.count([SmallShop.scarf: (10, 0)], of: id, at: now) == first)
        let second = try await store.count([SmallShop.scarf: (9, 1), SmallShop.cap: (4, 0)], of: id, at: now)
        #expect(second.history.count == first.history.count + 1)
        try await store.release(id, at: now)
        #expect(try await free(store) == [9, 4])
    }

    @Test("refuses counts of what was not ordered, and numbers that are none")
    func badCounts() async throws {
        let store = InMemoryStore()
        let id = try await store.place(try placement(), at: now).id
        try await store.advance(id, .shipped, at: now)
        try await store.advance(id, .entered, at: now)
        for found in [[SmallShop.carving: (1, 0)], [SmallShop.scarf: (-1, 0)], [SmallShop.cap: (0, 100_000)]] {
            #expect(await code { try await store.count(found, of: id, at: now) } == .badCount)
        }
        #expect(try await store.purchase(id)?.stage == .entered)
    }

    @Test("waits abroad under 9610, and enters no zone")
    func direct() async throws {
        let store = InMemoryStore()
        let id = try await store.place(try placement(mode: .direct), at: now).id
        try await store.advance(id, .shipped, at: now)
        let error = await #expect(throws: TradeError.self) { try await store.advance(id, .entered, at: now) }
        #expect(error?.code == .purchaseNotAllowedNow && error?.arguments["known"] == "counted, cancelled")
        try await store.count([SmallShop.scarf: (10, 0), SmallShop.cap: (4, 0)], of: id, at: now)
        #expect(try await store.release(id, at: now).differences.allSatisfy(\.isNone))
        #expect(try await free(store) == [10, 4])
    }

    @Test("is called off until it has come")
    func cancelled() async throws {
        let store = InMemoryStore()
        let (first, second) = (
            try await store.place(try placement("a"), at: now).id, try await store.place(try placement("b"), at: now).id
        )
        #expect(try await store.advance(first, .cancelled, at: now).stage == .cancelled)
        #expect(try await store.advance(first, .cancelled, at: now).history.count == 2)
        try await store.advance(second, .shipped, at: now)
        try await store.advance(second, .entered, at: now)
        #expect(await code { try await store.advance(second, .cancelled, at: now) } == .purchaseNotAllowedNow)
        for step in [PurchaseFlow.Step.counted, .released] {
            #expect(await code { try await store.advance(second, step, at: now) } == .purchaseNotAllowedNow)
        }
    }

    @Test("refuses what names no supplier, nothing, or one thing twice")
    func badPlacements() async throws {
        let store = InMemoryStore()
        for change in [
            { $0.supplier = "" }, { $0.supplier = " " }, { $0.supplier = "a\nb" },
            { $0.supplier = String(repeating: "和", count: 65) }, { $0.warehouse = "" }, { $0.lines = [] },
            { $0.lines[1].sku = SmallShop.scarf },
        ] as [(inout PurchaseEvent.Placement) -> Void] {
            var placement = try placement()
            change(&placement)
            #expect(await code { try await store.place(placement, at: now) } == .badPurchase)
        }
        var many = try placement()
        many.lines[0].quantity = 10_000
        #expect(await code { try await store.place(many, at: now) } == .badQuantity)
        #expect(try await store.purchases() == [])
        let unknown = try #require(Purchase.ID("PO-0000-0000-0001"))
        #expect(await code { try await store.release(unknown, at: now) } == .unknownPurchase)
        #expect(Purchase.ID("KR-0000-0000-0001") == nil && Purchase.ID("PO-0000-0000-000U") == nil)
    }

    @Test("is what its events fold to, out of their JSON too, and refuses others'")
    func json() async throws {
        let store = InMemoryStore()
        let id = try await store.place(try placement(supplier: "和田“艾德莱斯”厂\\"), at: now).id
        try await store.advance(id, .shipped, reference: "CMR 1", at: now)
        try await store.advance(id, .entered, at: now)
        try await store.count([SmallShop.scarf: (10, 0), SmallShop.cap: (3, 1)], of: id, at: now)
        let purchase = try await store.release(id, at: now)
        let read = try purchase.history.map { try PurchaseEvent(number: $0.number, at: $0.at, json: $0.json) }
        #expect(try read == purchase.history && Purchase(id: id, history: read) == purchase)
        for broken in [
            "", "{}", "{\"event\":\"placed\"}", "{\"event\":\"sold\"}", "{\"event\":\"counted\",\"counts\":[{}]}",
        ] {
            let error = #expect(throws: TradeError.self) {
                try PurchaseEvent(number: 1, at: now, json: Array(broken.utf8))
            }
            #expect(error?.code == .brokenPurchase)
        }
        // More than was counted intact, written by other hands.
        var history = purchase.history
        history[4].change = .released([Reservation(warehouse: "khorgos", sku: SmallShop.scarf, quantity: 11)])
        for wrong in [history, [], Array(history[1...]), [history[0], history[0]], [history[0], history[2]]] {
            let error = #expect(throws: TradeError.self) { try Purchase(id: id, history: wrong) }
            #expect(error.map { [.brokenPurchase, .purchaseNotAllowedNow].contains($0.code) } == true)
        }
    }

    @Test("has flows in which every stage is reached and leads to an end")
    func flows() {
        for flow in [PurchaseFlow.bonded, .direct] {
            var reached: Set<PurchaseFlow.Stage> = [.placed]
            for _ in PurchaseFlow.Stage.allCases {
                for transition in flow.transitions where reached.contains(transition.from) {
                    reached.insert(transition.to)
                }
            }
            #expect(reached == Set(flow.transitions.flatMap { [$0.from, $0.to] }))
            for stage in reached { #expect(flow.steps(from: stage).isEmpty == [.closed, .cancelled].contains(stage)) }
        }
    }
}
