import KeruenTrade
import Testing

@Suite("Rules of trade")
struct TradeRulesTests {
    private let header = "id\tcountry\tclass\trate\tfrom\tthrough\tconfidence\tsource\n"

    private func taxes(_ text: String) throws(Refusal) -> [ValueAddedTax] {
        try TradeRules(
            dutyRegimes: "", valueAddedTax: text, taxClasses: "", freight: "", insurance: "", restrictions: ""
        ).taxes
    }

    @Test("are read from files of any system, and comments alone are refused: nothing would be forbidden any more")
    func lines() throws {
        let text = """
            # ours
            id\tcode\taction\torigin\tdestination\tchannel\twhen\tpermit\tlifts\tfrom\tthrough\tconfidence\tsource
            knives\tTRD0402\tblock\t*\t*\t-\tcategory=knives\t-\t-\t2027-01-01\t-\thigh\tour own
            """
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let rules = try TradeRules(
                dutyRegimes: "", valueAddedTax: "", taxClasses: "", freight: "", insurance: "", restrictions: text)
            #expect(rules.restrictions.map(\.id) == ["knives"])
        }
        let error = #expect(throws: Refusal.self) {
            try TradeRules(
                dutyRegimes: "", valueAddedTax: "", taxClasses: "", freight: "", insurance: "",
                restrictions: "# ours\r\n# knives\r\n")
        }
        #expect(error?.diagnostics.first?.code == .brokenRule)
    }

    @Test("are compiled in, each row with a source, and with a name of its own")
    func standard() {
        let rules = TradeRules.standard
        #expect(rules.regimes.count == 7 && rules.taxes.count == 10 && rules.restrictions.count == 32)
        #expect(rules.freight.count == 9 && rules.insurance.count == 6 && rules.taxClasses.count > 30)
        let rows: [any DatedRule] =
            rules.regimes + rules.taxes + rules.taxClasses + rules.freight + rules.insurance + rules.restrictions
            + rules.quotas + rules.consumptionTaxes + rules.dutyRates + rules.yearlyWeights
        #expect(rules.quotas.count == 1 && rules.consumptionTaxes.count == 3 && rules.yearlyWeights.count == 2)
        #expect(Set(rows.map(\.id)).count == rows.count)
        for row in rows {
            #expect(!row.validity.source.isEmpty)
            if let through = row.validity.through { #expect(row.validity.from <= through, "\(row.id)") }
        }
    }

    @Test("leave no day between two regimes of a route, and let no two stand on one")
    func gapless() {
        for country in ["KZ", "RU"] {
            for offset in stride(from: Int32(0), to: 1_500, by: 1) {
                let day = CivilDate(daysSince1970: TradeStalls.day("2024-04-01").daysSince1970 + offset)
                let rows = TradeRules.standard.regimes.filter {
                    $0.isInForce(on: day) && $0.covers(from: "CN", to: country)
                }
                #expect(rows.count == 1, "\(country) \(day)")
            }
        }
    }

    @Test("read a row of a table, comments and none aside")
    func read() throws {
        let rows = try taxes("# VAT\n" + header + "kz\tKZ\tstandard\t16%\t2026-01-01\t-\thigh\tTax Code\n\n")
        #expect(rows.count == 1 && rows[0].rate == Ratio(percent: 16) && rows[0].validity.through == nil)
    }

    @Test(
        "refuse a row that can't be read, by its line and column",
        arguments: [
            ("kz\tKZ\tstandard\t16\t2026-01-01\t-\thigh\tTax Code", 16, "rate"),
            ("kz\tKZ\tstandard\t-\t2026-01-01\t-\thigh\tTax Code", 16, "rate"),
            ("kz\tKK\tstandard\t16%\t2026-01-01\t-\thigh\tTax Code", 4, "country"),
            ("kz\tKZ\tstandard\t16%\t2026-02-30\t-\thigh\tTax Code", 20, "from"),
            ("kz\tKZ\tstandard\t16%\t2026-01-01\t-\tsure\tTax Code", 33, "confidence"),
            ("kz\tKZ\tstandard\t16%\t2026-01-01\t-\thigh\t", 38, "source"),
            ("kz\tKZ\tstandard\t16%\t2026-01-01\t-\thigh", 1, "id"),
        ])
    func refused(row: String, column: Int, name: String) {
        let refusal = #expect(throws: Refusal.self) { try taxes("# VAT\n" + header + row) }
        let finding = refusal?.diagnostics.first
        #expect(finding?.code == .brokenRule && finding?.arguments["column"] == .text(name))
        #expect(finding?.position == SourcePosition(file: "vat.tsv", line: 3, column: column))
    }

    @Test("put goods into the class of the longest beginning, and a category before it")
    func classes() throws {
        func tax(_ sku: SKU, _ market: Market, _ count: Int) throws -> Ratio? {
            try TradeStalls.quote([sku: count], in: market, from: market.countries[0]).charges
                .first { $0.kind == .vat }?.rate
        }
        #expect(try tax(TradeStalls.nuts, TradeStalls.ru, 1) == Ratio(percent: 10))
        #expect(try tax(TradeStalls.honey, TradeStalls.ru, 1) == Ratio(percent: 22))
        #expect(try tax(TradeStalls.toy, TradeStalls.ru, 1) == Ratio(percent: 10))
        #expect(try tax(TradeStalls.honey, TradeStalls.cn, 1) == Ratio(percent: 9))
        #expect(try tax(TradeStalls.honey, TradeStalls.kz, 1) == Ratio(percent: 16))
    }

    @Test("know which countries a group has")
    func groups() {
        #expect(CountryGroup("!EAEU")?.contains("CN") == true && CountryGroup("!EAEU")?.contains("BY") == false)
        #expect(CountryGroup("*")?.contains("AQ") == true && CountryGroup("!CN")?.contains("CN") == false)
        for text in ["", "!", "EU", "kz", "!!CN", "KZ RU"] { #expect(CountryGroup(text) == nil) }
    }

    @Test("write a rate as percent")
    func percent() throws {
        for (ratio, text) in [
            (Ratio(91, over: 1_000), "9.1"), (Ratio(percent: 22), "22"), (Ratio(6, over: 1_000), "0.6"), (.zero, "0"),
            (.one, "100"), (Ratio(1, over: 3), "100/3"), (Ratio(-1, over: 8), "-12.5"),
        ] {
            #expect(try #require(ratio).percentText == text)
        }
        #expect(try #require(Ratio("523.47")).decimalText == "523.47" && Ratio(1, over: 7)?.decimalText == nil)
    }
}

@Suite("A freight tariff")
struct FreightTariffTests {
    @Test("takes every step that is begun")
    func steps() throws {
        let tariff = try #require(TradeStalls.rules.freight.first)
        for (grams, steps) in [(1, 0), (499, 0), (500, 0), (501, 1), (1_000, 1), (1_001, 2), (100_000, 199)] {
            #expect(tariff.steps(for: Int64(grams)) == steps)
            #expect(tariff.billed(Int64(grams)) == 500 + Int64(steps) * 500)
        }
        #expect(try tariff.price(of: 1_001).decimalText == "3200.00")
    }
}
