import KeruenCustoms
import Testing

@Suite("A classification")
struct ClassificationTests {
    private let day = CivilDate("2026-12-01") ?? CivilDate(daysSince1970: 0)

    private func carpet(
        codes: [String: String] = ["CN": "5701100000", "RU": "5701109000"], hsCode: String? = "570110",
        size: [String: Measure?] = ["length": Measure("240 cm"), "width": Measure("170 cm")], origin: String? = "CN",
        weight: String? = "17.5 kg", variants: Int = 1
    ) -> Product {
        ClassifiedGoods.craft(
            "hotan-wool-carpet", "和田手工羊毛地毯·石榴花", hsCode: hsCode, codes: codes, size: size.compactMapValues(\.self),
            origin: origin, weight: weight, variants: variants)
    }

    private func classified(
        _ product: Product, _ quantity: Int = 1, pieces: Int = 1, in country: String = "CN",
        by units: LegalUnits = .standard
    ) throws(CustomsError) -> Classification {
        try Classification(
            of: product, product.variants[0], quantity: quantity, piecesInEach: pieces, in: country, on: day, by: units)
    }

    @Test("of a carpet counts it in kilograms and square metres, to the last digit")
    func carpets() throws {
        let carpet = try classified(carpet(), 3)
        #expect(carpet.code?.digits == "5701100000" && carpet.code?.chineseLine == "57011000")
        #expect(
            carpet.statutory
                == StatutoryQuantity(
                    try #require(CEBDecimal("52.5")), .kilogram, second: try #require(CEBDecimal("12.24")), .squareMetre
                ))
        #expect(carpet.unit == .piece && carpet.quantity == 3 && carpet.origin == .china && carpet.isComplete)
        #expect(carpet.legalUnit?.id == "cn-unit-5701")
        // The weight is the one with packing, which customs does not ask for.
        #expect(carpet.diagnostics.map(\.code) == [.netWeightMissing])
    }

    @Test("takes the union's code for all its members, and never China's for theirs")
    func schedules() throws {
        for country in ["RU", "KZ", "KG"] {
            #expect(try classified(carpet(), in: country).code == TariffCode("5701109000", in: .eaeu), "\(country)")
        }
        let chinese = try classified(carpet(codes: ["CN": "5701100000"]), in: "KZ")
        #expect(chinese.code == TariffCode("570110") && !chinese.isComplete)
        #expect(chinese.diagnostics.map(\.code).contains(.nationalCodeMissing))
        let russian = try classified(carpet(codes: ["RU": "5701109000"]), in: "CN")
        #expect(russian.code?.schedule == nil && !russian.isComplete)
        // Its units are known all the same: no row says more of longer codes.
        #expect(russian.statutory?.secondUnit == .squareMetre)
        #expect(TariffCode("5701100000", in: .china) != TariffCode("5701100000", in: .eaeu))
    }

    @Test("names every field that is missing")
    func missing() throws {
        let bare = try classified(carpet(codes: [:], size: ["length": Measure("240 cm")], origin: nil, weight: nil))
        #expect(bare.statutory == nil && bare.origin == nil && !bare.isComplete)
        let fields = bare.diagnostics.filter { $0.code == .measureMissing }.map { $0.arguments["field"] }
        #expect(fields == ["weight", "handicraft.size.width"])
        #expect(
            bare.diagnostics.map(\.code).filter { $0 != .measureMissing } == [.nationalCodeMissing, .originMissing])
        // Two sizes, and one size written at the product: it may be neither's.
        let two = try classified(carpet(variants: 2))
        #expect(two.diagnostics.map { $0.arguments["field"] }.contains("variants.options.size"))
        let nowhere = try classified(carpet(codes: [:], hsCode: nil))
        #expect(nowhere.code == nil && nowhere.diagnostics.map(\.code) == [.commonCodeMissing])
        let elsewhere = try classified(carpet(), in: "US")
        #expect(elsewhere.code?.digits == "570110" && elsewhere.diagnostics.map(\.code) == [.scheduleUnknown])
        #expect(try classified(carpet(origin: "AQ")).diagnostics.map(\.code).contains(.originWithoutCode))
    }

    @Test("refuses codes that are wrong rather than missing")
    func wrong() {
        for (codes, hsCode, error) in [
            (["CN": "570110000"], "570110", Diagnostic.Code.tariffCodeMalformed),
            (["CN": "5702100000"], "570110", .tariffCodeForeign), ([:], "5701", .tariffCodeMalformed),
            ([:], "770110", .tariffCodeMalformed), (["CN": "７７０１１０００００"], nil, .tariffCodeMalformed),
        ] as [([String: String], String?, Diagnostic.Code)] {
            let thrown = #expect(throws: CustomsError.self) {
                try classified(carpet(codes: codes, hsCode: hsCode))
            }
            #expect(thrown?.code == error, "\(codes)")
        }
        for (quantity, pieces) in [(0, 1), (-1, 1), (10_000, 1), (1, 0)] {
            let thrown = #expect(throws: CustomsError.self) { try classified(carpet(), quantity, pieces: pieces) }
            #expect(thrown?.code == .classificationQuantity)
        }
        let thrown = #expect(throws: CustomsError.self) { try classified(ClassifiedGoods.tour) }
        #expect(thrown?.code == .notForCustoms)
    }

    @Test("counts pairs, pieces of a set, grams and what is in a jar")
    func units() throws {
        let socks = ClassifiedGoods.craft("camel-wool-socks", "Түйе жүнінен шұлық", hsCode: "611594", weight: "90 g")
        let pairs = try classified(socks, 2, pieces: 3)
        #expect(pairs.statutory?.first == 6 && pairs.statutory?.firstUnit == .pair && pairs.unit == .pair)
        #expect(pairs.quantity == 6 && pairs.statutory?.second == CEBDecimal("0.18"))
        // From memory, so that somebody has to look.
        #expect(pairs.diagnostics.map(\.code).contains(.legalUnitUnsure))
        let silver = ClassifiedGoods.craft("silver-bilezik", "Күміс білезік", hsCode: "711311", weight: "48.25 g")
        #expect(try classified(silver, 2).statutory == StatutoryQuantity(try #require(CEBDecimal("96.5")), .gram))
        let honey = ClassifiedGoods.imported("east-kazakhstan-honey", "Горный мёд", hsCode: "040900", net: "500 g")
        let jars = try classified(honey, 3)
        #expect(jars.statutory == StatutoryQuantity(try #require(CEBDecimal("1.5")), .kilogram))
        #expect(jars.origin == .kazakhstan && jars.diagnostics.map(\.code) == [.nationalCodeMissing])
    }
}

