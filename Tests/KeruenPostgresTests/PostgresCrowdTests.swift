#if Postgres
    import Foundation
    import KeruenPostgres
    import KeruenTrade
    import TestSupport
    import Testing

    @Suite("Many at one database", Servers.isThere)
    struct PostgresCrowdTests {
        @Test(
            "five hundred who want the last three hundred pieces, by ten connections: each is served or told, no piece goes twice"
        )
        func lastPieces() async throws {
            let address = try await Servers.freshDatabase()
            let goods = SmallShop.crowded(items: 3, pieces: 100)
            let store = try await PostgresStore(address, connections: 10, patience: .seconds(60))
            try await store.openStock(of: goods)
            let told = Acknowledged()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for buyer in 0..<500 {
                    group.addTask {
                        let request = try SmallShop.request(
                            "buyer-\(buyer)", [(SmallShop.hotItem(buyer % 3), 1)], from: goods)
                        do throws(TradeError) {
                            let order = try await store.place(request, from: ["almaty"], at: SmallShop.now)
                            told.note("\(buyer)", order)
                            let found = try await store.order(order.id)
                            #expect(found == order)
                        } catch { #expect(error.code == .outOfStock) }
                    }
                }
                group.addTask {
                    for _ in 0..<10 {
                        let count =
                            Int(
                                try await Servers.psql(
                                    address,
                                    "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'keruen' AND datname = current_database()"
                                )) ?? 0
                        told.note(atMost: count)
                    }
                }
                try await group.waitForAll()
            }
            #expect(told.orders.count == 300)
            #expect(Set(told.orders.values.joined()).count == 300)
            #expect((1...10).contains(told.most))
            #expect(
                try await Servers.psql(address, "SELECT count(*), sum(on_hand), sum(reserved) FROM stock")
                    == "3|300|300")
            #expect(try await Servers.psql(address, "SELECT count(*), count(DISTINCT key) FROM orders") == "300|300")
            #expect(store.commits < 300, "callers that came together shared commits")
        }

        @Test("machines of their own take turns: one order a key, whoever asks")
        func severalMachines() async throws {
            let address = try await Servers.freshDatabase()
            let goods = SmallShop.crowded(items: 5, pieces: 1_000)
            let stores = [
                try await PostgresStore(address, connections: 3), try await PostgresStore(address, connections: 3),
                try await PostgresStore(address, connections: 3),
            ]
            try await stores[0].openStock(of: goods)
            let told = Acknowledged()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for store in stores {
                    for caller in 0..<8 {
                        group.addTask {
                            for round in 0..<15 {
                                let key = "\(caller)-\(round)"
                                let item = SmallShop.hotItem((caller + round) % 5)
                                let order = try await store.place(
                                    try SmallShop.request(key, [(item, 1)], from: goods), from: ["almaty"],
                                    at: SmallShop.now)
                                told.note(key, order)
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(told.orders.count == 120)
            #expect(told.orders.values.allSatisfy { $0.count == 1 })
            #expect(try await Servers.psql(address, "SELECT sum(reserved) FROM stock") == "120")
            // Places in the outbox are places in time, also between machines.
            let events = try await stores[2].read { transaction throws(TradeError) in
                try transaction.events(after: 0, limit: 1_000)
            }
            #expect(events.count == 120)
            #expect(zip(events, events.dropFirst()).allSatisfy { $0.position < $1.position })
        }

        @Test("whoever waits too long for the others is told, and nothing of theirs is written")
        func busy() async throws {
            let address = try await Servers.freshDatabase()
            let goods = SmallShop.crowded(items: 1, pieces: 10)
            let store = try await PostgresStore(address)
            try await store.openStock(of: goods)
            let impatient = try await PostgresStore(address, patience: .seconds(2))
            // Somebody holds the turn.
            let holder = Task {
                try await Servers.psql(
                    address,
                    "BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('keruen ' || current_schema(), 0)); SELECT pg_sleep(5); COMMIT"
                )
            }
            try await Task.sleep(for: .milliseconds(500))
            let start = ContinuousClock.now
            await #expect(throws: TradeError(.storeBusy)) {
                try await impatient.place(
                    try SmallShop.request("late", [(SmallShop.hotItem(0), 1)], from: goods), from: ["almaty"],
                    at: SmallShop.now)
            }
            #expect(ContinuousClock.now - start < .seconds(20))
            _ = try await holder.value
            #expect(try await Servers.psql(address, "SELECT count(*) FROM orders") == "0")
            // Afterwards everything goes on.
            let order = try await store.place(
                try SmallShop.request("late", [(SmallShop.hotItem(0), 1)], from: goods), from: ["almaty"],
                at: SmallShop.now)
            #expect(try await store.order(order.id) == order)
        }
    }
#endif
