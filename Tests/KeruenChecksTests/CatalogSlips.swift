import KeruenChecks
import Testing

/// A slip in one file of the sample catalogue, and the rule that is there for it.
struct CatalogSlip: CustomTestStringConvertible {
    var code: Diagnostic.Code
    var file: String
    var old: String
    var new: String

    var testDescription: String { "\(code) in \(file)" }

    init(_ code: Diagnostic.Code, _ file: String, _ old: String, _ new: String) {
        (self.code, self.file, self.old, self.new) = (code, file, old, new)
    }

    private static let scarf = "products/atlas-silk-scarf.yaml"
    private static let dombra = "products/staved-dombra.yaml"
    private static let tour = "products/tianchi-day.yaml"
    private static let knife = "products/yengisar-gift-knife.yaml"
    private static let prices = "price-lists/kz-2026.yaml"
    private static let blade = "blade: {length: 110 mm, sharpened: false, tipRadius: 3 mm, kind: gift}"

    /// At least one for every rule.
    static let all = [
        CatalogSlip("CAT0101", scarf, "sku: XJ-SLK-302-EME", "sku: XJ-SLK-302-IND"),
        CatalogSlip("CAT0102", "products/rawap.yaml", "id: rawap", "id: dutar"),
        CatalogSlip("CAT0103", dombra, "id: staved-dombra", "id: dombra"),
        CatalogSlip("CAT0104", scarf, "    weight: 120 g", "    gtin: \"4006381333932\"\n    weight: 120 g"),
        CatalogSlip("CAT0105", dombra, "category: instruments", "category: guitars"),
        CatalogSlip("CAT0106", dombra, "region: ", "region: atlantis-"),
        CatalogSlip("CAT0106", scarf, "material: silk", "material: moonlight"),
        CatalogSlip("CAT0201", scarf, "  kk: \"Атлас жібек орамал\"", "  en: \"Atlas silk scarf\""),
        CatalogSlip("CAT0202", tour, "  kk: \"Үрімшіден", "  en: \"Үрімшіден"),
        CatalogSlip("CAT0203", scarf, "Шарф из хан-атласа", "Шaрф из хан-атласа"),
        CatalogSlip("CAT0204", "products/dutar.yaml", "zh-Hans: \"维吾尔都塔尔\"", "zh-Hans: Dutar"),
        CatalogSlip("CAT0205", scarf, "Атлас жібек орамал", "Шарф из хан-атласа"),
        CatalogSlip("CAT0206", scarf, "Шарф из хан-атласа", "Шарф " + String(repeating: "ё", count: 146)),
        CatalogSlip("CAT0207", scarf, "На одном полотне", String(repeating: "длинно ", count: 720)),
        CatalogSlip("CAT0208", scarf, "ручная стирка", String(repeating: "не стирать ", count: 95)),
        CatalogSlip("CAT0301", prices, "KZ-DMB-001-98: ", "KZ-DMB-001-98: -"),
        CatalogSlip("CAT0302", prices, "KZ-DMB-001-98: ", "KZ-DMB-001-98: 1.005 # "),
        CatalogSlip("CAT0302", prices, "KZ-DMB-001-98: ", "KZ-DMB-001-98: 99999999999999999999 # "),
        CatalogSlip("CAT0303", prices, "prices:\n", "prices:\n  NO-SUCH: 5.00\n"),
        CatalogSlip("CAT0303", "products/khokhloma-bowl.yaml", "sku: RU-", "sku: KZ-DMB-"),
        CatalogSlip("CAT0304", prices, "currency: KZT", "currency: RUB"),
        CatalogSlip("CAT0305", prices, "market: kz", "market: kg"),
        CatalogSlip("CAT0306", scarf, "sku: XJ-SLK-302-EME", "sku: XJ-SLK-302-NEW"),
        CatalogSlip("CAT0307", prices, "taxIncluded: true", "taxIncluded: true\nthrough: 2025-01-01"),
        CatalogSlip("CAT0308", scarf, "    weight: 120 g", "    prices: {kz: 0.00}\n    weight: 120 g"),
        CatalogSlip("CAT0308", scarf, "    weight: 120 g", "    prices: {kz: -19900}\n    weight: 120 g"),
        CatalogSlip("CAT0309", scarf, "    weight: 120 g", "    prices: {kz: 19900.005}\n    weight: 120 g"),
        CatalogSlip("CAT0310", scarf, "    weight: 120 g", "    prices: {kg: 990.00}\n    weight: 120 g"),
        CatalogSlip("CAT0311", prices, "XJ-SLK-302-EME: ", "# "),
        CatalogSlip("CAT0401", scarf, "share: 100", "share: 90"),
        CatalogSlip("CAT0402", scarf, "oneOfAKind: false", "oneOfAKind: true"),
        CatalogSlip("CAT0403", tour, "\ntour:\n", "\nhsCode: \"490110\"\ntour:\n"),
        CatalogSlip("CAT0404", dombra, "hsCode: ", "#"),
        CatalogSlip("CAT0405", dombra, "image: ", "image: ../"),
        CatalogSlip("CAT0405", dombra, "image: ", "image: no-"),
        CatalogSlip("CAT0406", scarf, "    weight: 120 g\n", ""),
        CatalogSlip("CAT0407", tour, "timeZone: Asia/Shanghai", "timeZone: Beijing"),
        CatalogSlip("CAT0407", tour, "timeZone: Asia/Shanghai", "timeZone: Asia/Beijing"),
        CatalogSlip("CAT0408", "markets/cn.yaml", "units: [mm, cm,", "units: [mm,"),
        CatalogSlip("CAT0409", knife, "size: {length: 21 cm}", "size: {length: 21 kg}"),
        CatalogSlip("CAT0409", knife, "tipRadius: 3 mm", "tipRadius: 3 g"),
        CatalogSlip("CAT0410", knife, "length: 110 mm", "length: 210 mm"),
        CatalogSlip("CAT0411", knife, blade, "blade: {length: 150.5 mm, sharpened: true}"),
        CatalogSlip("CAT0412", knife, blade, "blade: {length: 160 mm, sharpened: false, tipRadius: 2.5 mm}"),
        CatalogSlip("CAT0412", knife, blade, "blade: {length: 160 mm, sharpened: false}"),
        CatalogSlip("CAT0413", tour, "\ntour:\n", "\norigin: CN\ntour:\n"),
        CatalogSlip("CAT0413", tour, "sku: TR-TCH-302-AD", "sku: TR-TCH-302-AD\n    weight: 70 kg"),
        CatalogSlip("CAT0414", scarf, "hsCode: \"621410\"", "hsCode: \"621410\"\nhsCodes: {CN: \"6214200000\"}"),
        CatalogSlip("CAT0415", tour, "[2027-05-15, 2027-06-05,", "[2027-06-05, 2027-05-15,"),
        CatalogSlip("CAT0415", tour, "[2027-05-15, 2027-06-05,", "[2027-06-05, 2027-06-05,"),
        CatalogSlip("CAT0416", tour, "nights: 0", "nights: 2"),
        CatalogSlip("CAT0417", tour, "{min: 2, max: 15}", "{min: 15, max: 2}"),
        CatalogSlip("CAT0418", knife, "kind: gift", "kind: traditional"),
        CatalogSlip("CAT0418", knife, blade, "blade: {length: 160 mm, sharpened: true, tipAngle: 59, kind: household}"),
        CatalogSlip("CAT0419", knife, "{material: horn, species: Bos taurus}", "{material: horn}"),
        CatalogSlip("CAT0419", knife, blade, "blade: {length: 160 mm, sharpened: true, kind: household}"),
        CatalogSlip("CAT0419", scarf, "  made: new\n", ""),
        CatalogSlip("CAT0420", "products/nephrite-pendant.yaml", "kind: age-declaration", "kind: invoice"),
        CatalogSlip("CAT0420", "products/sunflower-halva.yaml", "kind: food-access", "kind: invoice"),
        CatalogSlip("CAT0501", "stock/almaty.yaml", "stock:\n", "stock:\n  NO-SUCH: 5\n"),
        CatalogSlip("CAT0502", "stock/almaty.yaml", "warehouse: almaty", "warehouse: shymkent"),
        CatalogSlip("CAT0503", "warehouses.yaml", "id: khorgos", "id: urumqi"),
        CatalogSlip("CAT0504", "markets/kz.yaml", "id: kz", "id: ru"),
        CatalogSlip("CAT0505", scarf, "    weight: 120 g", "    stock: {almati: 4}\n    weight: 120 g"),
    ]

