/// An ISO 4217 currency that the markets trade in.
///
///     Currency("KZT")?.digits     // 2
///
/// Digits are CLDR's: all of these have two. That Kaspi wants whole tenge is a channel's rule, not the currency's.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    public let code: String
    /// Decimal digits of the minor unit.
    public let digits: Int

    public init?(_ code: String) {
        guard let known = Self.all.first(where: { $0.code == code }) else { return nil }
        self = known
    }

    private init(code: String, digits: Int) {
        self.code = code
        self.digits = digits
    }

    public static let cny = Currency(code: "CNY", digits: 2)
    public static let rub = Currency(code: "RUB", digits: 2)
    public static let kzt = Currency(code: "KZT", digits: 2)
    public static let eur = Currency(code: "EUR", digits: 2)
    public static let usd = Currency(code: "USD", digits: 2)
    public static let all = [cny, rub, kzt, eur, usd]

    public var description: String { code }

    /// Minor units in one unit: 100.
    public var scale: Int64 { (0..<digits).reduce(1) { scale, _ in scale * 10 } }
}
