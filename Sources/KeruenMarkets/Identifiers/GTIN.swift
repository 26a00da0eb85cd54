/// A Global Trade Item Number with a right check digit (GS1 General Specifications §7.9).
///
///     GTIN("4006381333931")?.digits       // "4006381333931"
///     GTIN("4006381333932")               // nil: the check digit is 1
public struct GTIN: Hashable, Sendable, CustomStringConvertible {
    public let digits: String

    public init?(_ digits: String) {
        guard [8, 12, 13, 14].contains(digits.utf8.count), let check = Self.checkDigit(of: digits.dropLast()),
            digits.utf8.last == UInt8(ascii: "0") + check
        else { return nil }
        self.digits = digits
    }

    public var description: String { digits }

    /// The digit that completes a number: weights 3 and 1 from the right. Nil where something is not a digit.
    public static func checkDigit(of payload: some StringProtocol) -> UInt8? {
        var sum = 0
        for (index, byte) in payload.utf8.reversed().enumerated() {
            guard (0x30...0x39).contains(byte) else { return nil }
            sum += Int(byte - 0x30) * (index.isMultiple(of: 2) ? 3 : 1)
        }
        return UInt8((10 - sum % 10) % 10)
    }
}
