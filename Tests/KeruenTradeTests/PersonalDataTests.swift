import Foundation
import KeruenTrade
import TestSupport
import Testing

/// No number of identity, name, phone or address may leave by accident.
@Suite("Personal data")
struct PersonalDataTests {
    /// Everything that holds some, and what must not be seen of it.
    private func values() throws -> [any Sendable] {
        let parties = Parties(try People.ivanov(), at: try People.torzhok())
            .gift(to: try People.qasymov(), at: try People.almaty())
        var values: [any Sendable] = [
            parties, parties.payer, parties.recipient, parties.address, parties.label, parties.payer.phone,
            try Identities.record(), try Identities.sealed(), try Identities.keyring(),
            try parties.sealed(for: Identities.order(), with: Identities.keyring(), on: Identities.day),
            try Identities.keyring().lookupKey(of: Identities.document(.iin), for: .customsKZ),
            try PassportName(surname: "KASSYMOV", givenName: "ASKAR"), try Identities.passport(),
            try Residents.buyer(1), try Residents.document(1),
        ]
        for kind in IdentityDocument.Kind.allCases where kind != .passport {
            values += [try Identities.document(kind, 0), try Identities.document(kind, 1)] as [any Sendable]
        }
        return values
    }

    private func secrets() throws -> [String] {
        let numbers = Identities.numbers.values.joined().flatMap { [$0, $0.filter { $0 != " " }] }
        let lookup = try Identities.keyring().lookupKey(of: Identities.document(.iin), for: .customsKZ).text
        return numbers + [
            "N12345678", "KASSYMOV", "Қасымов", "Иванов", "Дзержинского", "Торжок", "Абай", "050000", "7771234567",
            "9161234567", Identities.key(1), Identities.key(2), lookup, "65010219880415001",
        ] + (try Residents.buyer(1).keys(in: 2026).map(\.text))
    }

    private func printed(_ value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        let mirrored = Mirror(reflecting: value).children.map { "\($0.label ?? "") \($0.value)" }.joined()
        return ["\(value)", String(describing: value), String(reflecting: value), dumped, mirrored]
    }

