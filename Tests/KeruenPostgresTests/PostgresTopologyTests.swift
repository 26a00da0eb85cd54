#if Postgres
    import Foundation
    import Synchronization
    import KeruenPostgres
    import KeruenTrade
    import TestSupport
    import Testing

    /// Markets and a region, each with a database of its own, on as many servers as there are.
    private struct Countries {
        let addresses: [String: String]
        let region: PostgresStore
        /// Of kz; it dumps the region while goods are held there.
        let orders: DumpingStore
        let kz: DividedStore
        let ru: DividedStore

        init(patience: Duration = .seconds(30)) async throws {
            var addresses: [String: String] = [:]
            for (number, name) in ["kz", "ru", "xinjiang"].enumerated() {
                let server = Servers.all[number % Servers.all.count]
                addresses[name] = try await Servers.freshDatabase(on: server)
            }
            self.addresses = addresses
            func open(_ name: String) async throws -> PostgresStore {
                try await PostgresStore(try #require(addresses[name]), connections: 4, patience: patience)
            }
            region = try await open("xinjiang")
            let held = try #require(addresses["xinjiang"])
            let stock = [StockRegion("xinjiang", warehouses: ["urumqi"], store: region)]
            orders = DumpingStore(try await open("kz")) {
                try await Servers.run("pg_dump", "--inserts", "--dbname", held)
            }
            kz = DividedStore(market: "kz", orders: orders, stock: stock)
            ru = DividedStore(market: "ru", orders: try await open("ru"), stock: stock)
        }

        func request(_ key: String, _ count: Int) throws -> OrderRequest {
            var request = try SmallShop.request(key, [(SmallShop.scarf, count)])
            request.quote = try SmallShop.landed(request.quote)
            return request
        }

        var level: StockLevel? {
            get async throws {
                try await region.read { transaction throws(TradeError) in
                    try transaction.level(at: StockPlace(.sku(SmallShop.scarf), in: "urumqi"))
                }
            }
        }
    }

    /// A market's orders, where a dump of another database may be made before each order is decided.
    private final class DumpingStore: OrderStore {
        private let store: PostgresStore
        private let dump: @Sendable () async throws -> String
        private let kept = Mutex<(wanted: Bool, dumps: [String])>((false, []))

        init(_ store: PostgresStore, dump: @escaping @Sendable () async throws -> String) {
            self.store = store
            self.dump = dump
        }

        var makeID: @Sendable () -> Order.ID { store.makeID }
        var dumps: [String] { kept.withLock(\.dumps) }

        func start() { kept.withLock { $0.wanted = true } }

        func read<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T { try await store.read(body) }

        func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            if kept.withLock(\.wanted) {
                do {
                    let text = try await dump()
                    kept.withLock { $0.dumps.append(text) }
                } catch { throw TradeError(.storeFailed) }
            }
            return try await store.write(body)
        }
    }

    @Suite("Markets that have their databases in their own countries", Servers.isThere)
    struct PostgresTopologyTests {
        @Test("what is known of people is in their market’s database, and in no dump of another")
        func people() async throws {
            let countries = try await Countries()
            try await countries.kz.openStock(of: SmallShop.catalog())
            var request = try countries.request("key-of-aigul", 2)
            let sealed = Data((0..<48).map { UInt8(($0 * 37 + 11) % 251) })
            request.identities = [
                SealedRecord(
                    purpose: "delivery", keyID: "2027-1", lookup: "1.lookup-of-aigul", sealed: sealed,
                    eraseAfter: SmallShop.now.addingTimeInterval(86_400))
            ]
            countries.orders.start()
            let order = try await countries.kz.place(request, from: ["urumqi"], at: SmallShop.now)
            _ = try await countries.ru.place(
                try countries.request("key-of-pyotr", 1), from: ["urumqi"], at: SmallShop.now)
            #expect(try await countries.level?.reserved == 3)
            let marks = [
                sealed.map { String(format: "%02x", $0) }.joined(), "1.lookup-of-aigul", order.id.description,
                "key-of-aigul",
            ]
            // What crosses the border is the hold, and it is gone when the order stands.
            let held = countries.orders.dumps.filter { $0.contains("INSERT INTO public.holds") }
            #expect(!held.isEmpty, "the region was dumped while goods were held there")
            for dump in held { #expect(!marks.contains(where: dump.contains), "a hold tells of a person") }
            for (name, address) in countries.addresses {
                let dump = try await Servers.run("pg_dump", "--inserts", "--dbname", address)
                #expect(dump.contains("INSERT INTO"))
                for (number, mark) in marks.enumerated() {
                    #expect(dump.contains(mark) == (name == "kz"), "mark \(number) in \(name)'s dump")
                }
            }
        }

        @Test("two markets that want the last pieces of one region sell each once, and nothing stays held")
        func race() async throws {
            let countries = try await Countries()
            try await countries.kz.openStock(of: SmallShop.catalog())
            let sold = await withTaskGroup(of: Order?.self) { group in
                for number in 0..<24 {
                    group.addTask {
                        guard let request = try? countries.request("k\(number)", 1 + number % 2) else { return nil }
                        let market = number.isMultiple(of: 2) ? countries.kz : countries.ru
                        return try? await market.place(request, from: ["urumqi"], at: SmallShop.now)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
            }
            let pieces = sold.flatMap(\.reservations).reduce(0) { $0 + $1.quantity }
            #expect(pieces == 5)
            #expect(try await countries.level == StockLevel(onHand: 5, reserved: pieces))
            let holds = try await countries.region.read { transaction throws(TradeError) in
                try transaction.holds(before: .distantFuture, limit: 99)
            }
            #expect(holds == [])
        }

        @Test(
            "connections of every database that break in the middle of orders leave none half, and no hold after recovery"
        )
        func brokenConnections() async throws {
            let countries = try await Countries()
            try await countries.kz.openStock(of: SmallShop.catalog(scarves: 400))
            let told = Acknowledged()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for buyer in 0..<8 {
                    group.addTask {
                        var number = 0
                        while !told.isOver {
                            let market = buyer.isMultiple(of: 2) ? countries.kz : countries.ru
                            let key = "\(buyer)-\(number)"
                            do throws(TradeError) {
                                let order = try await market.place(
                                    try request(key), from: ["urumqi"], at: SmallShop.now)
                                told.note(key, order)
                                number += 1
                            } catch {
                                // Asked again with the same key.
                                guard error.code != .outOfStock else { return }
                            }
                        }
                        func request(_ key: String) throws(TradeError) -> OrderRequest {
                            do { return try countries.request(key, 1) } catch { throw TradeError(.emptyCart) }
                        }
                    }
                }
                group.addTask {
                    defer { told.end() }
                    for round in 0..<(LongRun.isOn ? 100 : 8) {
                        try await Task.sleep(for: .milliseconds(150))
                        let name = ["kz", "ru", "xinjiang"][round % 3]
                        try await Servers.psql(
                            try #require(countries.addresses[name]),
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                        )
                    }
                }
                try await group.waitForAll()
            }
            for market in [countries.kz, countries.ru] {
                _ = try await market.recoverHolds(at: .now.addingTimeInterval(3_600))
            }
            var reserved = 0
            for name in ["kz", "ru"] {
                let address = try #require(countries.addresses[name])
                let orders = try #require(Int(try await Servers.psql(address, "SELECT count(*) FROM orders")))
                #expect(try await Servers.psql(address, "SELECT count(DISTINCT key) FROM orders") == "\(orders)")
                reserved += orders
            }
            #expect(told.orders.values.allSatisfy { $0.count == 1 })
            #expect(reserved >= told.orders.count && !told.orders.isEmpty)
            #expect(try await countries.level?.reserved == reserved)
            let address = try #require(countries.addresses["xinjiang"])
            #expect(try await Servers.psql(address, "SELECT count(*) FROM holds") == "0")
        }
    }
#endif
