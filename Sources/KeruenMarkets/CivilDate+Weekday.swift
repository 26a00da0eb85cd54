extension CivilDate {
    /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
    ///
    ///     CivilDate("2027-06-05")?.weekday        // 6
    public var weekday: Int {
        // 1970-01-01 was a Thursday.
        let shifted = (Int(daysSince1970) + 3) % 7
        return (shifted + 7) % 7 + 1
    }

    /// The day so many days later, or earlier.
    public func adding(days: Int) -> CivilDate {
        CivilDate(daysSince1970: Int32(clamping: Int(daysSince1970) + days))
    }
}
