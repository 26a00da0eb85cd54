internal import Foundation
internal import KeruenTrade

/// What the simulated shop sells: things that many want at once, things of which there is one, and seats that two fares share.
enum SimulatedShop {
    static let opened = Date(timeIntervalSince1970: 1_798_000_000)
    static let warehouses = ["almaty", "astana", "urumqi", "zhengzhou"]

    static let hot = (0..<3).map { sku("HOT-\($0)") }
    static let plain = (0..<6).map { sku("PLAIN-\($0)") }
    /// One piece in the whole world.
    static let unique = (0..<48).map { sku("UNIQUE-\($0)") }
    static let tours = ["caravan-week", "lake-days"]
    static let departures = (0..<16).map { CivilDate(daysSince1970: 20_900 + Int32($0) * 7) }
    static let seats = 12
    /// China's limits of an order and of a person's year, in fen.
    static let single: Int64 = 500_000
    static let annual: Int64 = 2_600_000

    /// A cart with its price, to be ordered any number of times.
    struct Offer: Sendable {
        var quote: Quote
        var fulfilments: [Fulfilment]

        var isTour: Bool { fulfilments.contains { $0.flow == .tour } }
    }

    static let offers: [Offer] = {
        let chance = Chance(seed: 1)
        return (0..<160).compactMap { _ in
            let isTour = chance.happens(300)
            let market = chance.happens(500) ? kz : cn
            var cart = Cart()
            if isTour {
                let (tour, day) = (chance.below(tours.count), departures[chance.below(departures.count)])
                // Both fares of one departure draw on the same seats.
                for fare in ["ADULT", "CHILD"] where fare == "ADULT" || chance.happens(400) {
                    try? cart.add(sku("TOUR\(tour)-\(fare)"), quantity: 1 + chance.below(3), departure: day)
                }
            } else if market.id == "cn", chance.happens(150) {
                // Above the limit of one order, in one piece.
                try? cart.add(unique[40 + chance.below(8)])
            } else {
                for _ in 0...chance.below(3) {
                    // Of a thing that stands in the cart already, more is wanted.
                    switch chance.below(10) {
                    case 0...3: try? cart.add(hot[chance.below(hot.count)], quantity: 1 + chance.below(4))
                    case 4...7: try? cart.add(plain[chance.below(plain.count)], quantity: 1 + chance.below(6))
                    default: try? cart.add(unique[chance.below(unique.count)])
                    }
                }
            }
            guard var quote = try? Quote(cart, in: market, from: catalog, at: opened) else { return nil }
            if !isTour {
                // Landed, as far as an order asks.
                quote.destination = try? Destination(country: market.countries[0])
                quote.shipsFrom = "CN"
            }
            let (near, far) = (["almaty", "astana"], ["urumqi", "zhengzhou"])
            let fulfilments =
                if isTour { [Fulfilment(.tour, from: [])] } else if market.id == "cn" {
                    [Fulfilment(.bondedImport, from: far.reversed()), Fulfilment(.directImport, from: near)]
                } else {
                    [Fulfilment(.domestic, from: near), Fulfilment(.export, from: far)]
                }
            return Offer(quote: quote, fulfilments: fulfilments)
        }
    }()

    static let catalog = Catalog(
        products: hot.map { goods($0) } + plain.map { goods($0) } + unique.map { goods($0) }
            + tours.indices.map { tour($0) },
        categories: CategoryTree([
            .init(id: "all", name: [.kk: "Барлығы", .ru: "Всё", .zhHans: "全部"], children: [])
        ]),
        markets: [kz, cn], priceLists: [prices("kz", .kzt, 10_000), prices("cn", .cny, 23_137)],
        warehouses: [
            // The hot things lie in small heaps in several places, so that one order is often covered from two.
            warehouse("almaty", [.kk: "Алматы"], stock(hot: 3, plain: 20, unique: 0..<16)),
            warehouse("astana", [.kk: "Астана"], stock(hot: 1, plain: 5, unique: 16..<20)),
            warehouse("urumqi", [.zhHans: "乌鲁木齐"], stock(hot: 2, plain: 30, unique: 20..<40)),
            warehouse("zhengzhou", [.zhHans: "郑州"], stock(hot: 4, plain: 10, unique: 40..<48)),
        ])

    private static let kz = Market(
        id: "kz", names: [.kk: "Қазақстан"], countries: ["KZ"], currency: .kzt, timeZone: "Asia/Almaty",
        units: Measure.Unit.allCases, languages: [.kk, .ru], requiredLanguages: [.kk], fallbacks: [:])
    private static let cn = Market(
        id: "cn", names: [.zhHans: "中国"], countries: ["CN"], currency: .cny, timeZone: "Asia/Shanghai",
        units: Measure.Unit.allCases, languages: [.zhHans], requiredLanguages: [.zhHans], fallbacks: [:])

    private static func sku(_ text: String) -> SKU {
        guard let sku = SKU(text) else { preconditionFailure("\(text) is no SKU") }
        return sku
    }

    private static func goods(_ sku: SKU) -> Product {
        Product(
            id: sku.description.lowercased(), category: "all", title: [.ru: "Шёлковый шарф"], summary: [:],
            image: "scarf.svg", origin: "CN", hsCode: "621410",
            details: .imported(
                ImportedGood(
                    brand: "", manufacturer: [:], materials: [], composition: [:], netWeight: nil,
                    shelfLifeMonths: nil, storage: [:], care: [:], region: "urumqi")),
            variants: [Variant(sku: sku, options: [], gtin: nil, weight: Measure("120 g"))])
    }

    private static func tour(_ index: Int) -> Product {
        Product(
            id: tours[index], category: "all", title: [.zhHans: "丝路商队七日游"], summary: [:], image: "tour.svg",
            origin: "CN", hsCode: "",
            details: .tour(
                Tour(
                    days: 7, nights: 6, region: "urumqi", meetingPoint: [:], timeZone: "Asia/Shanghai",
                    startTime: "09:30", guideLanguages: [.zhHans], groupSize: 2...seats, departures: departures,
                    cancellationHours: 24, needsBorderPermit: false, includes: [:])),
            variants: ["ADULT", "CHILD"].map {
                Variant(sku: sku("TOUR\(index)-\($0)"), options: [], gtin: nil, weight: nil)
            })
    }

    private static func prices(_ market: String, _ currency: Currency, _ unit: Int64) -> PriceList {
        let fares = tours.indices.flatMap { [sku("TOUR\($0)-ADULT"), sku("TOUR\($0)-CHILD")] }
        var prices: [SKU: Money] = [:]
        for (index, sku) in (hot + plain + unique + fares).enumerated() {
            prices[sku] = Money(minorUnits: unit * Int64(index + 3), currency)
        }
        return PriceList(
            id: "\(market)-all", market: market, from: CivilDate(daysSince1970: 20_000), through: nil,
            includesTax: true, prices: prices)
    }

    private static func warehouse(_ id: String, _ name: Localized<String>, _ stock: [SKU: Int]) -> Warehouse {
        Warehouse(
            id: id, name: name, country: name[.kk] == nil ? "CN" : "KZ", markets: ["kz", "cn"], openingStock: stock)
    }

    private static func stock(hot: Int, plain: Int, unique: Range<Int>) -> [SKU: Int] {
        var stock: [SKU: Int] = [:]
        for sku in self.hot { stock[sku] = hot }
        for sku in self.plain { stock[sku] = plain }
        for sku in self.unique[unique] { stock[sku] = 1 }
        return stock
    }
}