    /// What is right, though it looks like a slip.
    static let innocent = [
        CatalogSlip("CAT0206", scarf, "Шарф из хан-атласа", "Шарф " + String(repeating: "ё", count: 145)),
        CatalogSlip("CAT0308", scarf, "    weight: 120 g", "    prices: {kz: 0.01}\n    weight: 120 g"),
        CatalogSlip("CAT0411", knife, blade, "blade: {length: 150 mm, sharpened: true, kind: household}"),
        CatalogSlip(
            "CAT0412", knife, blade, "blade: {length: 16 cm, sharpened: false, tipRadius: 2.501 mm, kind: gift}"),
        CatalogSlip("CAT0410", knife, "length: 110 mm", "length: 209.999 mm"),
        CatalogSlip("CAT0418", knife, blade, "blade: {length: 16 cm, sharpened: true, tipAngle: 60, kind: household}"),
        CatalogSlip("CAT0419", scarf, "  made: new\n", "  made: 2014\n"),
        CatalogSlip("CAT0414", scarf, "hsCode: \"621410\"", "hsCode: \"621410\"\nhsCodes: {KZ: \"6214100009\"}"),
        CatalogSlip("CAT0416", tour, "nights: 0", "nights: 1"),
        CatalogSlip("CAT0505", scarf, "    weight: 120 g", "    stock: {almaty: 4}\n    weight: 120 g"),
    ]
}
