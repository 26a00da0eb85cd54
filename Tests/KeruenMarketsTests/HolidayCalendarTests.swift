import Foundation
import KeruenMarkets
import TestSupport
import Testing

@Suite("A country's calendar")
struct HolidayCalendarTests {
    private let china = HolidayCalendar(country: "CN")
    private let kazakhstan = HolidayCalendar(country: "KZ")
    private let russia = HolidayCalendar(country: "RU")

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test("knows the days of the week")
    func weekdays() throws {
        #expect(try day("2027-06-05").weekday == 6 && day("1970-01-01").weekday == 4 && day("1969-12-31").weekday == 3)
        #expect(try day("1600-01-01").weekday == 6 && day("2026-02-28").adding(days: 1) == day("2026-03-01"))
        var (day, weekday) = (try day("1899-12-31"), 7)
        for _ in 0..<10_000 {
            #expect(day.weekday == weekday)
            (day, weekday) = (day.adding(days: 1), weekday % 7 + 1)
        }
    }

    @Test(
        "knows days off in the week and weekends that are worked",
        arguments: [
            // Spring Festival, and the Saturdays that are worked for it.
            ("CN", "2026-02-14", true), ("CN", "2026-02-16", false), ("CN", "2026-02-23", false),
            ("CN", "2026-02-24", true), ("CN", "2026-02-28", true), ("CN", "2026-03-01", false),
            ("CN", "2026-09-20", true), ("CN", "2026-10-07", false), ("CN", "2026-10-08", true),
            // The first eight days of January, and the ninth in exchange for a Saturday.
            ("RU", "2026-01-08", false), ("RU", "2026-01-09", false), ("RU", "2026-01-12", true),
            ("RU", "2026-05-11", false), ("RU", "2026-12-31", false), ("RU", "2027-02-20", true),
            ("RU", "2027-02-22", false),
            // Nauryz on a weekend goes on into the week; Kurban Ait.
            ("KZ", "2026-03-20", true), ("KZ", "2026-03-23", false), ("KZ", "2026-03-25", false),
            ("KZ", "2026-03-26", true), ("KZ", "2026-05-27", false), ("KZ", "2026-01-07", false),
            ("KZ", "2026-01-05", true), ("KZ", "2027-03-15", false),
        ])
    func days(country: String, date: String, isWorked: Bool) throws {
        #expect(try HolidayCalendar(country: country).isWorkingDay(day(date)).value == isWorked)
    }

    @Test("says how sure it is, and what is celebrated")
    func confidence() throws {
        #expect(try china.isWorkingDay(day("2026-02-14")) == .known(true, .high))
        // A Saturday beside a holiday, before the notice that may move it.
        #expect(try china.isWorkingDay(day("2027-02-20")) == .known(false, .low))
        #expect(try china.isWorkingDay(day("2027-02-06")) == .known(false, .high))
        #expect(try kazakhstan.isWorkingDay(day("2027-05-16")).confidence == .low)
        #expect(try kazakhstan.row(for: day("2026-03-22"))?.occasion == "nauryz")
        #expect(try kazakhstan.row(for: day("2026-05-27"))?.occasion == "kurban-ait")
        #expect(try russia.row(for: day("2026-06-15"))?.occasion == nil)
        for calendar in [china, kazakhstan, russia] {
            #expect(calendar.rows.allSatisfy { !$0.source.isEmpty && ($0.kind == .week || $0.occasion != nil) })
        }
    }

    @Test("knows every day of 2026 and 2027, and none before or after")
    func unknown() throws {
        for calendar in [china, kazakhstan, russia] {
            var day = try day("2026-01-01")
            for _ in 0..<730 {
                #expect(calendar.isWorkingDay(day).value != nil)
                day = day.adding(days: 1)
            }
            #expect(try day == self.day("2028-01-01") && calendar.isWorkingDay(day) == .unknown(day))
            let before = try self.day("2025-12-31")
            #expect(calendar.isWorkingDay(before) == .unknown(before))
            #expect(calendar.workingDay(after: before, count: 1).value != nil)
            #expect(calendar.workingDay(after: before, count: 0) == .unknown(before))
            #expect(try calendar.workingDay(after: self.day("2027-12-30"), count: 5) == .unknown(day))
            #expect(try calendar.workingDay(after: self.day("2026-01-01"), count: .max) == .unknown(day))
        }
        let elsewhere = HolidayCalendar(country: "UZ")
        #expect(try elsewhere.isWorkingDay(day("2026-06-15")) == .unknown(day("2026-06-15")))
    }

