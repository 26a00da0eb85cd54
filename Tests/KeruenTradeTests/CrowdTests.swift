#if SQLite
    import Foundation
    import KeruenSQLite
    import KeruenTrade
    import TestSupport
    import Testing

    /// Processes of their own, as a shop runs them, on one file.
    @Suite("Processes on one store", .serialized)
    struct CrowdTests {
        /// A process and the file that it writes its lines to.
        private struct Member {
            let process = Process()
            let output: URL

            init(store: URL, buyer: Int, orders: Int, callers: Int, kind: [String] = []) throws {
                output = store.deletingLastPathComponent().appending(path: "\(UUID().uuidString).out")
                try Data().write(to: output)
                process.executableURL = Project.binaries.appending(path: "crowd")
                process.arguments = [store.path, "\(buyer)", "\(orders)", "\(callers)"] + kind
                process.standardOutput = try FileHandle(forWritingTo: output)
                try process.run()
            }

            /// Key → id of the orders that the store has acknowledged; a line that was cut off is none.
            func placed() throws -> [(key: String, id: String)] { try lines(with: "+") }

            func lines(with sign: String) throws -> [(key: String, id: String)] {
                try lines().filter { $0.count == 3 && $0[0] == sign && $0[2].utf8.count == 17 }.map { ($0[1], $0[2]) }
            }

            func lines() throws -> [[String]] {
                try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
                    .map { $0.split(separator: " ").map(String.init) }
            }
        }

        private func expect(_ placed: [(key: String, id: String)], in store: SQLiteStore) async throws {
            try await store.read { transaction throws(TradeError) in
                for (key, id) in placed {
                    let found = try transaction.placed(by: try IdempotencyKey(key))
                    #expect(found?.id.description == id, "\(key) was acknowledged as \(id)")
                }
            }
            #expect(try await store.check() == [])
        }

        @Test("a process that is killed at any moment loses no order that it has acknowledged, and leaves none half")
        func killed() async throws {
            try await Project.withTemporaryFolder { folder in
                let file = folder.appending(path: "s.sqlite")
                try await SQLiteStore(path: file.path).openStock(of: SmallShop.crowded(items: 100, pieces: 1_000_000))
                var random = SeededGenerator(seed: 42)
                var placed: [(key: String, id: String)] = []
                for round in 0..<(LongRun.isOn ? 100 : 10) {
                    // Keys of its own in each round; alone, and in groups.
                    let member = try Member(
                        store: file, buyer: round * 2, orders: 0, callers: round.isMultiple(of: 2) ? 24 : 1)
                    while try member.lines().isEmpty, member.process.isRunning { usleep(1_000) }
                    usleep(UInt32.random(in: 0..<60_000, using: &random))
                    kill(member.process.processIdentifier, SIGKILL)
                    member.process.waitUntilExit()
                    #expect(member.process.terminationReason == .uncaughtSignal)
                    placed += try member.placed()
                }
                let store = try SQLiteStore(path: file.path)
                try await expect(placed, in: store)
                // It goes on as if nothing had been.
                let request = try SmallShop.request(
                    "after", [(SmallShop.hotItem(0), 1)], from: SmallShop.crowded(items: 1, pieces: 0))
                try await store.place(request, from: ["almaty"], at: SmallShop.now)
                #expect(placed.count > 10)
            }
        }

        @Test("eight processes want the same hundred things: nothing is sold twice, and nobody fails")
        func eight() async throws {
            let orders = LongRun.isOn ? 10_000 : 500
            // Seven pieces for every eight that are wanted, or thereabouts.
            let pieces = 8 * orders * 2 / 100 * 3 / 4
            try await Project.withTemporaryFolder { folder in
                let file = folder.appending(path: "s.sqlite")
                try await SQLiteStore(path: file.path).openStock(of: SmallShop.crowded(items: 100, pieces: pieces))
                let members = try (0..<8).map { try Member(store: file, buyer: $0, orders: orders, callers: 8) }
                for member in members {
                    member.process.waitUntilExit()
                    #expect(member.process.terminationStatus == 0)
                    #expect(try member.lines().count == orders)
                }
                let store = try SQLiteStore(path: file.path)
                let placed = try members.flatMap { try $0.placed() }
                try await expect(placed, in: store)
                // A key that two have used is one order.
                let ids = Set(placed.map(\.id))
                #expect(ids.count == Set(placed.map(\.key)).count)
                let told = try await store.read { transaction throws(TradeError) in
                    try transaction.events(after: 0, limit: 200_000)
                }
                #expect(told.count == ids.count && Set(told.map(\.order.description)) == ids)
                #expect(placed.count > ids.count, "some keys were used by two")
                #expect(placed.count < 8 * orders, "some were too late")
                var left = 0
                for number in 0..<100 {
                    left += try await store.available(.sku(SmallShop.hotItem(number)), in: ["almaty"])
                }
                #expect(left == 100 * pieces - ids.count * 2)
            }
        }

        @Test(
            "fifty buyers at the limit of their year, in many processes: nobody passes it, and cancelling gives it back"
        )
        func quotas() async throws {
            let (processes, orders) = LongRun.isOn ? (8, 5_000) : (4, 250)
            try await Project.withTemporaryFolder { folder in
                let file = folder.appending(path: "s.sqlite")
                let place = StockPlace(.sku(SmallShop.scarf), in: "urumqi")
                try await SQLiteStore(path: file.path).write { transaction throws(TradeError) in
                    _ = try transaction.open(place, count: 10_000_000)
                }
                let members = try (0..<processes).map {
                    try Member(store: file, buyer: $0, orders: orders, callers: 8, kind: ["quota"])
                }
                var (placed, cancelled, refused) = ([String: String](), Set<String>(), 0)
                for member in members {
                    member.process.waitUntilExit()
                    #expect(member.process.terminationStatus == 0)
                    for line in try member.lines(with: "+") { placed[line.key] = line.id }
                    cancelled.formUnion(try member.lines(with: "x").map(\.id))
                    refused += try member.lines().count { $0[0] == "-" }
                }
                #expect(placed.count + refused == processes * orders && refused > 20 && cancelled.count > 20)
                let store = try SQLiteStore(path: file.path)
                try await expect(placed.map { ($0.key, $0.value) }, in: store)
                // Added up anew from what the processes were told.
                var used: [LookupKey: Int64] = [:]
                for id in placed.values {
                    let number = try #require(Order.ID(id))
                    let order = try #require(try await store.order(number))
                    let claim = try #require(order.placement.quota)
                    #expect(claim.year == 2026 && claim.amount == order.total)
                    used[claim.buyer, default: 0] += cancelled.contains(id) ? 0 : claim.amount.minorUnits
                }
                #expect(used.count == 50)
                for person in 0..<50 {
                    let state = try await store.quota(of: Residents.buyer(person), at: SmallShop.now)
                    #expect(state.used.minorUnits <= 2_600_000)
                    #expect(used.values.contains(state.used.minorUnits))
                }
                let counted = used
                try await store.read { transaction throws(TradeError) in
                    for (buyer, sum) in counted { #expect(try transaction.quotaUsed(by: buyer, in: 2026) == sum) }
                }
                // At the end of it nobody has anything left that they could not use.
                for id in placed.values.prefix(LongRun.isOn ? .max : 200) {
                    let number = try #require(Order.ID(id))
                    try await store.cancel(number, at: SmallShop.now)
                }
                #expect(try await store.check() == [])
                guard LongRun.isOn else { return }
                for person in 0..<50 {
                    #expect(try await store.quota(of: Residents.buyer(person), at: SmallShop.now).used.minorUnits == 0)
                }
            }
        }
    }
#endif
