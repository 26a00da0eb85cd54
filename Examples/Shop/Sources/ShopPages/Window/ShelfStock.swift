internal import Keruen
internal import ShopSite

/// What is left of a product at this moment: pieces by warehouse, or seats by departure.
///
/// While the store is away nobody knows; a page says nothing of it then, and never that something is sold out.
struct ShelfStock {
    /// Whether the store told.
    private(set) var isKnown = true
    var pieces: [SKU: [String: Int]] = [:]
    var seats: [CivilDate: Int] = [:]

    /// Read in one transaction, so that a page is of one moment.
    init(of product: Product, for market: Market, in catalog: Catalog, from store: any OrderStore)
        async throws(TradeError)
    {
        let warehouses = catalog.warehouses(serving: market).map(\.id)
        do throws(TradeError) { self = try await Self.read(product, in: warehouses, from: store) } catch {
            guard error.isOutage else { throw error }
            self.init()
            isKnown = false
        }
    }

    private static func read(
        _ product: Product, in warehouses: [String], from store: any OrderStore
    ) async throws(TradeError) -> ShelfStock {
        try await store.read { transaction throws(TradeError) in
            var stock = ShelfStock()
            if case .tour(let tour) = product.details {
                for day in tour.departures {
                    let place = StockPlace(.departure(tour: product.id, day: day), in: StockPlace.departures)
                    stock.seats[day] = try transaction.level(at: place)?.free ?? 0
                }
                return stock
            }
            for variant in product.variants {
                for warehouse in warehouses {
                    let free = try transaction.level(at: StockPlace(.sku(variant.sku), in: warehouse))?.free ?? 0
                    if free > 0 { stock.pieces[variant.sku, default: [:]][warehouse] = free }
                }
            }
            return stock
        }
    }

    private init() {}

    /// More than this is told as «in stock»: nobody chooses by it.
    static let few = 10

    /// Whether some may lie in a warehouse, as far as anybody knows.
    func mayLie(_ sku: SKU, in warehouse: String) -> Bool { !isKnown || pieces[sku]?[warehouse] != nil }

    func pieces(of sku: SKU) -> Int { (pieces[sku] ?? [:]).values.reduce(0, +) }

    /// Tells pages of one product apart: two with the same key show the same.
    var key: String {
        guard isKnown else { return "unknown" }
        let pieces = pieces.map { sku, warehouses in
            "\(sku)=" + warehouses.map { "\($0):\(min($1, Self.few + 1))" }.sorted().joined(separator: ",")
        }
        let seats = seats.map { "\($0)=\(min($1, Self.few + 1))" }
        return (pieces + seats).sorted().joined(separator: " ")
    }
}
