#if Postgres
    import Foundation
    import KeruenPostgres
    import KeruenTrade
    import TestSupport
    import Testing

    @Suite("When a database fails under way", Servers.isThere, .serialized)
    struct PostgresFaultTests {
        /// Buyers who place one order after the other, each with a key of its own, while something is done to the server.
        private func buy(
            at address: String, from goods: Catalog, buyers: Int,
            until isOver: @escaping @Sendable () async throws -> Void
        ) async throws -> [String: Order.ID] {
            let store = try await PostgresStore(address, patience: .seconds(30))
            let told = Acknowledged()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for buyer in 0..<buyers {
                    group.addTask {
                        var number = 0
                        while !told.isOver {
                            let key = "\(buyer)-\(number)"
                            let item = SmallShop.hotItem((buyer + number) % 5)
                            let request = try SmallShop.request(key, [(item, 1)], from: goods)
                            let order = try await store.place(request, from: ["almaty"], at: SmallShop.now)
                            told.note(key, order)
                            number += 1
                        }
                    }
                }
                group.addTask {
                    defer { told.end() }
                    try await isOver()
                }
                try await group.waitForAll()
            }
            return try told.orders.mapValues { try #require($0.first) }
        }

        private func expect(_ placed: [String: Order.ID], at address: String) async throws {
            let store = try await PostgresStore(address)
            try await store.read { transaction throws(TradeError) in
                for (key, id) in placed {
                    let found = try transaction.placed(by: try IdempotencyKey(key))
                    #expect(found?.id == id, "\(key) was acknowledged as \(id)")
                }
            }
            let orders = try #require(Int(try await Servers.psql(address, "SELECT count(*) FROM orders")))
            #expect(orders == placed.count, "no order without its buyer's knowing")
            #expect(try await Servers.psql(address, "SELECT sum(reserved) FROM stock") == "\(orders)")
            #expect(try await Servers.psql(address, "SELECT count(DISTINCT key) FROM orders") == "\(orders)")
        }

        @Test("connections that break at any moment lose no order and make none twice, and nobody hears of them")
        func brokenConnections() async throws {
            let address = try await Servers.freshDatabase()
            let goods = SmallShop.crowded(items: 5, pieces: 100_000)
            try await PostgresStore(address).openStock(of: goods)
            let placed = try await buy(at: address, from: goods, buyers: 12) {
                for _ in 0..<(LongRun.isOn ? 200 : 15) {
                    try await Task.sleep(for: .milliseconds(Int.random(in: 5...60)))
                    try await Servers.psql(
                        address,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    )
                }
            }
            #expect(placed.count > 5)
            try await expect(placed, at: address)
        }

        @Test("a server that loses its power in the middle of everything and comes back has all that was acknowledged")
        func powerCut() async throws {
            let folder = try #require(ProcessInfo.processInfo.environment["KERUEN_POSTGRES_FOLDER"])
            let server: String = try #require(Servers.all.last)
            let address = try await Servers.freshDatabase(on: server)
            let goods = SmallShop.crowded(items: 5, pieces: 100_000)
            try await PostgresStore(address).openStock(of: goods)
            let placed = try await buy(at: address, from: goods, buyers: 12) {
                for _ in 0..<(LongRun.isOn ? 20 : 2) {
                    try await Task.sleep(for: .milliseconds(700))
                    try await Servers.run("Scripts/postgres", "crash", folder, "\(Servers.all.count)")
                }
                try await Task.sleep(for: .milliseconds(500))
            }
            #expect(placed.count > 5)
            try await expect(placed, at: address)
        }

        @Test(
            "a full disk is told as one; what was acknowledged stays, and with room again everything goes on",
            .enabled(if: Servers.small != nil, "KERUEN_POSTGRES_SMALL is not set"))
        func fullDisk() async throws {
            let server: String = try #require(Servers.small)
            let address = try await Servers.freshDatabase(on: server)
            let goods = SmallShop.crowded(items: 5, pieces: 1_000_000)
            let store = try await PostgresStore(address)
            try await store.openStock(of: goods)
            try await Servers.psql(address, "CREATE TABLE ballast (bytes text)")
            try await Servers.fill(address)
            var placed: [String: Order.ID] = [:]
            var failure: TradeError?
            for number in 0..<200_000 where failure == nil {
                let requests = try (0..<64).map {
                    try SmallShop.request("\(number)-\($0)", [(SmallShop.hotItem($0 % 5), 1)], from: goods)
                }
                await withTaskGroup(of: (String, Result<Order, TradeError>).self) { group in
                    for request in requests {
                        group.addTask {
                            do throws(TradeError) {
                                return (
                                    request.key.description,
                                    .success(try await store.place(request, from: ["almaty"], at: SmallShop.now))
                                )
                            } catch { return (request.key.description, .failure(error)) }
                        }
                    }
                    for await (key, result) in group {
                        switch result {
                        case .success(let order): placed[key] = order.id
                        case .failure(let error): failure = error
                        }
                    }
                }
            }
            #expect(failure?.code == .storeFull)
            try await Servers.psql(address, "DROP TABLE ballast")
            let again = try await store.place(
                try SmallShop.request("again", [(SmallShop.hotItem(0), 1)], from: goods), from: ["almaty"],
                at: SmallShop.now)
            placed["again"] = again.id
            try await expect(placed, at: address)
        }
    }
#endif
