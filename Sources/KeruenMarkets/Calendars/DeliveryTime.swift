/// How long a parcel takes, in working days: to be made ready, then at least and at most on its way.
///
///     let time = DeliveryTime(handling: 2, transit: 5...9)
///     time?.estimate(shipping: day, from: HolidayCalendar(country: "CN"), to: HolidayCalendar(country: "KZ"))
public struct DeliveryTime: Hashable, Sendable {
    /// Working days of the origin before the parcel leaves.
    public let handling: Int
    /// Days on which the origin and the destination both work: where either is closed, a parcel waits at the border.
    public let transit: ClosedRange<Int>

    /// - Returns: nil for negative numbers.
    public init?(handling: Int, transit: ClosedRange<Int>) {
        guard handling >= 0, transit.lowerBound >= 0 else { return nil }
        (self.handling, self.transit) = (handling, transit)
    }

    /// The first and the last day on which a parcel is to be expected; both are worked at the destination.
    ///
    /// - Parameter day: when the order is taken up; with no handling the parcel leaves then, or on the next day worked.
    /// - Returns: `unknown` where a day has to be counted that a calendar doesn't know, if only for the last day.
    public func estimate(
        shipping day: CivilDate, from origin: HolidayCalendar, to destination: HolidayCalendar
    ) -> CalendarAnswer<ClosedRange<CivilDate>> {
        let departure = origin.workingDay(after: day, count: handling)
        guard case .known(let leaves, let first) = departure else { return .unknown(departure.unknownDay ?? day) }
        let calendars = [origin, destination]
        let latest = calendars.workingDay(after: leaves, count: transit.upperBound)
        guard case .known(let last, let second) = latest,
            let earliest = calendars.workingDay(after: leaves, count: transit.lowerBound).value
        else { return .unknown(latest.unknownDay ?? leaves) }
        return .known(earliest...last, min(first, second))
    }
}

extension CalendarAnswer {
    /// The first day that nothing is known of.
    public var unknownDay: CivilDate? {
        if case .unknown(let day) = self { day } else { nil }
    }
}
