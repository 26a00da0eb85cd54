/// Russia's taxpayer number (ИНН) with right check digits: 10 digits of a firm, 12 of a person.
///
///     INN("500100732259")?.isPersonal      // true
///     "\(INN("7707083893")!)"              // •••• ••38 93
///
/// Weights 2, 4, 10, 3, 5, 9, 4, 6, 8 modulo 11, and of that the last digit; a person's has two such digits, with 7 and then
/// 3 before those weights (order of the Federal Tax Service No. ЕД-7-14/559@).
public struct INN: MaskedNumber {
    public let digits: String

    /// - Parameter digits: without spaces.
    /// - Returns: nil for other lengths, other characters, wrong check digits, and for zeros only, which would check.
    public init?(_ digits: String) {
        let values = digits.utf8.map { Int($0) - 0x30 }
        guard values.allSatisfy((0...9).contains), values.contains(where: { $0 > 0 }) else { return nil }
        let weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
        let checked: [Int]
        switch values.count {
        case 10: checked = [9]
        case 12: checked = [10, 11]
        default: return nil
        }
        for place in checked {
            let sum = zip(values, weights.suffix(place)).reduce(0) { $0 + $1.0 * $1.1 }
            guard sum % 11 % 10 == values[place] else { return nil }
        }
        self.digits = digits
    }

    /// Whether it is a person's, an entrepreneur's among them.
    public var isPersonal: Bool { digits.utf8.count == 12 }

    public static let groups = [4, 4, 4]
}