    @Test("is masked however it is printed, alone and within other values")
    func masked() throws {
        struct Holder {
            var held: Any
            var maybe: Any?
        }
        let secrets = try secrets()
        for value in try values() {
            let holders: [Any] = [
                value, [value], ["key": value], Optional(value) as Any, Holder(held: value, maybe: value),
            ]
            for text in holders.flatMap(printed) {
                for secret in secrets { #expect(!text.contains(secret), "\(type(of: value)): \(text)") }
            }
        }
    }

    @Test("is not encoded by anybody: what is kept is sealed")
    func encoded() throws {
        for value in try values() {
            #expect(!(value is any Encodable), "\(type(of: value))")
        }
        let sealed = try Identities.sealed()
        let json = String(decoding: try JSONEncoder().encode(["identity": sealed.bytes]), as: UTF8.self)
        for secret in try secrets() { #expect(!json.contains(secret)) }
    }

    @Test("shows as much as tells one's own documents apart")
    func hints() throws {
        #expect("\(try Identities.document(.iin))" == "iin ••••12")
        #expect("\(try Identities.document(.residentID))" == "resident-id ••••2X")
        #expect("\(try Identities.passport())".hasSuffix("••••78"))
        #expect("\(try Identities.sealed())" == "sealed documents for customs-ru")
        #expect("\(Parties(try People.ivanov(), at: try People.torzhok()))" == "parties of an order")
    }

    @Test("never stands in an error's arguments, whatever goes wrong")
    func errors() throws {
        var random = SeededGenerator(seed: 17)
        let secrets = try secrets()
        let documents = try IdentityDocument.Kind.allCases.flatMap { kind in
            kind == .passport ? [try Identities.passport()] : try (0..<2).map { try Identities.document(kind, $0) }
        }
        let routes: [IdentityRoute] = [
            .parcel(from: "CN", to: "RU"), .parcel(from: "CN", to: "KZ"), .parcel(from: "KZ", to: "CN"),
            .parcel(from: "KZ", to: "RU"), .parcel(from: "CN", to: "UZ"),
            .tour(in: "CN", through: CivilDate(daysSince1970: 30_000)),
        ]
        let purposes: [Consent.Purpose] = [.customsCN, .customsKZ, .customsRU, .tourBooking]
        let keyrings = try [UInt8(1), 9].map {
            try Keyring("seal.2026-11=\(Identities.key($0)) lookup.1=\(Identities.key(2))")
        }
        var codes: [Diagnostic.Code: Int] = [:]
        func check(_ body: () throws -> Void) {
            do { try body() } catch let error as TradeError {
                codes[error.code, default: 0] += 1
                let text = "\(error) \(error.diagnostic) \(error.arguments.values.map(\.description))"
                #expect(!secrets.contains(where: text.contains), "\(error.code)")
            } catch let error as PersonNameError {
                #expect(!secrets.contains(where: "\(error) \(error.diagnostic)".contains), "\(error.code)")
            } catch { Issue.record("an untyped error") }
        }
        func pick<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &random)]
        }
        for _ in 0..<400 {
            let route = pick(routes)
            // Half of the time all that is asked for.
            let asked = try? IdentityRules.standard.requirements(for: route, on: Identities.day).first
            var (role, shown) = (pick(Party.Role.allCases), [IdentityDocument]())
            if let asked, Bool.random(using: &random) {
                role = asked.role
                shown = asked.documents.compactMap { kind in documents.first { $0.kind == kind } }
            } else {
                shown = (0..<Int.random(in: 0...3, using: &random)).map { _ in pick(documents) }
            }
            let purpose = pick(purposes)
            let given = SmallShop.now.addingTimeInterval(Double(Int.random(in: -9...1, using: &random)))
            let parties = Parties(
                payer: try People.ivanov(), buyer: pick([try People.ivanov(), try People.aigul()]),
                recipient: try People.qasymov(), address: try People.almaty())
            check {
                let records = try IdentityRules.standard.records(
                    for: route, on: Identities.day, parties: parties, documents: [role: shown],
                    consents: [Identities.consent(purpose, given: given)], at: SmallShop.now)
                for record in records {
                    let sealed = try record.sealed(for: Identities.order(), with: keyrings[0], on: Identities.day)
                    _ = try sealed.open(for: sealed.order, purpose: purpose, with: pick(keyrings))
                }
            }
            // A number that is typed with a slip, and one in another one's field.
            let number = pick(secrets)
            var slip = Array(number)
            slip[Int.random(in: 0..<slip.count, using: &random)] = pick(Array("0123456789X яs"))
            for text in [number, String(slip), number + number] {
                check { _ = try IdentityDocument(pick(IdentityDocument.Kind.allCases), text) }
                check { _ = try PhoneNumber(text, in: pick(["CN", "KZ", "RU"])) }
                check { _ = try PassportName(surname: text) }
                check { _ = try Keyring("seal.a=\(text) lookup.\(text)=b") }
                check { _ = try Consent(to: purpose, textVersion: text + "я", language: .ru, given: given) }
                check { _ = try Address(country: "RU", city: text, lines: [text + "\u{7}"], postcode: text) }
                check { _ = try Address(country: "RU", city: text, lines: [text], postcode: text) }
                check {
                    _ = try Address(
                        country: "CN", city: text, lines: [String(repeating: text, count: 40)], postcode: "100000")
                }
                check {
                    _ = try TravelPassport(
                        name: PassportName(surname: "LI"), number: text, country: text, expires: Identities.day)
                }
            }
            var bytes = try Identities.sealed().bytes
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            check {
                let read = try SealedIdentity(bytes: bytes)
                _ = try read.open(for: Identities.order(), purpose: .customsRU, with: pick(keyrings))
            }
        }
        // The paths that a person can take are all walked.
        for code in [
            .buyerIsNotPayer, .foreignerRefused, .identityRuleUnknown, .documentMissing, .documentNotAsked,
            .badDocument,
            .documentExpired, .consentMissing, .badConsent, .badKey, .sealUnreadable, .sealBroken, .phoneSign,
            .phoneShape,
            .addressPostcode, .addressSign, .addressMissing,
        ] as [Diagnostic.Code] {
            #expect(codes[code] ?? 0 > 0, "\(code) was never thrown")
        }
    }
}
