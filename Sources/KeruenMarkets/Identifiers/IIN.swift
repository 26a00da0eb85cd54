/// Kazakhstan's individual identification number (ЖСН, ИИН) with a right check digit: 12 digits, the first six the day of birth.
///
///     IIN("061211600012")?.birthDate       // 2006-12-11
///     "\(IIN("061211600012")!)"            // •••• •••• 0012
///
/// The seventh digit tells the century and the sex: 1 and 2 for the 19th, 3 and 4 for the 20th, 5 and 6 for the 21st, the
/// even ones for women. The check digit is reckoned as a BIN's.
public struct IIN: MaskedNumber {
    public let digits: String
    public let birthDate: CivilDate
    public let isFemale: Bool

    /// - Parameter digits: without spaces.
    /// - Returns: nil for other lengths or characters, a day that is not there, a century that is none, or a wrong check
    ///   digit. A firm's BIN has 4 to 6 in the fifth place, where a day of birth has 0 to 3.
    public init?(_ digits: String) {
        let values = digits.utf8.map { Int($0) - 0x30 }
        guard values.count == 12, values.allSatisfy((0...9).contains), (1...6).contains(values[6]),
            let birthDate = CivilDate(
                year: 1800 + (values[6] - 1) / 2 * 100 + values[0] * 10 + values[1],
                month: values[2] * 10 + values[3], day: values[4] * 10 + values[5]),
            BIN.checkDigit(of: values.prefix(11)) == values[11]
        else { return nil }
        self.digits = digits
        self.birthDate = birthDate
        isFemale = values[6].isMultiple(of: 2)
    }

    public static let groups = [4, 4, 4]
}
