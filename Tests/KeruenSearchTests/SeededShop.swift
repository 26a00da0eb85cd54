import KeruenCatalog
import TestSupport

@testable import KeruenSearch

/// A shop of some hundred products that nobody chose: few words, prices and days, so that everything stands beside its like.
struct SeededShop {
    static let today = CivilDate(daysSince1970: 20_783)
    static let words = [
        "жібек", "орамал", "кілем", "шапан", "домбыра", "киіз", "жүн", "атлас", "шёлк", "шёлковый", "шарф", "ковёр",
        "войлок",
        "платок", "тур", "丝绸", "围巾", "地毯",
    ]
    static let categories = ["silk", "felt", "tours", "crafts", "all"]
    static let materials = ["silk", "wool", "no such"]
    static let regions = ["almaty", "kashgar", "no such"]

    var products: [Product]

    init(_ count: Int, _ generator: inout SeededGenerator) {
        products = (0..<count).map { Self.product("p\($0)", &generator) }
    }

    static func product(_ id: String, _ generator: inout SeededGenerator) -> Product {
        func any(_ count: ClosedRange<Int>) -> String {
            (0..<Int.random(in: count, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
                .joined(separator: " ")
        }
        let price = "\([10, 20, 20, 35, 99, 30_000_000].randomElement(using: &generator) ?? 1)"
        let title = any(1...3)
        let summary = any(0...6)
        let region = ["almaty", "kashgar"].randomElement(using: &generator) ?? ""
        let material = ["silk", "wool"].randomElement(using: &generator) ?? ""
        let isTour = Bool.random(using: &generator) && Bool.random(using: &generator)
        let departures = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            CivilDate(daysSince1970: today.daysSince1970 + Int32.random(in: -10...30, using: &generator))
        }
        let details: Product.Details =
            isTour
            ? .tour(
                Tour(
                    days: 1, nights: 0, region: region, meetingPoint: [:], timeZone: "Asia/Almaty", startTime: "09:00",
                    guideLanguages: [], groupSize: 1...8, departures: departures, cancellationHours: 24,
                    needsBorderPermit: false, includes: [:]))
            : .imported(
                ImportedGood(
                    brand: "", manufacturer: [:], materials: [.init(material: material, share: nil, species: nil)],
                    composition: [:], netWeight: nil, shelfLifeMonths: nil, storage: [:], care: [:], region: region))
        let stock =
            Bool.random(using: &generator) ? ["almaty": Int.random(in: 0...2, using: &generator)] : ["urumqi": 7]
        let added = (0...4).randomElement(using: &generator).flatMap {
            $0 == 0 ? nil : CivilDate(daysSince1970: 20_000 + Int32($0))
        }
        let variants = SKU("S-" + id.uppercased()).map {
            [Variant(sku: $0, options: [], gtin: nil, weight: nil, prices: ["kz": price], stock: stock)]
        }
        return Product(
            id: id, category: isTour ? "tours" : ["silk", "felt"].randomElement(using: &generator) ?? "",
            title: [.kk: title, .ru: title], summary: [.kk: summary, .ru: summary], image: "", origin: "KZ",
            hsCode: nil,
            added: added, details: details, variants: variants ?? [])
    }

    var catalog: Catalog {
        Catalog(
            products: products,
            categories: CategoryTree([
                .init(
                    id: "all", name: [:],
                    children: [
                        .init(
                            id: "crafts", name: [.kk: "қолөнер"],
                            children: ["silk", "felt"].map { .init(id: $0, name: [:], children: []) }),
                        .init(id: "tours", name: [:], children: []),
                    ])
            ]),
            markets: [SmallShop.kz],
            warehouses: [
                Warehouse(id: "almaty", name: [:], country: "KZ", markets: ["kz"], openingStock: [:]),
                Warehouse(id: "urumqi", name: [:], country: "CN", markets: ["cn"], openingStock: [:]),
            ],
            materials: ["silk": [:], "wool": [:]], regions: ["almaty": [:], "kashgar": [:]],
            synonyms: [.kk: Synonyms("шарф, орамал, платок"), .ru: Synonyms("шарф, орамал, платок")])
    }

    func index(_ language: LanguageTag = .kk) throws -> SearchIndex {
        try SearchIndex(catalog, market: SmallShop.kz, language: language, on: Self.today)
    }

    static func filters(_ generator: inout SeededGenerator) -> SearchIndex.Filters {
        func maybe<T>(_ values: [T]) -> T? {
            Int.random(in: 0...3, using: &generator) == 0 ? values.randomElement(using: &generator) : nil
        }
        let day = today.daysSince1970 + Int32.random(in: -12...30, using: &generator)
        let end = CivilDate(daysSince1970: day + Int32.random(in: 0...20, using: &generator))
        return SearchIndex.Filters(
            category: maybe(categories), material: maybe(materials), region: maybe(regions),
            price: maybe([0...2_000, 1_500...9_900, 9_900...Int64.max, 3...5, Int64.min...Int64.max]),
            inStock: maybe([true]) ?? false, departure: maybe([CivilDate(daysSince1970: day)...end]))
    }
}
