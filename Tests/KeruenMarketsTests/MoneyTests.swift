import KeruenMarkets
import TestSupport
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "is read exactly and written back",
        arguments: ["0.00", "0.01", "268.00", "-3.00", "-0.05", "92233720368547758.07"])
    func roundTrip(text: String) throws {
        #expect(try Money(text, .cny).decimalText == text)
    }

    @Test("is read without its trailing digits too")
    func short() throws {
        #expect(try Money("268", .kzt).minorUnits == 26_800)
        #expect(try Money("268.5", .kzt).minorUnits == 26_850)
    }

    @Test(
        "is refused when it is no amount",
        arguments: [
            ("", "malformed-amount"), ("1e5", "malformed-amount"), ("1,5", "malformed-amount"),
            (".5", "malformed-amount"),
            ("5.", "malformed-amount"), ("--5", "malformed-amount"), ("٣", "malformed-amount"),
            ("1.005", "too-many-digits"),
            ("92233720368547758.08", "amount-overflow"), ("1 000", "malformed-amount"),
        ])
    func refused(text: String, code: String) {
        let error = #expect(throws: MoneyError.self) { try Money(text, .rub) }
        #expect(error?.code.rawValue == code)
    }

    @Test("never adds currencies or runs over")
    func checked() throws {
        let tenge = try Money("1.00", .kzt)
        #expect(throws: MoneyError.self) { try tenge + Money("1.00", .rub) }
        #expect(throws: MoneyError.self) { try Money(minorUnits: .max, .kzt) + tenge }
        #expect(throws: MoneyError.self) { try Money(minorUnits: .min, .kzt) - tenge }
        #expect(throws: MoneyError.self) { try Money(minorUnits: .max, .kzt) * 2 }
        for (a, b) in Currency.all.flatMap({ a in Currency.all.map { (a, $0) } }) where a != b {
            let error = #expect(throws: MoneyError.self) { try Money.zero(a) - Money.zero(b) }
            #expect(error?.code == .mixedCurrencies && error?.subject == "\(a), \(b)")
        }
        #expect(Currency("kzt") == nil && Currency("JPY") == nil && Currency("") == nil)
    }

    @Test("adds, takes away and multiplies as 128 bits do, or not at all")
    func reference() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<3_000 {
            let (a, b) = (Naive.number(using: &random), Naive.number(using: &random))
            let (first, second) = (Money(minorUnits: a, .cny), Money(minorUnits: b, .cny))
            #expect((try? first + second)?.minorUnits == Int64(exactly: Int128(a) + Int128(b)))
            #expect((try? first - second)?.minorUnits == Int64(exactly: Int128(a) - Int128(b)))
            #expect((try? first * Int(b))?.minorUnits == Int64(exactly: Int128(a) * Int128(b)))
            #expect((try? Money(first.decimalText, .cny)) == first)
        }
    }

    @Test("obeys the laws of adding")
    func laws() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let (a, b) = (
                Money(minorUnits: .random(in: -1_000_000...1_000_000, using: &random), .cny),
                Money(minorUnits: .random(in: -1_000_000...1_000_000, using: &random), .cny)
            )
            #expect(try a + b == b + a)
            #expect(try a + b - b == a)
            #expect(try a * 3 == a + a + a)
            #expect(try Money(a.decimalText, .cny) == a)
        }
    }
}

@Suite("Dates, measures and numbers on labels")
struct ValueTests {
    @Test("know every day of four centuries")
    func civilDates() throws {
        var expected: Int32 = try #require(CivilDate("1900-01-01")).daysSince1970
        #expect(expected == -25_567)
        for year in 1900...2299 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CivilDate(year: year, month: month, day: day) else { continue }
                    #expect(date.daysSince1970 == expected)
                    expected += 1
                }
            }
        }
        #expect(CivilDate("2300-01-01")?.daysSince1970 == expected)
    }

    @Test(
        "refuse days that are not there",
        arguments: [
            "2027-02-29", "2027-13-01", "2027-6-5", "27-06-05", "2027-06-31", "", "2027/06/05", "-027-06-05",
            "2026-+1-+1",
        ])
    func noSuchDay(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test("are exact in millimetres, grams and millilitres")
    func measures() {
        #expect(Measure("180 cm")?.inBaseUnits == 1_800)
        #expect(Measure("2.5 cm")?.inBaseUnits == 25)
        #expect(Measure("0.5 kg")?.inBaseUnits == 500)
        #expect(Measure("2.50 m")?.description == "2.5 m")
        for text in ["180cm", "0 cm", "-1 cm", "1.2345 m", "ten cm", "5", "5 mile", "1 000 g"] {
            #expect(Measure(text) == nil)
        }
    }

    @Test("find a mistyped GTIN by its check digit")
    func gtin() {
        #expect(GTIN("4006381333931") != nil)
        #expect(GTIN("73513537") != nil)
        #expect(GTIN("4006381333932") == nil)
        #expect(GTIN("400638133393") == nil)
        #expect(GTIN("40063813339３1") == nil)
    }
}
