import KeruenCustoms

/// Goods of which a test knows every measure.
enum ClassifiedGoods {
    static func craft(
        _ id: String, _ title: String, hsCode: String?, codes: [String: String] = [:], size: [String: Measure] = [:],
        origin: String? = "CN", weight: String?, variants: Int = 1, made: Handicraft.Made = .new
    ) -> Product {
        Product(
            id: id, category: "crafts", title: [.zhHans: title], summary: [:], image: "", origin: origin,
            hsCode: hsCode,
            nationalCodes: codes,
            details: .handicraft(
                Handicraft(
                    materials: [], technique: [:], region: "hotan", artisan: [:], size: size, care: [:], heritage: nil,
                    made: made, isOneOfAKind: false, blade: nil)),
            variants: (1...variants).map { variant("T-CRAFT-\($0)", weight: weight) })
    }

    static func imported(_ id: String, _ title: String, hsCode: String, net: String?) -> Product {
        Product(
            id: id, category: "sweets-honey", title: [.ru: title], summary: [:], image: "", origin: "KZ",
            hsCode: hsCode,
            details: .imported(
                ImportedGood(
                    brand: "", manufacturer: [:], materials: [], composition: [:],
                    netWeight: net.flatMap { Measure($0) }, shelfLifeMonths: 24, storage: [:], care: [:],
                    region: "kazakhstan")),
            variants: [variant("T-IMPORTED-1", weight: "620 g")])
    }

    static let tour = Product(
        id: "kanas-lake", category: "lakes-mountains", title: [.zhHans: "喀纳斯湖"], summary: [:], image: "", origin: nil,
        hsCode: nil,
        details: .tour(
            Tour(
                days: 2, nights: 1, region: "altay", meetingPoint: [:], timeZone: "Asia/Shanghai", startTime: "09:00",
                guideLanguages: [], groupSize: 1...8, departures: [], cancellationHours: 48, needsBorderPermit: true,
                includes: [:])), variants: [variant("TR-KAN-301-AD", weight: nil)])

    static func variant(_ sku: String, weight: String?) -> Variant {
        guard let sku = SKU(sku) else { preconditionFailure("\(sku) is no SKU") }
        return Variant(
            sku: sku, options: [.init(name: "size", value: .plain("M"))], gtin: nil,
            weight: weight.flatMap { Measure($0) })
    }
}
