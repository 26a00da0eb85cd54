import KeruenCustoms
import Testing

@Suite("The marks that goods need")
struct MarkRulesTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private func answer(
        _ hsCode: String?, in country: String, by channel: SalesChannel = .retail, on day: String = "2026-12-01",
        made: Handicraft.Made = .new, state: GoodsState? = nil
    ) throws -> MarkRules.Answer {
        let product = ClassifiedGoods.craft("syrmaq", "Сырмақ", hsCode: hsCode, weight: "6 kg", made: made)
        return MarkRules.standard.answer(for: product, in: country, on: try self.day(day), by: channel, state: state)
    }

    @Test("are a sign of conformity for felt, and none for carpets knotted by hand")
    func conformity() throws {
        let felt = try answer("570490", in: "KZ")
        #expect(felt.required.map(\.id) == ["eaeu-017-felt", "kz-ntin"] && felt.diagnostics.isEmpty)
        let knotted = try answer("570110", in: "KZ")
        #expect(knotted.required.map(\.id) == ["kz-ntin"] && knotted.exempt.map(\.id) == ["eaeu-017-carpets-knotted"])
        #expect(try answer("570310", in: "KG").required.map(\.id) == ["eaeu-017-carpets-machine"])
        // Woven by hand: nobody has said.
        let kilim = try answer("570210", in: "KZ")
        #expect(kilim.required.map(\.id) == ["kz-ntin"])
        #expect(kilim.diagnostics.map(\.arguments["rule"]) == [.text("eaeu-017-carpets-woven")])
        #expect(try answer("611120", in: "KZ").required.map(\.id) == ["eaeu-007-children", "kz-ntin"])
    }

    @Test("leave out what is used or made to order, and ask where that is not known")
    func states() throws {
        for state in [GoodsState.used, .madeToOrder] {
            let answer = try answer("570490", in: "RU", state: state)
            #expect(answer.required.isEmpty && answer.exempt.map(\.id) == ["eaeu-017-felt"])
        }
        let old = try answer("570490", in: "RU", made: .year(1961))
        #expect(old.required.isEmpty && old.diagnostics.map(\.code).contains(.markStateUnknown))
        #expect(
            try answer("570490", in: "RU", made: .year(2025), state: .new).required.map(\.id) == ["eaeu-017-felt"])
    }

    @Test(
        "begin on their day",
        arguments: [
            ("170490", "RU", "2026-02-28", "2026-03-01", "ru-znak-sweets"),
            ("330499", "RU", "2025-02-28", "2025-03-01", "ru-znak-cosmetics"),
            ("920290", "KZ", "2025-12-31", "2026-01-01", "kz-ntin"),
            ("040900", "CN", "2027-03-15", "2027-03-16", "cn-gb7718-2025"),
        ])
    func dates(hsCode: String, country: String, before: String, first: String, rule: String) throws {
        #expect(try !answer(hsCode, in: country, on: before).required.map(\.id).contains(rule))
        #expect(try answer(hsCode, in: country, on: first).required.map(\.id).contains(rule))
    }

    @Test("are a label in China's shops, and a label on the page with a notice across the border")
    func china() throws {
        #expect(try answer("180632", in: "CN").required.map(\.mark) == [.chineseLabel])
        let parcel = try answer("180632", in: "CN", by: .parcel)
        #expect(parcel.required.map(\.mark) == [.chineseELabel, .importNotice] && parcel.diagnostics.isEmpty)
    }

    @Test("are none of the union's for a parcel that a person gets for themselves")
    func parcels() throws {
        let parcel = try answer("570490", in: "RU", by: .parcel)
        #expect(parcel.required.isEmpty && parcel.exempt.map(\.id) == ["eaeu-parcel"])
        #expect(parcel.diagnostics.map(\.arguments["rule"]) == [.text("ru-znak-parcel")])
    }

    @Test("are for people where no rule speaks, and never none by silence")
    func unknown() throws {
        let bowl = try answer("441990", in: "RU")
        #expect(bowl.required.isEmpty && bowl.exempt.isEmpty)
        #expect(bowl.diagnostics.map(\.code) == [.markUnknown, .markUnknown])
        #expect(try answer("441990", in: "UZ").diagnostics.map(\.code) == [.marksUnknown])
        let bare = try answer(nil, in: "KZ")
        #expect(bare.required.map(\.id) == ["kz-ntin"] && bare.diagnostics.map(\.code) == [.markUnknown])
        #expect(try answer("570490", in: "KZ", on: "2010-01-01").diagnostics.map(\.code) == [.marksUnknown])
        let tour = MarkRules.standard.answer(
            for: ClassifiedGoods.tour, in: "KZ", on: try day("2026-12-01"), by: .retail)
        #expect(tour.required.isEmpty && tour.exempt.isEmpty && tour.diagnostics.isEmpty)
    }

    @Test("stand in rows with a name each, and every mark and channel has one")
    func table() {
        let rows = MarkRules.standard.rows
        #expect(Set(rows.map(\.id)).count == rows.count && Set(rows.map(\.mark)) == Set(Mark.allCases))
        #expect(Set(rows.map(\.channel)) == Set(SalesChannel.allCases))
        #expect(rows.allSatisfy { !$0.validity.source.isEmpty })
    }

    @Test(
        "go by beginnings of codes, without those that are left out",
        arguments: [
            ("57|!5701", "570210", 2), ("57|!5701", "570110", nil), ("*", nil, 0), ("*", "570110", 0),
            ("57|!5701|570110", "570110", 6), ("57|!5701|570110", "570190", nil), ("5701", nil, nil),
            ("57|5702", "570210", 4),
        ] as [(String, String?, Int?)])
    func ranges(range: String, code: String?, precision: Int?) {
        #expect(TariffRange(range)?.precision(for: code) == precision)
    }

    @Test("are refused where a range, a state or a mark is none", arguments: ["", "!57", "5", "57||58", "5a", "57|*"])
    func broken(range: String) {
        #expect(TariffRange(range) == nil)
        let names = "id\tcountry\tchannel\tmark\taction\tgoods\texcludes\tfrom\tthrough\tconfidence\tsource\n"
        for row in ["eac\trequired\t\(range)\t-", "ce\trequired\t57\t-", "eac\trequired\t57\tworn"] {
            let refusal = #expect(throws: Refusal.self) {
                try MarkRules(names + "a\tEAEU\tretail\t\(row)\t2012-07-01\t-\thigh\ts\n", file: "marks.tsv")
            }
            #expect(refusal?.diagnostics.first?.position?.line == 2)
        }
    }
}
