import KeruenCustoms
import Testing

@Suite("A tariff code")
struct TariffCodeTests {
    @Test("has six digits for everybody and ten for one schedule")
    func shape() throws {
        #expect(TariffCode("570110")?.schedule == nil && TariffCode("570110")?.grouped == "5701.10")
        let chinese = try #require(TariffCode("5701100000", in: .china))
        #expect(chinese.chineseLine == "57011000" && chinese.common == "570110" && chinese.grouped == "57011000.00")
        let union = try #require(TariffCode("5701109000", in: .eaeu))
        #expect(union.chineseLine == nil && union.common == "570110" && union.grouped == "5701 10 900 0")
        for text in ["", "57011", "5701100", "57011０", "5701a0", "000110", "770110", "980110", "990110", "+57011"] {
            #expect(TariffCode(text) == nil, "\(text)")
        }
        for text in ["570110", "570110000", "57011000000", "5701 10 900", "7701100000", "9901100000"] {
            #expect(TariffCode(text, in: .china) == nil && TariffCode(text, in: .eaeu) == nil, "\(text)")
        }
        // China keeps chapter 98 for what is not classified elsewhere.
        #expect(TariffCode("9803001000", in: .china) != nil && TariffCode("9803001000", in: .eaeu) == nil)
    }

    @Test("is of the schedule that a country declares by")
    func countries() {
        #expect(TariffSchedule(of: "CN") == .china && TariffSchedule(of: "KZ") == .eaeu)
        #expect(TariffSchedule(of: "RU") == .eaeu && TariffSchedule(of: "UZ") == nil)
    }
}

@Suite("The units of tariffs")
struct LegalUnitsTests {
    private let day = CivilDate("2026-12-01") ?? CivilDate(daysSince1970: 0)

    private func units(_ rows: String) throws(Refusal) -> LegalUnits {
        let names = "id\tcountry\tprefix\tfirst\tsecond\tfrom\tthrough\tconfidence\tsource\n"
        return try LegalUnits(names + rows, file: "mine.tsv")
    }

    @Test("stand in rows that can be read, each with a known unit, a source and a code of its own")
    func table() {
        let rows = LegalUnits.standard.rows
        #expect(rows.count > 50 && Set(rows.map(\.id)).count == rows.count)
        for row in rows {
            #expect(row.first.name != nil && row.second.map { $0.name != nil } ?? true, "\(row.id)")
            #expect(row.second != row.first && !row.validity.source.isEmpty, "\(row.id)")
            // The union declares net kilograms of everything.
            #expect(row.schedule == .china || row.first == .kilogram, "\(row.id)")
        }
    }

    @Test("follow the longest beginning of a code, on the day that counts")
    func precedence() throws {
        let units = try units(
            """
            a\tCN\t57\t035\t-\t2022-01-01\t-\tlow\ta book
            b\tCN\t5701\t035\t032\t2022-01-01\t2026-06-30\thigh\ta book
            c\tCN\t5701\t032\t-\t2026-07-01\t-\thigh\ta book
            d\tEAEU\t5701\t035\t032\t2022-01-01\t-\thigh\ta book
            """)
        let code = try #require(TariffCode("5701100000", in: .china))
        #expect(try units.row(for: code, in: .china, on: day).id == "c")
        #expect(try units.row(for: code, in: .china, on: try #require(CivilDate("2026-06-30"))).id == "b")
        #expect(try units.row(for: try #require(TariffCode("570310")), in: .china, on: day).id == "a")
        // Before the first row nothing is known, and China's digits are never looked up in the union's rows.
        for (code, schedule, day) in [
            (code, TariffSchedule.china, "2021-12-31"), (code, .eaeu, "2026-12-01"),
        ] {
            let thrown = #expect(throws: CustomsError.self) {
                try units.row(for: code, in: schedule, on: try #require(CivilDate(day)))
            }
            #expect(thrown?.code == .legalUnitUnknown)
        }
    }

    @Test("stay open where they depend on digits that nobody has given")
    func open() throws {
        let units = try units(
            "a\tCN\t7113\t036\t-\t2022-01-01\t-\thigh\ta book\nb\tCN\t71131190\t036\t007\t2022-01-01\t-\thigh\ta book\n"
        )
        let six = try #require(TariffCode("711311"))
        let thrown = #expect(throws: CustomsError.self) { try units.row(for: six, in: .china, on: day) }
        #expect(thrown?.code == .legalUnitOpen)
        let other = try #require(TariffCode("711319"))
        #expect(try units.row(for: other, in: .china, on: day).id == "a")
        var narrow = units
        narrow.rows.removeFirst()
        let alone = #expect(throws: CustomsError.self) { try narrow.row(for: six, in: .china, on: day) }
        #expect(alone?.code == .legalUnitOpen)
        let ten = try #require(TariffCode("7113119090", in: .china))
        #expect(try units.row(for: ten, in: .china, on: day).id == "b")
    }

    @Test(
        "are refused with the line and column of what can't be read",
        arguments: [
            ("a\tKZ\t57\t035\t-\t2022-01-01\t-\thigh\ts", 3), ("a\tCN\t5x\t035\t-\t2022-01-01\t-\thigh\ts", 6),
            ("a\tCN\t57\tkg\t-\t2022-01-01\t-\thigh\ts", 9), ("a\tCN\t57\t035\t-\tsoon\t-\thigh\ts", 15),
        ])
    func broken(row: String, column: Int) {
        let refusal = #expect(throws: Refusal.self) { try units(row) }
        #expect(refusal?.diagnostics.first?.position == SourcePosition(file: "mine.tsv", line: 2, column: column))
    }
}
