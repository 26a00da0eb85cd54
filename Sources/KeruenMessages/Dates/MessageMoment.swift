/// A day, a time of a day, or both; with an offset from UTC where it is a moment of the whole world.
///
///     MessageMoment("2027-06-05")                      // a day, the same in every zone
///     MessageMoment("2027-06-05T09:30:00+06:00")       // a moment
public struct MessageMoment: Hashable, Sendable, CustomStringConvertible {
    /// What the clock on the wall shows, as milliseconds since 1970-01-01T00:00.
    public var wallClock: Int64
    /// Minutes that the wall clock is ahead of UTC; nil for a clock without a zone.
    public var offset: Int?

    public init(wallClock: Int64, offset: Int? = nil) { (self.wallClock, self.offset) = (wallClock, offset) }

    public init(daysSince1970 days: Int32) { self.init(wallClock: Int64(days) * 86_400_000) }

    /// A literal of LDML 48: 2006-01-02, 2006-01-02T15:04:06, with fractions of a second, Z or +06:00.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>, _ allowed: ClosedRange<Int>) -> Int? {
            guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else {
                return nil
            }
            let value = bytes[range].reduce(0) { $0 * 10 + Int($1 & 0xF) }
            return allowed.contains(value) ? value : nil
        }
        func has(_ mark: Unicode.Scalar, at: Int) -> Bool { at < bytes.count && bytes[at] == UInt8(ascii: mark) }

        guard let year = number(0..<4, 1...9999), has("-", at: 4), let month = number(5..<7, 1...12), has("-", at: 7),
            let day = number(8..<10, 1...31)
        else { return nil }
        let days = GregorianDay.number(year, month, day)
        // February 30 would come back as a day of March.
        guard GregorianDay.date(days).day == day else { return nil }
        var milliseconds = Int64(days) * 86_400_000
        var offset: Int?
        if bytes.count > 10 {
            guard has("T", at: 10), let hour = number(11..<13, 0...23), has(":", at: 13),
                let minute = number(14..<16, 0...59), has(":", at: 16), let second = number(17..<19, 0...59)
            else { return nil }
            milliseconds += Int64(hour * 3_600 + minute * 60 + second) * 1_000
            var at = 19
            if has(".", at: at) {
                let fraction = bytes[20...].prefix { (0x30...0x39).contains($0) }
                guard (1...9).contains(fraction.count) else { return nil }
                let padded = (fraction + [0x30, 0x30]).prefix(3)
                milliseconds += padded.reduce(0) { $0 * 10 + Int64($1 & 0xF) }
                at += 1 + fraction.count
            }
            if has("Z", at: at) {
                offset = 0
                at += 1
            } else if has("+", at: at) || has("-", at: at) {
                guard let hours = number(at + 1..<at + 3, 0...14), has(":", at: at + 3),
                    let minutes = number(at + 4..<at + 6, 0...59)
                else { return nil }
                offset = (hours * 60 + minutes) * (has("-", at: at) ? -1 : 1)
                at += 6
            }
            guard at == bytes.count else { return nil }
        }
        self.init(wallClock: milliseconds, offset: offset)
    }

    /// Milliseconds since 1970 in UTC; a clock without a zone is taken for UTC's.
    var utc: Int64 { wallClock - Int64(offset ?? 0) * 60_000 }

    public var description: String {
        let days = Int((Double(wallClock) / 86_400_000).rounded(.down))
        let (year, month, day) = GregorianDay.date(days)
        let seconds = (wallClock - Int64(days) * 86_400_000) / 1_000
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        let date = String(repeating: "0", count: max(0, 4 - String(year).count)) + "\(year)-\(two(month))-\(two(day))"
        guard seconds != 0 || offset != nil else { return date }
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { two(Int($0)) }.joined(separator: ":")
        let zone = offset.map { offset in
            offset == 0
                ? "Z" : (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
        }
        return date + "T" + time + (zone ?? "")
    }
}
