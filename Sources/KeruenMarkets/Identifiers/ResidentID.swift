/// The number of a Chinese resident's identity card (公民身份号码, GB 11643-1999) with a right check character: 18 characters.
///
///     ResidentID("11010519491231002X")?.birthDate      // 1949-12-31
///     "\(ResidentID("11010519491231002X")!)"           // •••••• •••••••• 002X
///
/// Six digits of the place, eight of the day of birth, three in sequence (even for women), and the character that makes the
/// weighted sum 1 modulo 11, X for 10 (ISO 7064, MOD 11-2). Cards of foreigners who live in China begin with 9 and are
/// none of these.
public struct ResidentID: MaskedNumber {
    /// With a capital X.
    public let digits: String
    public let birthDate: CivilDate
    public let isFemale: Bool

    /// - Parameter text: without spaces; a small x is taken for X.
    /// - Returns: nil for other lengths or characters, a province or a day that is not there, or a wrong check character.
    public init?(_ text: String) {
        guard text.utf8.count == 18 else { return nil }
        var values = text.utf8.dropLast().map { Int($0) - 0x30 }
        guard values.allSatisfy((0...9).contains) else { return nil }
        switch text.utf8.last {
        case UInt8(ascii: "X"), UInt8(ascii: "x"): values.append(10)
        case .some(let byte) where (0x30...0x39).contains(byte): values.append(Int(byte) - 0x30)
        default: return nil
        }
        func number(_ range: Range<Int>) -> Int { values[range].reduce(0) { $0 * 10 + $1 } }
        guard Self.provinces.contains(number(0..<2)),
            let birthDate = CivilDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)),
            // Weights are the powers of 2 modulo 11, from the right.
            values.reduce(0, { ($0 * 2 + $1) % 11 }) == 1
        else { return nil }
        digits = text.uppercased()
        self.birthDate = birthDate
        isFemale = values[16].isMultiple(of: 2)
    }

    public static let groups = [6, 8, 4]

    /// GB/T 2260's; 81 to 83 stand on residence permits of people from Hong Kong, Macao and Taiwan.
    static let provinces: Set = Set(
        [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71...71, 81...83].flatMap(Array.init))
}
