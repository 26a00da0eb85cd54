internal import Foundation

/// China has one clock, eight hours ahead of Greenwich all year, and its customs count days and years by it.
enum BeijingTime {
    static func day(at instant: Date) -> CivilDate {
        let days = ((instant.timeIntervalSince1970 + 8 * 3_600) / 86_400).rounded(.down)
        return CivilDate(daysSince1970: Int32(min(max(days, -130_000), 2_930_000)))
    }

    static func year(at instant: Date) -> Int { day(at: instant).components.year }

    /// The day of a time as customs write it, `yyyyMMddHHmmssSSS`.
    static func day(of time: String) -> CivilDate? {
        CivilDate("\(time.prefix(4))-\(time.dropFirst(4).prefix(2))-\(time.dropFirst(6).prefix(2))")
    }
}
