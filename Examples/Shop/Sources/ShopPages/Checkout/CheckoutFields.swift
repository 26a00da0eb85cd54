internal import Keruen

/// The fields of the checkout as its template draws them: label, hint, what was typed, and what is wrong with it.
struct CheckoutFields {
    let page: CheckoutView
    /// What was typed before; nil on a fresh page.
    let typed: FormFields?
    let faults: [String: String]

    init(_ page: CheckoutView, typed: FormFields? = nil, faults: [CheckoutEntry.Fault] = []) {
        (self.page, self.typed) = (page, typed)
        self.faults = Dictionary(faults.map { ($0.field, $0.sentence) }, uniquingKeysWith: { first, _ in first })
    }

    private var words: CheckoutStrings { page.words }
    private var country: String { page.market.countries.first ?? "" }

    /// How a field behaves beside its label.
    struct Manner {
        var hint: String?
        /// What browsers fill it from (HTML, autofill field names).
        var autocomplete = "off"
        var inputMode: String?
        var type = "text"
        var isRequired = true
        /// Digits and Latin letters run from the left on every page.
        var isLatin = false
        /// Documents are never shown again.
        var isKept = true
    }

    func field(_ id: String, _ label: String, _ manner: Manner = Manner()) -> [String: Any] {
        var content: [String: Any] = [
            "fieldID": id, "fieldLabel": label, "fieldType": manner.type, "autocomplete": manner.autocomplete,
            "isRequired": manner.isRequired, "isLatin": manner.isLatin,
            "fieldValue": manner.isKept ? String((typed?[id] ?? "").prefix(300)) : "",
        ]
        if let mode = manner.inputMode { content["inputMode"] = mode }
        var described: [String] = []
        if let hint = manner.hint {
            content["hint"] = hint
            described.append("\(id)-hint")
        }
        if let fault = faults[id] {
            content["fault"] = fault
            described.append("\(id)-fault")
        }
        if !described.isEmpty { content["described"] = described.joined(separator: " ") }
        return content
    }

    func person(_ prefix: String) -> [[String: Any]] {
        let form = PersonName.Form(page.market, in: page.shop.language)
        var rows = form.items.map { item -> [String: Any] in
            let (label, fill) =
                switch item.field {
                case .whole: (words.checkoutWhole(), "name")
                case .surname: (words.checkoutSurname(), "family-name")
                case .givenName: (words.checkoutGivenName(), "given-name")
                case .patronymic: (words.checkoutPatronymic(), "additional-name")
                }
            var manner = Manner(autocomplete: "section-\(prefix) \(fill)", isRequired: item.isRequired)
            if item.field == form.items.first?.field {
                manner.hint = item.field == .whole ? words.checkoutNameChinese() : words.checkoutNameCyrillic()
            }
            return field("\(prefix)-\(item.field.rawValue)", label, manner)
        }
        let example = ["CN": "138 1234 5678", "KZ": "+7 701 234 56 78", "RU": "+7 912 345-67-89"][country] ?? ""
        rows.append(
            field(
                "\(prefix)-phone", words.checkoutPhone(),
                Manner(
                    hint: words.checkoutPhoneHint(example: example), autocomplete: "section-\(prefix) tel",
                    inputMode: "tel", type: "tel", isLatin: true)))
        return rows
    }

    /// In the order that the country writes addresses in.
    var address: [[String: Any]] {
        let example = ["CN": "830000", "KZ": "050000", "RU": "101000"][country] ?? ""
        let postcode = field(
            "address-postcode", words.checkoutPostcode(),
            Manner(
                hint: words.checkoutExample(example: example), autocomplete: "shipping postal-code",
                // Kazakhstan's codes have letters too.
                inputMode: country == "KZ" ? nil : "numeric", isLatin: true))
        let region: [String: Any] =
            switch country {
            case "CN":
                field(
                    "address-region", words.checkoutRegionCN(), Manner(autocomplete: "shipping address-level1"))
            case "RU":
                field(
                    "address-region", words.checkoutRegionRU(),
                    Manner(
                        hint: words.checkoutRegionHintRU(), autocomplete: "shipping address-level1", isRequired: false))
            default:
                field(
                    "address-region", words.checkoutRegionKZ(),
                    Manner(autocomplete: "shipping address-level1", isRequired: false))
            }
        let city = field("address-city", words.checkoutCity(), Manner(autocomplete: "shipping address-level2"))
        let district = field(
            "address-district", words.checkoutDistrict(),
            Manner(autocomplete: "shipping address-level3", isRequired: false))
        let street = field(
            "address-lines", words.checkoutStreet(), Manner(autocomplete: "shipping street-address"))
        let point = field("address-point", words.checkoutPoint(), Manner(isRequired: false, isLatin: true))
        return country == "CN"
            ? [region, city, district, street, postcode, point] : [postcode, region, city, district, street, point]
    }

    var kinds: [[String: Any]] {
        let chosen = Address.Kind(rawValue: typed?["address-kind"] ?? "") ?? .home
        return Address.Kind.allCases.map { kind in
            let name =
                switch kind {
                case .home: words.checkoutKindHome()
                case .office: words.checkoutKindOffice()
                case .pickupPoint: words.checkoutKindPickupPoint()
                case .parcelLocker: words.checkoutKindParcelLocker()
                case .postOffice: words.checkoutKindPostOffice()
                }
            return ["kind": kind.rawValue, "kindName": name, "isChosen": kind == chosen]
        }
    }

