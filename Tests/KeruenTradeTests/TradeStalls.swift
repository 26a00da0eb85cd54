import Foundation
import KeruenTrade

/// A catalogue, rates and tariffs of its own for quotes that are reckoned by hand: nothing of the sample shop is in them, so that
/// its prices may change.
enum TradeStalls {
    /// 120 g, taxed as everything is.
    static let silk = sku("T-SILK")
    /// 6.2 kg.
    static let rug = sku("T-RUG")
    /// 700 g; farm produce in China, ordinary goods in Russia.
    static let honey = sku("T-HONEY")
    /// 1.1 kg; a listed food.
    static let nuts = sku("T-NUTS")
    /// 350 g; for children.
    static let toy = sku("T-TOY")
    /// 9 kg and cheap.
    static let iron = sku("T-IRON")
    /// 500 g; EUR 200 exactly at the rates of these tests.
    static let exact = sku("T-EXACT")
    /// A tiyn, a kopeck more.
    static let over = sku("T-OVER")
    /// Cosmetics: 50 ml, 400 ml, 30 ml, 100 ml, one whose content nobody has noted, and masks by the piece.
    static let cream = sku("T-CREAM")
    static let lotion = sku("T-LOTION")
    static let oil = sku("T-OIL")
    static let serum = sku("T-SERUM")
    static let perfume = sku("T-PERFUME")
    static let mask = sku("T-MASK")
    /// Around CNY 5,000 in one piece and in two.
    static let felt = sku("T-FELT")
    static let robe = sku("T-ROBE")
    static let carpet = sku("T-CARPET")
    /// Dear, and of no known duty.
    static let yurt = sku("T-YURT")
    /// A kilogram and five.
    static let sugar = sku("T-SUGAR")
    static let rice = sku("T-RICE")
    static let tour = sku("T-TOUR")
    static let knife = sku("T-KNIFE")
    static let saiga = sku("T-SAIGA")
    static let antique = sku("T-ANTIQUE")
    /// Nobody has put it on the scales.
    static let unweighed = sku("T-UNWEIGHED")
    /// Nobody has classified it.
    static let unclassified = sku("T-UNCLASSIFIED")

    static let kz = market("kz", ["KZ"], .kzt, "Asia/Almaty")
    static let ru = market("ru", ["RU"], .rub, "Europe/Moscow")
    static let cn = market("cn", ["CN"], .cny, "Asia/Shanghai")
    /// The same prices, with the tax in them.
    static let kzGross = market("kz-gross", ["KZ"], .kzt, "Asia/Almaty")
    static let ruGross = market("ru-gross", ["RU"], .rub, "Europe/Moscow")

    static let catalog = Catalog(
        products: [
            good(
                "silk", [.zhHans: "艾德莱斯绸围巾", .ru: "Шарф из хан-атласа", .kk: "Атлас орамал"], silk, "621410", "120 g"),
            good("rug", [.zhHans: "手工毛毡地毯", .ru: "Войлочный ковёр сырмак", .kk: "Сырмақ"], rug, "570490", "6.2 kg"),
            good("honey", [.zhHans: "椴树蜜", .ru: "Башкирский липовый мёд", .kk: "Жөке балы"], honey, "040900", "700 g"),
            good(
                "nuts", [.zhHans: "和田薄皮核桃", .ru: "Грецкие орехи из Хотана", .kk: "Хотан жаңғағы"], nuts, "080232",
                "1.1 kg"),
            good("toy", [.zhHans: "套娃", .ru: "Матрёшка", .kk: "Матрёшка қуыршақ"], toy, "950300", "350 g"),
            good("iron", [.zhHans: "铸铁锅", .ru: "Чугунный казан", .kk: "Шойын қазан"], iron, "732399", "9 kg"),
            good("exact", [.ru: "Палантин ровно на порог"], exact, "621410", "500 g"),
            good("over", [.ru: "Палантин чуть дороже порога"], over, "621410", "500 g"),
            good(
                "cream", [.zhHans: "大马士革玫瑰面霜", .ru: "Крем с дамасской розой"], cream, "330499", "120 g", net: "50 ml"),
            good("lotion", [.zhHans: "马油身体乳", .ru: "Молочко для тела"], lotion, "330499", "460 g", net: "400 ml"),
            good("oil", [.zhHans: "沙棘精华油", .ru: "Облепиховое масло"], oil, "330499", "90 g", net: "30 ml"),
            good("serum", [.zhHans: "藏红花精华液", .ru: "Сыворотка с шафраном"], serum, "330499", "300 g", net: "100 ml"),
            good("perfume", [.zhHans: "薰衣草香水", .ru: "Лавандовые духи"], perfume, "330300", "200 g"),
            good(
                "mask", [.zhHans: "蚕丝面膜", .ru: "Шёлковая маска"], mask, "330499", "30 g", category: "sheet-masks"),
            good("felt", [.zhHans: "手工毛毡壁毯", .kk: "Тұскиіз"], felt, "570490", "240 g"),
            good("robe", [.zhHans: "金线刺绣长袍", .kk: "Зер шапан"], robe, "621149", "480 g"),
            good("carpet", [.zhHans: "手工打结丝毯", .ru: "Шёлковый ковёр ручной вязки"], carpet, "570190", "2.4 kg"),
            good("yurt", [.zhHans: "小毡房", .kk: "Шағын киіз үй"], yurt, "630622", "20 kg"),
            good("sugar", [.zhHans: "冰糖", .ru: "Сахар леденцовый"], sugar, "170199", "1 kg"),
            good("rice", [.zhHans: "阿克苏大米", .kk: "Ақмаржан күріш"], rice, "100630", "5 kg"),
            craft("knife", [.zhHans: "英吉沙小刀", .ru: "Нож из Янгигисара"], knife, "821192", category: "knives"),
            craft(
                "saiga", [.ru: "Гребень из рога сайгака", .kk: "Ақбөкен мүйізінен тарақ"], saiga, "960190",
                materials: [MaterialShare(material: "horn", share: nil, species: "Saiga tatarica")]),
            craft("antique", [.zhHans: "清末刺绣"], antique, "970690", made: .year(1911)),
            good("unweighed", [.ru: "Без веса"], unweighed, "621410", nil),
            good("unclassified", [.ru: "Без кода"], unclassified, nil, "500 g"),
            Product(
                id: "tour", category: "tours", title: [.kk: "Алтын-Емел"], summary: [:], image: "", origin: nil,
                hsCode: nil,
                details: .tour(
                    Tour(
                        days: 1, nights: 0, region: "almaty", meetingPoint: [:], timeZone: "Asia/Almaty",
                        startTime: "09:00", guideLanguages: [.kk], groupSize: 1...8, departures: [],
                        cancellationHours: 24, needsBorderPermit: false, includes: [:])),
                variants: [Variant(sku: tour, options: [], gtin: nil, weight: nil)]),
        ],
        categories: CategoryTree(), markets: [kz, ru, cn, kzGross, ruGross],
        priceLists: [
            list("kz", .kzt, kzt), list("kz-gross", .kzt, kzt, includesTax: true), list("ru", .rub, rub),
            list("ru-gross", .rub, rub, includesTax: true), list("cn", .cny, cny),
        ])

