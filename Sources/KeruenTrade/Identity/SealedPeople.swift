/// Parties as they stand inside a sealed box.
struct SealedPeople: Codable {
    private var payer: Person
    private var buyer: Person
    private var recipient: Person
    private var address: Place

    struct Person: Codable {
        var language: String
        /// By the names of its fields.
        var name: [String: String]
        var phone: String
        var country: String
        var passportSurname: String?
        var passportGivenName: String?
    }

    private struct Place: Codable {
        var kind: String
        var country: String
        var region: String?
        var city: String
        var district: String?
        var lines: [String]
        var postcode: String
        var point: String?
    }

    init(_ parties: Parties) {
        (payer, buyer, recipient) = (Person(parties.payer), Person(parties.buyer), Person(parties.recipient))
        let to = parties.address
        address = Place(
            kind: to.kind.rawValue, country: to.country, region: to.region, city: to.city, district: to.district,
            lines: to.lines, postcode: to.postcode, point: to.point)
    }

    func parties() throws -> Parties {
        guard let kind = Address.Kind(rawValue: address.kind) else { throw TradeError(.sealTooNew) }
        return Parties(
            payer: try payer.party(), buyer: try buyer.party(), recipient: try recipient.party(),
            address: Address(
                kept: kind, country: address.country, region: address.region, city: address.city,
                district: address.district, lines: address.lines, postcode: address.postcode, point: address.point))
    }
}

extension SealedPeople.Person {
    init(_ party: Party) {
        let fields = PersonName.Field.allCases.compactMap { field in
            party.name[field].map { (field.rawValue, $0) }
        }
        self.init(
            language: party.name.language.description, name: Dictionary(uniqueKeysWithValues: fields),
            phone: party.phone.digits, country: party.phone.country, passportSurname: party.passportName?.surname,
            passportGivenName: party.passportName?.givenName)
    }

    func party() throws -> Party {
        var values: [PersonName.Field: String] = [:]
        for (field, text) in name {
            guard let field = PersonName.Field(rawValue: field) else { throw TradeError(.sealTooNew) }
            values[field] = text
        }
        let form = PersonName.Form(try LanguageTag(language))
        return Party(
            // A passport's form takes a name without a given name.
            name: try (try? form.name(values)) ?? PersonName.Form.passport.name(values),
            phone: PhoneNumber(kept: phone, of: country),
            passportName: try passportSurname.map { try PassportName(surname: $0, givenName: passportGivenName) })
    }
}
