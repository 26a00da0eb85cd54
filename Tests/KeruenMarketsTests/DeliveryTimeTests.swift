import KeruenMarkets
import TestSupport
import Testing

@Suite("A delivery time")
struct DeliveryTimeTests {
    private func estimate(
        _ handling: Int, _ transit: ClosedRange<Int>, _ day: String, _ origin: String, _ destination: String
    ) throws -> CalendarAnswer<ClosedRange<CivilDate>> {
        let time = try #require(DeliveryTime(handling: handling, transit: transit))
        let day = try #require(CivilDate(day))
        return time.estimate(
            shipping: day, from: HolidayCalendar(country: origin), to: HolidayCalendar(country: destination))
    }

    private func days(_ answer: CalendarAnswer<ClosedRange<CivilDate>>) -> String {
        switch answer {
        case .known(let days, let confidence): "\(days.lowerBound)...\(days.upperBound) \(confidence)"
        case .unknown(let day): "unknown from \(day)"
        }
    }

    @Test("in an ordinary week skips weekends")
    func ordinary() throws {
        // Monday; made ready by Wednesday.
        #expect(try days(estimate(2, 3...5, "2026-06-08", "CN", "RU")) == "2026-06-16...2026-06-18 high")
        #expect(try days(estimate(0, 0...0, "2026-06-08", "CN", "RU")) == "2026-06-08...2026-06-08 high")
        // Saturday.
        #expect(try days(estimate(0, 0...1, "2026-06-06", "KZ", "KZ")) == "2026-06-08...2026-06-09 medium")
    }

    @Test("over Spring Festival waits until the warehouse opens, and leaves on a Saturday that is worked")
    func springFestival() throws {
        // Ready on Saturday the 14th, which China works and Kazakhstan does not; then nothing moves until the 24th.
        #expect(try days(estimate(1, 1...2, "2026-02-13", "CN", "KZ")) == "2026-02-24...2026-02-25 medium")
        #expect(try days(estimate(2, 1...3, "2026-02-13", "CN", "KZ")) == "2026-02-25...2026-02-27 medium")
        // From Russia to China, over the Defender's Day that both have off.
        #expect(try days(estimate(1, 1...1, "2026-02-12", "RU", "CN")) == "2026-02-24...2026-02-24 high")
    }

    @Test("over the first days of January waits for Russia")
    func january() throws {
        #expect(try days(estimate(1, 2...3, "2026-12-29", "CN", "RU")) == "2027-01-12...2027-01-13 low")
        #expect(try days(estimate(0, 1...2, "2026-01-01", "RU", "KZ")) == "2026-01-13...2026-01-14 medium")
    }

    @Test("over Nauryz waits for Kazakhstan")
    func nauryz() throws {
        #expect(try days(estimate(1, 1...2, "2026-03-19", "CN", "KZ")) == "2026-03-26...2026-03-27 medium")
        #expect(try days(estimate(1, 1...2, "2026-03-19", "KZ", "RU")) == "2026-03-26...2026-03-27 medium")
    }

    @Test("is unknown where a day has to be counted that no table has, if only the last")
    func unknown() throws {
        #expect(try days(estimate(1, 1...20, "2027-12-20", "CN", "KZ")) == "unknown from 2028-01-01")
        #expect(try days(estimate(30, 1...1, "2027-12-20", "CN", "KZ")) == "unknown from 2028-01-01")
        #expect(try days(estimate(1, 1...2, "2026-06-08", "CN", "UZ")) == "unknown from 2026-06-10")
        #expect(try days(estimate(1, 1...2, "2025-06-08", "CN", "KZ")) == "unknown from 2025-06-09")
        #expect(DeliveryTime(handling: -1, transit: 1...2) == nil && DeliveryTime(handling: 1, transit: -1...2) == nil)
    }

    @Test("never ends before it begins, nor on a day that the destination has off, and more days are never sooner")
    func laws() throws {
        var random = SeededGenerator(seed: 20)
        let start = try #require(CivilDate("2026-01-01"))
        for _ in 0..<300 {
            let countries = ["CN", "KZ", "RU"].shuffled(using: &random)
            let (origin, destination) = (HolidayCalendar(country: countries[0]), HolidayCalendar(country: countries[1]))
            let day = start.adding(days: .random(in: 0..<600, using: &random))
            let handling = Int.random(in: 0...4, using: &random)
            let low = Int.random(in: 0...8, using: &random)
            let transit = low...(low + Int.random(in: 0...8, using: &random))
            let time = try #require(DeliveryTime(handling: handling, transit: transit))
            let longer = try #require(DeliveryTime(handling: handling + 1, transit: transit))
            let days = try #require(time.estimate(shipping: day, from: origin, to: destination).value)
            let later = try #require(longer.estimate(shipping: day, from: origin, to: destination).value)
            #expect(days.lowerBound >= day && later.lowerBound >= days.lowerBound)
            #expect(later.upperBound >= days.upperBound)
            for end in [days.lowerBound, days.upperBound] {
                #expect(destination.isWorkingDay(end).value == true)
            }
        }
    }
}
