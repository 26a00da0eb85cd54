public import Foundation
public import Keruen

/// A catalogue of a few products, made in code: for tests that need to know every figure.
public enum SmallShop {
    public static let scarf = sku("T-SCARF-1")
    public static let cap = sku("T-CAP-1")
    /// One piece in the whole world.
    public static let carving = sku("T-CARVING-1")
    public static let now = Date(timeIntervalSince1970: 1_798_000_000)

    public static let kz = Market(
        id: "kz", names: [.kk: "Қазақстан", .ru: "Казахстан"], countries: ["KZ"], currency: .kzt,
        timeZone: "Asia/Almaty", units: Measure.Unit.allCases, languages: [.kk, .ru], requiredLanguages: [.kk, .ru],
        fallbacks: [.kk: [.ru], .ru: [.kk]])

    public static let cn = Market(
        id: "cn", names: [.zhHans: "中国"], countries: ["CN"], currency: .cny, timeZone: "Asia/Shanghai",
        units: Measure.Unit.allCases,
        languages: [.zhHans], requiredLanguages: [.zhHans], fallbacks: [:])

    public static func catalog(scarves: Int = 10) -> Catalog {
        Catalog(
            products: [
                product("scarf", [.kk: "Жібек орамал", .ru: "Шёлковый шарф", .zhHans: "丝绸围巾"], scarf),
                product("cap", [.kk: "Тақия", .ru: "Тюбетейка тақия"], cap),
                product("carving", [.ru: "Нефритовая галька", .zhHans: "和田玉籽料把件"], carving),
            ],
            categories: CategoryTree([
                .init(id: "crafts", name: [.kk: "Қолөнер", .ru: "Ремёсла", .zhHans: "手工艺品"], children: [])
            ]),
            markets: [cn, kz],
            priceLists: [
                list("kz-2026", "kz", from: "2026-01-01", [scarf: 1_990_000, cap: 850_000, carving: 50_000_000], .kzt),
                list("kz-sale", "kz", from: "2026-12-01", through: "2027-01-10", [cap: 700_000], .kzt),
                list("cn-2026", "cn", from: "2026-01-01", [scarf: 26_800, carving: 680_000], .cny),
            ],
            warehouses: [
                Warehouse(
                    id: "almaty", name: [.kk: "Алматы"], country: "KZ", markets: ["kz"],
                    openingStock: [scarf: scarves / 2, cap: 5]),
                Warehouse(
                    id: "urumqi", name: [.zhHans: "乌鲁木齐"], country: "CN", markets: ["kz", "cn"],
                    openingStock: [scarf: scarves - scarves / 2, carving: 1]),
            ])
    }

    public static func request(
        _ key: String, _ lines: [(SKU, Int)], in market: Market = kz, from catalog: Catalog = catalog()
    ) throws -> OrderRequest {
        var cart = Cart()
        for (sku, quantity) in lines { try cart.add(sku, quantity: quantity) }
        let quote = try Quote(cart, in: market, from: catalog, at: now)
        return OrderRequest(key: try IdempotencyKey(key), quote: quote, language: market.languages[0])
    }

    /// A quote that knows its way over the border, and nothing of its costs.
    public static func landed(_ quote: Quote, from origin: String = "CN") throws -> Quote {
        var quote = quote
        quote.destination = try Destination(country: quote.market.uppercased())
        quote.shipsFrom = origin
        return quote
    }

    static func sku(_ text: String) -> SKU {
        guard let sku = SKU(text) else { preconditionFailure("\(text) is no SKU") }
        return sku
    }

    private static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("\(text) is no date") }
        return day
    }

    static func product(_ id: String, _ title: Localized<String>, _ sku: SKU) -> Product {
        Product(
            id: id, category: "crafts", title: title, summary: [:], image: "\(id).svg", origin: "KZ",
            hsCode: "621410",
            details: .imported(
                ImportedGood(
                    brand: "", manufacturer: [:],
                    materials: [MaterialShare(material: "silk", share: 100, species: nil)], composition: [:],
                    netWeight: nil,
                    shelfLifeMonths: nil, storage: [:], care: [:], region: "almaty")),
            variants: [Variant(sku: sku, options: [], gtin: nil, weight: Measure("120 g"))])
    }

    static func list(
        _ id: String, _ market: String, from: String, through: String? = nil, _ prices: [SKU: Int64],
        _ currency: Currency
    ) -> PriceList {
        PriceList(
            id: id, market: market, from: day(from), through: through.map(day), includesTax: true,
            prices: prices.mapValues { Money(minorUnits: $0, currency) })
    }
}
