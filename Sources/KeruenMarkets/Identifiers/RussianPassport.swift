/// Series and number of a Russian citizen's internal passport: 4 and 6 digits.
///
///     RussianPassport("45 04 № 123456")?.digits       // 4504123456
///     "\(RussianPassport("4504123456")!)"             // •••• ••3456
///
/// It has no check digit, so only its shape is looked at.
public struct RussianPassport: MaskedNumber {
    /// Ten, the series first.
    public let digits: String

    /// - Parameter text: as people write it: with spaces, no-break ones too, and № before the number.
    /// - Returns: nil for anything but ten digits, and for zeros only.
    public init?(_ text: String) {
        let digits = text.filter { !$0.isWhitespace && $0 != "№" }
        guard digits.utf8.count == 10, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.contains(where: { $0 != "0" })
        else { return nil }
        self.digits = digits
    }

    public var series: String { String(digits.prefix(4)) }
    public var number: String { String(digits.suffix(6)) }

    public static let groups = [4, 6]
}
