#if SQLite
    import Foundation
    import GRDB
    import KeruenSQLite
    import KeruenTrade
    import TestSupport
    import Testing

    @Suite("Moving a store")
    struct StoreMoveTests {
        private func withStores<R>(_ body: (SQLiteStore, SQLiteStore, URL) async throws -> R) async throws -> R {
            try await Project.withTemporaryFolder { folder in
                let file = folder.appending(path: "new.sqlite")
                let old = try SQLiteStore(path: folder.appending(path: "old.sqlite").path)
                return try await body(old, try SQLiteStore(path: file.path), file)
            }
        }

        private func shell(_ file: URL, _ sql: String) throws {
            var patient = Configuration()
            patient.busyMode = .timeout(30)
            try DatabaseQueue(path: file.path, configuration: patient).write { try $0.execute(sql: sql) }
        }

        @Test("brings every table over, and the new store goes on where the old one was")
        func whole() async throws {
            try await withStores { old, new, _ in
                let orders = try await SmallShop.keepBusy(old)
                let tables = try #require(try await old.move(to: new))
                #expect(tables.allSatisfy { $0.isSame && $0.rows > 0 }, "\(tables)")
                #expect(try await new.check() == [])
                for id in orders { #expect(try await new.order(id) == old.order(id)) }
                let next = try await new.place(
                    try SmallShop.request("next", [(SmallShop.cap, 1)]), from: ["almaty"], at: SmallShop.now)
                #expect(try await new.order(next.id) == next)
                #expect(try await old.order(next.id) == nil)
            }
        }

        @Test("goes on after being stopped anywhere, and copies nothing twice")
        func resumed() async throws {
            try await withStores { old, new, _ in
                _ = try await SmallShop.keepBusy(old)
                var stops = 0
                while true {
                    do {
                        let tables = try #require(try await old.move(to: new, stoppingAfter: 1 + stops % 4))
                        #expect(tables.allSatisfy { $0.isSame })
                        break
                    } catch let error as TradeError {
                        try #require(error.code == .storeAway)
                        stops += 1
                    }
                }
                #expect(stops > 8)
                #expect(try await new.check() == [])
            }
        }

        @Test(
            "finds a single letter that is another one on the new side",
            arguments: [
                "UPDATE order_events SET body = body || ' ' WHERE position = 9",
                "UPDATE orders SET lapses_at = NULL WHERE number = 4", "UPDATE stock_levels SET on_hand = on_hand + 1",
                "UPDATE sealed_records SET sealed = substr(sealed, 1, 200) WHERE record = 7",
                "DELETE FROM messages WHERE id = 'м-3'", "UPDATE readers SET position = position + 1",
            ])
        func flipped(change: String) async throws {
            try await withStores { old, new, file in
                _ = try await SmallShop.keepBusy(old)
                _ = try await old.move(to: new)
                try shell(file, change)
                let (ours, theirs) = (try await old.tables(for: .leaving), try await new.tables(for: .looking))
                let tables = try await StoreMove(from: ours, to: theirs, page: 5).verify()
                await ours.close()
                #expect(tables.filter { !$0.isSame }.count == 1)
                #expect(change.contains(try #require(tables.first { !$0.isSame }).name))
            }
        }

        @Test("leaves a store with orders of its own alone, and one whose old side went on meanwhile")
        func strangers() async throws {
            try await withStores { old, new, _ in
                _ = try await SmallShop.keepBusy(old)
                await #expect(throws: TradeError.self) { _ = try await old.move(to: new, stoppingAfter: 3) }
                _ = try await old.place(
                    try SmallShop.request("later", [(SmallShop.cap, 1)]), from: ["almaty"], at: SmallShop.now)
                #expect(try await old.move(to: new) == nil)
                #expect(try await new.move(to: old) == nil)
            }
        }

        @Test("keeps those waiting who would write to the old store, until it is over")
        func waiting() async throws {
            try await withStores { old, _, _ in
                try await old.openStock(of: SmallShop.catalog())
                let tables = try await old.tables(for: .leaving)
                let request = try SmallShop.request("k", [(SmallShop.cap, 1)])
                async let placed = old.place(request, from: ["almaty"], at: SmallShop.now)
                try await Task.sleep(for: .milliseconds(100))
                #expect(try await tables.count(of: .all[1]) == 0)
                await tables.close()
                let order = try await placed
                #expect(try await old.order(order.id) == order)
            }
        }
    }
#endif
