/// Everything the shop sells, immutable: reload to change it, swap the value to publish it.
///
///     let catalog = try Catalog.load(folder: URL(filePath: "Catalog"))
///     catalog.price(of: sku, in: "kz", on: today)?.amount      // 19900.00 KZT
public struct Catalog: Sendable {
    /// In the order of their ids.
    public let products: [Product]
    public let categories: CategoryTree
    public let markets: [Market]
    public let priceLists: [PriceList]
    public let warehouses: [Warehouse]
    /// Material code → name.
    public let materials: [String: Localized<String>]
    /// Region code → name.
    public let regions: [String: Localized<String>]
    /// What buyers call the same thing, by language.
    public let synonyms: [LanguageTag: Synonyms]

    private let productIndex: [String: Int]
    private let variantIndex: [SKU: (product: Int, variant: Int)]

    /// Of products, variants, markets or warehouses that share an id, the first stays; checks report the others.
    public init(
        products: [Product], categories: CategoryTree, markets: [Market], priceLists: [PriceList] = [],
        warehouses: [Warehouse] = [], materials: [String: Localized<String>] = [:],
        regions: [String: Localized<String>] = [:], synonyms: [LanguageTag: Synonyms] = [:]
    ) {
        var known: Set<String> = []
        self.products = products.sorted { $0.id < $1.id }.filter { known.insert($0.id).inserted }
        self.categories = categories
        var knownMarkets: Set<String> = []
        self.markets = markets.filter { knownMarkets.insert($0.id).inserted }
        // Latest first, so that the first list that names a SKU has its price.
        self.priceLists = priceLists.sorted { ($1.from, $0.id) < ($0.from, $1.id) }
        self.warehouses = Self.stocked(warehouses, with: self.products)
        self.materials = materials
        self.regions = regions
        self.synonyms = synonyms
        productIndex = Dictionary(uniqueKeysWithValues: self.products.enumerated().map { ($1.id, $0) })
        variantIndex = Dictionary(
            self.products.enumerated().flatMap { p, product in
                product.variants.enumerated().map { v, variant in (variant.sku, (p, v)) }
            }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(id: String) -> Product? { productIndex[id].map { products[$0] } }

    public func market(_ id: String) -> Market? { markets.first { $0.id == id } }

    /// The product and variant that a SKU stands for.
    public func item(_ sku: SKU) -> (product: Product, variant: Variant)? {
        variantIndex[sku].map { (products[$0.product], products[$0.product].variants[$0.variant]) }
    }

    /// The price in force; nil where the market does not sell it.
    public func price(of sku: SKU, in market: String, on day: CivilDate) -> Price? {
        for list in priceLists where list.market == market && list.isInForce(on: day) {
            if let amount = list.prices[sku] {
                return Price(amount: amount, includesTax: list.includesTax, list: list.id)
            }
        }
        return item(sku).flatMap { ownPrice(of: $0.variant, in: market) }
    }

    /// The same of a variant that need not be one of the catalogue's products: they may be kept elsewhere.
    public func price(of variant: Variant, in market: String, on day: CivilDate) -> Price? {
        price(of: variant.sku, in: market, on: day) ?? ownPrice(of: variant, in: market)
    }

    private func ownPrice(of variant: Variant, in market: String) -> Price? {
        guard let own = variant.prices[market], let currency = self.market(market)?.currency else { return nil }
        return (try? Money(own, currency)).map { Price(amount: $0, includesTax: true, list: "") }
    }

    /// The lowest price among a product's variants: what a list of products shows.
    public func lowestPrice(of product: Product, in market: String, on day: CivilDate) -> Price? {
        product.variants.compactMap { price(of: $0, in: market, on: day) }
            .min { $0.amount.minorUnits < $1.amount.minorUnits }
    }

    /// The first of warehouses that share an id, with what products say themselves to lie there.
    private static func stocked(_ warehouses: [Warehouse], with products: [Product]) -> [Warehouse] {
        var known: Set<String> = []
        var result = warehouses.filter { known.insert($0.id).inserted }.sorted { $0.id < $1.id }
        let places = Dictionary(uniqueKeysWithValues: result.enumerated().map { ($1.id, $0) })
        for variant in products.flatMap(\.variants) {
            for (warehouse, count) in variant.stock {
                guard let place = places[warehouse] else { continue }
                result[place].openingStock[variant.sku, default: 0] += count
            }
        }
        return result
    }

    /// What lay in all warehouses together when the books were opened.
    public func openingStock(of sku: SKU) -> Int {
        warehouses.reduce(0) { $0 + ($1.openingStock[sku] ?? 0) }
    }
}
