import Foundation
import KeruenMarkets
import TestSupport
import Testing

@Suite("A bank's file of rates")
struct RateFileTests {
    private static let folder = Project.root.appending(path: "Catalog/rates")

    private func nbk(_ rows: String, date: String = "<date>01.07.2026</date>") throws(Refusal) -> RateTable {
        try RateTable(nationalBankOfKazakhstan: Data("<rates>\(date)\n\(rows)</rates>".utf8), as: "nbk.xml")
    }

    private func cbr(_ rows: String, date: String = "01.07.2026") throws(Refusal) -> RateTable {
        try RateTable(bankOfRussia: Data("<ValCurs Date=\"\(date)\">\n\(rows)</ValCurs>".utf8), as: "cbr.xml")
    }

    private func pboc(_ rows: String, date: String = "2026-07-01 9:15") throws(Refusal) -> RateTable {
        let text = "{\"data\": {\"lastDate\": \"\(date)\"}, \"records\": [\n\(rows)]}"
        return try RateTable(pboc: Data(text.utf8), as: "pboc.json")
    }

    private func findings(_ body: () throws(Refusal) -> RateTable) -> [String] {
        do { return ["\(try body().rates.count) rates"] } catch {
            return error.diagnostics.map { "\($0.code) \($0.position?.description ?? "")" }
        }
    }

    @Test("gives tenge for a foreign unit, and for one of a hundred")
    func nationalBank() throws {
        let table = try nbk(
            """
            <item><fullname>ЕВРО</fullname><title>EUR</title><description> 611.12
            </description><quant>1</quant></item>
            <item><title>KRW</title><description>as it likes</description></item>
            <item><title>RUB</title><description>66</description><quant>10</quant></item>
            """)
        let day = try #require(CivilDate("2026-07-01"))
        #expect(table.rates.map(\.from) == [.eur, .rub] && table.rates.allSatisfy { $0.to == .kzt && $0.day == day })
        #expect(table.rates.map(\.ratio) == [Ratio("611.12"), Ratio("6.6")])
        #expect(table.rates.allSatisfy { $0.source == "nbk" })
    }

    @Test("gives roubles, with a comma before the kopecks, in windows-1251")
    func bankOfRussia() throws {
        var data = Data("<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<ValCurs Date=\"01.07.2026\">".utf8)
        // Тенге.
        data += Data("<Valute><CharCode>KZT</CharCode><Nominal>100</Nominal><Name>".utf8)
        data += [0xD2, 0xE5, 0xED, 0xE3, 0xE5] + Data("</Name><Value>15,1520</Value></Valute></ValCurs>".utf8)
        let rate = try #require(RateTable(bankOfRussia: data, as: "cbr.xml").rates.first)
        #expect(rate.from == .kzt && rate.to == .rub && rate.ratio == Ratio("0.15152") && rate.source == "cbr")
    }

    @Test("gives yuan for a foreign unit, or foreign units for a yuan, as the pair says")
    func peoplesBank() throws {
        let table = try pboc(
            """
            {"vrtEName": "100USD/CNY", "price": "702.71"}, {"vrtEName": "100JPY/CNY", "price": "?"},
            {"vrtEName": "CNY/RUB", "price": 11.2204}
            """)
        #expect(table.rates.map { "\($0.from)/\($0.to)" } == ["USD/CNY", "CNY/RUB"])
        #expect(table.rates.map(\.ratio) == [Ratio("7.0271"), Ratio("11.2204")])
    }

