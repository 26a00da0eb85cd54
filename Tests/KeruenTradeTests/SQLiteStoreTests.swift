#if SQLite
    import Foundation
    import GRDB
    import KeruenSQLite
    import KeruenTrade
    import TestSupport
    import Testing

    @Suite("A SQLite store")
    struct SQLiteStoreTests {
        private func withFile<R>(_ body: (URL) async throws -> R) async throws -> R {
            try await Project.withTemporaryFolder { try await body($0.appending(path: "s.sqlite")) }
        }

        @Test("shares one file between two of its kind, like two processes")
        func twoStores() async throws {
            try await withFile { file in
                let (a, b) = (try SQLiteStore(path: file.path), try SQLiteStore(path: file.path))
                try await a.openStock(of: SmallShop.catalog(scarves: 40))
                let placed = await withTaskGroup(of: Bool.self) { group in
                    for buyer in 0..<60 {
                        group.addTask {
                            let store = buyer.isMultiple(of: 2) ? a : b
                            let request = try? SmallShop.request("b\(buyer)", [(SmallShop.scarf, 1)])
                            guard let request else { return false }
                            return (try? await store.place(request, from: ["almaty", "urumqi"], at: SmallShop.now))
                                != nil
                        }
                    }
                    return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(placed == 40)
                #expect(try await b.available(SmallShop.scarf, in: ["almaty", "urumqi"]) == 0)
                #expect(try await a.check() == [])
            }
        }

        @Test("commits those together who come together")
        func groups() async throws {
            try await withFile { file in
                let store = try SQLiteStore(path: file.path)
                try await store.openStock(of: SmallShop.catalog(scarves: 1_000))
                let before = store.commits
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for buyer in 0..<200 {
                        let request = try SmallShop.request("b\(buyer)", [(SmallShop.scarf, 1)])
                        group.addTask { try await store.place(request, from: ["almaty"], at: SmallShop.now) }
                    }
                    try await group.waitForAll()
                }
                #expect(store.commits - before < 100)
                #expect(try await store.available(SmallShop.scarf, in: ["almaty"]) == 300)
                let alone = store.commits
                for buyer in 0..<3 {
                    let request = try SmallShop.request("c\(buyer)", [(SmallShop.cap, 1)])
                    try await store.place(request, from: ["almaty"], at: SmallShop.now)
                }
                #expect(store.commits - alone == 3)
            }
        }

        @Test("tells who has waited too long, and serves them when the turn is free again")
        func patience() async throws {
            try await withFile { file in
                let slow = try SQLiteStore(path: file.path)
                let store = try SQLiteStore(path: file.path, patience: .milliseconds(100))
                try await store.openStock(of: SmallShop.catalog())
                let (begun, teller) = AsyncStream<Void>.makeStream()
                let mayEnd = DispatchSemaphore(value: 0)
                async let working: Void = slow.write { _ in
                    teller.yield()
                    mayEnd.wait()
                }
                for await _ in begun { break }
                let request = try SmallShop.request("k", [(SmallShop.cap, 1)])
                let error = await #expect(throws: TradeError.self) {
                    try await store.place(request, from: ["almaty"], at: SmallShop.now)
                }
                #expect(error?.code == .storeFailed && error?.arguments["reason"] == "queue")
                mayEnd.signal()
                try await working
                try await store.place(request, from: ["almaty"], at: SmallShop.now)
                #expect(try await slow.available(SmallShop.cap, in: ["almaty"]) == 4)
            }
        }

        @Test("keeps an overdue order's lapse when it is opened again")
        func lapsed() async throws {
            try await withFile { file in
                let first = try SQLiteStore(path: file.path)
                try await first.openStock(of: SmallShop.catalog())
                let order = try await first.place(
                    try SmallShop.request("k", [(SmallShop.cap, 2)]), from: ["almaty"], at: SmallShop.now)
                let late = SmallShop.now.addingTimeInterval(OrderRequest.usualHolding + 1)
                #expect(try await first.lapse(at: late) == 1)
                let second = try SQLiteStore(path: file.path)
                #expect(try await second.order(order.id)?.stage == .lapsed)
                #expect(try await second.available(SmallShop.cap, in: ["almaty"]) == 5)
                #expect(try await second.check() == [])
            }
        }

        @Test("refuses what is no store, in words and not by a crash")
        func refused() async throws {
            try await withFile { file in
                try Data("not a database at all, only some text".utf8).write(to: file)
                let error = #expect(throws: TradeError.self) { try SQLiteStore(path: file.path) }
                #expect(error?.code == .storeDamaged)
                // Nothing is made beside somebody else's file.
                let folder = file.deletingLastPathComponent()
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [file.lastPathComponent])
                let inside = #expect(throws: TradeError.self) { try SQLiteStore(path: folder.path) }
                #expect(inside?.code == .storeDamaged)
                let missing = #expect(throws: TradeError.self) {
                    try SQLiteStore(path: "/nonexistent/folder/s.sqlite")
                }
                #expect(missing?.code == .storeFolderMissing)
            }
        }

        @Test("says that a store is damaged, and not that it may be tried again")
        func damaged() async throws {
            try await withFile { file in
                let store = try SQLiteStore(path: file.path)
                try await store.openStock(of: SmallShop.catalog())
                // A copy has all in one file; then everything behind its head is other bytes.
                let copy = file.deletingLastPathComponent().appending(path: "copy.sqlite")
                try await store.backup(to: copy.path)
                let handle = try FileHandle(forWritingTo: copy)
                let size = try handle.seekToEnd()
                try handle.seek(toOffset: 100)
                try handle.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 100))
                try handle.close()
                let error = #expect(throws: TradeError.self) { try SQLiteStore(path: copy.path) }
                #expect(error?.code == .storeDamaged)
            }
        }

        @Test("never copies itself over itself, by whatever way, and leaves others' unfinished copies alone")
        func itself() async throws {
            try await withFile { file in
                let store = try SQLiteStore(path: file.path)
                try await store.openStock(of: SmallShop.catalog())
                let folder = file.deletingLastPathComponent()
                let (link, hard) = (folder.appending(path: "link"), folder.appending(path: "hard.sqlite"))
                try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder)
                try FileManager.default.linkItem(at: file, to: hard)
                for path in [file.path, link.appending(path: file.lastPathComponent).path, hard.path] {
                    let error = await #expect(throws: TradeError.self) { try await store.backup(to: path) }
                    #expect(error?.code == .storeFailed)
                }
                let copy = folder.appending(path: "copy.sqlite")
                let other = copy.path + "-unfinished"
                try Data("another copy, on its way".utf8).write(to: URL(filePath: other))
                async let first: Void = store.backup(to: copy.path)
                async let second: Void = store.backup(to: copy.path)
                _ = try await (first, second)
                #expect(FileManager.default.fileExists(atPath: other))
                #expect(try await SQLiteStore(path: copy.path).check() == [])
                #expect(try await store.check() == [])
                let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                #expect(left.filter { $0.contains("unfinished") } == ["copy.sqlite-unfinished"])
            }
        }

        @Test("refuses a file of a later version and leaves it as it is")
        func newer() async throws {
            try await withFile { file in
                _ = try await SQLiteStore(path: file.path).openStock(of: SmallShop.catalog())
                try shell(file, "INSERT INTO grdb_migrations VALUES ('9: what nobody knows yet')")
                let error = #expect(throws: TradeError.self) { try SQLiteStore(path: file.path) }
                #expect(error?.code == .storeTooNew)
                #expect(try shell(file, "SELECT count(*) FROM stock") == "4")
            }
        }

        @Test("makes orders of the first version's file its own, and their keys still stand for them")
        func firstVersion() async throws {
            try await withFile { file in
                try shell(file, FirstVersion.file)
                let store = try SQLiteStore(path: file.path)
                #expect(try await store.check() == [])
                let id = try #require(Order.ID("KR-7F3K-9QXM-2B4T"))
                let order = try #require(try await store.order(id))
                #expect(order.lines.map(\.quantity) == [7, 1] && order.lines[0].sku == SmallShop.scarf)
                #expect(order.total == Money(minorUnits: 14_780_000, .kzt) && order.language == .kk)
                #expect(order.placed == SmallShop.now && order.stage == .placed)
                #expect(order.reservations.map(\.quantity) == [1, 5, 2])
                #expect(try await store.available(SmallShop.scarf, in: ["almaty", "urumqi"]) == 3)
                // Nobody asked for it by a time.
                #expect(try await store.lapse(at: SmallShop.now.addingTimeInterval(86_400 * 365)) == 0)
                let again = try SmallShop.request("k1", [(SmallShop.scarf, 7), (SmallShop.cap, 1)])
                #expect(try await store.place(again, from: ["almaty"], at: SmallShop.now).id == id)
                let other = try SmallShop.request("k1", [(SmallShop.cap, 1)])
                let error = await #expect(throws: TradeError.self) {
                    try await store.place(other, from: ["almaty"], at: SmallShop.now)
                }
                #expect(error?.code == .reusedIdempotencyKey)
                try await store.cancel(id, at: SmallShop.now)
                #expect(try await store.available(SmallShop.scarf, in: ["almaty", "urumqi"]) == 10)
                #expect(
                    try shell(
                        file,
                        "SELECT group_concat(name, ' ') FROM sqlite_master WHERE name LIKE '%line%' OR name LIKE 'first%'"
                    ) == "")
            }
        }

        @Test("restores a backup that was made while it was written to")
        func backup() async throws {
            try await withFile { file in
                let store = try SQLiteStore(path: file.path)
                try await store.openStock(of: SmallShop.catalog(scarves: 200))
                async let placing: Void = {
                    for buyer in 0..<40 {
                        let request = try SmallShop.request("b\(buyer)", [(SmallShop.scarf, 1)])
                        try await store.place(request, from: ["almaty"], at: SmallShop.now)
                    }
                }()
                let copy = file.deletingLastPathComponent().appending(path: "copy.sqlite")
                for _ in 0..<3 { try await store.backup(to: copy.path) }
                try await placing
                try await store.backup(to: copy.path)
                let restored = try SQLiteStore(path: copy.path)
                #expect(try await restored.check() == [])
                #expect(try await restored.available(SmallShop.scarf, in: ["almaty"]) == 60)
                // From here on they are two.
                let request = try SmallShop.request("later", [(SmallShop.scarf, 1)])
                let order = try await restored.place(request, from: ["almaty"], at: SmallShop.now)
                #expect(try await store.order(order.id) == nil)
                let error = await #expect(throws: TradeError.self) {
                    try await store.backup(to: "/nonexistent/copy.sqlite")
                }
                #expect(error?.code == .storeFolderMissing)
            }
        }

        @Test("names the place whose count other hands have changed, and the order whose events don't follow")
        func check() async throws {
            try await withFile { file in
                let store = try SQLiteStore(path: file.path)
                try await store.openStock(of: SmallShop.catalog())
                let order = try await store.place(
                    try SmallShop.request("k", [(SmallShop.cap, 2)]), from: ["almaty"], at: SmallShop.now)
                #expect(try await store.check() == [])
                try reserve(1, of: "T-CAP-1", in: file)
                let fault = try #require(try await store.check().first)
                #expect(fault.code == .stockDisagrees && fault.arguments["warehouse"] == "almaty")
                #expect(fault.arguments["counted"] == 1 && fault.arguments["promised"] == 2)
                try reserve(2, of: "T-CAP-1", in: file)
                #expect(try await store.check() == [])
                try shell(file, "UPDATE orders SET stage = 'paid'")
                #expect(try await store.check().first?.code == .brokenHistory)
                #expect(try await store.order(order.id)?.stage == .placed)
            }
        }

        @Test("counts years in a file from before they were counted, and its table refuses what would pass them")
        func quotas() async throws {
            try await withFile { file in
                var request = try SmallShop.request("k", [(SmallShop.scarf, 5)], in: SmallShop.cn)
                (request.flow, request.quotaBuyer) = (.bondedImport, try Residents.buyer(1))
                request.quote = try SmallShop.landed(request.quote, from: "KZ")
                let first = try SQLiteStore(path: file.path)
                try await first.openStock(of: SmallShop.catalog())
                let old = try await first.place(
                    try SmallShop.request("old", [(SmallShop.cap, 2)]), from: ["almaty"], at: SmallShop.now)
                try shell(
                    file,
                    """
                    DROP TABLE quotas; DROP TABLE quota_keys; DROP TABLE purchase_events; DROP TABLE purchases;
                    DROP TABLE waybills; DROP TABLE holds;
                    DELETE FROM grdb_migrations WHERE identifier > '3' AND identifier NOT LIKE '5:%'
                    """)
                let store = try SQLiteStore(path: file.path)
                #expect(try await store.order(old.id) == old)
                try await store.place(request, from: ["urumqi"], at: SmallShop.now)
                #expect(try await store.check() == [])
                #expect(try shell(file, "SELECT used || ' of ' || most FROM quotas") == "134000 of 2600000")
                #expect(try shell(file, "SELECT key_id || ' ' || year FROM quota_keys") == "1 2026")
                #expect(throws: DatabaseError.self) { try shell(file, "UPDATE quotas SET used = 2600001") }
                #expect(throws: DatabaseError.self) { try shell(file, "UPDATE quotas SET used = -1") }
                try shell(file, "UPDATE quotas SET used = 134001")
                let fault = try #require(try await store.check().first)
                #expect(fault.code == .quotaDisagrees && fault.arguments == ["year": "2026"])
                try shell(file, "DELETE FROM quotas")
                #expect(try await store.check().map(\.code) == [.quotaDisagrees])
            }
        }

        @Test("finds waybills in a file from before they were looked up, and passes over what can't be read")
        func waybills() async throws {
            try await withFile { file in
                let first = try SQLiteStore(path: file.path)
                try await first.openStock(of: SmallShop.catalog())
                var request = try SmallShop.request("k", [(SmallShop.scarf, 2)])
                request.flow = .export
                request.quote = try SmallShop.landed(request.quote)
                let order = try await first.place(request, from: ["urumqi"], at: SmallShop.now)
                _ = try await first.pay(order.id, through: InMemoryPayments(style: .card), at: SmallShop.now)
                let screening = try SmallShop.catalog().screening(
                    of: order, on: CivilDate(SmallShop.now, in: SmallShop.kz))
                try await first.screen(order.id, by: screening, reference: "SF1027", at: SmallShop.now)
                let other = try await first.place(
                    try SmallShop.request("o", [(SmallShop.cap, 1)]), from: ["almaty"], at: SmallShop.now)
                try shell(
                    file,
                    """
                    DROP TABLE waybills; DROP TABLE holds; DELETE FROM grdb_migrations WHERE identifier > '6';
                    UPDATE order_events SET body = '{"event":' WHERE order_number = 2
                    """)
                let found = try await SQLiteStore(path: file.path).read { transaction throws(TradeError) in
                    try transaction.orders(waybill: "SF1027")
                }
                #expect(found == [order.id] && order.id != other.id)
            }
        }

        @Test("finds a purchase that other hands have changed")
        func purchases() async throws {
            try await withFile { file in
                let store = try SQLiteStore(path: file.path)
                let placement = PurchaseEvent.Placement(
                    key: try IdempotencyKey("po"), supplier: "Алтын қолдар", warehouse: "khorgos",
                    lines: [.init(sku: SmallShop.scarf, quantity: 3)])
                let purchase = try await store.place(placement, at: SmallShop.now)
                #expect(try await store.check() == [])
                #expect(try await SQLiteStore(path: file.path).purchase(purchase.id) == purchase)
                try shell(file, "UPDATE purchase_events SET body = '{\"event\":\"closed\"}'")
                #expect(try await store.check().map(\.code) == [.brokenPurchase])
            }
        }

        @Test("leaves nothing of an erased person in its files")
        func erased() async throws {
            try await withFile { file in
                let store = try SQLiteStore(path: file.path)
                try await store.openStock(of: SmallShop.catalog())
                let order = try await store.place(
                    try SmallShop.request("k", [(SmallShop.cap, 1)]), from: ["almaty"], at: SmallShop.now)
                let secret = Data("Серікқызы Айгүл, passport N12345678".utf8)
                try await store.write { transaction throws(TradeError) in
                    for purpose in ["delivery", "customs"] {
                        try transaction.insert(
                            SealedRecord(
                                purpose: purpose, keyID: "1", lookup: "h-of-aigul", sealed: secret,
                                eraseAfter: SmallShop.now),
                            of: order.id)
                    }
                }
                #expect(try contains(secret, in: file))
                let count = try await store.write { transaction throws(TradeError) in
                    try transaction.eraseRecords(of: order.id)
                }
                #expect(count == 2)
                #expect(try !contains(secret, in: file))
                #expect(try !contains(Data("h-of-aigul".utf8), in: file))
            }
        }

        private func contains(_ bytes: Data, in file: URL) throws -> Bool {
            let folder = file.deletingLastPathComponent()
            return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).contains {
                try Data(contentsOf: $0).range(of: bytes) != nil
            }
        }

        private func reserve(_ count: Int, of item: String, in file: URL) throws {
            let place = "SELECT number FROM stock_places WHERE item = '\(item)'"
            try shell(file, "UPDATE stock_levels SET reserved = \(count) WHERE place = (\(place))")
        }

        @discardableResult
        private func shell(_ file: URL, _ sql: String) throws -> String {
            var patient = Configuration()
            // A store that has just gone may still be closing its file.
            patient.busyMode = .timeout(30)
            return try DatabaseQueue(path: file.path, configuration: patient).writeWithoutTransaction { db in
                guard sql.hasPrefix("SELECT") else {
                    try db.execute(sql: sql)
                    return ""
                }
                return try String.fetchOne(db, sql: sql) ?? ""
            }
        }
    }
#endif
