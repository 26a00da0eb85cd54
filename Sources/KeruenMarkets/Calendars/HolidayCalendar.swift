/// Which days are worked in a country: weekends, holidays, and the days that governments move.
///
///     let china = HolidayCalendar(country: "CN")
///     china.isWorkingDay(CivilDate("2026-02-14")!)                    // a Saturday: known(true, high)
///     china.workingDay(after: CivilDate("2026-02-14")!, count: 1)     // known(2026-02-24, high)
///     china.isWorkingDay(CivilDate("2031-02-14")!)                    // unknown(2031-02-14)
///
/// Rows say how sure they are, for next year's days are often moved at the end of this one. A day that no row covers is
/// unknown, and so is all that has to count it.
public struct HolidayCalendar: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    public var country: String
    /// The last one that covers a day counts.
    public var rows: [Row]

    public struct Row: Hashable, Sendable {
        public var kind: Kind
        public var from: CivilDate
        /// The last day.
        public var through: CivilDate
        /// What is celebrated, or what the day was moved for: `spring-festival`. Nil for ordinary weeks.
        public var occasion: String?
        public var confidence: Confidence
        /// The law or the notice.
        public var source: String

        public init(
            _ kind: Kind, from: CivilDate, through: CivilDate, occasion: String? = nil, confidence: Confidence,
            source: String
        ) {
            (self.kind, self.from, self.through) = (kind, from, through)
            (self.occasion, self.confidence, self.source) = (occasion, confidence, source)
        }
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Saturday and Sunday are off, the other days are worked.
        case week
        case off
        /// A weekend's day that is worked.
        case work
    }

    public init(country: String, rows: [Row]) { (self.country, self.rows) = (country, rows) }

    /// The rows that are compiled in; none for a country that they don't have, whose days are all unknown.
    public init(country: String) {
        self.init(country: country, rows: Self.standard[country] ?? [])
    }

    /// The row that a day is told by.
    public func row(for day: CivilDate) -> Row? {
        rows.last { $0.from <= day && day <= $0.through }
    }

    public func isWorkingDay(_ day: CivilDate) -> CalendarAnswer<Bool> {
        guard let row = row(for: day) else { return .unknown(day) }
        return switch row.kind {
        case .week: .known(day.weekday <= 5, row.confidence)
        case .off: .known(false, row.confidence)
        case .work: .known(true, row.confidence)
        }
    }

    /// The working day that comes so many working days after a day; with 0 the day itself, or the next that is worked.
    /// - Parameter count: 0 or more.
    public func workingDay(after day: CivilDate, count: Int) -> CalendarAnswer<CivilDate> {
        [self].workingDay(after: day, count: count)
    }
}

extension [HolidayCalendar] {
    /// The same, counting only days that are worked in all of them.
    func workingDay(after start: CivilDate, count: Int) -> CalendarAnswer<CivilDate> {
        precondition(count >= 0, "working days are counted forward")
        var day = count == 0 ? start : start.adding(days: 1)
        // With 0 the first worked day is the one, as it is with 1.
        var left = Swift.max(count, 1)
        var confidence = HolidayCalendar.Confidence.high
        // Ends where the rows end, whatever the count.
        while true {
            var isWorked = true
            for calendar in self {
                guard case .known(let isWorkedHere, let sureness) = calendar.isWorkingDay(day) else {
                    return .unknown(day)
                }
                confidence = Swift.min(confidence, sureness)
                isWorked = isWorked && isWorkedHere
            }
            if isWorked { left -= 1 }
            guard left > 0 else { return .known(day, confidence) }
            day = day.adding(days: 1)
        }
    }
}
