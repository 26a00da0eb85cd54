internal import Foundation
internal import Synchronization

/// What a time zone's clocks are ahead of UTC, by the system's tzdata.
///
/// Not by ICU's own: ICU 72 has Almaty at UTC+6, which ended on 2024-03-01. Nor by Foundation's, which on Linux carries a
/// tzdata that no update of the system reaches.
package struct TimeZoneOffsets: Sendable {
    /// Seconds since 1970, sorted, and the offset from each on; before the first, `initial`.
    private let transitions: [Int64]
    private let offsets: [Int32]
    private let initial: Int32
    /// For all times behind the last transition; nil where the file has none.
    private let rule: PosixZoneRule?

    private static let known = Mutex<[String: TimeZoneOffsets?]>([:])

    /// A zone, read once; nil where the system has none of the name.
    package static func shared(_ zone: String) -> TimeZoneOffsets? {
        if let known = known.withLock({ $0[zone] }) { return known }
        let read = TimeZoneOffsets(zone)
        return known.withLock { known in
            if known.count >= 1_000 { known.removeAll() }
            known[zone] = .some(read)
            return read
        }
    }

    /// Nil where the system has no such zone.
    init?(_ zone: String, folder: String = "/usr/share/zoneinfo") {
        let isName = zone.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2F, 0x5F].contains($0)
        }
        guard isName, !zone.isEmpty, zone.utf8.count < 64, !zone.hasPrefix("/"),
            let data = try? Data(contentsOf: URL(filePath: folder).appending(path: zone))
        else { return nil }
        self.init(tzif: [UInt8](data))
    }

    /// RFC 8536; the second block, whose times have 64 bits.
    init?(tzif bytes: [UInt8]) {
        func number(_ at: Int, _ length: Int) -> Int64? {
            guard at >= 0, at + length <= bytes.count else { return nil }
            let unsigned = bytes[at..<at + length].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return length == 4 ? Int64(Int32(truncatingIfNeeded: unsigned)) : Int64(bitPattern: unsigned)
        }
        /// The counts of a header, in its order: isut, isstd, leap, time, type, char.
        func counts(_ at: Int) -> [Int]? {
            guard at + 44 <= bytes.count, bytes[at..<at + 4].elementsEqual("TZif".utf8) else { return nil }
            let counts = (0..<6).compactMap { number(at + 20 + 4 * $0, 4).map(Int.init) }
            return counts.allSatisfy { (0..<100_000).contains($0) } ? counts : nil
        }
        guard let first = counts(0), bytes[4] >= UInt8(ascii: "2") else { return nil }
        let second = 44 + first[3] * 5 + first[4] * 6 + first[5] + first[2] * 8 + first[1] + first[0]
        guard let counts = counts(second), counts[4] > 0 else { return nil }
        let times = second + 44
        let kinds = times + counts[3] * 8
        let types = kinds + counts[3]
        let offsets = (0..<counts[4]).compactMap { number(types + 6 * $0, 4).map { Int32(truncatingIfNeeded: $0) } }
        guard offsets.count == counts[4], kinds + counts[3] <= bytes.count else { return nil }
        transitions = (0..<counts[3]).compactMap { number(times + 8 * $0, 8) }
        self.offsets = (0..<counts[3]).map { at in
            let kind = Int(bytes[kinds + at])
            return kind < offsets.count ? offsets[kind] : offsets[0]
        }
        initial = offsets[0]
        // Behind the types stand their names, leap seconds, two lists of flags, and the rule between two newlines.
        let footer = types + 6 * counts[4] + counts[5] + 12 * counts[2] + counts[1] + counts[0]
        if footer < bytes.count, bytes[footer] == 0x0A {
            let text = bytes[(footer + 1)...].prefix { $0 != 0x0A }
            rule = PosixZoneRule(String(decoding: text, as: UTF8.self))
        } else {
            rule = nil
        }
    }

    /// Minutes ahead of UTC at a moment, in milliseconds since 1970.
    package func minutes(at milliseconds: Int64) -> Int {
        seconds(at: Int64((Double(milliseconds) / 1_000).rounded(.down))) / 60
    }

    /// Seconds ahead of UTC at a moment, in seconds since 1970.
    package func seconds(at seconds: Int64) -> Int {
        if let rule, transitions.last.map({ $0 <= seconds }) ?? true { return rule.offset(at: seconds) }
        var range = transitions.startIndex..<transitions.endIndex
        while let first = range.first {
            let middle = first + range.count / 2
            range = transitions[middle] <= seconds ? middle + 1..<range.upperBound : first..<middle
        }
        let offset = range.lowerBound == 0 ? initial : offsets[range.lowerBound - 1]
        return Int(offset)
    }
}
