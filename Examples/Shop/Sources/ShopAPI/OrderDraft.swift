internal import HTTPTypes
internal import Keruen

/// An order as it was sent: goods, people, where to, what they showed and agreed to.
struct OrderDraft {
    var lines: CartLines
    var parties: Parties
    var incoterm: Incoterm
    var isInsured: Bool
    var documents: [Party.Role: [IdentityDocument]]
    var consents: [Consent]
}

extension BodyReader {
    /// - Throws: `Problem` with everything that is wrong; nothing that was typed of a person is repeated.
    mutating func orderDraft(_ body: JSONBody, _ call: APICall) throws(Problem) -> OrderDraft {
        let fields = object(
            body, required: ["lines", "address", "buyer"],
            optional: ["payer", "recipient", "incoterm", "insured", "documents", "consents"])
        let lines = cartLines(fields?["lines"])
        let address = address(fields?["address"])
        let country = address?.country ?? call.market.countries.first ?? ""
        let buyer = party(fields?["buyer"], country, call)
        let payer = fields?["payer"].map { party($0, country, call) } ?? buyer
        let recipient = fields?["recipient"].map { party($0, country, call) } ?? buyer
        let incoterm = choice(fields?["incoterm"], Incoterm.allCases.map(\.rawValue))
        let isInsured = boolean(fields?["insured"]) ?? true
        var documents: [Party.Role: [IdentityDocument]] = [:]
        for element in list(fields?["documents"], 0...100) {
            if let (role, document) = document(element) { documents[role, default: []].append(document) }
        }
        var consents: [Consent] = []
        for element in list(fields?["consents"], 0...10) {
            if let consent = consent(element, call) { consents.append(consent) }
        }
        try check()
        guard let address, let buyer, let payer, let recipient else { throw Problem(.unprocessableContent, .failed) }
        return OrderDraft(
            lines: lines, parties: Parties(payer: payer, buyer: buyer, recipient: recipient, address: address),
            incoterm: incoterm.flatMap(Incoterm.init) ?? .dap, isInsured: isInsured, documents: documents,
            consents: consents)
    }

    private mutating func address(_ body: JSONBody?) -> Address? {
        let fields = object(
            body, required: ["country", "city", "postcode"],
            optional: ["kind", "region", "district", "lines", "point"])
        let kind = choice(fields?["kind"], Address.Kind.allCases.map(\.rawValue)).flatMap(Address.Kind.init)
        let country = form(fields?["country"], .country)
        let (region, city) = (text(fields?["region"]), text(fields?["city"]))
        let (district, postcode) = (text(fields?["district"]), text(fields?["postcode"]))
        let point = text(fields?["point"])
        var written: [String] = []
        for line in list(fields?["lines"], 0...5) { if let line = text(line) { written.append(line) } }
        guard let body, let country, let city, let postcode else { return nil }
        do throws(TradeError) {
            return try Address(
                kind ?? .home, country: country, region: region, city: city, district: district, lines: written,
                postcode: postcode, point: point)
        } catch {
            var field = ""
            if case .text(let name)? = error.arguments["field"] { field = name }
            if error.code == .addressPostcode { field = "postcode" }
            if error.code == .countryUnknown { field = "country" }
            add(error, at: body, field: field)
            return nil
        }
    }