    @Test("says every row that can't be read, at its place")
    func rows() {
        #expect(
            findings { () throws(Refusal) in
                try nbk(
                    """
                    <item><title>EUR</title><description>611,12</description><quant>1</quant></item>
                    <item><title>USD</title><description>0</description><quant>1</quant></item>
                    <item><title>CNY</title><description>73.97</description><quant>-1</quant></item>
                    <item><title>RUB</title><description>6.60</description></item>
                    <item><description>1</description></item>
                    """)
            } == [
                "MKT0103 nbk.xml:2:25", "MKT0103 nbk.xml:3:25", "MKT0103 nbk.xml:4:57", "DOC0101 nbk.xml:5:1",
                "DOC0101 nbk.xml:6:1",
            ])
        #expect(
            findings { () throws(Refusal) in
                try cbr(
                    """
                    <Valute><CharCode>EUR</CharCode><Nominal>1</Nominal><Value>92.5982</Value></Valute>
                    <Valute><CharCode>USD</CharCode><Nominal>0</Nominal><Value>78,8467</Value></Valute>
                    <Valute><CharCode>CNY</CharCode><Nominal>1</Nominal><Value>11,2079</Value></Valute>
                    <Valute><CharCode>CNY</CharCode><Nominal>1</Nominal><Value>11,2079</Value></Valute>
                    """)
            } == ["MKT0103 cbr.xml:2:53", "MKT0103 cbr.xml:3:33", "MKT0105 cbr.xml:5:53"])
        #expect(
            findings { () throws(Refusal) in
                try pboc(
                    """
                    {"vrtEName": "USD-CNY", "price": "7.0271"},
                    {"vrtEName": "EUR/CNY", "price": "-8.2"},
                    {"vrtEName": "0USD/CNY", "price": "7.0271"},
                    {"vrtEName": "CNY/RUB"}, {}
                    """)
            } == [
                "MKT0104 pboc.json:2:14", "MKT0103 pboc.json:3:34", "MKT0103 pboc.json:4:14", "DOC0101 pboc.json:5:1",
                "MKT0104 pboc.json:5:26",
            ])
    }

    @Test("of no readable day, of another bank or of nothing is refused")
    func refused() {
        let euro = "<item><title>EUR</title><description>1</description><quant>1</quant></item>"
        for date in ["", "<date/>", "<date>2026-07-01</date>", "<date>31.06.2026</date>", "<date>1.7.2026</date>"] {
            #expect(findings { () throws(Refusal) in try nbk(euro, date: date) }.first?.hasPrefix("MKT0102") == true)
        }
        for date in ["", "2026-07-01", "31.06.2026"] {
            #expect(findings { () throws(Refusal) in try cbr("", date: date) } == ["MKT0102 cbr.xml:1:1"])
        }
        for date in ["", "01.07.2026", "2026-06-31 9:15"] {
            #expect(findings { () throws(Refusal) in try pboc("", date: date) } == ["MKT0102 pboc.json:1:23"])
        }
        #expect(findings { () throws(Refusal) in try nbk("") } == ["MKT0106 nbk.xml:1:1"])
        #expect(findings { () throws(Refusal) in try pboc("") } == ["MKT0106 pboc.json:1:1"])
        let other = Data("<ValCurs Date=\"01.07.2026\"/>".utf8)
        #expect(
            findings { () throws(Refusal) in try RateTable(nationalBankOfKazakhstan: other, as: "f") }
                == ["MKT0101 f:1:1"])
        #expect(
            findings { () throws(Refusal) in try RateTable(bankOfRussia: Data("<rates/>".utf8), as: "f") }
                == ["MKT0101 f:1:1"])
        #expect(findings { () throws(Refusal) in try RateTable(pboc: Data("[]".utf8), as: "f") } == ["MKT0101 f:1:1"])
        #expect(
            findings { () throws(Refusal) in try RateTable(bankOfRussia: Data("<ValCurs".utf8), as: "f") }
                .first?.hasPrefix("DOC0005") == true)
    }

    @Test("never ends a program, wherever it breaks off or whatever byte is wrong")
    func damaged() throws {
        var random = SeededGenerator(seed: 17)
        for name in ["nbk-2026-07-01.xml", "cbr-2026-07-01.xml", "pboc-2026-07-01.json"] {
            let whole = try Data(contentsOf: Self.folder.appending(path: name))
            for _ in 0..<60 {
                var data = whole.prefix(Int.random(in: 0...whole.count, using: &random))
                if let place = data.indices.randomElement(using: &random) {
                    data[place] = UInt8(truncatingIfNeeded: random.next())
                }
                for bank in RateBank.allCases {
                    do throws(Refusal) {
                        #expect(try RateTable(data, of: bank, as: name).rates.allSatisfy { $0.ratio > .zero })
                    } catch { #expect(!error.diagnostics.isEmpty) }
                }
            }
        }
    }

    @Test("of the sample shop gives what thresholds and prices are reckoned by")
    func samples() throws {
        let table = try RateTable.load(folder: Self.folder)
        for (from, to, source) in [
            (Currency.eur, Currency.rub, "cbr"), (.eur, .kzt, "nbk"), (.cny, .kzt, "nbk"), (.cny, .rub, "cbr"),
            (.usd, .cny, "pboc"), (.kzt, .rub, "cbr"), (.rub, .kzt, "nbk"),
        ] {
            for (day, published) in [
                ("2026-06-30", "2026-06-30"), ("2026-07-01", "2026-07-01"), ("2026-11-24", "2026-07-01"),
                ("2026-11-26", "2026-11-25"),
            ] {
                let day = try #require(CivilDate(day))
                let rate = table.rate(from: from, to: to, on: day, source: source)
                #expect(rate?.day.description == published, "\(from)/\(to) by \(source)")
            }
        }
        // Two banks say nearly the same of a yuan.
        let day = try #require(CivilDate("2026-07-01"))
        let hundred = try Money("100.00", .cny)
        let ours = try #require(table.rate(from: .cny, to: .rub, on: day, source: "cbr")).convert(hundred, .halfUp)
        let theirs = try #require(table.rate(from: .cny, to: .rub, on: day, source: "pboc")).convert(hundred, .halfUp)
        #expect(try abs((ours - theirs).minorUnits) < 500)
    }

    @Test("in a folder is told by its name, and all faults of all files are told at once")
    func folder() async throws {
        try await Project.withTemporaryFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("not rates".utf8).write(to: folder.appending(path: "README.md"))
            #expect(try RateTable.load(folder: folder).rates.isEmpty)
            try Data("<rates/>".utf8).write(to: folder.appending(path: "nbk-2026-07-02.xml"))
            try Data("{}".utf8).write(to: folder.appending(path: "pboc-2026-07-02.json"))
            let refusal = #expect(throws: Refusal.self) { try RateTable.load(folder: folder) }
            #expect(refusal?.diagnostics.map(\.code) == [.malformedRatesDay, .notRates])
            #expect(refusal?.diagnostics.first?.position?.file.hasSuffix("/nbk-2026-07-02.xml") == true)
            let missing = #expect(throws: Refusal.self) { try RateTable.load(folder: folder.appending(path: "none")) }
            #expect(missing?.diagnostics.map(\.code) == [.unreadableFile])
        }
    }
}
