/// A postal item's number by the Universal Postal Union's S10 with a right check digit: two letters for the service, eight digits and
/// their check, two letters for the country.
///
///     S10("RR473124829GB")?.country       // GB
///     S10("RR", serial: 47312482, "GB")?.text
///
/// Weights 8, 6, 4, 2, 3, 5, 9, 7; the check is 11 less the rest of their sum by 11, where 10 is written 0 and 11 is written 5.
public struct S10: Hashable, Sendable, CustomStringConvertible {
    /// Thirteen characters, without spaces.
    public let text: String

    /// Reads a number as it is printed, in groups as well: "RR 473 124 829 GB".
    public init?(_ text: String) {
        let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") }
        guard bytes.count == 13, Self.areLetters(bytes[0..<2]), Self.isCountry(Array(bytes[11...])),
            bytes[2..<11].allSatisfy({ (0x30...0x39).contains($0) }),
            Self.checkDigit(of: bytes[2..<10]) == bytes[10] - 0x30
        else { return nil }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    /// Completes a number by its check digit; nil for letters that are none, or a serial that has more than eight digits.
    public init?(_ service: String, serial: Int, _ country: String) {
        guard (0...99_999_999).contains(serial), Self.areLetters(service.utf8), Self.isCountry(Array(country.utf8))
        else { return nil }
        let digits = String(String(100_000_000 + serial).dropFirst())
        self.text = "\(service)\(digits)\(Self.checkDigit(of: Array(digits.utf8)))\(country)"
    }

    /// `RR` registered, `EE` express, `CP` a parcel, `UX` a small packet.
    public var service: String { String(text.prefix(2)) }
    /// The country whose post has given the number, by ISO 3166.
    public var country: String { String(text.suffix(2)) }
    public var description: String { text }

    private static func areLetters(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.count == 2 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// Without the codes that ISO leaves to everybody's own use: nobody's post has them.
    static func isCountry(_ bytes: [UInt8]) -> Bool {
        guard areLetters(bytes) else { return false }
        let code = String(decoding: bytes, as: UTF8.self)
        return !(code == "AA" || code == "ZZ" || ("QM"..."QZ").contains(code) || (code.hasPrefix("X") && code != "XK"))
    }

    private static func checkDigit(of digits: some Sequence<UInt8>) -> UInt8 {
        let sum = zip(digits, [8, 6, 4, 2, 3, 5, 9, 7]).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        let check = 11 - sum % 11
        return check == 10 ? 0 : check == 11 ? 5 : UInt8(check)
    }
}
