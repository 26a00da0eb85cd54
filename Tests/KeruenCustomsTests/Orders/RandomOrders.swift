import Foundation
import KeruenCustoms
import TestSupport

/// Orders as buyers would make them: any goods of the sample catalogue, along every way, with discounts, gifts' recipients and both terms.
struct RandomOrders {
    let samples: OrderSamples
    var random: SeededGenerator
    /// One store for all, which never runs out.
    private let store = InMemoryStore()
    private let shop: Catalog
    /// By the way, what is sold along it.
    private let sold: [[SKU]]
    private var placed = 0

    struct Made {
        var order: Order
        var people: CustomsPeople
        var way: OrderSamples.Way
    }

    init(_ samples: OrderSamples, seed: UInt64) async throws {
        (self.samples, random) = (samples, SeededGenerator(seed: seed))
        let catalog = samples.catalog
        let plenty = catalog.warehouses.map { warehouse in
            var warehouse = warehouse
            warehouse.openingStock = warehouse.openingStock.mapValues { $0 > 0 ? 1_000_000 : 0 }
            return warehouse
        }
        // What products say themselves to lie there is in these numbers already.
        shop = Catalog(
            products: catalog.products, categories: catalog.categories, markets: catalog.markets,
            priceLists: catalog.priceLists, warehouses: plenty, materials: catalog.materials)
        guard let day = CivilDate("2026-12-22") else { throw CocoaError(.formatting) }
        sold = OrderSamples.Way.all.map { way in
            let stock = plenty.first { $0.id == way.warehouse }?.openingStock ?? [:]
            return stock.keys.sorted().filter { sku in
                samples.goods[sku] != nil && catalog.price(of: sku, in: way.market, on: day) != nil
            }
        }
        try await store.openStock(of: shop)
    }

    mutating func next() async throws -> Made {
        while true {
            if let made = try await attempt() { return made }
        }
    }

    /// Nil where the law does not let the goods pass; the next buyer wants others.
    private mutating func attempt() async throws -> Made? {
        let index = Int.random(in: 0..<4, using: &random)
        let (way, sold) = (OrderSamples.Way.all[index], sold[index])
        var items: [(SKU, Int)] = []
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let sku = sold[Int.random(in: 0..<sold.count, using: &random)]
            guard !items.contains(where: { $0.0 == sku }) else { continue }
            items.append((sku, Int.random(in: 1...7, using: &random)))
        }
        let currency = samples.catalog.market(way.market)?.currency ?? .cny
        var discounts: [Discount] = []
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            let isPercent = Bool.random(using: &random)
            let percent = Ratio(percent: Int32.random(in: 1...95, using: &random))
            let amount = Money(minorUnits: .random(in: 1...2_000, using: &random), currency)
            discounts.append(isPercent ? .percent(percent) : .amount(amount))
        }
        placed += 1
        let isImport = way.flow != .export
        do {
            let paid = try await samples.paid(
                way, items, key: "k\(placed)", discounts: discounts,
                incoterm: Bool.random(using: &random) ? .dap : .ddp,
                isInsured: Bool.random(using: &random), payments: isImport ? 1 : Int.random(in: 1...3, using: &random),
                in: store, from: shop, isOpen: true)
            let order = try await samples.ready(paid, in: store, waybill: "EX\(random.next() % 1_000_000_000)")
            let people =
                isImport
                ? try OrderSamples.buyers(gift: Bool.random(using: &random))
                : try OrderSamples.recipient(in: way.country)
            return Made(order: order, people: people, way: way)
        } catch let error as TradeError {
            guard error.code != .notAllowedNow, error.code != .outOfStock else { throw error }
            return nil
        }
    }
}
