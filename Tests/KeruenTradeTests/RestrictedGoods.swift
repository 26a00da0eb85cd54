import KeruenTrade

/// A row of the table of restrictions with goods that it fits, goods that it lets go, and goods of which nobody can tell.
struct RestrictedGoods {
    var row: String
    var route: ParcelRoute
    /// On which the row is asked; its first day when nil.
    var day: String?
    var fits: Product
    var passes: Product
    var unknown: Product
    /// The fields that would tell.
    var missing: Set<String>

    init(
        _ row: String, _ from: String, _ to: String, by channel: ParcelRoute.Channel = .mail, fits: Product,
        passes: Product, unknown: Product, missing: Set<String>
    ) {
        self.row = row
        route = ParcelRoute(from: from, to: to, by: channel)
        (self.fits, self.passes, self.unknown, self.missing) = (fits, passes, unknown, missing)
    }

    /// One for each row.
    static let all: [RestrictedGoods] = [
        RestrictedGoods(
            "ivory-tortoiseshell", "RU", "KZ",
            fits: craft([.ru: "Гребень из панциря бисса"], "960190", [.init("shell", "Eretmochelys imbricata")]),
            passes: craft([.ru: "Пуговицы из перламутра"], "960190", [.init("shell", "Pinctada margaritifera")]),
            unknown: craft([.ru: "Холмогорская резная шкатулка из кости"], "960190", [.init("bone")]),
            missing: ["handicraft.materials.species"]),
        RestrictedGoods(
            "saiga-horn", "KZ", "RU",
            fits: craft([.kk: "Ақбөкен мүйізінен тарақ"], "960190", [.init("horn", "Saiga tatarica")]),
            passes: craft([.kk: "Қошқар мүйізінен шақша"], "960190", [.init("horn", "Ovis aries")]),
            unknown: craft([.kk: "Мүйіз шақша"], "960190", [.init("horn")]), missing: ["handicraft.materials.species"]),
        RestrictedGoods(
            "saiga-horn-permit", "KZ", "CN",
            fits: craft([.kk: "Ақбөкен мүйізі"], "050790", [.init("saiga-horn")]),
            passes: craft([.kk: "Сиыр мүйізінен сап"], "960190", [.init("horn", "Bos taurus")]),
            unknown: craft([.ru: "Набор из рога и латуни"], "960190", []), missing: ["handicraft.materials"]),
        RestrictedGoods(
            "rosewood", "CN", "RU",
            fits: craft([.zhHans: "红木小盒"], "442090", [.init("rosewood", "Dalbergia odorifera")]),
            passes: craft([.zhHans: "红木都塔尔"], "920290", [.init("rosewood", "Dalbergia odorifera")]),
            unknown: craft([.zhHans: "红木梳子"], "442190", [.init("redwood")]),
            missing: ["handicraft.materials.species"]),
        RestrictedGoods(
            "rosewood-nigra", "CN", "KZ",
            fits: craft([.zhHans: "巴西黑黄檀冬不拉"], "920290", [.init("rosewood", "Dalbergia nigra")]),
            passes: craft([.zhHans: "交趾黄檀手串"], "442190", [.init("rosewood", "Dalbergia cochinchinensis")]),
            unknown: craft([.zhHans: "红木冬不拉"], "920290", [.init("rosewood")]),
            missing: ["handicraft.materials.species"]),
        RestrictedGoods(
            "animal-species", "KZ", "KZ",
            fits: craft([.kk: "Асық жиынтығы"], "950490", [.init("bone")]),
            passes: craft([.kk: "Қойдың асығы"], "950490", [.init("bone", "Ovis aries")]),
            unknown: craft([.kk: "Асық салатын қалта"], "420292", []), missing: ["handicraft.materials"]),
        RestrictedGoods(
            "relics-1911", "CN", "KZ",
            fits: craft([.zhHans: "清末刺绣"], "970690", [.init("silk")], made: .year(1911)),
            passes: craft([.zhHans: "民国绣片"], "630492", [.init("silk")], made: .year(1912)),
            unknown: craft([.zhHans: "老绣片"], "630492", [.init("silk")], made: nil), missing: ["handicraft.made"]),
        RestrictedGoods(
            "relics-1949", "CN", "RU",
            fits: craft(
                [.zhHans: "民国铜壶"], "741810", [.init("copper")], made: .year(1935), significance: [.artistic]),
            passes: craft([.zhHans: "旧铜盘"], "741810", [.init("copper")], made: .year(1949), significance: []),
            unknown: craft([.zhHans: "老铜壶"], "741810", [.init("copper")], made: .year(1935)),
            missing: ["handicraft.significance"]),
        RestrictedGoods(
            "relics-minority", "CN", "KZ",
            fits: craft(
                [.zhHans: "五十年代和田地毯"], "570110", [.init("wool")], made: .year(1956), significance: [.ethnic]),
            passes: craft(
                [.zhHans: "七十年代和田地毯"], "570110", [.init("wool")], made: .year(1967), significance: [.ethnic]),
            unknown: craft([.zhHans: "旧花帽"], "650500", [.init("velvet")], made: .year(1966)),
            missing: ["handicraft.significance"]),
        RestrictedGoods(
            "masters-works", "CN", "RU",
            fits: craft([.zhHans: "水墨立轴"], "970121", [.init("paper")], made: .year(2015), significance: [.master]),
            passes: craft([.zhHans: "木雕摆件"], "442019", [.init("walnut-wood")], made: .year(2014)),
            unknown: craft([.zhHans: "旧瓷瓶"], "691200", [.init("porcelain")], made: .year(1985)),
            missing: ["handicraft.significance"]),
        RestrictedGoods(
            "knife-dagger", "CN", "CN", fits: knife([.zhHans: "匕首"], kind: .dagger),
            passes: knife([.zhHans: "厨刀"], kind: .household), unknown: knife([.zhHans: "小刀"], kind: nil),
            missing: ["handicraft.blade.kind"]),
        RestrictedGoods(
            "knife-spring", "RU", "CN", fits: knife([.ru: "Выкидной нож"], kind: .springKnife, locks: true),
            passes: knife([.ru: "Нож с пружиной без замка"], kind: .springKnife, locks: false),
            unknown: knife([.ru: "Нож с пружиной"], kind: .springKnife), missing: ["handicraft.blade.locks"]),
        RestrictedGoods(
            "knife-pointed", "CN", "RU", fits: knife([.zhHans: "剔骨刀"], "150.5 mm", tipAngle: 59),
            passes: knife([.zhHans: "水果刀"], "150 mm", tipAngle: 59),
            unknown: knife([.zhHans: "长尖刀"], "151 mm", tipAngle: nil), missing: ["handicraft.blade.tipAngle"]),
        RestrictedGoods(
            "knife-long", "CN", "CN", fits: knife([.zhHans: "切肉刀"], "221 mm", tipAngle: 60),
            passes: knife([.zhHans: "片刀"], "220 mm", tipAngle: 75),
            unknown: knife([.zhHans: "长刀"], "25 cm", tipAngle: nil), missing: ["handicraft.blade.tipAngle"]),
        RestrictedGoods(
            "knife-gift", "CN", "CN",
            fits: knife([.zhHans: "英吉沙工艺小刀"], kind: .gift, isSharpened: false, radius: "2.6 mm"),
            passes: knife([.zhHans: "开刃礼品刀"], kind: .gift, radius: "3 mm"),
            unknown: knife([.zhHans: "未开刃礼品刀"], kind: .gift, isSharpened: false),
            missing: ["handicraft.blade.tipRadius"]),
        RestrictedGoods(
            "knife-traditional", "CN", "CN", fits: knife([.zhHans: "英吉沙小刀"], kind: .traditional),
            passes: knife([.zhHans: "折叠刀"], kind: .folding), unknown: knife([.zhHans: "买买提手工刀"], kind: nil),
            missing: ["handicraft.blade.kind"]),
        RestrictedGoods(
            "weapons-mail-eaeu", "CN", "KZ", fits: knife([.zhHans: "英吉沙小刀"], kind: .traditional),
            passes: knife([.ru: "Кухонный нож"], kind: .household),
            unknown: craft([.ru: "Сувенир в ножнах"], nil, [.init("steel")]), missing: ["hsCode"]),
        RestrictedGoods(
            "alcohol-mail-eaeu", "CN", "RU", fits: food([.zhHans: "伊力特曲酒"], "220890"),
            passes: food([.zhHans: "石榴汁"], "200989"), unknown: food([.zhHans: "葡萄饮品"], nil), missing: ["hsCode"]),
        RestrictedGoods(
            "precious-mail-eaeu", "CN", "KZ", fits: craft([.zhHans: "和田玉籽料原石"], "710310", [.init("nephrite")]),
            passes: craft([.zhHans: "和田玉平安扣"], "711620", [.init("nephrite")]),
            unknown: craft([.zhHans: "籽料"], nil, [.init("nephrite")]), missing: ["hsCode"]),
        RestrictedGoods(
            "jewellery-mail-eaeu", "CN", "RU", fits: craft([.zhHans: "银丝耳环"], "711311", [.init("silver")]),
            passes: craft([.zhHans: "黄铜手镯"], "711719", [.init("brass")]),
            unknown: craft([.zhHans: "宽面手镯"], nil, [.init("brass")]), missing: ["hsCode"]),
        RestrictedGoods(
            "weapons-mail-members", "KZ", "RU", fits: knife([.kk: "Қанжар"], kind: .dagger),
            passes: knife([.kk: "Ас үй пышағы"], kind: .household),
            unknown: craft([.ru: "Сувенир в ножнах"], nil, [.init("steel")]), missing: ["hsCode"]),
        RestrictedGoods(
            "dangerous-mail-members", "RU", "KZ", fits: craft([.ru: "Фейерверк «Салют»"], "360410", []),
            passes: craft([.ru: "Шкатулка из Палеха"], "442090", [.init("linden-wood")]),
            unknown: craft([.ru: "Набор к празднику"], nil, []), missing: ["hsCode"]),
        RestrictedGoods(
            "alcohol-mail-members", "KZ", "RU", fits: food([.ru: "Вино «Арба», Асса"], "220421"),
            passes: food([.kk: "Апорт шырыны"], "200971"), unknown: food([.kk: "Сусын"], nil), missing: ["hsCode"]),
        RestrictedGoods(
            "precious-mail-members", "KZ", "RU", fits: craft([.kk: "Күміс білезік"], "711311", [.init("silver")]),
            passes: craft([.kk: "Мыс білезік"], "711719", [.init("brass")]),
            unknown: craft([.kk: "Білезік"], nil, [.init("silver")]), missing: ["hsCode"]),
        RestrictedGoods(
            "seeds-eaeu", "CN", "KZ", by: .cargo, fits: food([.zhHans: "哈密瓜种子"], "120991"),
            passes: food([.zhHans: "炒瓜子"], "200819"), unknown: food([.zhHans: "瓜子"], nil), missing: ["hsCode"]),
        RestrictedGoods(
            "dried-fruit-ru", "CN", "RU", fits: food([.zhHans: "吐鲁番葡萄干"], "080620", "5.1 kg"),
            passes: food([.zhHans: "吐鲁番葡萄干"], "080620", "5 kg"),
            unknown: food([.zhHans: "吐鲁番葡萄干"], "080620", nil), missing: ["variants.weight"]),
        RestrictedGoods(
            "plants-ru", "KZ", "RU", fits: food([.kk: "Апорт алмасы"], "080810"),
            passes: food([.kk: "Алма тосабы"], "200799"), unknown: food([.kk: "Алма"], nil), missing: ["hsCode"]),
        RestrictedGoods(
            "honey-mail-ru", "KZ", "RU", fits: food([.ru: "Горный мёд Восточного Казахстана"], "040900"),
            passes: food([.ru: "Тёмный шоколад из Алматы"], "180632"), unknown: food([.ru: "Сладкий набор"], nil),
            missing: ["hsCode"]),
        RestrictedGoods(
            "raw-hide-wool", "KZ", "CN", fits: craft([.kk: "Қойдың жабағы жүні"], "510111", [.init("wool")]),
            passes: craft([.kk: "Сырмақ"], "570490", [.init("felt")]),
            unknown: craft([.kk: "Жүн"], nil, [.init("wool")]),
            missing: ["hsCode"]),
        RestrictedGoods(
            "felt-eaeu", "CN", "KZ", fits: craft([.zhHans: "伊犁哈萨克花毡"], "570490", [.init("felt")]),
            passes: craft([.zhHans: "和田羊毛地毯"], "570110", [.init("wool")]),
            unknown: craft([.zhHans: "毡子"], nil, [.init("felt")]), missing: ["hsCode"]),
        RestrictedGoods(
            "jade-china", "CN", "RU", fits: craft([.zhHans: "青玉平安镯"], "711620", [.init("nephrite")]),
            passes: craft([.zhHans: "玛瑙手串"], "711620", [.init("carnelian")]),
            unknown: craft([.zhHans: "玉石手串"], "711620", []), missing: ["handicraft.materials"]),
        RestrictedGoods(
            "food-china", "RU", "CN", fits: food([.ru: "Башкирский липовый мёд"], "040900"),
            passes: craft([.ru: "Хохломская чаша"], "441990", [.init("linden-wood")]),
            unknown: food([.ru: "Тульский пряник"], nil), missing: ["hsCode"]),
    ]

