/// What a calendar knows: a value with how sure it is, or the first day that it knows nothing of.
///
///     switch kazakhstan.workingDay(after: day, count: 5) {
///     case .known(let day, let confidence): …
///     case .unknown(let day): …            // the table ends before it
///     }
public enum CalendarAnswer<Value> {
    /// As sure as the least sure of the days that were counted.
    case known(Value, HolidayCalendar.Confidence)
    /// No row covers the day; nothing is guessed.
    case unknown(CivilDate)

    public var value: Value? {
        if case .known(let value, _) = self { value } else { nil }
    }

    public var confidence: HolidayCalendar.Confidence? {
        if case .known(_, let confidence) = self { confidence } else { nil }
    }
}

extension CalendarAnswer: Sendable where Value: Sendable {}
extension CalendarAnswer: Equatable where Value: Equatable {}
extension CalendarAnswer: Hashable where Value: Hashable {}

extension HolidayCalendar {
    /// How sure a row is: by law or notice; as far as is known; as it is expected.
    public enum Confidence: Int, CaseIterable, Hashable, Sendable, Comparable {
        case low, medium, high

        /// As tables write it: "high".
        init?(name: String) {
            guard let known = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
            self = known
        }

        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }
}
