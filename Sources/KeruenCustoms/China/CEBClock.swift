public import Foundation

/// Times as the messages write them: by China's one clock, UTC+8 the whole year.
///
///     CEBClock.seconds(now)       // 20270115090000
public enum CEBClock {
    /// C14, `YYYYMMDDhhmmss`; what is finer than a second is left out.
    public static func seconds(_ instant: Date) -> String {
        let seconds = Int64(instant.timeIntervalSince1970.rounded(.down)) + 8 * 3_600
        let (days, rest) = (seconds.floorDivided(by: 86_400), seconds.modulo(86_400))
        return day(CivilDate(daysSince1970: Int32(clamping: days)))
            + [rest / 3_600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }

    /// C8, `YYYYMMDD`.
    public static func day(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }

    /// The instant of a C17, `YYYYMMDDhhmmssSSS`; nil for one that does not exist.
    public static func instant(_ text: String) -> Date? {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits.count == 17, digits.allSatisfy((0...9).contains) else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
        guard let day = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)), hour < 24,
            minute < 60,
            second < 60
        else { return nil }
        let seconds = Int(day.daysSince1970) * 86_400 + (hour - 8) * 3_600 + minute * 60 + second
        return Date(timeIntervalSince1970: Double(seconds) + Double(number(14..<17)) / 1_000)
    }
}

extension Int64 {
    fileprivate func modulo(_ divisor: Int64) -> Int64 { (self % divisor + divisor) % divisor }
    fileprivate func floorDivided(by divisor: Int64) -> Int64 { (self - modulo(divisor)) / divisor }
}
