/// A zone's rule for all years behind the last one that its file lists: `CET-1CEST,M3.5.0,M10.5.0/3` (RFC 9636 §3.3).
struct PosixZoneRule: Sendable {
    /// Seconds ahead of UTC.
    private let standard: Int
    private let summer: (offset: Int, start: Change, end: Change)?

    /// A day of each year and the second of it, by the wall clock before the change.
    private struct Change: Sendable {
        enum Day: Sendable {
            /// Month, week (5 is the last one), day of the week (0 is Sunday).
            case week(Int, Int, Int)
            /// 1 to 365, February 29 never counted.
            case dayWithoutLeap(Int)
            /// 0 to 365.
            case day(Int)
        }

        var day: Day
        var second: Int
    }

    /// Nil for what is no such rule.
    init?(_ text: String) {
        var reader = Reader(text)
        guard reader.skipName(), let west = reader.clock() else { return nil }
        standard = -west
        guard !reader.isAtEnd else {
            summer = nil
            return
        }
        guard reader.skipName() else { return nil }
        var offset = standard + 3_600
        if !reader.isAt(",") {
            guard let west = reader.clock() else { return nil }
            offset = -west
        }
        guard let start = reader.change(), let end = reader.change(), reader.isAtEnd else { return nil }
        summer = (offset, start, end)
    }

    /// Seconds ahead of UTC at a moment, in seconds since 1970.
    func offset(at seconds: Int64) -> Int {
        guard let summer else { return standard }
        let year = GregorianDay.date(Int((Double(seconds) / 86_400).rounded(.down))).year
        let start = Self.moment(summer.start, year) - Int64(standard)
        let end = Self.moment(summer.end, year) - Int64(summer.offset)
        // South of the equator summer spans the new year.
        let isSummer = start < end ? (start..<end).contains(seconds) : !(end..<start).contains(seconds)
        return isSummer ? summer.offset : standard
    }

    private static func moment(_ change: Change, _ year: Int) -> Int64 {
        let newYear = GregorianDay.number(year, 1, 1)
        let day =
            switch change.day {
            case .day(let day): newYear + day
            case .dayWithoutLeap(let day):
                newYear + day - 1 + (day >= 60 && GregorianDay.number(year, 3, 1) - newYear == 60 ? 1 : 0)
            case .week(let month, let week, let weekday): dayOfWeek(year, month, week, weekday)
            }
        return Int64(day) * 86_400 + Int64(change.second)
    }

    private static func dayOfWeek(_ year: Int, _ month: Int, _ week: Int, _ weekday: Int) -> Int {
        let first = GregorianDay.number(year, month, 1)
        let next = month == 12 ? GregorianDay.number(year + 1, 1, 1) : GregorianDay.number(year, month + 1, 1)
        // 1970-01-01 was a Thursday.
        let firstWeekday = ((first + 4) % 7 + 7) % 7
        var day = first + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
        while day >= next { day -= 7 }
        return day
    }

    private struct Reader {
        private var rest: Substring.UTF8View

        init(_ text: String) { rest = text[...].utf8 }

        var isAtEnd: Bool { rest.isEmpty }

        func isAt(_ mark: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: mark) }

        mutating func take(_ mark: Unicode.Scalar) -> Bool {
            guard isAt(mark) else { return false }
            rest.removeFirst()
            return true
        }

        /// `CET`, or `<+05>`.
        mutating func skipName() -> Bool {
            let count = rest.count
            if take("<") {
                rest = rest.drop { $0 != UInt8(ascii: ">") }
                return take(">")
            }
            rest = rest.drop { (0x61...0x7A).contains($0 | 0x20) }
            return rest.count < count
        }

        mutating func number(_ allowed: ClosedRange<Int>) -> Int? {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard (1...3).contains(digits.count) else { return nil }
            rest = rest.dropFirst(digits.count)
            let value = digits.reduce(0) { $0 * 10 + Int($1 & 0xF) }
            return allowed.contains(value) ? value : nil
        }

        /// `-5`, `5:30`, `2:00:00`, in seconds.
        mutating func clock() -> Int? {
            let isNegative = take("-")
            if !isNegative { _ = take("+") }
            guard var seconds = number(0...167).map({ $0 * 3_600 }) else { return nil }
            for unit in [60, 1] where take(":") {
                guard let part = number(0...59) else { return nil }
                seconds += part * unit
            }
            return isNegative ? -seconds : seconds
        }

        mutating func change() -> Change? {
            guard take(","), let day = day() else { return nil }
            guard take("/") else { return Change(day: day, second: 7_200) }
            return clock().map { Change(day: day, second: $0) }
        }

        private mutating func day() -> Change.Day? {
            if take("J") { return number(1...365).map(Change.Day.dayWithoutLeap) }
            guard take("M") else { return number(0...365).map(Change.Day.day) }
            guard let month = number(1...12), take("."), let week = number(1...5), take("."), let day = number(0...6)
            else { return nil }
            return .week(month, week, day)
        }
    }
}