    /// A name in one field, as Chinese has it, or in two or three; and a phone.
    private mutating func party(_ body: JSONBody?, _ country: String, _ call: APICall) -> Party? {
        let fields = object(
            body, required: ["phone"],
            optional: ["name", "surname", "givenName", "patronymic", "language", "phoneCountry", "passportName"])
        var values: [PersonName.Field: String] = [:]
        for (field, name) in [
            (PersonName.Field.whole, "name"), (.surname, "surname"), (.givenName, "givenName"),
            (.patronymic, "patronymic"),
        ] {
            values[field] = text(fields?[name])
        }
        let language = choice(fields?["language"], ["zh-Hans", "ru", "kk"]).flatMap { try? LanguageTag($0) }
        let typed = text(fields?["phone"], upTo: 40)
        let phoneCountry = form(fields?["phoneCountry"], .country)
        let passportName = passportName(fields?["passportName"])
        guard let body, fields != nil else { return nil }
        let form =
            language.map(PersonName.Form.init)
            ?? (values[.whole] == nil ? PersonName.Form(call.market, in: call.shop.language) : .chinese)
        let name: PersonName
        do throws(PersonNameError) { name = try form.name(values) } catch {
            add(error.diagnostic, at: body, field: Self.names[error.field] ?? "")
            return nil
        }
        guard let typed else { return nil }
        do throws(TradeError) {
            let phone = try PhoneNumber(typed, in: phoneCountry ?? country)
            return Party(name: name, phone: phone, passportName: passportName)
        } catch {
            add(error, at: body, field: "phone")
            return nil
        }
    }

    private mutating func passportName(_ body: JSONBody?) -> PassportName? {
        let fields = object(body, required: ["surname"], optional: ["givenName"])
        let (surname, givenName) = (text(fields?["surname"]), text(fields?["givenName"]))
        return body.flatMap { passportName($0, surname, givenName) }
    }

    private mutating func passportName(_ body: JSONBody, _ surname: String?, _ givenName: String?) -> PassportName? {
        guard let surname else { return nil }
        do throws(PersonNameError) { return try PassportName(surname: surname, givenName: givenName) } catch {
            add(error.diagnostic, at: body, field: Self.names[error.field] ?? "")
            return nil
        }
    }

    private mutating func document(_ body: JSONBody) -> (Party.Role, IdentityDocument)? {
        let fields = object(
            body, required: ["role", "kind", "number"], optional: ["country", "expires", "surname", "givenName"])
        let role = choice(fields?["role"], Party.Role.allCases.map(\.rawValue)).flatMap(Party.Role.init)
        let kind = choice(fields?["kind"], IdentityDocument.Kind.allCases.map(\.rawValue))
            .flatMap(IdentityDocument.Kind.init)
        let number = text(fields?["number"], upTo: 40)
        let (country, expires) = (form(fields?["country"], .country), day(fields?["expires"]))
        let (surname, givenName) = (text(fields?["surname"]), text(fields?["givenName"]))
        guard let role, let kind, let number else { return nil }
        guard kind == .passport else {
            do throws(TradeError) { return (role, try IdentityDocument(kind, number)) } catch {
                add(error, at: body, field: "number")
                return nil
            }
        }
        for name in ["country", "expires", "surname"] where fields?[name] == nil {
            add(Diagnostic(.missingField, ["field": .text(name)]), at: body, field: name)
        }
        guard let country, let expires, let name = passportName(body, surname, givenName) else { return nil }
        do throws(TradeError) {
            let passport = try TravelPassport(name: name, number: number, country: country, expires: expires)
            return (role, .passport(passport))
        } catch {
            add(error, at: body, field: "number")
            return nil
        }
    }

    private mutating func consent(_ body: JSONBody, _ call: APICall) -> Consent? {
        let fields = object(body, required: ["purpose", "textVersion", "language"])
        let purposes: [Consent.Purpose] = [.customsCN, .customsKZ, .customsRU, .tourBooking]
        let purpose = choice(fields?["purpose"], purposes.map(\.rawValue))
        let version = text(fields?["textVersion"], upTo: 64)
        let language = choice(fields?["language"], call.market.languages.map(\.description))
        guard let purpose, let version, let language = language.flatMap({ try? LanguageTag($0) }) else { return nil }
        do throws(TradeError) {
            return try Consent(
                to: Consent.Purpose(rawValue: purpose), textVersion: version, language: language, given: call.now)
        } catch {
            add(error, at: body, field: "textVersion")
            return nil
        }
    }

    private static let names: [PersonName.Field: String] = [
        .whole: "name", .surname: "surname", .givenName: "givenName", .patronymic: "patronymic",
    ]
}