@Suite("Counted goods")
struct CountedGoodsTests {
    private func quantity(
        _ product: Product, _ count: Int = 1, in unit: CustomsUnit
    ) throws(CustomsError) -> CEBDecimal {
        try CountedGoods(product, product.variants[0], quantity: count).quantity(in: unit)
    }

    private func felt(_ length: String, _ width: String, weight: String? = "1.4 kg") throws -> Product {
        ClassifiedGoods.craft(
            "xinjiang-felt-rug", "新疆花毡", hsCode: "570490",
            size: ["length": try #require(Measure(length)), "width": try #require(Measure(width))], weight: weight)
    }

    @Test(
        "are length times width, exact, and rounded once at the end",
        arguments: [
            ("150 cm", "90 cm", 1, "1.35"), ("1.5 m", "900 mm", 7, "9.45"), ("333 mm", "333 mm", 1, "0.11089"),
            // 0.110889 a piece: a thousand of them lose nothing to rounding.
            ("333 mm", "333 mm", 1_000, "110.889"), ("1 mm", "1 mm", 4, "0"), ("1 mm", "5 mm", 1, "0.00001"),
        ])
    func area(length: String, width: String, count: Int, square: String) throws {
        #expect(try quantity(felt(length, width), count, in: .squareMetre).description == square)
    }

    @Test("agree with whole millimetres reckoned by hand, whatever the sides")
    func naive() throws {
        for (length, width, count) in [(1_234, 567, 89), (240, 170, 9_999), (9_999, 9_999, 12), (1, 7, 3)] {
            // Square millimetres are millionths of a square metre: one digit more than there is room for.
            let millionths = length * width * count
            let expected = (millionths + 5) / 10
            let rug = try felt("\(length) mm", "\(width) mm")
            #expect(try quantity(rug, count, in: .squareMetre).units == Int64(expected))
        }
    }

    @Test(
        "take the size that a variant has of its own, where all its languages write the same",
        arguments: [
            (["zh-Hans": "90 × 200 厘米", "ru": "90 × 200 см", "kk": "90 × 200 см"], "1.8"),
            (["zh-Hans": "1.5 × 3 米", "ru": "1,5 × 3 м"], "4.5"), (["ru": "900×2000 мм"], "1.8"),
            (["zh-Hans": "90 × 200 厘米", "ru": "90 × 210 см"], nil), (["ru": "46–48"], nil),
            (["ru": "10 × 20 × 5 см"], nil),
            (["ru": "диаметр 42 см"], nil), (["ru": "90 × 200"], nil), ([:], nil),
        ] as [([String: String], String?)])
    func written(sizes: [String: String], square: String?) throws {
        var rug = ClassifiedGoods.craft("alasha", "Алаша", hsCode: "570210", weight: "2.7 kg", variants: 2)
        let texts = try sizes.map { (try LanguageTag($0.key), $0.value) }
        rug.variants[0].options = [
            .init(name: "size", value: .localized(Localized(Dictionary(uniqueKeysWithValues: texts))))
        ]
        if let square {
            #expect(try quantity(rug, in: .squareMetre).description == square)
        } else {
            let thrown = #expect(throws: CustomsError.self) { try quantity(rug, in: .squareMetre) }
            #expect(thrown?.arguments["field"] == .text("variants.options.size"))
        }
    }

    @Test("say which field of the catalogue is missing, and what can't be counted at all")
    func errors() throws {
        let silk = ClassifiedGoods.craft("atlas-silk-fabric", "艾德莱斯绸面料", hsCode: "500720", weight: nil)
        for (unit, field) in [
            (CustomsUnit.metre, "handicraft.size.length"), (.squareMetre, "handicraft.size.length"),
            (.kilogram, "weight"),
            (.gram, "weight"), (.litre, "imported.netWeight"), (.millilitre, "imported.netWeight"),
        ] {
            let thrown = #expect(throws: CustomsError.self) { try quantity(silk, in: unit) }
            #expect(thrown?.code == .measureMissing && thrown?.arguments["field"] == .text(field), "\(unit)")
            #expect(thrown?.arguments["customsUnit"] == .text(unit.code))
        }
        let unknown = try #require(CustomsUnit(code: "999"))
        let uncounted = #expect(throws: CustomsError.self) { try quantity(silk, in: unknown) }
        #expect(uncounted?.code == .unitNotCounted)
        #expect(try quantity(silk, 4, in: .strip) == 4)
        let huge = try felt("999999999 m", "999999999 m")
        let tooLarge = #expect(throws: CustomsError.self) { try quantity(huge, 9_999, in: .squareMetre) }
        #expect(tooLarge?.code == .classificationQuantity)
    }

    @Test("weigh what is in them where that is known, and a product of two weights says it of neither")
    func net() throws {
        let oil = ClassifiedGoods.imported("flax-oil", "Льняное масло", hsCode: "151511", net: "250 ml")
        #expect(try quantity(oil, 3, in: .litre).description == "0.75" && quantity(oil, 3, in: .millilitre) == 750)
        var honey = ClassifiedGoods.imported("honey", "Мёд", hsCode: "040900", net: "500 g")
        #expect(try quantity(honey, in: .gram) == 500)
        #expect(try !CountedGoods(honey, honey.variants[0], quantity: 1).weighsWithPacking)
        honey.variants.append(ClassifiedGoods.variant("IM-HON-2", weight: "1.2 kg"))
        #expect(try quantity(honey, in: .gram) == 620)
        #expect(try CountedGoods(honey, honey.variants[0], quantity: 1).weighsWithPacking)
    }
}
