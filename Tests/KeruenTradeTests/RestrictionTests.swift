import KeruenTrade
import Testing

@Suite("Restrictions")
struct RestrictionTests {
    private func outcome(_ sku: SKU, in market: Market = TradeStalls.kz, from origin: String = "CN") throws
        -> Quote.Outcome
    {
        try TradeStalls.quote([sku: 1], in: market, from: origin).outcome
    }

    private func blocks(_ outcome: Quote.Outcome) -> [Diagnostic.Code] {
        if case .blocked(let reasons) = outcome { reasons.map(\.code) } else { [] }
    }

    @Test("stop knives on their way into the Eurasian Economic Union, and nowhere else")
    func knives() throws {
        let reasons = try outcome(TradeStalls.knife).reasons
        #expect(reasons.map(\.code) == ["TRD0402"] && reasons[0].arguments["sku"] == .text("T-KNIFE"))
        #expect(reasons[0].arguments["source"]?.description.contains("No. 62") == true)
        #expect(blocks(try outcome(TradeStalls.knife, in: TradeStalls.ru, from: "CN")) == ["TRD0402"])
        #expect(blocks(try outcome(TradeStalls.knife, in: TradeStalls.kz, from: "RU")) == [])
        #expect(blocks(try outcome(TradeStalls.knife, in: TradeStalls.kz, from: "KZ")) == [])
        #expect(blocks(try outcome(TradeStalls.knife, in: TradeStalls.cn, from: "CN")) == [])
    }

    @Test("stop saiga horn everywhere, told by its species")
    func saiga() throws {
        for origin in ["CN", "RU", "KZ"] {
            #expect(blocks(try outcome(TradeStalls.saiga, from: origin)) == ["TRD0401"])
        }
    }

    @Test("keep works up to 1911 in China, and let later ones and foreign ones go")
    func relics() throws {
        #expect(blocks(try outcome(TradeStalls.antique)) == ["TRD0403"])
        #expect(blocks(try outcome(TradeStalls.antique, from: "RU")) == [])
        let rules = TradeRules.standard
        for (year, isHeld) in [(1644, true), (1911, true), (1912, false)] {
            let product = TradeStalls.craft("x", [:], TradeStalls.antique, "970690", made: .year(year))
            let rows = rules.restrictions(on: product, from: "CN", to: "KZ", on: TradeStalls.day("2026-07-15"))
            #expect(rows.isEmpty != isHeld)
        }
    }

    @Test("name every line that they stop, and keep what has to be looked at beside it")
    func several() throws {
        let quote = try TradeStalls.quote([TradeStalls.knife: 1, TradeStalls.saiga: 1, TradeStalls.silk: 1]) {
            $0.rates = RateTable()
        }
        #expect(blocks(quote.outcome) == ["TRD0402", "TRD0401"])
        #expect(quote.notices.contains { $0.code == .missingRate })
    }

    @Test("compose: all, any, not, blades, species, and exceptions that name what they lift")
    func composed() throws {
        let long = try #require(Restriction.Condition("category=knives; bladeOver=150 mm; sharpened"))
        func knife(_ length: String, isSharpened: Bool) throws -> Product {
            TradeStalls.craft(
                "k", [.zhHans: "英吉沙小刀"], TradeStalls.knife, "821192", category: "knives",
                blade: .init(length: try #require(Measure(length)), isSharpened: isSharpened, tipRadius: nil))
        }
        #expect(long.holds(of: try knife("15.1 cm", isSharpened: true)))
        #expect(!long.holds(of: try knife("150 mm", isSharpened: true)))
        #expect(!long.holds(of: try knife("200 mm", isSharpened: false)))
        let other = try #require(Restriction.Condition("!hs=82|97"))
        #expect(!other.holds(of: try knife("1 cm", isSharpened: false)))
        #expect(Restriction.Condition.any([other, long]).holds(of: try knife("20 cm", isSharpened: true)))

        var rules = TradeRules.standard
        rules.restrictions.append(
            Restriction(
                id: "blunt-gifts", code: "TRD0499", action: .allow, condition: .not(.sharpened),
                lifts: ["knives-mail-eaeu"], validity: TradeStalls.always))
        let day = TradeStalls.day("2026-07-15")
        #expect(rules.restrictions(on: try knife("9 cm", isSharpened: false), from: "CN", to: "RU", on: day).isEmpty)
        #expect(rules.restrictions(on: try knife("9 cm", isSharpened: true), from: "CN", to: "RU", on: day).count == 1)
    }

    @Test("go to people where a row says review")
    func review() throws {
        let row = Restriction(
            id: "honey", code: "TRD0499", action: .review, destination: TradeStalls.group("RU"),
            condition: .hs(["0409"]), validity: TradeStalls.always)
        let quote = try TradeStalls.quote([TradeStalls.honey: 1], in: TradeStalls.ru) {
            $0.rules.restrictions.append(row)
        }
        #expect(quote.outcome.reasons.map(\.code) == ["TRD0499"])
        guard case .needsReview = quote.outcome else {
            Issue.record("honey has to be looked at")
            return
        }
    }

    @Test(
        "refuse conditions that nobody understands",
        arguments: [
            "", "colour=red", "material=", "material=a||b", "madeThrough=old", "bladeOver=2 kg", "category", "!",
        ])
    func broken(text: String) { #expect(Restriction.Condition(text) == nil) }
}
