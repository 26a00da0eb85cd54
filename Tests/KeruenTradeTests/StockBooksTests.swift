import Foundation
import KeruenSQLite
import KeruenTrade
import TestSupport
import Testing

/// What a store's books say of goods that come, are counted, and come back.
@Suite("The books of stock")
struct StockBooksTests {
    enum Kind: CaseIterable { case memory, sqlite }

    private func withStore(_ kind: Kind, _ body: (any OrderStore) async throws -> Void) async throws {
        switch kind {
        case .memory: try await body(InMemoryStore())
        case .sqlite:
            #if SQLite
                try await Project.withTemporaryFolder {
                    try await body(SQLiteStore(path: $0.appending(path: "s.sqlite").path))
                }
            #endif
        }
    }

    private func pieces(_ sku: SKU, _ quantity: Int, in warehouse: String = "almaty") -> Reservation {
        Reservation(warehouse: warehouse, sku: sku, quantity: quantity)
    }

    @Test("add the opening balance to goods that came first, and once", arguments: Kind.allCases)
    func arrivalFirst(kind: Kind) async throws {
        try await withStore(kind) { store in
            let catalog = SmallShop.catalog()
            try await store.takeIn([pieces(SmallShop.cap, 3)], note: "GRN-1", of: catalog)
            #expect(try await store.openStock(of: catalog) == 4)
            // Five of the balance on top of three that had come.
            #expect(try await store.available(SmallShop.cap, in: ["almaty"]) == 8)
            #expect(try await store.openStock(of: catalog) == 0)
            #expect(try await store.available(SmallShop.cap, in: ["almaty"]) == 8)
        }
    }

    @Test("leave what an earlier version has opened as it is", arguments: Kind.allCases)
    func earlierVersion(kind: Kind) async throws {
        try await withStore(kind) { store in
            let catalog = SmallShop.catalog()
            // That version had the row alone.
            try await store.write { transaction throws(TradeError) in
                for (place, count) in catalog.openingBalances { _ = try transaction.open(place, count: count) }
            }
            #expect(try await store.openStock(of: catalog) == 0)
            try await store.takeIn([pieces(SmallShop.cap, 2)], note: "GRN-1", of: catalog)
            #expect(try await store.openStock(of: catalog) == 0)
            #expect(try await store.available(SmallShop.cap, in: ["almaty"]) == 7)
        }
    }

    @Test("take a delivery note in once, and refuse it with other goods", arguments: Kind.allCases)
    func notes(kind: Kind) async throws {
        try await withStore(kind) { store in
            let catalog = SmallShop.catalog()
            let goods = [pieces(SmallShop.cap, 3), pieces(SmallShop.scarf, 2, in: "urumqi")]
            let isNew = try await store.takeIn(goods, note: "GRN-1", of: catalog)
            #expect(isNew)
            // The same goods, written down otherwise.
            let again = [pieces(SmallShop.scarf, 2, in: "urumqi"), pieces(SmallShop.cap, 1), pieces(SmallShop.cap, 2)]
            let isNewAgain = try await store.takeIn(again, note: "GRN-1", of: catalog)
            #expect(!isNewAgain)
            for other in [[pieces(SmallShop.cap, 4)], [pieces(SmallShop.cap, 3, in: "urumqi"), goods[1]]] {
                for _ in 0..<2 {
                    let error = await #expect(throws: TradeError.self) {
                        try await store.takeIn(other, note: "GRN-1", of: catalog)
                    }
                    #expect(error?.code == .noteReused && error?.arguments["note"] == "GRN-1")
                }
            }
            #expect(try await store.available(SmallShop.cap, in: ["almaty", "urumqi"]) == 3)
        }
    }

    @Test("take a note of an earlier version for known, and from then on with its goods", arguments: Kind.allCases)
    func earlierNotes(kind: Kind) async throws {
        try await withStore(kind) { store in
            let catalog = SmallShop.catalog()
            try await store.write { transaction throws(TradeError) in
                _ = try transaction.remember(message: "GRN-1", from: "deliveries")
            }
            let isNew = try await store.takeIn([pieces(SmallShop.cap, 3)], note: "GRN-1", of: catalog)
            #expect(!isNew)
            let error = await #expect(throws: TradeError.self) {
                try await store.takeIn([pieces(SmallShop.cap, 4)], note: "GRN-1", of: catalog)
            }
            #expect(error?.code == .noteReused)
            #expect(try await store.available(SmallShop.cap, in: ["almaty"]) == 0)
        }
    }

    @Test("have one piece of what there is one of, in all warehouses together", arguments: Kind.allCases)
    func oneOfAKind(kind: Kind) async throws {
        let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
        let unique = try #require(
            catalog.products.first { product in
                if case .handicraft(let craft) = product.details { craft.isOneOfAKind } else { false }
            }?.variants.first?.sku)
        try await withStore(kind) { store in
            for goods in [
                [pieces(unique, 2)], [pieces(unique, 1), pieces(unique, 1)],
                [pieces(unique, 1), pieces(unique, 1, in: "urumqi")],
            ] {
                let error = await #expect(throws: TradeError.self) {
                    try await store.takeIn(goods, note: "GRN-1", of: catalog)
                }
                #expect(error?.code == .oneOfAKind)
            }
            let isTaken = try await store.takeIn([pieces(unique, 1)], note: "GRN-1", of: catalog)
            #expect(isTaken)
            let error = await #expect(throws: TradeError.self) {
                try await store.takeIn([pieces(unique, 1, in: "urumqi")], note: "GRN-2", of: catalog)
            }
            #expect(error?.code == .oneOfAKind)
        }
    }

    @Test("take in no tours, and nothing that the catalogue does not have")
    func goodsAlone() async throws {
        let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
        let store = InMemoryStore()
        let departure = try #require(StockItem("caravan-week@2027-05-16"))
        let tour = try #require(SKU("TR-CRV-312-AD"))
        for (piece, code) in [
            (Reservation(StockPlace(departure, in: "almaty"), quantity: 1), Diagnostic.Code.noGoods),
            (pieces(tour, 1), .noGoods), (pieces(try #require(SKU("XX-XXX-999")), 1), .unknownSKU),
        ] {
            let error = await #expect(throws: TradeError.self) {
                try await store.takeIn([piece], note: "GRN-1", of: catalog)
            }
            #expect(error?.code == code)
        }
    }
}
