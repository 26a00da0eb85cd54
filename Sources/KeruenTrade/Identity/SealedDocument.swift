/// A document as it stands inside a sealed box.
struct SealedDocument: Codable {
    private var kind: String
    private var number: String
    private var surname: String?
    private var givenName: String?
    private var country: String?
    private var expires: String?

    init(_ document: IdentityDocument) {
        (kind, number) = (document.kind.rawValue, document.key)
        guard case .passport(let passport) = document else { return }
        (number, country, expires) = (passport.number, passport.country, passport.expires.description)
        (surname, givenName) = (passport.name.surname, passport.name.givenName)
    }

    func document() throws -> IdentityDocument {
        guard let kind = IdentityDocument.Kind(rawValue: kind) else { throw TradeError(.sealTooNew) }
        guard kind == .passport else { return try IdentityDocument(kind, number) }
        guard let surname, let country, let expires = expires.flatMap({ CivilDate($0) }) else {
            throw TradeError(.sealUnreadable)
        }
        return .passport(
            try TravelPassport(
                name: PassportName(surname: surname, givenName: givenName), number: number, country: country,
                expires: expires))
    }
}
