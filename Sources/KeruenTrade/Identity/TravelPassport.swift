/// A passport that somebody travels with, as far as carriers and borders ask: name, number, country and last day.
///
///     let passport = try TravelPassport(
///         name: PassportName(surname: "KASSYMOV", givenName: "ASKAR"), number: "N12345678", country: "KZ",
///         expires: CivilDate("2031-04-30")!)
///
/// - Throws: `TradeError` with `badDocument` for a number that no passport has, or a country that is no code.
public struct TravelPassport: Hashable, Sendable, PersonalData {
    public let name: PassportName
    /// ICAO Doc 9303: up to nine letters and digits.
    public let number: String
    /// Who issued it, ISO 3166-1 alpha-2.
    public let country: String
    /// The last day that it is good for.
    public let expires: CivilDate

    public init(name: PassportName, number: String, country: String, expires: CivilDate) throws(TradeError) {
        let number = number.halfWidth.uppercased().filter { !$0.isWhitespace }
        guard (5...9).contains(number.utf8.count), number.contains(where: \.isNumber),
            number.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }),
            country.utf8.count == 2, country.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else { throw TradeError(.badDocument, ["document": .text(IdentityDocument.Kind.passport.rawValue)]) }
        (self.name, self.number, self.country, self.expires) = (name, number, country, expires)
    }

    public var description: String { "passport ••••\(number.suffix(2))" }
}
