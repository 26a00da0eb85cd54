import Foundation
import KeruenSQLite
import KeruenTesting
import TestSupport
import Testing

@Suite("A divided store keeps the port's promises")
struct DividedConformanceTests {
    /// Warehouses of the suite's places, and one that no region names.
    private static let regions: [[Set<String>]] = [
        [["almaty", "khorgos", "urumqi"]], [["almaty"], ["khorgos"], ["urumqi"]], [["urumqi", "khorgos"]], [],
    ]

    @Test("in memory", arguments: OrderStoreConformance.Promise.allCases, regions)
    func memory(promise: OrderStoreConformance.Promise, regions: [Set<String>]) async throws {
        try await OrderStoreConformance {
            let stock = regions.enumerated().map { number, warehouses in
                StockRegion("region \(number)", warehouses: warehouses, store: InMemoryStore())
            }
            return .init(DividedStore(market: "kz", orders: InMemoryStore(), stock: stock))
        }
        .check(promise)
    }

    #if SQLite
        @Test("in SQLite files", arguments: OrderStoreConformance.Promise.allCases)
        func sqlite(promise: OrderStoreConformance.Promise) async throws {
            try await Project.withTemporaryFolder { folder in
                let open = { @Sendable () throws -> DividedStore in
                    func file(_ name: String) throws -> SQLiteStore {
                        try SQLiteStore(path: folder.appending(path: name).path)
                    }
                    return DividedStore(
                        market: "kz", orders: try file("kz.sqlite"),
                        stock: [
                            StockRegion("almaty", warehouses: ["almaty"], store: try file("almaty.sqlite")),
                            StockRegion("xinjiang", warehouses: ["khorgos"], store: try file("xinjiang.sqlite")),
                        ])
                }
                try await OrderStoreConformance { .init(try open()) { try open() } }.check(promise)
            }
        }
    #endif
}
