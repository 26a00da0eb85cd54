import Foundation
import KeruenSQLite
import KeruenTrade
import Synchronization
import TestSupport
import Testing

@Suite("Orders over two databases")
struct DividedStoreTests {
    /// Counts what it is asked, and is away when told so.
    private final class Watched: OrderStore {
        private let store = InMemoryStore()
        private let state = Mutex((asked: 0, isAway: false))
        var asked: Int { state.withLock(\.asked) }
        func goAway(_ isAway: Bool) { state.withLock { $0.isAway = isAway } }

        private func ask() throws(TradeError) {
            let isAway = state.withLock { state in
                state.asked += 1
                return state.isAway
            }
            if isAway { throw TradeError(.storeFailed, ["reason": "away"]) }
        }

        func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            try ask()
            return try await store.write(body)
        }

        func read<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            try ask()
            return try await store.read(body)
        }
    }

    private func request(_ key: String, _ count: Int, of sku: SKU = SmallShop.scarf) throws -> OrderRequest {
        var request = try SmallShop.request(key, [(sku, count)])
        request.quote = try SmallShop.landed(request.quote)
        return request
    }

    private func level(_ warehouse: String, in store: some OrderStore) async throws -> StockLevel? {
        try await store.read { transaction throws(TradeError) in
            try transaction.level(at: StockPlace(.sku(SmallShop.scarf), in: warehouse))
        }
    }

    @Test("an order from the market’s own database asks no region")
    func ownStock() async throws {
        let (orders, region) = (Watched(), Watched())
        let store = DividedStore(
            market: "kz", orders: orders, stock: [StockRegion("xinjiang", warehouses: ["urumqi"], store: region)])
        try await store.openStock(of: SmallShop.catalog())
        let (asked, before) = (region.asked, orders.asked)
        region.goAway(true)
        let order = try await store.place(try request("k", 2), from: ["almaty"], at: SmallShop.now)
        try await store.cancel(order.id, at: SmallShop.now)
        #expect(region.asked == asked)
        // One transaction each, as if there were no regions.
        #expect(orders.asked == before + 2)
    }

    @Test("an order from two regions is set aside in both, cancelled in both, and nothing stays held")
    func twoRegions() async throws {
        let (almaty, urumqi, orders) = (InMemoryStore(), InMemoryStore(), InMemoryStore())
        let store = DividedStore(
            market: "kz", orders: orders,
            stock: [
                StockRegion("almaty", warehouses: ["almaty"], store: almaty),
                StockRegion("xinjiang", warehouses: ["urumqi"], store: urumqi),
            ])
        try await store.openStock(of: SmallShop.catalog())
        let order = try await store.place(try request("k", 7), from: ["urumqi", "almaty"], at: SmallShop.now)
        #expect(try await level("urumqi", in: urumqi) == StockLevel(onHand: 5, reserved: 5))
        #expect(try await level("almaty", in: almaty) == StockLevel(onHand: 5, reserved: 2))
        #expect(try await level("almaty", in: orders) == nil)
        #expect(try await store.available(SmallShop.scarf, in: ["almaty", "urumqi"]) == 3)
        let error = await #expect(throws: TradeError.self) {
            try await store.place(try request("more", 4), from: ["urumqi", "almaty"], at: SmallShop.now)
        }
        #expect(error?.code == .outOfStock && error?.arguments["available"] == 3)
        try await store.cancel(order.id, at: SmallShop.now)
        #expect(try await level("urumqi", in: urumqi) == StockLevel(onHand: 5))
        #expect(try await level("almaty", in: almaty) == StockLevel(onHand: 5))
        for region in [almaty, urumqi] {
            let holds = try await region.read { transaction throws(TradeError) in
                try transaction.holds(before: .distantFuture, limit: 9)
            }
            #expect(holds == [])
        }
    }

    @Test("a region that is away refuses with its own error, and the same order is placed when it is back")
    func away() async throws {
        let region = Watched()
        let store = DividedStore(
            market: "kz", orders: InMemoryStore(),
            stock: [StockRegion("xinjiang", warehouses: ["urumqi"], store: region)])
        try await store.openStock(of: SmallShop.catalog())
        region.goAway(true)
        let error = await #expect(throws: TradeError.self) {
            try await store.place(try request("k", 2), from: ["urumqi"], at: SmallShop.now)
        }
        #expect(error == TradeError(.storeFailed, ["reason": "away"]))
        region.goAway(false)
        let order = try await store.place(try request("k", 2), from: ["urumqi"], at: SmallShop.now)
        #expect(try await store.place(try request("k", 2), from: ["urumqi"], at: SmallShop.now) == order)
    }

    @Test("two markets that want the last pieces of one region sell each once", arguments: 0..<8)
    func race(round: Int) async throws {
        let region = InMemoryStore()
        let markets = ["kz", "ru"].map { market in
            DividedStore(
                market: market, orders: InMemoryStore(),
                stock: [StockRegion("xinjiang", warehouses: ["urumqi"], store: region)])
        }
        try await markets[0].openStock(of: SmallShop.catalog())
        let sold = await withTaskGroup(of: Order?.self) { group in
            for number in 0..<24 {
                group.addTask {
                    // Some take two: what is left over is then sold to others.
                    let request = try? self.request("k\(number)", 1 + (number + round) % 2)
                    guard let request else { return nil }
                    return try? await markets[number % 2].place(request, from: ["urumqi"], at: SmallShop.now)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
        }
        let pieces = sold.flatMap(\.reservations).reduce(0) { $0 + $1.quantity }
        #expect(pieces == 5)
        #expect(try await level("urumqi", in: region) == StockLevel(onHand: 5, reserved: pieces))
        let holds = try await region.read { transaction throws(TradeError) in
            try transaction.holds(before: .distantFuture, limit: 99)
        }
        #expect(holds == [])
    }

    @Test("recovery finds its own overdue holds behind any number of another market’s")
    func ownHolds() async throws {
        let region = InMemoryStore()
        let store = DividedStore(
            market: "kz", orders: InMemoryStore(),
            stock: [StockRegion("xinjiang", warehouses: ["urumqi"], store: region)])
        try await store.openStock(of: SmallShop.catalog())
        let place = StockPlace(.sku(SmallShop.scarf), in: "urumqi")
        try await region.write { transaction throws(TradeError) in
            for number in 0..<40 {
                _ = try transaction.insert(
                    StockHold(
                        id: "R-\(number)", market: "ru", changes: [], taken: [],
                        until: SmallShop.now.addingTimeInterval(-99)))
            }
            _ = try transaction.reserve(2, at: place)
            _ = try transaction.insert(
                StockHold(
                    id: "K-1", market: "kz", changes: [], taken: [Reservation(place, quantity: 2)], until: SmallShop.now
                ))
        }
        #expect(try await store.recoverHolds(at: SmallShop.now, limit: 1) == 0)
        #expect(try await store.recoverHolds(at: SmallShop.now.addingTimeInterval(1), limit: 1) == 1)
        #expect(try await level("urumqi", in: region) == StockLevel(onHand: 5))
        let left = try await region.read { transaction throws(TradeError) in
            try transaction.holds(before: .distantFuture, limit: 99).count
        }
        #expect(left == 40)
    }

    #if SQLite
        @Test("what is known of people stands in their market’s file alone")
        func people() async throws {
            try await Project.withTemporaryFolder { folder in
                func open(_ name: String) throws -> SQLiteStore {
                    try SQLiteStore(path: folder.appending(path: name).path)
                }
                let (kz, ru, stock) = (try open("kz.sqlite"), try open("ru.sqlite"), try open("stock.sqlite"))
                let region = StockRegion("xinjiang", warehouses: ["urumqi"], store: stock)
                let store = DividedStore(market: "kz", orders: kz, stock: [region])
                let other = DividedStore(market: "ru", orders: ru, stock: [region])
                try await store.openStock(of: SmallShop.catalog())
                var request = try request("key-of-aigul", 2)
                let sealed = Data((0..<48).map { UInt8(($0 * 37 + 11) % 251) })
                request.identities = [
                    SealedRecord(
                        purpose: "delivery", keyID: "2027-1", lookup: "1.lookup-of-aigul", sealed: sealed,
                        eraseAfter: SmallShop.now.addingTimeInterval(86_400))
                ]
                let order = try await store.place(request, from: ["urumqi"], at: SmallShop.now)
                _ = try await other.place(try self.request("other", 1), from: ["urumqi"], at: SmallShop.now)
                #expect(try await level("urumqi", in: stock)?.reserved == 3)
                let marks = [
                    sealed, Data("1.lookup-of-aigul".utf8), Data(order.id.description.utf8), Data("key-of-aigul".utf8),
                ]
                for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
                    let bytes = try Data(contentsOf: file)
                    for (number, mark) in marks.enumerated() {
                        let isThere = bytes.range(of: mark) != nil
                        if !file.lastPathComponent.hasPrefix("kz.sqlite") {
                            #expect(!isThere, "mark \(number) in \(file.lastPathComponent)")
                        } else if file.lastPathComponent == "kz.sqlite-wal" {
                            #expect(isThere, "mark \(number) is looked for in the right way")
                        }
                    }
                }
            }
        }
    #endif
}
