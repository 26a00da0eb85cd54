import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("People that a store keeps sealed")
struct CustomsPeopleTests {
    private let samples: OrderSamples

    init() throws { samples = try OrderSamples() }

    private func keyring(_ seed: UInt64) throws -> Keyring {
        var random = SeededGenerator(seed: seed)
        func key() -> String {
            Data((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }).base64EncodedString()
        }
        return try Keyring("seal.2026-11=\(key()) lookup.1=\(key())")
    }

    @Test("are opened for the customs they were given to, and for no other")
    func opened() async throws {
        let keyring = try keyring(1)
        let (key, now) = (try IdempotencyKey("k"), OrderSamples.now)
        let day = try #require(CivilDate("2026-12-22"))
        let given = try OrderSamples.buyers(gift: true)
        let identities = try IdentityRules.standard.records(
            for: .parcel(from: "KZ", to: "CN"), on: day, parties: given.parties, documents: given.documents,
            consents: [try Consent(to: .customsCN, textVersion: "1", language: .zhHans, given: now)], at: now)
        var records = [try given.parties.sealed(for: key, with: keyring, on: day).record]
        for identity in identities {
            records.append(try #require(try identity.sealed(for: key, with: keyring, on: day).record))
        }
        let order = try await samples.paid(.direct, [(OrderSamples.sku("KZ-DMB-001-98"), 1)])
        let people = try #require(try CustomsPeople.open(records, of: order, for: .customsCN, with: keyring))
        #expect(people == given)
        let documents = try samples.desk.enter(
            order, as: CustomsShipment(waybill: "YT1"), goods: samples.goods, people: people)
        #expect(documents.order.buyer.identityNumber == "11010519491231002X")
        let others = try #require(try CustomsPeople.open(records, of: order, for: .customsRU, with: keyring))
        #expect(others.documents.isEmpty && others.parties == given.parties)
        #expect(try CustomsPeople.open([], of: order, for: .customsCN, with: keyring) == nil)
        #expect(throws: TradeError.self) {
            try CustomsPeople.open(records, of: order, for: .customsCN, with: try self.keyring(2))
        }
    }
}
