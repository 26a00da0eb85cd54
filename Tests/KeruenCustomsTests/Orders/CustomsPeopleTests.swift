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

    @Test("are the buyer whose year it is, somebody else, or untold where the year's key has left the keyring")
    func counted() async throws {
        let store = InMemoryStore()
        try await store.openStock(of: SmallShop.catalog())
        var request = try SmallShop.request("k", [(SmallShop.scarf, 5)], in: SmallShop.cn)
        (request.flow, request.quotaBuyer) = (.bondedImport, try Residents.buyer(1))
        request.quote = try SmallShop.landed(request.quote, from: "KZ")
        let order = try await store.place(request, from: ["urumqi"], at: SmallShop.now)
        func refusal(_ person: Int, _ keyring: Keyring) throws -> Diagnostic? {
            var people = try OrderSamples.buyers()
            people.documents = [.buyer: [try Residents.document(person)]]
            do throws(Refusal) {
                try people.check(against: order, with: keyring)
                return nil
            } catch { return error.diagnostics.first }
        }
        #expect(try refusal(1, try Residents.keyring("1")) == nil)
        #expect(try refusal(1, try Residents.keyring("2", "1")) == nil)
        #expect(try refusal(2, try Residents.keyring("2", "1"))?.code == .customsOtherBuyer)
        let gone = try refusal(1, try Residents.keyring("2"))
        #expect(gone?.code == .quotaKeyUnknown && gone?.arguments == ["key": "1", "year": "2026"])
    }
}
