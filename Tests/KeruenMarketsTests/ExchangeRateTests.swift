import KeruenMarkets
import TestSupport
import Testing

@Suite("A rate of exchange")
struct ExchangeRateTests {
    private static let day = CivilDate(daysSince1970: 20_635)

    private func rate(_ ratio: Ratio?, from: Currency = .eur, to: Currency = .kzt) throws -> ExchangeRate {
        let ratio = try #require(ratio)
        return try #require(ExchangeRate(from: from, to: to, ratio, on: Self.day, source: "nbk"))
    }

    @Test("takes an amount there and back")
    func bothWays() throws {
        let rate = try rate(Ratio("523.47"))
        #expect(try rate.convert(Money("200.00", .eur), .halfUp) == Money("104694.00", .kzt))
        #expect(try rate.convert(Money("104694.00", .kzt), .halfUp) == Money("200.00", .eur))
        // 0.01 tenge is 0.0000191 euro.
        #expect(try rate.convert(Money("0.01", .kzt), .up) == Money("0.01", .eur))
        #expect(try rate.convert(Money("0.01", .kzt), .halfUp) == .zero(.eur))
        #expect(try rate.convert(Money("-0.01", .kzt), .up) == Money("-0.01", .eur))
    }

    @Test("is above nothing, and takes no third currency")
    func refused() throws {
        #expect(ExchangeRate(from: .eur, to: .kzt, .zero, on: Self.day, source: "nbk") == nil)
        #expect(ExchangeRate(from: .eur, to: .kzt, Ratio(percent: -1), on: Self.day, source: "nbk") == nil)
        let rate = try rate(Ratio("523.47"))
        let mixed = #expect(throws: MoneyError.self) { try rate.convert(Money("1.00", .rub), .halfUp) }
        #expect(mixed?.code == .mixedCurrencies && mixed?.subject == "RUB, EUR/KZT")
        let large = #expect(throws: MoneyError.self) { try rate.convert(Money(minorUnits: .max, .eur), .halfUp) }
        #expect(large?.code == .overflow)
    }

    @Test("of eighteen digits fits, as both currencies have as many digits")
    func manyDigits() throws {
        let rate = try rate(Ratio("0.12345678901234567"), from: .cny, to: .rub)
        #expect(try rate.convert(Money("100.00", .cny), .halfUp) == Money("12.35", .rub))
        #expect(try rate.convert(Money("12.35", .rub), .halfUp) == Money("100.04", .cny))
    }

    @Test("gives what 128 bits give, either way")
    func reference() throws {
        var random = SeededGenerator(seed: 15)
        for _ in 0..<2_000 {
            let (up, down) = (
                Int64.random(in: 1...99_999_999, using: &random), Int64.random(in: 1...1_000_000, using: &random)
            )
            let rate = try rate(Ratio(up, over: down))
            let units = Int64.random(in: -1_000_000_000...1_000_000_000, using: &random)
            let rounding = Rounding.allCases.randomElement(using: &random) ?? .halfUp
            #expect(
                try rate.convert(Money(minorUnits: units, .eur), rounding).minorUnits
                    == Naive.multiply(units, by: rate.ratio, rounding))
            let inverse = try #require(rate.ratio.inverse)
            #expect(
                try rate.convert(Money(minorUnits: units, .kzt), rounding).minorUnits
                    == Naive.multiply(units, by: inverse, rounding))
        }
    }

    @Test("comes back within half a unit's worth")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 16)
        for _ in 0..<1_000 {
            // One of the first is worth more than one of the second, so nothing is lost on the way.
            let rate = try rate(Ratio(Int64.random(in: 10_000...9_999_999, using: &random), over: 10_000))
            let amount = Money(minorUnits: .random(in: 0...100_000_000, using: &random), .eur)
            #expect(try rate.convert(rate.convert(amount, .halfUp), .halfUp) == amount)
        }
    }

    @Test("is the newest that was in force, either way round, by the bank that was asked for")
    func table() throws {
        func rate(_ figure: String, _ from: Currency, _ to: Currency, _ day: String, _ source: String) throws
            -> ExchangeRate
        {
            let (ratio, day) = (try #require(Ratio(figure)), try #require(CivilDate(day)))
            return try #require(ExchangeRate(from: from, to: to, ratio, on: day, source: source))
        }
        // A Friday's rate stands over the weekend.
        let table = RateTable([
            try rate("563.10", .eur, .kzt, "2026-07-03", "nbk"), try rate("561.20", .eur, .kzt, "2026-07-01", "nbk"),
            try rate("92.05", .eur, .rub, "2026-07-02", "cbr"), try rate("11.40", .cny, .rub, "2026-07-02", "cbr"),
            try rate("11.38", .cny, .rub, "2026-07-03", "pboc"),
        ])
        func figure(_ from: Currency, _ to: Currency, _ day: String, _ source: String? = nil) throws -> Ratio? {
            let day = try #require(CivilDate(day))
            return table.rate(from: from, to: to, on: day, source: source)?.ratio
        }
        #expect(try figure(.eur, .kzt, "2026-07-05") == Ratio("563.10"))
        #expect(try figure(.eur, .kzt, "2026-07-02") == Ratio("561.20"))
        #expect(try figure(.eur, .kzt, "2026-06-30") == nil)
        #expect(try figure(.kzt, .eur, "2026-07-01") == Ratio("561.20"))
        #expect(try figure(.cny, .rub, "2026-07-03") == Ratio("11.38"))
        #expect(try figure(.cny, .rub, "2026-07-03", "cbr") == Ratio("11.40"))
        #expect(try figure(.cny, .kzt, "2026-07-03") == nil)
    }
}
