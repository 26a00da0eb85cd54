#if Postgres
    import Foundation
    import KeruenPostgres
    import KeruenTrade
    import TestSupport
    import Testing

    /// A writer tries orders with the stock that it remembers; what others did meanwhile must show all the same.
    @Suite("Beside other writers a store", Servers.isThere, .serialized)
    struct PostgresRecallTests {
        private let address: String
        private let goods: Catalog
        private let item = SmallShop.hotItem(0)
        private let place: StockPlace
        private let (first, second): (PostgresStore, PostgresStore)

        /// Two writers of one database, of which the first remembers that eight of ten pieces are free.
        init() async throws {
            address = try await Servers.freshDatabase()
            goods = SmallShop.crowded(items: 2, pieces: 10)
            place = StockPlace(.sku(item), in: "almaty")
            first = try await PostgresStore(address)
            second = try await PostgresStore(address)
            try await first.openStock(of: goods)
            try await buy("first", 1, in: first)
            try await buy("second", 1, in: first)
        }

        @discardableResult
        private func buy(_ key: String, _ quantity: Int, in store: PostgresStore) async throws -> Order {
            let request = try SmallShop.request(key, [(item, quantity)], from: goods)
            return try await store.place(request, from: ["almaty"], at: SmallShop.now)
        }

        private func reserved() async throws -> String {
            try await Servers.psql(address, "SELECT sum(reserved) FROM stock")
        }

        @Test("sells nothing that the other has sold, and says what is left")
        func soldElsewhere() async throws {
            try await buy("third", 6, in: second)
            let error = await #expect(throws: TradeError.self) { try await buy("fourth", 3, in: first) }
            #expect(error?.code == .outOfStock && error?.arguments["available"] == .integer(2))
            try await buy("fifth", 2, in: first)
            #expect(try await reserved() == "10")
        }

        @Test("gives the order that the other has placed under the key, and places none of its own")
        func placedElsewhere() async throws {
            let there = try await buy("one-key", 1, in: second)
            let here = try await buy("one-key", 1, in: first)
            #expect(here.id == there.id)
            #expect(try await reserved() == "3")
            // An expired request under a key that stands is that order too.
            let late = try SmallShop.request("one-key", [(item, 1)], from: goods)
            let again = try await first.place(late, from: ["almaty"], at: SmallShop.now + 40 * 86_400)
            #expect(again.id == there.id)
        }

        @Test("sells what the other has brought, and what other hands have put right")
        func broughtElsewhere() async throws {
            try await second.write { [place] transaction throws(TradeError) in
                try transaction.move(at: place, onHand: 5, reserved: 0)
            }
            try await buy("thirteen", 13, in: first)
            try await Servers.psql(address, "UPDATE stock SET on_hand = on_hand + 100 WHERE item = '\(item)'")
            try await buy("hundred", 100, in: first)
            try await Servers.psql(address, "UPDATE stock SET on_hand = on_hand + 1 WHERE item = '\(item)'")
            try await buy("one-more", 1, in: first)
            #expect(try await reserved() == "116")
        }

        @Test("tells whoever asks what is there now, though it remembers something else")
        func readInWrites() async throws {
            try await buy("third", 6, in: second)
            let level = try await first.write { [place] transaction throws(TradeError) in
                try transaction.level(at: place)
            }
            #expect(level == StockLevel(onHand: 10, reserved: 8))
            // The same from behind its own reservation.
            try await buy("fourth", 1, in: second)
            let after = try await first.write { [place] transaction throws(TradeError) in
                try transaction.prepare(for: StoreForecast(keys: [try IdempotencyKey("none")], places: [place]))
                guard try transaction.reserve(1, at: place) else { return nil as StockLevel? }
                return try transaction.level(at: place)
            }
            #expect(after == StockLevel(onHand: 10, reserved: 10))
            let isKnown = try await first.write { transaction throws(TradeError) in
                try transaction.placed(by: try IdempotencyKey("third")) != nil
            }
            #expect(isKnown)
            let isKnownThough = try await first.write { [place] transaction throws(TradeError) in
                try transaction.prepare(for: StoreForecast(keys: [try IdempotencyKey("third")], places: [place]))
                return try transaction.placed(by: try IdempotencyKey("third")) != nil
            }
            #expect(isKnownThough)
        }

        @Test("counts right where carts that it knows and carts that it knows in part come together")
        func partlyKnown() async throws {
            let third = try await PostgresStore(address)
            try await buy("third", 1, in: third)
            try await buy("fourth", 3, in: second)
            let cart = try SmallShop.request("part", [(item, 1), (SmallShop.hotItem(1), 1)], from: goods)
            try await withThrowingTaskGroup(of: Void.self) { group in
                // Behind the first of them the others wait together.
                group.addTask { try await buy("blocker", 1, in: third) }
                group.addTask { try await third.place(cart, from: ["almaty"], at: SmallShop.now) }
                group.addTask { try await buy("whole", 1, in: third) }
                try await group.waitForAll()
            }
            let reserved = try await Servers.psql(
                address, "SELECT string_agg(reserved::text, ' ' ORDER BY item) FROM stock")
            #expect(reserved == "9 1")
        }

        @Test("moves nothing at a place that other hands have taken away")
        func goneElsewhere() async throws {
            try await Servers.psql(address, "DELETE FROM stock WHERE item = '\(item)'")
            let error = await #expect(throws: TradeError.self) { try await buy("third", 1, in: first) }
            #expect(error?.code == .outOfStock)
            #expect(try await Servers.psql(address, "SELECT count(*) FROM orders") == "2")
        }

        @Test("sells a crowd's wishes once, whichever writer they come to")
        func crowd() async throws {
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for buyer in 0..<40 {
                    group.addTask {
                        do {
                            try await buy("crowd-\(buyer)", 1, in: buyer % 2 == 0 ? first : second)
                            return true
                        } catch let error as TradeError where error.code == .outOfStock { return false }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count(where: \.self) == 8)
            #expect(try await reserved() == "10")
            #expect(try await Servers.psql(address, "SELECT count(*) FROM orders") == "10")
        }
    }
#endif
