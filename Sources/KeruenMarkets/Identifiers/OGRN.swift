/// Russia's registration number of a firm (ОГРН, 13 digits) or an entrepreneur (ОГРНИП, 15) with a right check digit.
///
///     OGRN("1022200525819")?.digits
///
/// The last digit is the rest of the others by 11, or by 13, and of that its last digit (order of the Federal Tax Service
/// No. ММВ-7-14/481@).
public struct OGRN: Hashable, Sendable, CustomStringConvertible {
    public let digits: String

    public init?(_ digits: String) {
        let count = digits.utf8.count
        guard count == 13 || count == 15, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let payload = Int(digits.dropLast()), let check = Int(digits.suffix(1)),
            // 1 and 5 open a firm's number, 3 an entrepreneur's.
            digits.hasPrefix("3") == (count == 15), ["1", "3", "5"].contains(digits.prefix(1)),
            payload % (count - 2) % 10 == check
        else { return nil }
        self.digits = digits
    }

    public var description: String { digits }
}
