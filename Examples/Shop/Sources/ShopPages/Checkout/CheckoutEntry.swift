internal import Foundation
internal import Keruen

/// What a buyer typed into the checkout, checked field by field: all that is wrong is told at once.
///
/// It is made anew of every posted form and kept nowhere.
struct CheckoutEntry {
    struct Fault {
        /// The name of the field, which is its id on the page too.
        let field: String
        let sentence: String
        /// Whose field it is, where several people have one of its name.
        var whose: String?
    }

    private(set) var faults: [Fault] = []
    private(set) var parties: Parties?
    private(set) var documents: [Party.Role: [IdentityDocument]] = [:]
    /// Those who go on a tour, by the parcel's place in the plan.
    private(set) var travellers: [Int: [IdentityDocument]] = [:]
    private(set) var consents: [Consent] = []

    private let fields: FormFields
    private let page: CheckoutView
    /// Whose fields are being read.
    private var whose: String?

    /// The version of the texts of consents: a text that is changed has another one.
    static let textVersion = "2026-11"

    init(_ fields: FormFields, for plan: ParcelPlan, asking asked: AskedDocuments, on page: CheckoutView) {
        (self.fields, self.page) = (fields, page)
        let buyer = party("buyer")
        var recipient = buyer
        if plan.parcels.contains(where: { $0.tour == nil }) {
            switch fields["for"] {
            case "me": break
            case "other":
                whose = page.words.checkoutRecipient()
                recipient = party("recipient")
                whose = nil
            default: add("for-me", page.words.faultChoose())
            }
        }
        let address = address()
        if let buyer, let recipient, let address {
            let own = Parties(buyer, at: address)
            parties = fields["for"] == "other" ? own.gift(to: recipient, at: address) : own
        }
        for item in asked.items { read(item.requirement) }
        if asked.travellers != nil {
            for (at, parcel) in plan.parcels.enumerated() { readTravellers(of: parcel, at: at) }
        }
        for (purpose, _) in asked.purposes { agree(to: purpose) }
    }

    private var country: String { page.market.countries.first ?? "" }

    private mutating func add(_ field: String, _ sentence: String) {
        faults.append(Fault(field: field, sentence: sentence, whose: whose))
    }

    private mutating func add(_ field: String, _ error: TradeError) { add(field, page.sentence(error)) }

    private mutating func party(_ prefix: String) -> Party? {
        let form = PersonName.Form(page.market, in: page.shop.language)
        var values: [PersonName.Field: String] = [:]
        for item in form.items { values[item.field] = fields["\(prefix)-\(item.field.rawValue)"] }
        let wrong = form.faults(in: values)
        for fault in wrong { add("\(prefix)-\(fault.field.rawValue)", page.reader.sentence(fault.diagnostic)) }
        do throws(TradeError) {
            let phone = try PhoneNumber(fields["\(prefix)-phone"], in: country)
            guard wrong.isEmpty, let name = try? form.name(values) else { return nil }
            return Party(name: name, phone: phone)
        } catch {
            add("\(prefix)-phone", error)
            return nil
        }
    }

    private mutating func address() -> Address? {
        let kind = Address.Kind(rawValue: fields["address-kind"]) ?? .home
        var missing: [Address.Field] = [.city, .postcode]
        if kind != .postOffice { missing.insert(.lines, at: 1) }
        if country == "CN" { missing.insert(.region, at: 0) }
        let hasPoint = kind == .pickupPoint || kind == .parcelLocker
        if hasPoint { missing.append(.point) }
        missing.removeAll { fields.has("address-\($0.rawValue)") }
        // All that is empty at once, before the address itself tells the first thing that is wrong.
        for field in missing {
            add("address-\(field.rawValue)", TradeError(.addressMissing, ["field": .text(field.rawValue)]))
        }
        guard missing.isEmpty else { return nil }
        do throws(TradeError) {
            return try Address(
                kind, country: country, region: fields["address-region"], city: fields["address-city"],
                district: fields["address-district"], lines: [fields["address-lines"]],
                postcode: fields["address-postcode"], point: hasPoint ? fields["address-point"] : "")
        } catch {
            let field: String =
                switch error.arguments["field"] {
                case .text(let name): name
                default: error.code == .addressPostcode ? "postcode" : "lines"
                }
            add("address-\(field)", error)
            return nil
        }
    }

    private mutating func read(_ requirement: IdentityRequirement) {
        for kind in requirement.documents {
            let field = "doc-\(requirement.role.rawValue)-\(kind.rawValue)"
            guard fields.has(field) else {
                add(field, TradeError(.documentMissing, ["document": .text(kind.rawValue)]))
                continue
            }
            do throws(TradeError) {
                documents[requirement.role, default: []].append(try IdentityDocument(kind, fields[field]))
            } catch { add(field, error) }
        }
    }

    private mutating func readTravellers(of parcel: Parcel, at place: Int) {
        guard let (product, tour, day) = parcel.tour else { return }
        let last = day.adding(days: tour.days - 1)
        defer { whose = nil }
        for number in 0..<parcel.travellers {
            whose = page.words.travellerOne(fare: page.view.text(product.title) ?? product.id, number: number + 1)
            guard let passport = passport("traveller-\(place)-\(number)", through: last) else { continue }
            travellers[place, default: []].append(.passport(passport))
        }
    }

    private mutating func passport(_ prefix: String, through last: CivilDate) -> TravelPassport? {
        var (name, expires): (PassportName?, CivilDate?)
        do throws(PersonNameError) {
            let given = fields["\(prefix)-given-name"]
            name = try PassportName(surname: fields["\(prefix)-surname"], givenName: given.isEmpty ? nil : given)
        } catch { add("\(prefix)-\(error.field.rawValue)", page.reader.sentence(error.diagnostic)) }
        expires = CivilDate(fields["\(prefix)-expires"].trimmingCharacters(in: .whitespaces))
        if let expires, expires < last {
            add("\(prefix)-expires", TradeError(.documentExpired, ["day": .text(last.description)]))
        } else if expires == nil {
            add("\(prefix)-expires", page.words.travellerBadDay())
        }
        var country: String? = fields["\(prefix)-country"].uppercased().trimmingCharacters(in: .whitespaces)
        if (try? Destination(country: country ?? "")) == nil {
            add("\(prefix)-country", page.words.travellerBadCountry())
            country = nil
        }
        do throws(TradeError) {
            // The number is looked at even where the rest is wrong, so that all faults are told at once.
            let day = expires ?? last
            guard let name = name ?? (try? PassportName(surname: "X")) else { return nil }
            let passport = try TravelPassport(
                name: name, number: fields["\(prefix)-number"], country: country ?? self.country, expires: day)
            return country == nil ? nil : passport
        } catch {
            add("\(prefix)-number", error)
            return nil
        }
    }

    private mutating func agree(to purpose: Consent.Purpose) {
        let field = "consent-\(purpose.rawValue)"
        guard fields.has(field) else {
            return add(field, TradeError(.consentMissing, ["purpose": .text(purpose.rawValue)]))
        }
        do throws(TradeError) {
            consents.append(
                try Consent(
                    to: purpose, textVersion: Self.textVersion, language: page.legalLanguage, given: page.now))
        } catch { add(field, error) }
    }
}