    static let sku: SKU = {
        guard let sku = SKU("T-GOODS") else { preconditionFailure("T-GOODS is no SKU") }
        return sku
    }()

    static func craft(
        _ title: Localized<String>, _ hsCode: String?, _ materials: [MaterialShare], made: Handicraft.Made? = .new,
        significance: Set<Handicraft.Significance>? = nil, blade: Blade? = nil
    ) -> Product {
        product(
            title, hsCode, "300 g",
            .handicraft(
                Handicraft(
                    materials: materials, technique: [:], region: "xinjiang", artisan: [:], size: [:], care: [:],
                    heritage: nil, made: made, significance: significance, isOneOfAKind: false, blade: blade)))
    }

    static func knife(
        _ title: Localized<String>, _ length: String = "110 mm", kind: Blade.Kind? = .household,
        isSharpened: Bool = true, radius: String? = nil, tipAngle: Int? = 45, locks: Bool? = nil
    ) -> Product {
        guard let length = Measure(length) else { preconditionFailure("\(length) is no length") }
        return craft(
            title, "821192", [.init("steel")],
            blade: Blade(
                length: length, isSharpened: isSharpened, tipRadius: radius.flatMap { Measure($0) },
                tipAngle: tipAngle, kind: kind, locks: locks))
    }

    static func food(_ title: Localized<String>, _ hsCode: String?, _ weight: String? = "500 g") -> Product {
        product(
            title, hsCode, weight,
            .imported(
                ImportedGood(
                    brand: "", manufacturer: [:], materials: [], composition: [:], netWeight: nil,
                    shelfLifeMonths: 12, storage: [:], care: [:], region: "xinjiang")))
    }

    private static func product(
        _ title: Localized<String>, _ hsCode: String?, _ weight: String?, _ details: Product.Details
    ) -> Product {
        Product(
            id: "goods", category: "crafts", title: title, summary: [:], image: "", origin: "CN", hsCode: hsCode,
            details: details,
            variants: [Variant(sku: sku, options: [], gtin: nil, weight: weight.flatMap { Measure($0) })])
    }
}

extension MaterialShare {
    init(_ material: String, _ species: String? = nil) { self.init(material: material, share: nil, species: species) }
}

extension Screening.Goods {
    /// Some pieces of a product's first variant.
    init(_ product: Product, quantity: Int = 1) {
        guard let variant = product.variants.first else { preconditionFailure("a product without variants") }
        self.init(variant, of: product, quantity: quantity)
    }
}
