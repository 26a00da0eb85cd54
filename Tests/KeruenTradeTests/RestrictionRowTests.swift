import KeruenTrade
import TestSupport
import Testing

@Suite("Each row of the table of restrictions")
struct RestrictionRowTests {
    private static let rows = TradeRules.standard.restrictions

    private func verdicts(_ product: Product, _ row: Restriction, _ goods: RestrictedGoods) -> [Screening.Verdict] {
        Screening(of: [.init(product)], along: goods.route, under: [row], on: row.validity.from).findings.map(\.verdict)
    }

    @Test("has goods that it fits, goods that it lets go, and goods of which nobody can tell")
    func whole() {
        #expect(RestrictedGoods.all.map(\.row).sorted() == Self.rows.map(\.id).sorted())
    }

    @Test("takes back no row but one that may stop the same goods")
    func lifts() {
        let gift: Localized<String> = [.zhHans: "英吉沙工艺小刀"]
        var products = RestrictedGoods.all.flatMap { [$0.fits, $0.unknown] }
        for (length, angle) in [("160 mm", 45), ("230 mm", 75)] {
            products.append(
                RestrictedGoods.knife(
                    gift, length, kind: .gift, isSharpened: false, radius: "2.6 mm", tipAngle: angle))
        }
        let routes = [("CN", "CN"), ("CN", "KZ"), ("CN", "RU"), ("RU", "CN")]
            .map { ParcelRoute(from: $0.0, to: $0.1) }
        var pairs = 0
        for row in Self.rows {
            for id in row.lifts {
                pairs += 1
                let other = Self.rows.first { $0.id == id }
                let happens = products.contains { product in
                    routes.contains { route in
                        [row, other].allSatisfy { rule in
                            rule.map { rule in
                                !Screening(of: [.init(product)], along: route, under: [rule], on: row.validity.from)
                                    .findings.isEmpty
                            } ?? false
                        }
                    }
                }
                #expect(happens, "\(row.id) lifts \(id)")
            }
        }
        #expect(pairs == 2)
    }

    @Test("says what it is there for, and lets go what it does not mean", arguments: RestrictedGoods.all.map(\.row))
    func rows(id: String) throws {
        let row = try #require(Self.rows.first { $0.id == id })
        let goods = try #require(RestrictedGoods.all.first { $0.row == id })
        let expected: Screening.Verdict =
            switch row.action {
            case .block: .blocked
            case .permit: .needsPermit
            case .review: .needsReview
            case .allow: .allowed
            }
        #expect(verdicts(goods.fits, row, goods) == [expected])
        #expect(verdicts(goods.passes, row, goods) == [])
        // An exception that nobody is sure of excepts nothing.
        #expect(verdicts(goods.unknown, row, goods) == (row.action == .allow ? [] : [.unknown(goods.missing)]))
        for kind in row.permits {
            for product in [goods.fits, goods.unknown] {
                var product = product
                product.certificates = [TradeStalls.paper(kind)]
                #expect(verdicts(product, row, goods) == [.permitted(TradeStalls.paper(kind))])
            }
        }
    }

    @Test("stands on its own routes and days only", arguments: RestrictedGoods.all.map(\.row))
    func elsewhere(id: String) throws {
        let row = try #require(Self.rows.first { $0.id == id })
        let goods = try #require(RestrictedGoods.all.first { $0.row == id })
        for route in [
            ParcelRoute(from: goods.route.destination, to: goods.route.origin, by: goods.route.channel),
            ParcelRoute(from: goods.route.origin, to: goods.route.destination, by: .cargo),
            ParcelRoute(from: goods.route.origin, to: goods.route.origin, by: goods.route.channel),
        ] where !row.covers(route) {
            #expect(Screening(of: [.init(goods.fits)], along: route, under: [row], on: nil).findings.isEmpty)
        }
        let before = CivilDate(daysSince1970: row.validity.from.daysSince1970 - 1)
        #expect(!row.isInForce(on: before) && row.isInForce(on: row.validity.from))
    }

    @Test(
        "allows nothing, with all the others, that lacks what its own row asks",
        arguments: RestrictedGoods.all.map(\.row))
    func together(id: String) throws {
        let row = try #require(Self.rows.first { $0.id == id })
        let goods = try #require(RestrictedGoods.all.first { $0.row == id })
        guard row.action != .allow else { return }
        let found = TradeRules.standard.screening(of: [.init(goods.unknown)], along: goods.route, on: row.validity.from)
        #expect(!found.reviews.isEmpty || !found.blocks.isEmpty)
        let told = Set(found.reviews.filter { $0.code == .missingGoodsData }.compactMap { $0.arguments["field"] })
        #expect(told.isSuperset(of: goods.missing.map { .text($0) }))
    }
}

@Suite("Answers of three kinds")
struct AnswerTests {
    /// Two-valued logic over every way in which what is unknown may turn out.
    @Test("are Kleene’s: unknown only where what is missing decides")
    func kleene() throws {
        var generator = SeededGenerator(seed: 4)
        let weight = try #require(Measure("1 kg"))
        let kinds: [Restriction.Condition] = [
            .category(["knives"]), .madeThrough(1911), .hs(["82"]), .weightOver(weight), .locks,
        ]
        func condition(_ depth: Int) -> Restriction.Condition {
            guard depth > 0, Int.random(in: 0..<4, using: &generator) > 0 else {
                return kinds[Int.random(in: 0..<kinds.count, using: &generator)]
            }
            let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in condition(depth - 1) }
            return [.all(parts), .any(parts), .not(parts[0])][Int.random(in: 0..<3, using: &generator)]
        }
        func holds(_ condition: Restriction.Condition, _ facts: [Restriction.Condition: Bool]) -> Bool {
            switch condition {
            case .all(let parts): parts.allSatisfy { holds($0, facts) }
            case .any(let parts): parts.contains { holds($0, facts) }
            case .not(let part): !holds(part, facts)
            default: facts[condition] ?? false
            }
        }
        let route = ParcelRoute(from: "CN", to: "KZ")
        var (certain, open) = (0, 0)
        for _ in 0..<2_000 {
            let condition = condition(3)
            // Nothing is known but the category, and at times the code.
            let code = Bool.random(using: &generator) ? "821192" : nil
            let product = RestrictedGoods.craft([.zhHans: "小刀"], code, [.init("steel")], made: nil)
            let answer = condition.told(of: product, along: route)
            var outcomes: Set<Bool> = []
            for bits in 0..<16 {
                outcomes.insert(
                    holds(
                        condition,
                        [
                            kinds[0]: false, kinds[1]: bits & 1 > 0, kinds[2]: code.map { _ in true } ?? (bits & 2 > 0),
                            kinds[3]: bits & 4 > 0, kinds[4]: bits & 8 > 0,
                        ]))
            }
            switch answer {
            case .yes, .no:
                certain += 1
                #expect(outcomes == [answer == .yes])
            case .unknown(let fields):
                open += 1
                #expect(!fields.isEmpty)
            }
        }
        #expect(certain > 200 && open > 200)
    }
}

extension Restriction.Condition {
    /// What a row of this condition alone finds.
    fileprivate func told(of product: Product, along route: ParcelRoute) -> Answer {
        let row = Restriction(id: "row", code: "TRD0499", action: .block, condition: self, validity: TradeStalls.always)
        var product = product
        product.variants[0].weight = nil
        let found = Screening(of: [.init(product)], along: route, under: [row], on: nil).findings.first?.verdict
        return switch found {
        case .blocked: .yes
        case .unknown(let fields): .unknown(fields)
        default: .no
        }
    }
}
