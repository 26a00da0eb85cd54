import KeruenTrade
import TestSupport
import Testing

/// The one law of all rows together.
@Suite("What is unknown")
struct RestrictionPropertyTests {
    @Test("is never allowed: taking a field out of a product’s file opens no way that was closed")
    func removals() throws {
        var generator = SeededGenerator(seed: 20_261_127)
        let day = TradeStalls.day("2026-11-27")
        var (closed, opened, turned) = (0, 0, 0)
        let rounds = LongRun.isOn ? 4_000 : 150
        for _ in 0..<rounds {
            let product = SeededGoods.product(by: &generator)
            let route = SeededGoods.route(by: &generator)
            func isOpen(_ product: Product) -> (Bool, Bool) {
                let found = TradeRules.standard.screening(of: [.init(product)], along: route, on: day)
                return (found.blocks.isEmpty && found.reviews.isEmpty, found.blocks.isEmpty)
            }
            let (wasOpen, wasUnblocked) = isOpen(product)
            for name in SeededGoods.fields {
                guard let less = product.without(name, by: &generator) else { continue }
                let (isStillOpen, isUnblocked) = isOpen(less)
                if !wasOpen { #expect(!isStillOpen, "\(route) without \(name): \(product)") }
                if wasOpen && !isStillOpen { turned += 1 }
                if !wasUnblocked && isUnblocked { opened += 1 }
            }
            closed += wasOpen ? 0 : 1
        }
        // Both kinds of goods are there, a missing field closes ways, and opens some from a block to a question.
        #expect(closed > rounds / 8 && closed < rounds * 7 / 8, "\(closed)")
        #expect(turned > rounds / 8 && opened > rounds / 40, "\(turned) \(opened)")
    }
}

/// Goods that rows have something to say of, everything about them known.
private enum SeededGoods {
    static let fields = [
        "hsCode", "materials", "species", "made", "significance", "blade", "blade.kind", "blade.tipAngle",
        "blade.tipRadius", "blade.locks", "weight", "certificates",
    ]

    private static let materials: [(code: String, species: [String])] = [
        ("horn", ["Saiga tatarica", "Bos taurus"]), ("antler", ["Cervus elaphus"]),
        ("bone", ["Elephas maximus", "Camelus bactrianus"]), ("tooth", ["Loxodonta africana"]), ("ivory", []),
        ("tortoiseshell", []), ("rosewood", ["Dalbergia nigra", "Dalbergia latifolia", "Pterocarpus indicus"]),
        ("nephrite", []), ("silver", []), ("silk", []), ("felt", []), ("walnut-wood", []), ("steel", []),
    ]
    private static let codes = [
        "821192", "930700", "711311", "711620", "710310", "570490", "920290", "442090", "510111", "960190", "630492",
        "970121",
    ]
    private static let foods = ["040900", "220890", "080620", "080810", "120991", "230910", "180632", "240220"]
    private static let years: [Handicraft.Made] = [
        .new, .year(1890), .year(1911), .year(1930), .year(1949), .year(1960), .year(1990), .year(2014),
    ]
    private static let papers = ["cites-permit", "veterinary-certificate", "age-declaration", "food-access"]

    static func route(by generator: inout SeededGenerator) -> ParcelRoute {
        let countries = ["CN", "KZ", "RU"]
        return ParcelRoute(
            from: pick(countries, &generator), to: pick(countries, &generator),
            by: pick(ParcelRoute.Channel.allCases, &generator))
    }

    static func product(by generator: inout SeededGenerator) -> Product {
        var product: Product
        if Int.random(in: 0..<4, using: &generator) == 0 {
            product = RestrictedGoods.food(
                [.zhHans: "吐鲁番葡萄干"], pick(foods, &generator), pick(["300 g", "5 kg", "6 kg"], &generator))
        } else {
            let code = pick(codes, &generator)
            let materials = (0..<Int.random(in: 1...2, using: &generator)).map { _ -> MaterialShare in
                let (code, species) = pick(self.materials, &generator)
                return MaterialShare(code, species.isEmpty ? nil : pick(species, &generator))
            }
            let significance = Handicraft.Significance.allCases.filter { _ in
                Int.random(in: 0..<4, using: &generator) == 0
            }
            product = RestrictedGoods.craft(
                [.kk: "Қолөнер бұйымы"], code, materials, made: pick(years, &generator),
                significance: Set(significance),
                blade: GoodsKind.cutlery.contains(hsCode: code) ? blade(by: &generator) : nil)
        }
        if Bool.random(using: &generator) { product.certificates = [TradeStalls.paper(pick(papers, &generator))] }
        return product
    }

    private static func blade(by generator: inout SeededGenerator) -> Blade? {
        Measure(pick(["110 mm", "16 cm", "230 mm"], &generator)).map { length in
            Blade(
                length: length, isSharpened: Bool.random(using: &generator),
                tipRadius: Measure(pick(["1 mm", "3 mm"], &generator)), tipAngle: pick([45, 60, 75], &generator),
                kind: pick(Blade.Kind.allCases, &generator), locks: Bool.random(using: &generator))
        }
    }

    private static func pick<Element>(_ elements: [Element], _ generator: inout SeededGenerator) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &generator)]
    }
}

extension Product {
    /// The product with a field left out; nil where it has no such field.
    fileprivate func without(_ name: String, by generator: inout SeededGenerator) -> Product? {
        var product = self
        switch name {
        case "hsCode": product.hsCode = nil
        case "weight": product.variants[0].weight = nil
        case "certificates": product.certificates = []
        default:
            guard case .handicraft(var craft) = details else { return nil }
            switch name {
            case "materials": craft.materials = []
            case "species": craft.materials[Int.random(in: 0..<craft.materials.count, using: &generator)].species = nil
            case "made": craft.made = nil
            case "significance": craft.significance = nil
            case "blade": craft.blade = nil
            case "blade.kind": craft.blade?.kind = nil
            case "blade.tipAngle": craft.blade?.tipAngle = nil
            case "blade.tipRadius": craft.blade?.tipRadius = nil
            default: craft.blade?.locks = nil
            }
            product.details = .handicraft(craft)
        }
        return product
    }
}
