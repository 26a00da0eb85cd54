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
    }
#endif
