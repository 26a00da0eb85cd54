import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("What a store keeps of people")
struct SealedRecordTests {
    private func parties() throws -> Parties {
        Parties(try People.ivanov(), at: try People.torzhok()).gift(to: try People.qasymov(), at: try People.almaty())
    }

    private func placed(in store: InMemoryStore, with keyring: Keyring) async throws -> Order {
        try await store.openStock(of: SmallShop.catalog())
        var request = try SmallShop.request("cart-1", [(SmallShop.cap, 1)])
        request.identities = [
            try parties().sealed(for: request.key, with: keyring, on: Identities.day).record,
            try #require(Identities.sealed().record),
        ]
        return try await store.place(request, from: ["almaty"], at: SmallShop.now)
    }

    private func records(of order: Order, in store: InMemoryStore) async throws -> [SealedRecord] {
        try await store.read { transaction throws(TradeError) in try transaction.records(of: order.id) }
    }

    @Test("names purpose, key and person without opening, and is kept through its last day wherever the shop is")
    func record() throws {
        let sealed = try Identities.sealed()
        let record = try #require(sealed.record)
        #expect(record.purpose == "customs-ru" && record.keyID == "2026-11" && record.lookup == sealed.lookup?.text)
        #expect(try SealedIdentity(record) == sealed)
        let last = try #require(sealed.eraseAfter)
        for zone in ["Asia/Kamchatka", "Asia/Almaty", "Pacific/Honolulu"] {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = try #require(TimeZone(identifier: zone))
            let (year, month, day) = last.components
            let end = try #require(
                calendar.date(from: DateComponents(year: year, month: month, day: day, hour: 23, minute: 59)))
            #expect(record.eraseAfter > end)
        }
        #expect(sealed.erased(.request, on: last).record == nil)
    }

    @Test("opens for its order, is found by the person, and goes when its time is over")
    func stored() async throws {
        let keyring = try Identities.keyring()
        let store = InMemoryStore()
        let order = try await placed(in: store, with: keyring)
        let kept = try await records(of: order, in: store)
        #expect(kept.count == 2)
        #expect(try SealedParties(kept[0]).open(for: order.key, with: keyring) == parties())
        let documents = try SealedIdentity(kept[1]).open(for: order.key, purpose: .customsRU, with: keyring)
        #expect(try documents == Identities.record().documents)
        let key = keyring.lookupKey(of: try Identities.document(.inn), for: .customsRU)
        let found = try await store.read { transaction throws(TradeError) in try transaction.orders(lookup: key.text) }
        #expect(found == [order.id])
        let late = SmallShop.now.addingTimeInterval(200 * 86_400)
        let erased = try await store.write { transaction throws(TradeError) in
            try transaction.eraseRecords(before: late)
        }
        #expect(erased == 1)
        #expect(try await records(of: order, in: store).map(\.purpose) == ["delivery"])
    }

    @Test("moves to new keys in one transaction, or stays as it was where a key is missing")
    func resealed() async throws {
        let store = InMemoryStore()
        let order = try await placed(in: store, with: try Identities.keyring())
        let before = try await records(of: order, in: store)
        let new = "seal.b=\(Identities.key(5)) lookup.2=\(Identities.key(6))"
        let both = try Keyring("\(new) seal.2026-11=\(Identities.key(1)) lookup.1=\(Identities.key(2))")
        let without = try Keyring(new)
        let error = await #expect(throws: TradeError.self) { try await store.reseal(order.id, with: without) }
        #expect(error?.code == .sealKeyUnknown)
        #expect(try await records(of: order, in: store) == before)
        #expect(try await store.reseal(order.id, with: both) == 2)
        #expect(try await store.reseal(order.id, with: both) == 0)
        let after = try await records(of: order, in: store)
        #expect(after.map(\.keyID) == ["b", "b"] && after.map(\.eraseAfter) == before.map(\.eraseAfter))
        #expect(try SealedParties(after[0]).open(for: order.key, with: without) == parties())
    }
}
