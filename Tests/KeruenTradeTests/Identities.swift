import Foundation
import KeruenTrade
import TestSupport
import Testing

/// Documents and keys of the tests; the numbers have right check digits and are nobody's.
enum Identities {
    static let day = CivilDate(daysSince1970: 20_638)
    static let numbers: [IdentityDocument.Kind: [String]] = [
        .inn: ["500100732259", "772812345609"], .iin: ["061211600012", "850415300121"],
        .residentID: ["11010519491231002X", "650102198804151230"], .russianPassport: ["4509 123456", "6510 987654"],
    ]

    static func document(_ kind: IdentityDocument.Kind, _ at: Int = 0) throws -> IdentityDocument {
        try IdentityDocument(kind, #require(numbers[kind]?[at]))
    }

    static func passport(_ number: String = "N12345678", expires: String = "2031-04-30") throws -> IdentityDocument {
        .passport(
            try TravelPassport(
                name: PassportName(surname: "KASSYMOV", givenName: "ASKAR"), number: number, country: "KZ",
                expires: #require(CivilDate(expires))))
    }

    static func consent(
        _ purpose: Consent.Purpose, given: Date = SmallShop.now
    ) throws -> Consent {
        try Consent(to: purpose, textVersion: "2026-03", language: .ru, given: given)
    }

    /// A key of 32 bytes that depends on a number alone.
    static func key(_ number: UInt8) -> String {
        Data((0..<32).map { number &* 31 &+ $0 &* 7 }).base64EncodedString()
    }

    static func keyring() throws -> Keyring { try Keyring("seal.2026-11=\(key(1)) lookup.1=\(key(2))") }

    static func order(_ name: String = "cart-1") throws -> IdempotencyKey { try IdempotencyKey(name) }

    /// The recipient's documents for Russia's customs.
    static func record() throws -> IdentityRecord {
        let documents = [try document(.russianPassport), try document(.inn)]
        let records = try IdentityRules.standard.records(
            for: .parcel(from: "CN", to: "RU"), on: day, documents: [.recipient: documents],
            consents: [consent(.customsRU)], at: SmallShop.now)
        return try #require(records.first)
    }

    static func sealed(_ order: String = "cart-1") throws -> SealedIdentity {
        try record().sealed(for: Self.order(order), with: keyring(), on: day)
    }
}
