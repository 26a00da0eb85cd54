import Foundation
import Keruen
import TestSupport
import Testing

#if SQLite
    /// Orders and stock on the command line: what is asked for happens, and what is refused says why.
    @Suite("keruen order and stock")
    struct OrderCommandTests {
        private func withStore(_ body: (Shop) throws -> Void) async throws {
            try await Project.withTemporaryFolder { try body(Shop(store: $0.appending(path: "s.sqlite").path)) }
        }

        /// The built program on one store.
        private struct Shop {
            var store: String

            @discardableResult
            func keruen(_ words: String..., language: String = "en_US.UTF-8") throws -> Outcome {
                let command = words.prefix { !$0.hasPrefix("-") }.prefix(2)
                return try Project.run(
                    "keruen", command + ["--store", store] + words.dropFirst(command.count),
                    environment: ["LANG": language])
            }

            /// An order that is delivered; its id.
            func delivered(_ items: String...) throws -> String {
                let placed = try Project.run(
                    "keruen",
                    ["order", "place", "--store", store, "--market", "kz", "--key", "k", "--format", "json"] + items)
                let json = try JSONSerialization.jsonObject(with: Data(placed.output.utf8)) as? [String: Any]
                let id = try #require(json?["id"] as? String)
                try keruen("order", "pay", "--payment", "p1", id)
                for step in ["packed", "dispatched", "delivered"] {
                    let outcome = try keruen("order", "ship", "--step", step, id)
                    try #require(outcome.status == 0, "\(outcome.errors)")
                }
                return id
            }
        }

        @Test("pays a faulty piece back and does not put it on sale again")
        func faulty() async throws {
            try await withStore { shop in
                let id = try shop.delivered("KZ-DMB-001-98=2")
                let before = try shop.keruen("stock", "show", "KZ-DMB-001-98").output
                #expect(try shop.keruen("order", "return", id, "KZ-DMB-001-98=2").status == 0)
                let many = try shop.keruen(
                    "order", "return", "--received", "--into", "almaty", "--faulty", "KZ-DMB-001-98=3", id,
                    "KZ-DMB-001-98=2")
                #expect(many.status == 1 && many.errors.contains("TRD0207"))
                let outcome = try shop.keruen(
                    "order", "return", "--received", "--into", "almaty", "--faulty", "KZ-DMB-001-98=2", id,
                    "KZ-DMB-001-98=2")
                #expect(outcome.status == 0 && outcome.output.contains("To be paid back"), "\(outcome.errors)")
                #expect(try shop.keruen("stock", "show", "KZ-DMB-001-98").output == before)
            }
        }

        @Test("shows goods that lie where the catalogue has no opening balance")
        func show() async throws {
            try await withStore { shop in
                let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
                let dutar = try #require(SKU("XJ-DUT-315"))
                let warehouse = try #require(catalog.warehouses.first { $0.openingStock[dutar] == nil }).id
                #expect(try shop.keruen("stock", "open").status == 0)
                let added = try shop.keruen("stock", "add", "--into", warehouse, "--note", "N1", "XJ-DUT-315=3")
                #expect(added.status == 0, "\(added.errors)")
                let line = "XJ-DUT-315  \(warehouse)  3 there, 0 of them set aside"
                #expect(try shop.keruen("stock", "show", "XJ-DUT-315").output.contains(line))
                #expect(try shop.keruen("stock", "show").output.contains(line))
                #expect(try shop.keruen("stock", "show", "XX-XXX-999").errors.contains("TRD0102"))
            }
        }

        @Test("says that a delivery note is in already, and refuses it with other goods, tours and days")
        func notes() async throws {
            try await withStore { shop in
                func add(_ item: String, note: String = "N1") throws -> Outcome {
                    try shop.keruen("stock", "add", "--into", "almaty", "--note", note, item)
                }
                #expect(try add("XJ-DUT-315=3").errors.isEmpty)
                let again = try add("XJ-DUT-315=3")
                #expect(again.status == 0 && again.errors.contains("N1 is taken in already"))
                let other = try add("XJ-DUT-315=4")
                #expect(other.status == 1 && other.errors.contains("TRD0232"))
                #expect(try add("TR-CRV-312-AD=2", note: "N2").errors.contains("TRD0233"))
                #expect(try add("XJ-DUT-315@2027-05-16=2", note: "N2").errors.contains("TRD0217"))
            }
        }

        @Test("shows how a landed order comes to its sum, and what was paid of it")
        func landed() async throws {
            try await withStore { shop in
                let terms = ["--market", "kz", "--to", "KZ", "--ships-from", "CN", "--rate", "EUR/KZT=523.47"]
                func order(_ words: String...) throws -> Outcome {
                    try Project.run("keruen", ["order", words[0], "--store", shop.store] + words.dropFirst())
                }
                let placed = try Project.run(
                    "keruen",
                    ["order", "place", "--store", shop.store, "--key", "k1", "--reviewed", "--format", "json"] + terms
                        + ["XJ-DUT-315=2"])
                let report = try #require(
                    try JSONSerialization.jsonObject(with: Data(placed.output.utf8)) as? [String: Any],
                    "\(placed.errors)")
                let landing = try #require(report["landing"] as? [String: Any])
                #expect(landing["origin"] as? String == "CN" && landing["incoterm"] as? String == "DAP")
                let parts =
                    ((landing["charges"] ?? []) as? [[String: Any]] ?? []) + (report["lines"] as? [[String: Any]] ?? [])
                let amounts = try parts.map { part in
                    (
                        try Money((part["amount"] ?? part["total"]) as? String ?? "", .kzt).minorUnits,
                        part["due"] as? String
                    )
                }
                // Goods and what is due with the price are the total; the rest is the border's.
                let now = amounts.filter { $0.1 == nil || $0.1?.hasPrefix("now") == true }.reduce(0) { $0 + $1.0 }
                #expect(Money(minorUnits: now, .kzt).decimalText == report["total"] as? String)
                let border = amounts.filter { $0.1 == "at-border" }.reduce(0) { $0 + $1.0 }
                #expect(Money(minorUnits: border, .kzt).decimalText == landing["dueAtBorder"] as? String)

                let id = try #require(report["id"] as? String)
                let part = try order("pay", "--payment", "p1", "--amount", "1000.00", id)
                #expect(part.output.contains("Freight") && part.output.contains("From CN to KZ, DAP"))
                #expect(part.output.contains("Paid so far: "), "\(part.output) \(part.errors)")
                let twice = try order("pay", "--payment", "p1", "--amount", "2000.00", id)
                #expect(twice.errors.contains("TRD0603") && !twice.errors.contains("keruen/p1"))
                #expect(try !order("history", id).output.contains("keruen/"))
            }
        }

        @Test("says what may be done next as it is typed, and no step for cancelling")
        func steps() async throws {
            try await withStore { shop in
                let id = try shop.delivered("KZ-DMB-001-98")
                #expect(try shop.keruen("order", "show", id).output.contains("return, ship --step closed"))
                let cancelled = try shop.keruen("order", "ship", "--step", "cancelled", id)
                #expect(cancelled.status == 3 && cancelled.errors.contains("CLI0174"))
                let late = try shop.keruen("order", "cancel", id, language: "ru_RU.UTF-8")
                #expect(late.errors.contains("TRD0205") && late.errors.contains("«доставлен"), "\(late.errors)")
                #expect(!late.errors.contains("delivered") && late.errors.contains("ship --step closed"))
                #expect(try shop.keruen("order", "ship", "--step", "closed", id).status == 0)
                let over = try shop.keruen("order", "ship", id)
                #expect(over.status == 3 && over.errors.contains("CLI0173"))
                for words in [
                    ["ship", "--step", "closed", "--receipt", "800@20270105093000000", id],
                    ["return", "--received", id, "A-1"],
                    ["return", "--into", "almaty", id, "A-1"], ["return", "--faulty", "A-1", id, "A-1"],
                ] {
                    let outcome = try Project.run(
                        "keruen", ["order", words[0], "--store", shop.store] + words.dropFirst())
                    #expect(outcome.status == 3 && outcome.errors.contains("CLI017"), "\(words) \(outcome.errors)")
                }
                #expect(try shop.keruen("order", "return", id, "XJ-DUT-315").errors.contains("TRD0235"))
                #expect(try shop.keruen("stock", "show", "XJ-DUT-315=2").errors.contains("CLI0176"))
            }
        }

        @Test("ends with 3 for what can be no country, key, id, rate or day, in whichever command it is typed")
        func usage() async throws {
            try await withStore { shop in
                let place = ["order", "place", "--store", shop.store, "--market", "kz"]
                for (words, code) in [
                    (place + ["--key", "k", "--to", "XX", "XJ-DUT-315"], "TRD0108"),
                    (place + ["--key", "k", "--to", "KZ", "--discount", "110%", "XJ-DUT-315"], "TRD0111"),
                    (place + ["--key", "k", "--to", "KZ", "--rate", "EUR", "XJ-DUT-315"], "TRD0116"),
                    (place + ["--key", "k", "--to", "KZ", "--ships-from", "DE", "XJ-DUT-315"], "TRD0236"),
                    (place + ["--key", "k", "--ships-from", "CN", "XJ-DUT-315"], "CLI0144"),
                    (place + ["--key", "ключ", "XJ-DUT-315"], "TRD0202"),
                    (place + ["--key", "k", "TR-CRV-312-AD"], "TRD0234"),
                    (["quote", "--market", "kz", "--to", "KZ", "--ships-from", "KZ", "TR-CRV-312-AD"], "TRD0234"),
                    (["order", "show", "--store", shop.store, "KR-1"], "TRD0218"),
                ] {
                    let outcome = try Project.run("keruen", words)
                    #expect(outcome.status == 3 && outcome.errors.contains(code), "\(words) \(outcome.errors)")
                    // Days come as they are typed.
                    #expect(code != "TRD0234" || outcome.errors.contains("TR-CRV-312-AD@20"), "\(outcome.errors)")
                }
            }
        }

        @Test("asks where goods go that lie abroad alone, instead of calling them sold out")
        func abroad() async throws {
            try await withStore { shop in
                for (item, code) in [("XJ-CRP-304", "TRD0219"), ("XJ-CRP-304=9999", "TRD0201")] {
                    let outcome = try shop.keruen("order", "place", "--market", "kz", "--key", "k", item)
                    #expect(outcome.status == 1 && outcome.errors.contains(code), "\(outcome.errors)")
                }
            }
        }

        @Test("tells what a quote leaves open before it becomes an order")
        func review() async throws {
            try await withStore { shop in
                let outcome = try Project.run(
                    "keruen",
                    [
                        "order", "place", "--store", shop.store, "--market", "ru", "--key", "k", "--to", "RU",
                        "--ships-from", "KZ", "XJ-DUT-315",
                    ])
                #expect(outcome.status == 1 && outcome.errors.contains("TRD0215"), "\(outcome.errors)")
                #expect(outcome.errors.contains("TRD0138"))
            }
        }

        @Test("checks a store, and ends with 2 for a file that is none")
        func check() async throws {
            try await withStore { shop in
                try shop.keruen("stock", "open")
                let sound = try shop.keruen("stock", "check")
                #expect(sound.status == 0 && sound.output == "The store holds together.\n", "\(sound.errors)")
                try Data("not a database".utf8).write(to: URL(filePath: shop.store + "2"))
                let other = Shop(store: shop.store + "2")
                for command in ["check", "show", "open"] {
                    let outcome = try other.keruen("stock", command)
                    #expect(outcome.status == 2 && outcome.errors.contains("TRD0303"), "\(outcome.errors)")
                }
                #expect(!FileManager.default.fileExists(atPath: other.store + "-queue"))
                let nowhere = try Shop(store: "/nonexistent/s.sqlite").keruen("stock", "open")
                #expect(nowhere.status == 2 && nowhere.errors.contains("TRD0305"))
            }
        }
    }
#endif
