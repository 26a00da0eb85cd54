/// Which database each market's orders and each region's stock are in.
///
///     let topology = try Topology.load(file: url, for: catalog)
///     let stores = try await topology.open { address in try MyStores.open(address.text) }
///     try await stores["kz"]?.place(request, by: fulfilments, at: now)
///
/// One server at first: every address the same, or one market and no regions. Whatever no region names lies in the database of the market
/// that sells it, departures too.
public struct Topology: Hashable, Sendable {
    public struct Region: Hashable, Sendable {
        public var name: String
        public var warehouses: [String]
        public var stock: StoreAddress

        public init(_ name: String, warehouses: [String], stock: StoreAddress) {
            self.name = name
            self.warehouses = warehouses
            self.stock = stock
        }
    }

    /// By market. The law of most of them wants its people's data in its own country.
    public var markets: [String: StoreAddress]
    public var regions: [Region]

    public init(markets: [String: StoreAddress], regions: [Region]) {
        self.markets = markets
        self.regions = regions
    }

    /// Opens every store, the same address once, and gives each market its own view of them.
    ///
    /// A region in the market's own database is no other place: an order from there stays one transaction. Addresses are the same where
    /// they are written the same.
    /// - Throws: whatever opening throws.
    public func open(
        terms: HoldTerms = HoldTerms(), _ open: (StoreAddress) async throws(TradeError) -> any OrderStore
    ) async throws(TradeError) -> [String: DividedStore] {
        var opened: [StoreAddress: any OrderStore] = [:]
        for address in markets.sorted(by: { $0.key < $1.key }).map(\.value) + regions.map(\.stock)
        where opened[address] == nil {
            opened[address] = try await open(address)
        }
        var stores: [String: DividedStore] = [:]
        for (market, address) in markets {
            guard let orders = opened[address] else { continue }
            let elsewhere = regions.filter { $0.stock != address }.compactMap { region in
                opened[region.stock].map {
                    StockRegion(region.name, warehouses: Set(region.warehouses), store: $0)
                }
            }
            stores[market] = DividedStore(market: market, orders: orders, stock: elsewhere, terms: terms)
        }
        return stores
    }
}
