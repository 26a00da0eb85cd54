/// A phone number that a courier can call and a code can be sent to, in one form whatever it was typed as.
///
///     try PhoneNumber("8 (777) 123-45-67", in: "KZ").digits     // "+77771234567"
///     try PhoneNumber("138 1234 5678", in: "CN").digits         // "+8613812345678"
///     "\(try PhoneNumber("89161234567", in: "RU"))"             // "+7 ••••••••67"
///
/// Russia and Kazakhstan share +7: the digit behind it tells whose a number is, and either country takes both. With a + in front
/// a number of any of the three countries is taken, for a guest's recipient may well live elsewhere.
/// - Throws: `TradeError` with `phoneSign` for what is no digit, `phoneShape` or `countryUnknown`.
public struct PhoneNumber: Hashable, Sendable, PersonalData {
    /// ITU-T E.164: a plus and the digits.
    public let digits: String
    /// Whose numbering plan it is in: `CN`, `KZ` or `RU`.
    public let country: String

    public init(_ text: String, in country: String) throws(TradeError) {
        guard let plan = Self.plans.first(where: { $0.country == country }) else {
            throw TradeError(.countryUnknown, ["country": .text(country)])
        }
        var (typed, isInternational) = try Self.read(text)
        if typed.hasPrefix("00") {
            typed.removeFirst(2)
            isInternational = true
        }
        // Without a plus it is the country's own, with its code, with the 8 that calls begin with at home, or bare.
        let candidates =
            isInternational
            ? Self.plans.map { (plan: $0, code: $0.code) }
            : (Self.plans.filter { $0.code == plan.code }).flatMap { own in
                ([own.code, own.trunk, ""].compactMap(\.self)).map { (plan: own, code: $0) }
            }
        let number = candidates.lazy.compactMap { candidate -> (String, String)? in
            guard typed.hasPrefix(candidate.code) else { return nil }
            let bare = typed.dropFirst(candidate.code.count)
            return candidate.plan.has(bare) ? ("+\(candidate.plan.code)\(bare)", candidate.plan.country) : nil
        }.first
        guard let number else { throw TradeError(.phoneShape, ["country": .text(country)]) }
        (digits, self.country) = number
    }

    /// A number that was checked when it was typed: what is kept must open whatever plans are changed since.
    init(kept digits: String, of country: String) { (self.digits, self.country) = (digits, country) }

    /// The country's code and the last two digits: enough to tell one's own numbers apart.
    public var description: String {
        let code = country == "CN" ? 3 : 2
        return digits.prefix(code) + " " + String(repeating: "•", count: digits.count - code - 2) + digits.suffix(2)
    }

    /// The digits among the marks that people part them with; those of Chinese keyboards are full-width.
    private static func read(_ text: String) throws(TradeError) -> (digits: String, isInternational: Bool) {
        var digits = ""
        var isInternational = false
        for (at, scalar) in text.unicodeScalars.enumerated() {
            if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                digits += String(Int(value))
            } else if "+＋".unicodeScalars.contains(scalar), digits.isEmpty, !isInternational {
                isInternational = true
            } else if !scalar.properties.isWhitespace, !separators.contains(scalar) {
                throw TradeError(.phoneSign, ["position": .integer(at + 1)])
            }
        }
        return (digits, isInternational)
    }

    private static let separators = Set("-‐‑–—－().（）·".unicodeScalars)

    private struct Plan {
        var country: String
        var code: String
        /// What calls within the country begin with.
        var trunk: String?
        var length: Int
        var first: ClosedRange<Character>
        var second: ClosedRange<Character> = "0"..."9"

        func has(_ digits: Substring) -> Bool {
            let begin = Array(digits.prefix(2))
            return digits.count == length && first.contains(begin[0]) && second.contains(begin[1])
        }
    }

    /// In China 10 to 12 open services' numbers, not people's.
    private static let plans = [
        Plan(country: "CN", code: "86", trunk: nil, length: 11, first: "1"..."1", second: "3"..."9"),
        Plan(country: "RU", code: "7", trunk: "8", length: 10, first: "9"..."9"),
        Plan(country: "KZ", code: "7", trunk: "8", length: 10, first: "7"..."7"),
    ]
}