    private static let kzt: [SKU: Int64] = [
        silk: 1_990_000, rug: 8_500_000, honey: 420_000, nuts: 630_000, toy: 745_050, iron: 1_200_000,
        exact: 10_469_400, over: 10_469_401, tour: 2_500_000, knife: 900_000, saiga: 300_000, antique: 5_000_000,
        unweighed: 1_000_000, unclassified: 20_000_000,
    ]
    private static let rub: [SKU: Int64] = [
        silk: 349_000, rug: 1_590_000, honey: 129_000, nuts: 115_000, toy: 133_333, iron: 210_000, exact: 1_824_690,
        over: 1_824_691, knife: 150_000,
    ]
    private static let cny: [SKU: Int64] = [
        silk: 26_800, rug: 118_000, honey: 9_800, nuts: 7_650, toy: 12_990, iron: 16_000, knife: 12_000,
        cream: 48_000, lotion: 9_600, oil: 25_800, serum: 520_000, perfume: 35_000, mask: 1_200, felt: 248_000,
        robe: 493_241, carpet: 620_000, yurt: 600_000, sugar: 980, rice: 4_500,
    ]

    /// The laws of the library with tariffs of these tests.
    static let rules: TradeRules = {
        var rules = TradeRules.standard
        rules.dutyRates = [duty("5701", percent: 6), duty("3304", percent: 5)]
        rules.freight = [
            tariff("KZ", .kzt, 190_000, 65_000), tariff("RU", .rub, 42_000, 14_500), tariff("CN", .cny, 3_800, 1_100),
        ]
        rules.insurance = [premium("KZ", .kzt, 30_000), premium("RU", .rub, 6_000), premium("CN", .cny, 400)]
        return rules
    }()

    /// Invented: the table has none.
    private static func duty(_ code: String, percent: Int32) -> DutyRate {
        DutyRate(
            id: "duty-\(code)", country: "CN", selector: .hs(code), rate: Ratio(percent: percent), validity: always)
    }

    /// EUR 1 = KZT 523.47 = RUB 91.2345, so that EUR 200 are KZT 104 694.00 and RUB 18 246.90.
    static func rates(on day: CivilDate) -> RateTable {
        RateTable(
            [
                ratio("523.47").flatMap { ExchangeRate(from: .eur, to: .kzt, $0, on: day, source: "nbk") },
                ratio("91.2345").flatMap { ExchangeRate(from: .eur, to: .rub, $0, on: day, source: "cbr") },
            ].compactMap(\.self))
    }

    static func cart(_ items: [SKU: Int]) throws -> Cart {
        var cart = Cart()
        for (sku, count) in items.sorted(by: { $0.key < $1.key }) { try cart.add(sku, quantity: count) }
        return cart
    }