    @Test("counts working days over holidays")
    func counting() throws {
        #expect(try china.workingDay(after: day("2026-02-13"), count: 1) == .known(day("2026-02-14"), .high))
        #expect(try china.workingDay(after: day("2026-02-14"), count: 1) == .known(day("2026-02-24"), .high))
        #expect(try china.workingDay(after: day("2026-02-13"), count: 0) == .known(day("2026-02-13"), .high))
        #expect(try china.workingDay(after: day("2026-02-15"), count: 0) == .known(day("2026-02-24"), .high))
        #expect(try russia.workingDay(after: day("2026-01-01"), count: 3).value == day("2026-01-14"))
        #expect(try kazakhstan.workingDay(after: day("2026-03-20"), count: 2).value == day("2026-03-27"))
    }

    @Test("counts as one does who looks at every day")
    func reference() throws {
        var random = SeededGenerator(seed: 19)
        let start = try day("2026-01-01")
        for _ in 0..<300 {
            let calendar = [china, kazakhstan, russia].randomElement(using: &random) ?? china
            let from = start.adding(days: .random(in: 0..<600, using: &random))
            let count = Int.random(in: 1...60, using: &random)
            let worked = (1...130).map { from.adding(days: $0) }.filter { calendar.isWorkingDay($0).value == true }
            guard worked.count >= count else { continue }
            #expect(calendar.workingDay(after: from, count: count).value == worked[count - 1])
        }
    }

    @Test("takes a shop's rows over its own")
    func rows() throws {
        var calendar = kazakhstan
        calendar.rows += try #require(
            HolidayCalendar.rows(
                "# Announced.\nKZ\toff\t2027-05-17\t2027-05-17\tkurban-ait\thigh\tMuftiate\nKZ\toff\tx\n")["KZ"])
        #expect(try calendar.isWorkingDay(day("2027-05-17")) == .known(false, .high))
        #expect(calendar.rows.count == kazakhstan.rows.count + 1)
        let none = HolidayCalendar.rows(
            "KZ\toff\t2027-05-17\t2027-05-16\ta\thigh\tb\nKZ\tfree\t2027-05-17\t2027-05-17\ta\thigh\tb")
        #expect(none.isEmpty)
    }

    @Test(
        "is what a public table says of 2026 and 2027",
        .enabled(if: Conformance.folder != nil, "KERUEN_CONFORMANCE is not set"))
    func publicTable() throws {
        var days: [String: Set<CivilDate>] = [:]
        var worked: Set<CivilDate> = []
        for line in try Conformance.text("calendar-holidays/holidays.tsv").split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 4, let day = CivilDate(fields[1]), (2026...2027).contains(day.components.year) else {
                continue
            }
            days[fields[0], default: []].insert(day)
            // 休息日（由 2026-02-14 调休）
            if fields[0] == "CN", let match = fields[3].firstMatch(of: /由 (\d{4}-\d\d-\d\d) 调休/) {
                worked.insert(try #require(CivilDate(String(match.1))))
            }
        }
        for calendar in [china, kazakhstan, russia] {
            let theirs = try #require(days[calendar.country])
            var day = try day("2026-01-01")
            for _ in 0..<730 {
                let isWeekend = day.weekday > 5
                let isWorked = calendar.isWorkingDay(day).value
                if calendar.country == "CN", isWeekend { #expect(isWorked == worked.contains(day), "\(day)") }
                if !isWeekend { #expect(isWorked == !theirs.contains(day), "\(calendar.country) \(day)") }
                day = day.adding(days: 1)
            }
        }
        #expect(worked.count == 6)
    }
}
