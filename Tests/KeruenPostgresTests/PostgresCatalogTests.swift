#if Postgres
    import Foundation
    import Keruen
    import TestSupport
    import Testing

    @testable import KeruenPostgres

    @Suite("A catalogue's log in a database", Servers.isThere)
    struct PostgresCatalogTests {
        /// Changes with everything that a line or a query could break on.
        private func changes(_ count: Int, from first: Int) -> [CatalogChange] {
            (first..<first + count).map { number in
                switch number % 5 {
                case 0: CatalogChange(withdrawn: "p\(number - 2)")
                case 1: CatalogChange(id: "p\(number)", product: #"{"id":"p\#(number)","title":{"kk":"Жібек орамал"}}"#)
                case 2: CatalogChange(id: "丝\"绸'\\\n\(number)", product: "{\n\"id\":\r\n\"x\"}")
                case 3:
                    CatalogChange(id: "p\(number)", product: #"{"title":{"zh-Hans":"丝\u0000绸","ru":["шёлк"],"kk":7}}"#)
                default: CatalogChange(id: "", product: "")
                }
            }
        }

        @Test("gives back what was put in, in order, from any position on")
        func order() async throws {
            let address = try await Servers.freshDatabase()
            let log = try await PostgresCatalogLog(address)
            #expect(try await log.newest() == 0)
            #expect(try await log.entries(after: 0, limit: .max).isEmpty)
            var expected: [CatalogChange] = []
            var generator = SeededGenerator(seed: 3)
            for _ in 0..<12 {
                let more = changes(Int.random(in: 0...7, using: &generator), from: expected.count)
                expected += more
                #expect(try await log.append(more) == expected.count)
            }
            for reader in [log, try await PostgresCatalogLog(address)] {
                #expect(try await reader.newest() == expected.count)
                for position in 0...expected.count {
                    let limit = Int.random(in: 0...7, using: &generator)
                    let entries = try await reader.entries(after: position, limit: limit)
                    #expect(entries.map(\.change) == Array(expected[position...].prefix(limit)))
                    #expect(entries.map(\.position) == Array(position + 1..<position + 1 + entries.count))
                }
            }
        }

        @Test("has no gap and no entry that comes late, however many machines write at once")
        func together() async throws {
            let address = try await Servers.freshDatabase()
            let log = try await PostgresCatalogLog(address)
            let (machines, rounds) = (6, 15)
            // Whoever reads on from where it stopped sees every entry, and each once.
            async let followed = {
                var seen: [CatalogLogEntry] = []
                while seen.count < machines * rounds * 2 {
                    seen += try await log.entries(after: seen.last?.position ?? 0, limit: 7)
                }
                return seen
            }()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for machine in 0..<machines {
                    group.addTask {
                        let log = try await PostgresCatalogLog(address)
                        for round in 0..<rounds {
                            let id = "\(machine)-\(round)"
                            try await log.append([
                                CatalogChange(id: id, product: #"{"title":{"ru":"Дутар \#(id)"}}"#),
                                CatalogChange(withdrawn: id),
                            ])
                        }
                    }
                }
                try await group.waitForAll()
            }
            let seen = try await followed
            #expect(seen.map(\.position) == Array(1...machines * rounds * 2))
            #expect(Set(seen.map(\.change)).count == machines * rounds * 2)
            #expect(try await Servers.psql(address, "SELECT count(*) FROM product_titles") == "0")
        }

        @Test("keeps the titles of what is on the shelves, and sorts them as the shop does, in three languages")
        func titles() async throws {
            let address = try await Servers.freshDatabase()
            let log = try await PostgresCatalogLog(address)
            let draft = try CatalogDraft.load(folder: Project.root.appending(path: "Catalog"), as: "Catalog")
            try await log.append(draft.products.map { CatalogChange($0) })
            // The same once more changes nothing; of what is withdrawn nothing stays.
            try await log.append(draft.products.map { CatalogChange($0) } + [CatalogChange(withdrawn: "dutar")])
            let products = draft.products.map(\.value).filter { $0.id != "dutar" }
            #expect(try await Servers.psql(address, "SELECT count(*) FROM product_titles") == "\(products.count)")
            for (column, name) in [("zh", "zh-Hans"), ("ru", "ru"), ("kk", "kk")] {
                let language = try LanguageTag(name)
                let titles = try Collator(language).sorted(products.compactMap { $0.title[language] }) { $0 }
                let sorted = try await Servers.psql(
                    address, "SELECT \(column) FROM product_titles WHERE \(column) IS NOT NULL ORDER BY \(column)")
                #expect(sorted.split(separator: "\n").map(String.init) == titles, "\(language)")
                #expect(titles.count > 20)
            }
        }

        @Test("an addition that nobody answered is sent again, stands there once, and undoes nothing that came between")
        func twice() async throws {
            let address = try await Servers.freshDatabase()
            let log = try await PostgresCatalogLog(address)
            let pool = ConnectionPool(address: address, most: 1)
            let addition = CatalogAddition([
                CatalogChange(id: "dutar", product: #"{"title":{"ru":"Дутар"}}"#),
                CatalogChange(id: "rawap", product: #"{"title":{"ru":"Равап"}}"#),
            ])
            let send = { () async throws -> Int in
                try await pool.use(until: .now + .seconds(20)) { connection, deadline throws(PostgresFailure) in
                    try await addition.add(over: connection, until: deadline)
                }
            }
            #expect(try await send() == 2)
            #expect(try await log.append([CatalogChange(withdrawn: "rawap")]) == 3)
            #expect(try await send() == 2)
            #expect(try await log.newest() == 3)
            #expect(try await Servers.psql(address, "SELECT string_agg(id, ' ') FROM product_titles") == "dutar")
        }

        @Test("comes to the same snapshot as a log in files")
        func snapshots() async throws {
            let address = try await Servers.freshDatabase()
            try await Project.withTemporaryFolder { folder in
                let catalogue = Project.root.appending(path: "Catalog")
                let products = try CatalogDraft.load(folder: catalogue, as: "Catalog").products
                let logs: [any CatalogLog] = [
                    try await PostgresCatalogLog(address), CatalogLogFolder(folder.appending(path: "Log")),
                ]
                var made: [SnapshotBuilder.Publication] = []
                for (number, log) in logs.enumerated() {
                    let builder = SnapshotBuilder(
                        of: log, catalogue: catalogue, on: CivilDate("2026-11-27"), places: [("kz", "kk")])
                    let published = SnapshotFolder(folder.appending(path: "Published-\(number)"))
                    try await log.append(products.map { CatalogChange($0) })
                    made.append(try await builder.rebuild(in: published))
                    try await log.append([CatalogChange(withdrawn: "dutar")])
                    let next = try await builder.follow(in: published)
                    made.append(try #require(next))
                    #expect(try await builder.follow(in: published) == nil)
                }
                #expect(made[0].products == products.count && made[0].isAnew && made[0].findings.isEmpty)
                #expect(made[1].products == products.count - 1 && !made[1].isAnew)
                for (ours, files) in zip(made.prefix(2), made.suffix(2)) {
                    #expect((ours.products, ours.position) == (files.products, files.position))
                }
            }
        }

        @Test("says why it can't be reached, and never where that is: an address has a password")
        func refusals() async throws {
            let expected = [
                ("postgresql://керуен:құпия@[", Diagnostic.Code.badStoreAddress),
                ("postgresql://keruen:құпия@127.0.0.1:1/keruen", .storeAway),
                (try Servers.address(of: "almaty_1854", on: try Servers.any()), .storeDatabaseMissing),
            ]
            for (address, code) in expected {
                let refusal = await #expect(throws: CatalogLogError.self) { _ = try await PostgresCatalogLog(address) }
                #expect(refusal?.diagnostic.code == code)
                #expect(refusal?.description.contains("құпия") == false)
            }
            let address = try await Servers.freshDatabase()
            let log = try await PostgresCatalogLog(address)
            let refusal = await #expect(throws: CatalogLogError.self) {
                try await log.append([CatalogChange(withdrawn: "dutar"), CatalogChange(withdrawn: "du\0tar")])
            }
            #expect(refusal?.code == .unwritable)
            // Nothing of it was taken, and the connection is still of use.
            #expect(try await log.append([CatalogChange(withdrawn: "rawap")]) == 1)
        }
    }
#endif