    static func terms(
        to country: String, from origin: String, on day: String = "2026-07-15", incoterm: Incoterm = .dap,
        discounts: [Discount] = []
    ) throws -> QuoteTerms {
        QuoteTerms(
            to: try Destination(country: country), shipsFrom: origin, incoterm: incoterm, discounts: discounts,
            on: self.day(day), rates: rates(on: self.day(day)), rules: rules)
    }

    static func quote(
        _ items: [SKU: Int], in market: Market = kz, from origin: String = "CN", on day: String = "2026-07-15",
        incoterm: Incoterm = .dap, discounts: [Discount] = [], changing change: (inout QuoteTerms) -> Void = { _ in }
    ) throws -> Quote {
        var terms = try terms(
            to: market.countries[0], from: origin, on: day, incoterm: incoterm, discounts: discounts)
        change(&terms)
        return try Quote(cart(items), in: market, from: catalog, under: terms, at: noon(day))
    }

    /// An instant of a day in all three markets.
    static func noon(_ day: String) -> Date {
        Date(timeIntervalSince1970: Double(self.day(day).daysSince1970) * 86_400 + 6 * 3_600)
    }

    static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("\(text) is no date") }
        return day
    }

    static func ratio(_ text: String) -> Ratio? { Ratio(text) }

    static func group(_ text: String) -> CountryGroup {
        guard let group = CountryGroup(text) else { preconditionFailure("\(text) is no group") }
        return group
    }

    static func paper(_ kind: String, number: String = "1", through: String? = nil) -> Certificate {
        Certificate(kind: kind, number: number, issuer: "海关", language: .zhHans, through: through.map(day))
    }

    static let always = RuleValidity(from: day("2000-01-01"), source: "test")

    private static func sku(_ text: String) -> SKU {
        guard let sku = SKU(text) else { preconditionFailure("\(text) is no SKU") }
        return sku
    }

    private static func market(_ id: String, _ countries: [String], _ currency: Currency, _ zone: String) -> Market {
        Market(
            id: id, names: [:], countries: countries, currency: currency, timeZone: zone,
            units: Measure.Unit.allCases, languages: [.ru], requiredLanguages: [], fallbacks: [:])
    }

    private static func good(
        _ id: String, _ title: Localized<String>, _ sku: SKU, _ hsCode: String?, _ weight: String?,
        net: String? = nil, category: String = "imported"
    ) -> Product {
        Product(
            id: id, category: category, title: title, summary: [:], image: "", origin: "CN", hsCode: hsCode,
            details: .imported(
                ImportedGood(
                    brand: "", manufacturer: [:], materials: plain, composition: [:],
                    netWeight: net.flatMap { Measure($0) },
                    shelfLifeMonths: nil, storage: [:], care: [:], region: "xinjiang")),
            variants: [Variant(sku: sku, options: [], gtin: nil, weight: weight.flatMap { Measure($0) })])
    }

    /// Nothing that a restriction asks for.
    static let plain = [MaterialShare(material: "cotton", share: 100, species: nil)]

    static func craft(
        _ id: String, _ title: Localized<String>, _ sku: SKU, _ hsCode: String, category: String = "crafts",
        materials: [MaterialShare] = plain, made: Handicraft.Made? = .new, blade: Blade? = nil
    ) -> Product {
        Product(
            id: id, category: category, title: title, summary: [:], image: "", origin: "CN", hsCode: hsCode,
            details: .handicraft(
                Handicraft(
                    materials: materials, technique: [:], region: "xinjiang", artisan: [:], size: [:], care: [:],
                    heritage: nil, made: made, isOneOfAKind: false, blade: blade)),
            variants: [Variant(sku: sku, options: [], gtin: nil, weight: Measure("300 g"))])
    }

    private static func list(
        _ market: String, _ currency: Currency, _ prices: [SKU: Int64], includesTax: Bool = false
    ) -> PriceList {
        PriceList(
            id: "\(market)-list", market: market, from: day("2020-01-01"), through: nil, includesTax: includesTax,
            prices: prices.mapValues { Money(minorUnits: $0, currency) })
    }

    private static func tariff(_ country: String, _ currency: Currency, _ first: Int64, _ step: Int64) -> FreightTariff
    {
        FreightTariff(
            id: "freight-\(country)", origin: group("*"), destination: group(country), minimum: 500,
            first: Money(minorUnits: first, currency), step: 500, perStep: Money(minorUnits: step, currency),
            maximum: 100_000, transit: 5...9, validity: always)
    }

    private static func premium(_ country: String, _ currency: Currency, _ minimum: Int64) -> InsuranceTariff {
        InsuranceTariff(
            id: "insurance-\(country)", origin: group("*"), destination: group(country), rate: sixPerMille,
            minimum: Money(minorUnits: minimum, currency), validity: always)
    }

    private static let sixPerMille = Ratio(6, over: 1_000) ?? .zero
}