    /// Whose documents, what for, by which law, and until when; then a field for each.
    func documents(_ item: AskedDocuments.Item) -> [String: Any] {
        let requirement = item.requirement
        let fields = requirement.documents.map { kind in
            field(
                "doc-\(requirement.role.rawValue)-\(kind.rawValue)", name(of: kind),
                Manner(
                    hint: digits(of: kind),
                    inputMode: kind == .residentID ? nil : "numeric", isLatin: true, isKept: false))
        }
        var content = why(item)
        content["legend"] =
            requirement.role == .recipient ? words.checkoutDocumentsOfRecipient() : words.checkoutDocumentsOfBuyer()
        content["fields"] = fields
        // Whoever has none is told before they type anything.
        if requirement.documents.contains(.residentID) {
            content["remark"] = page.sentence(TradeError(.foreignerRefused))
        }
        return content
    }

    func why(_ item: AskedDocuments.Item) -> [String: Any] {
        [
            "why": words.checkoutWhy(purpose: purpose(item.requirement.purpose)),
            "basis": words.checkoutBasis(source: law(behind: item.requirement)),
            "sealed": words.checkoutSealed(day: page.shop.formatted(item.kept)),
        ]
    }

    func travellers(_ parcel: Parcel, at place: Int) -> [String: Any]? {
        guard let (product, tour, day) = parcel.tour else { return nil }
        let last = day.adding(days: tour.days - 1)
        let fares = parcel.lines.flatMap { line in
            let fare = line.variant.map { ProductFacts(product, page.view).value(of: $0) } ?? ""
            return Array(repeating: fare, count: line.wanted.quantity)
        }
        let people = fares.enumerated().map { number, fare -> [String: Any] in
            let prefix = "traveller-\(place)-\(number)"
            let latin = Manner(isLatin: true, isKept: false)
            var optional = latin
            optional.isRequired = false
            var date = latin
            date.type = "date"
            var code = latin
            code.hint = words.checkoutExample(example: "KZ")
            return [
                "legend": words.travellerOne(fare: fare, number: number + 1),
                "fields": [
                    field("\(prefix)-surname", words.travellerSurname(), latin),
                    field("\(prefix)-given-name", words.travellerGivenName(), optional),
                    field("\(prefix)-number", words.travellerNumber(), latin),
                    field("\(prefix)-country", words.travellerCountry(), code),
                    field("\(prefix)-expires", words.travellerExpires(), date),
                ],
            ]
        }
        return [
            "legend": page.view.text(product.title) ?? product.id,
            "travellerHint": words.travellerHint(day: page.shop.formatted(last)), "people": people,
        ]
    }

    /// A box of its own for each purpose, never ticked beforehand.
    func consent(to purpose: Consent.Purpose, kept: CivilDate) -> [String: Any] {
        let (legal, market) = (page.legalWords, page.market)
        let day = kept.formatted(for: market, in: page.legalLanguage)
        let seller = market.seller?.name[page.legalLanguage] ?? ""
        let text =
            switch purpose {
            case .customsCN: legal.consentCustomsCn(day: day, email: page.email, seller: seller)
            case .customsKZ: legal.consentCustomsKz(day: day, email: page.email, seller: seller)
            case .customsRU: legal.consentCustomsRu(day: day, email: page.email, seller: seller)
            default: legal.consentTourBooking(day: day, email: page.email, seller: seller)
            }
        var content: [String: Any] = [
            "consentID": "consent-\(purpose.rawValue)", "consentText": text,
            "consentLanguage": page.legalLanguage.description,
            "version": words.consentVersion(version: CheckoutEntry.textVersion),
        ]
        if let fault = faults["consent-\(purpose.rawValue)"] { content["consentFault"] = fault }
        return content
    }

    func name(of kind: IdentityDocument.Kind) -> String {
        switch kind {
        case .inn: words.checkoutDocumentInn()
        case .iin: words.checkoutDocumentIin()
        case .residentID: words.checkoutDocumentResidentId()
        case .russianPassport: words.checkoutDocumentRuPassport()
        case .passport: words.checkoutDocumentPassport()
        }
    }

    private func digits(of kind: IdentityDocument.Kind) -> String? {
        switch kind {
        case .inn: words.checkoutDigitsInn()
        case .iin: words.checkoutDigitsIin()
        case .residentID: words.checkoutDigitsResidentId()
        case .russianPassport: words.checkoutDigitsRuPassport()
        case .passport: nil
        }
    }

    /// As the reader's language cites it; as the row does where a shop has rows of its own.
    private func law(behind requirement: IdentityRequirement) -> String {
        let isStandard = IdentityRules.standard.rows.contains { $0.requirement == requirement }
        switch requirement.purpose {
        case .customsCN where isStandard: return words.checkoutLawCustomsCn()
        case .customsKZ where isStandard: return words.checkoutLawCustomsKz()
        case .customsRU where isStandard: return words.checkoutLawCustomsRu()
        case .tourBooking where isStandard: return words.checkoutLawTourBooking()
        default: return requirement.source
        }
    }

    private func purpose(_ purpose: Consent.Purpose) -> String {
        switch purpose {
        case .customsCN: words.checkoutPurposeCustomsCn()
        case .customsKZ: words.checkoutPurposeCustomsKz()
        case .customsRU: words.checkoutPurposeCustomsRu()
        case .tourBooking: words.checkoutPurposeTourBooking()
        default: purpose.rawValue
        }
    }
}
