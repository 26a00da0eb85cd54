public import Foundation

/// An instant as the clocks of a zone show it, never without the zone's name: in Xinjiang trains run by one clock and people
/// live by another.
///
///     let departure = try ZonedInstant(day, hour: 14, minute: 5, zone: "Asia/Shanghai")
///     "\(departure)"                                          // 2026-07-01T14:05+08:00[Asia/Shanghai]
///     try departure.shown(in: "Asia/Urumqi").clock            // 12:05
public struct ZonedInstant: Sendable, CustomStringConvertible {
    public let instant: Date
    /// An IANA name: Asia/Almaty.
    public let zone: String
    /// Seconds that the zone is ahead of UTC then.
    public let offset: Int

    /// - Throws: `Refusal` with `unknownZone`.
    public init(_ instant: Date, zone: String) throws(Refusal) {
        let offsets = try Self.offsets(of: zone)
        (self.instant, self.zone, offset) = (instant, zone, offsets.seconds(at: Self.seconds(instant)))
    }

    /// What to make of a time that comes twice, when clocks go back.
    public enum Repeated: Hashable, Sendable {
        /// Refuse it, and let a person say which.
        case refuse
        /// Before the clocks go back.
        case first
        case second
    }

    /// The instant at which a zone's clocks show a day and a time.
    ///
    ///     // Kazakhstan's clocks went back an hour on 1 March 2024, at midnight.
    ///     try ZonedInstant(leapDay, hour: 23, minute: 30, zone: "Asia/Almaty", repeated: .second).offsetText   // +05:00
    ///
    /// - Throws: `Refusal` with `unknownZone`, `malformedTime`, `skippedTime` for a time that the clocks leap over, or
    ///   `repeatedTime` where it comes twice and `repeated` doesn't say which.
    public init(
        _ day: CivilDate, hour: Int, minute: Int, zone: String, repeated: Repeated = .refuse
    ) throws(Refusal) {
        let offsets = try Self.offsets(of: zone)
        let text = "\(Self.two(hour)):\(Self.two(minute))"
        guard (0...23).contains(hour), (0...59).contains(minute) else {
            throw Refusal(Diagnostic(.malformedTime, .error, at: nil, ["time": .text(text)]))
        }
        let local = Int(day.daysSince1970) * 86_400 + hour * 3_600 + minute * 60
        // Clocks change at most once between the day before and the day after, so one of their offsets is it, or both are.
        let around = [-86_400, 86_400].map { offsets.seconds(at: Int64(local + $0)) }
        let fitting = Set(around).filter { offsets.seconds(at: Int64(local - $0)) == $0 }.sorted(by: >)
        // Further ahead of UTC is earlier.
        guard let first = fitting.first, let second = fitting.last else {
            throw Refusal(
                Diagnostic(.skippedTime, .error, at: nil, ["time": .text("\(day) \(text)"), "zone": .text(zone)]))
        }
        guard first == second || repeated != .refuse else {
            throw Refusal(
                Diagnostic(
                    .repeatedTime, .error, at: nil,
                    [
                        "time": .text("\(day) \(text)"), "zone": .text(zone),
                        "first": .text("UTC\(Self.offsetText(first))"),
                        "second": .text("UTC\(Self.offsetText(second))"),
                    ]))
        }
        offset = repeated == .second ? second : first
        (instant, self.zone) = (Date(timeIntervalSince1970: Double(local - offset)), zone)
    }

    /// The same instant by other clocks.
    /// - Throws: `Refusal` with `unknownZone`.
    public func shown(in zone: String) throws(Refusal) -> ZonedInstant { try ZonedInstant(instant, zone: zone) }
}

extension ZonedInstant {
    /// The day that the zone's calendar shows.
    public var day: CivilDate {
        CivilDate(daysSince1970: Int32(clamping: (localSeconds - secondOfDay) / 86_400))
    }

    public var hour: Int { secondOfDay / 3_600 }
    public var minute: Int { secondOfDay / 60 % 60 }

    /// The hour and the minute, by 24: "14:05".
    public var clock: String { "\(Self.two(hour)):\(Self.two(minute))" }

    /// How far ahead of UTC: "+05:00".
    public var offsetText: String { Self.offsetText(offset) }

    /// RFC 9557, to the minute: `2026-07-01T14:05+08:00[Asia/Shanghai]`.
    public var description: String { "\(day)T\(clock)\(offsetText)[\(zone)]" }

    private var localSeconds: Int {
        Int(Self.seconds(instant)) + offset
    }

    private var secondOfDay: Int { (localSeconds % 86_400 + 86_400) % 86_400 }

    private static func offsets(of zone: String) throws(Refusal) -> TimeZoneOffsets {
        guard let offsets = TimeZoneOffsets.shared(zone) else {
            throw Refusal(Diagnostic(.unknownZone, .error, at: nil, ["zone": .text(zone)]))
        }
        return offsets
    }

    private static func seconds(_ instant: Date) -> Int64 { Int64(instant.timeIntervalSince1970.rounded(.down)) }

    private static func two(_ number: Int) -> String { (0...9).contains(number) ? "0\(number)" : "\(number)" }

    private static func offsetText(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        let seconds = abs(offset) % 60
        return
            "\(offset < 0 ? "-" : "+")\(two(minutes / 60)):\(two(minutes % 60))\(seconds == 0 ? "" : ":\(two(seconds))")"
    }
}

/// The same instant is the same, whatever the clocks.
extension ZonedInstant: Comparable, Hashable {
    public static func == (a: Self, b: Self) -> Bool { a.instant == b.instant && a.zone == b.zone }
    public static func < (a: Self, b: Self) -> Bool { (a.instant, a.zone) < (b.instant, b.zone) }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(instant)
        hasher.combine(zone)
    }
}

extension Diagnostic.Code {
    public static let unknownZone = Self("MKT0201")
    /// The clocks go forward over it.
    public static let skippedTime = Self("MKT0202")
    /// The clocks go back over it.
    public static let repeatedTime = Self("MKT0203")
    /// An hour past 23, or a minute past 59.
    public static let malformedTime = Self("MKT0204")
}
