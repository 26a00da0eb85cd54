#if Postgres && SQLite
    import Foundation
    import KeruenPostgres
    import KeruenSQLite
    import KeruenTrade
    import TestSupport
    import Testing

    @Suite("Moving a store into PostgreSQL and back", Servers.isThere)
    struct PostgresMoveTests {
        private func withFiles<R>(_ body: (SQLiteStore, SQLiteStore) async throws -> R) async throws -> R {
            try await Project.withTemporaryFolder { folder in
                let paths = ["old", "back"].map { folder.appending(path: $0 + ".sqlite").path }
                return try await body(try SQLiteStore(path: paths[0]), try SQLiteStore(path: paths[1]))
            }
        }

        @Test("there and back every row is the same, and each store goes on behind the last one's numbers")
        func thereAndBack() async throws {
            try await withFiles { old, back in
                let orders = try await SmallShop.keepBusy(old)
                let database = try await PostgresStore(try await Servers.freshDatabase())
                let there = try #require(try await old.move(to: database))
                #expect(there.allSatisfy { $0.isSame && $0.rows > 0 }, "\(there)")
                #expect(try await database.check() == [])
                for id in orders { #expect(try await database.order(id) == old.order(id)) }
                let returned = try #require(try await database.move(to: back))
                #expect(returned.map(\.digest) == there.map(\.digest) && returned.allSatisfy { $0.isSame })
                #expect(try await back.check() == [])
                for store in [database, back] as [any KeptStore] {
                    let next = try await SmallShop.keepBusyLater(store)
                    #expect(try await store.order(next.id) == next)
                    #expect(try await store.check() == [])
                }
            }
        }

        @Test("one that is stopped anywhere goes on where it was")
        func resumed() async throws {
            try await withFiles { old, _ in
                _ = try await SmallShop.keepBusy(old)
                let address = try await Servers.freshDatabase()
                var stops = 0
                while true {
                    // Each time as another process would.
                    let database = try await PostgresStore(address)
                    do {
                        let tables = try #require(try await old.move(to: database, stoppingAfter: 2 + stops % 4))
                        #expect(tables.allSatisfy { $0.isSame })
                        break
                    } catch let error as TradeError {
                        try #require(error.code == .storeAway)
                        stops += 1
                    }
                }
                #expect(stops > 8)
                let next = try await SmallShop.keepBusyLater(try await PostgresStore(address))
                #expect(next.stage == .placed)
            }
        }

        @Test("a row that other hands have changed is found, and a database with rows of its own is left alone")
        func changed() async throws {
            try await withFiles { old, _ in
                _ = try await SmallShop.keepBusy(old)
                let address = try await Servers.freshDatabase()
                let database = try await PostgresStore(address)
                _ = try await old.move(to: database)
                try await Servers.psql(address, "UPDATE order_events SET body = body || ' ' WHERE position = 11")
                let (ours, theirs) = (try await old.tables(for: .leaving), try await database.tables(for: .looking))
                let tables = try await StoreMove(from: ours, to: theirs).verify()
                await ours.close()
                await theirs.close()
                #expect(tables.filter { !$0.isSame }.map(\.name) == ["order_events"])
                #expect(try await old.move(to: database) == nil)
                #expect(try await database.move(to: old) == nil)
            }
        }

        @Test("writers to a database that is being left wait until it is over")
        func waiting() async throws {
            let database = try await PostgresStore(try await Servers.freshDatabase())
            try await database.openStock(of: SmallShop.catalog())
            let tables = try await database.tables(for: .leaving)
            let request = try SmallShop.request("k", [(SmallShop.cap, 1)])
            async let placed = database.place(request, from: ["almaty"], at: SmallShop.now)
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await tables.count(of: .all[1]) == 0)
            await tables.close()
            let order = try await placed
            #expect(try await database.order(order.id) == order)
        }

        @Test(
            "a check names what other hands have changed",
            arguments: [
                ("UPDATE stock SET reserved = reserved + 1 WHERE item = 'T-CAP-1'", Diagnostic.Code.stockDisagrees),
                ("UPDATE orders SET stage = 'paid' WHERE number = 4", .brokenHistory),
                ("UPDATE orders SET lapses_at = lapses_at + 1 WHERE number = 4", .brokenHistory),
                ("UPDATE order_events SET body = '{' WHERE position = 1", .brokenHistory),
                ("UPDATE quotas SET used = used - 1", .quotaDisagrees),
                ("UPDATE purchase_events SET body = '{}' WHERE purchase_number = 2", .brokenPurchase),
            ])
        func check(change: String, code: Diagnostic.Code) async throws {
            let address = try await Servers.freshDatabase()
            let database = try await PostgresStore(address)
            _ = try await SmallShop.keepBusy(database)
            #expect(try await database.check() == [])
            try await Servers.psql(address, change)
            #expect(try await database.check().contains { $0.code == code })
        }

        @Test("the command line works on both, and moves one into the other")
        func commandLine() async throws {
            let address = try await Servers.freshDatabase()
            try await Project.withTemporaryFolder { folder in
                let file = folder.appending(path: "shop.sqlite").path
                func keruen(_ words: String...) throws -> Outcome { try Project.run("keruen", words) }
                #expect(try keruen("stock", "open", "--store", file).status == 0)
                let moved = try keruen("migrate", "--from", "sqlite:" + file, "--to", address)
                #expect(moved.status == 0 && moved.output.contains("both sides were read through"), "\(moved.errors)")
                let again = try keruen("migrate", "--from", file, "--to", address, "--format", "json")
                #expect(again.status == 0 && !again.output.contains("false"), "\(again.output)")
                #expect(
                    try keruen("stock", "show", "--store", address).output
                        == keruen("stock", "show", "--store", file).output)
                #expect(try keruen("stock", "check", "--store", address).output == "The store holds together.\n")
                let added = try keruen(
                    "stock", "add", "--store", address, "--into", "almaty", "--note", "N1", "XJ-DUT-315=3")
                #expect(added.status == 0, "\(added.errors)")
                let refused = try keruen("migrate", "--from", file, "--to", address)
                #expect(refused.status == 1 && refused.errors.contains("CLI0192"), "\(refused.errors)")
                let itself = try keruen("migrate", "--from", address, "--to", address + "?application_name=k")
                #expect(itself.status == 3 && itself.errors.contains("CLI0194"), "\(itself.errors)")
                let missing = try keruen(
                    "stock", "show", "--store", try Servers.address(of: "almaty_1854", on: address))
                #expect(missing.status == 2 && missing.errors.contains("TRD0310"), "\(missing.errors)")
                // Somebody's, but nothing of ours: a mistyped source is no empty one.
                let other = try await Servers.freshDatabase()
                let empty = try keruen("migrate", "--from", other, "--to", "sqlite:" + file + "2")
                #expect(empty.status == 2 && empty.errors.contains("TRD0315"), "\(empty.errors)")
                #expect(!FileManager.default.fileExists(atPath: file + "2"))
            }
        }
    }

    extension SmallShop {
        /// One more order, one more of everything that a database numbers.
        fileprivate static func keepBusyLater(_ store: any OrderStore) async throws -> Order {
            let order = try await store.place(
                try request("later", [(cap, 1)]), from: ["almaty"], at: now)
            _ = try await store.place(
                PurchaseEvent.Placement(
                    key: try IdempotencyKey("po-later"), supplier: "Алтын қолдар", warehouse: "khorgos",
                    lines: [.init(sku: scarf, quantity: 1)]), at: now)
            try await store.write { transaction throws(TradeError) in
                let record = SealedRecord(
                    purpose: "delivery", keyID: "1", lookup: "l", sealed: Data([1, 0, 2]), eraseAfter: now)
                try transaction.insert(record, of: order.id)
            }
            return order
        }
    }
#endif
