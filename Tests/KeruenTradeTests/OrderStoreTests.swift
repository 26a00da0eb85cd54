import Foundation
import KeruenSQLite
import KeruenTrade
import TestSupport
import Testing

/// What every store promises, held against each.
@Suite("An order store")
struct OrderStoreTests {
    enum Kind: CaseIterable { case memory, sqlite }

    private func withStore(_ kind: Kind, _ body: (any OrderStore) async throws -> Void) async throws {
        switch kind {
        case .memory: try await body(InMemoryStore())
        case .sqlite:
            #if SQLite
                try await Project.withTemporaryFolder {
                    try await body(SQLiteStore(path: $0.appending(path: "s.sqlite").path))
                }
            #endif
        }
    }

    private let warehouses = ["almaty", "urumqi"]

    @Test("takes from the nearest warehouse first, and gives the order back as it was placed", arguments: Kind.allCases)
    func place(kind: Kind) async throws {
        try await withStore(kind) { store in
            #expect(try await store.openStock(of: SmallShop.catalog()) == 4)
            let request = try SmallShop.request("k1", [(SmallShop.scarf, 7), (SmallShop.cap, 1)])
            let order = try await store.place(request, from: warehouses, at: SmallShop.now)
            #expect(
                Set(order.reservations) == [
                    Reservation(warehouse: "almaty", sku: SmallShop.cap, quantity: 1),
                    Reservation(warehouse: "almaty", sku: SmallShop.scarf, quantity: 5),
                    Reservation(warehouse: "urumqi", sku: SmallShop.scarf, quantity: 2),
                ])
            let kept = try #require(try await store.order(order.id))
            #expect(
                kept.total == order.total && kept.lines == order.lines && kept.key == order.key && kept.language == .kk)
            #expect(Set(kept.reservations) == Set(order.reservations) && kept.placed == SmallShop.now)
            #expect(try await store.available(SmallShop.scarf, in: warehouses) == 3)
        }
    }

    @Test("counts a warehouse that is named twice once", arguments: Kind.allCases)
    func repeatedWarehouse(kind: Kind) async throws {
        try await withStore(kind) { store in
            try await store.openStock(of: SmallShop.catalog())
            let twice = ["urumqi", "almaty", "urumqi"]
            #expect(try await store.available(SmallShop.carving, in: twice) == 1)
            let request = try SmallShop.request("k", [(SmallShop.carving, 2)])
            let error = await #expect(throws: TradeError.self) {
                try await store.place(request, from: twice, at: SmallShop.now)
            }
            #expect(error?.code == .outOfStock)
        }
    }

    @Test("enters opening balances once", arguments: Kind.allCases)
    func openOnce(kind: Kind) async throws {
        try await withStore(kind) { store in
            try await store.openStock(of: SmallShop.catalog())
            _ = try await store.place(
                try SmallShop.request("k", [(SmallShop.scarf, 4)]), from: warehouses, at: SmallShop.now)
            #expect(try await store.openStock(of: SmallShop.catalog(scarves: 100)) == 0)
            #expect(try await store.available(SmallShop.scarf, in: warehouses) == 6)
        }
    }

    @Test("places one order for one key, and refuses the key for another", arguments: Kind.allCases)
    func idempotent(kind: Kind) async throws {
        try await withStore(kind) { store in
            try await store.openStock(of: SmallShop.catalog())
            let request = try SmallShop.request("same", [(SmallShop.scarf, 2), (SmallShop.cap, 1)])
            let first = try await store.place(request, from: warehouses, at: SmallShop.now)
            // The same goods in another order, even after the quote has expired.
            let again = try SmallShop.request("same", [(SmallShop.cap, 1), (SmallShop.scarf, 2)])
            #expect(try await store.place(again, from: warehouses, at: .distantFuture).id == first.id)
            #expect(try await store.available(SmallShop.scarf, in: warehouses) == 8)
            let other = try SmallShop.request("same", [(SmallShop.scarf, 3)])
            let error = await #expect(throws: TradeError.self) {
                try await store.place(other, from: warehouses, at: SmallShop.now)
            }
            #expect(error?.code == .reusedIdempotencyKey)
        }
    }

    @Test("writes nothing of an order that can't be covered", arguments: Kind.allCases)
    func allOrNothing(kind: Kind) async throws {
        try await withStore(kind) { store in
            try await store.openStock(of: SmallShop.catalog())
            let request = try SmallShop.request("k", [(SmallShop.cap, 2), (SmallShop.scarf, 11)])
            let error = await #expect(throws: TradeError.self) {
                try await store.place(request, from: warehouses, at: SmallShop.now)
            }
            #expect(error?.code == .outOfStock && error?.arguments["available"] == 10)
            #expect(try await store.available(SmallShop.cap, in: warehouses) == 5)
            // The key is free: nothing was placed under it.
            let smaller = try SmallShop.request("k", [(SmallShop.cap, 2)])
            _ = try await store.place(smaller, from: warehouses, at: SmallShop.now)
        }
    }

    @Test("sells the last piece once to eight who want it at the same time", arguments: Kind.allCases)
    func lastPiece(kind: Kind) async throws {
        try await withStore(kind) { store in
            try await store.openStock(of: SmallShop.catalog())
            let outcomes = await withTaskGroup(of: Diagnostic.Code?.self) { group in
                for buyer in 0..<8 {
                    group.addTask {
                        do {
                            let request = try SmallShop.request("buyer-\(buyer)", [(SmallShop.carving, 1)])
                            _ = try await store.place(request, from: ["almaty", "urumqi"], at: SmallShop.now)
                            return nil
                        } catch { return (error as? TradeError)?.code ?? "?" }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .outOfStock } == 7)
            #expect(try await store.available(SmallShop.carving, in: warehouses) == 0)
        }
    }

    @Test("refuses an expired quote and does not know other orders", arguments: Kind.allCases)
    func expired(kind: Kind) async throws {
        try await withStore(kind) { store in
            try await store.openStock(of: SmallShop.catalog())
            let request = try SmallShop.request("k", [(SmallShop.cap, 1)])
            let late = SmallShop.now.addingTimeInterval(Quote.validity + 1)
            let error = await #expect(throws: TradeError.self) {
                try await store.place(request, from: warehouses, at: late)
            }
            #expect(error?.code == .quoteExpired)
            #expect(try await store.order(Order.ID.random()) == nil)
            #expect(try await store.available(SmallShop.cap, in: []) == 0)
        }
    }
}
