/// Kazakhstan's business identification number (БСН, БИН) with a right check digit: 12 digits, the first four the month of
/// registration.
///
///     BIN("220540009998")?.digits
///
/// Weights 1 to 11 modulo 11; where that gives 10, once more with 3 to 11, 1, 2 (rules of the identification numbers'
/// formation, Kazakhstan's government decree No. 853 of 2003, and its later versions).
public struct BIN: Hashable, Sendable, CustomStringConvertible {
    public let digits: String

    public init?(_ digits: String) {
        let values = digits.utf8.map { Int($0) - 0x30 }
        guard values.count == 12, values.allSatisfy((0...9).contains), (1...12).contains(values[2] * 10 + values[3]),
            // Residents, non-residents and firms of entrepreneurs; persons have an IIN.
            (4...6).contains(values[4]), Self.checkDigit(of: values.prefix(11)) == values[11]
        else { return nil }
        self.digits = digits
    }

    public var description: String { digits }

    /// The digit that completes eleven; nil where no digit does.
    static func checkDigit(of values: ArraySlice<Int>) -> Int? {
        for first in [1, 3] {
            let sum = values.enumerated().reduce(0) { $0 + $1.element * (($1.offset + first - 1) % 11 + 1) }
            if sum % 11 < 10 { return sum % 11 }
        }
        return nil
    }
}
