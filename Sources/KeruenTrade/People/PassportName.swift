/// A name as it stands in a passport, in the letters A to Z: what a carrier compares at the gate.
///
///     try PassportName(surname: "Kassymov", givenName: "Askar").text     // "KASSYMOV ASKAR"
///
/// Copied by its holder and never transliterated, so it can't be made from a `PersonName`: Қасымов may be KASSYMOV or QASYMOV.
/// - Throws: `PersonNameError`, as the form `PersonName.Form.passport` does.
public struct PassportName: Hashable, Sendable, PersonalData {
    public let surname: String
    /// ICAO Doc 9303 knows people without one.
    public let givenName: String?

    public init(surname: String, givenName: String? = nil) throws(PersonNameError) {
        var values: [PersonName.Field: String] = [.surname: surname]
        values[.givenName] = givenName
        let name = try PersonName.Form.passport.name(values)
        // Passports have capitals, so that two ways of typing are one name.
        self.surname = (name[.surname] ?? "").uppercased()
        self.givenName = name[.givenName]?.uppercased()
    }

    public var text: String { [surname, givenName].compactMap(\.self).joined(separator: " ") }

    public var description: String { "a name as in a passport" }
}
