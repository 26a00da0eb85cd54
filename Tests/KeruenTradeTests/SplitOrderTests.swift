import Foundation
import KeruenTrade
import Testing

@Suite("Split orders")
struct SplitOrderTests {
    private let check: SplitOrderCheck = {
        var rates = TradeStalls.rates(on: TradeStalls.day("2026-07-01"))
        for rate in TradeStalls.rates(on: TradeStalls.day("2026-06-20")).rates { rates.add(rate) }
        return SplitOrderCheck(rates: rates)
    }()

    private func parcel(
        _ id: String, _ value: Int64, on day: String = "2026-07-15", to destination: String = "KZ",
        recipient: String = "k1", currency: Currency = .kzt
    ) -> SplitOrderCheck.Parcel {
        SplitOrderCheck.Parcel(
            id: id, recipient: recipient, origin: "CN", destination: destination, day: TradeStalls.day(day),
            value: Money(minorUnits: value, currency))
    }

    @Test("are flagged when they pass the threshold together, each below it alone")
    func flagged() throws {
        // 60 000 + 44 694.01 is EUR 200.00 and a little.
        let finding = try #require(
            check.finding(for: parcel("b", 6_000_000), among: [parcel("a", 4_480_000, on: "2026-07-12")]))
        #expect(finding.code == .splitOrders && finding.arguments["count"] == .integer(2))
        #expect(finding.arguments["sum"] == .text("200.20 EUR") && finding.arguments["days"] == .integer(7))
        let three = [parcel("a", 4_000_000), parcel("b", 4_000_000)]
        #expect(check.finding(for: parcel("c", 4_000_000), among: three)?.arguments["count"] == .integer(3))
    }

    @Test("are not flagged up to the threshold itself")
    func exact() {
        #expect(check.finding(for: parcel("b", 6_000_000), among: [parcel("a", 4_469_400)]) == nil)
        #expect(check.finding(for: parcel("b", 6_000_000), among: []) == nil)
    }

    @Test("are not made of others' parcels, other countries', old ones, or one told twice")
    func apart() {
        let now = parcel("b", 9_000_000)
        #expect(check.finding(for: now, among: [parcel("a", 9_000_000, recipient: "k2")]) == nil)
        #expect(check.finding(for: now, among: [parcel("a", 1_500_000, to: "RU", currency: .rub)]) == nil)
        #expect(check.finding(for: now, among: [parcel("a", 9_000_000, on: "2026-07-08")]) == nil)
        #expect(check.finding(for: now, among: [parcel("a", 9_000_000, on: "2026-07-09")]) != nil)
        #expect(check.finding(for: now, among: [now, now]) == nil)
        let twice = [parcel("a", 5_000_000), parcel("a", 5_000_000)]
        #expect(check.finding(for: parcel("c", 4_000_000), among: twice) == nil)
    }

    @Test("leave out a parcel that passes the threshold by itself: it pays by itself")
    func large() {
        #expect(check.finding(for: parcel("b", 9_000_000), among: [parcel("a", 20_000_000)]) == nil)
        #expect(check.finding(for: parcel("b", 20_000_000), among: [parcel("a", 9_000_000)]) == nil)
    }

    @Test("tell when a rate is missing, for then nobody knows")
    func unknown() {
        let finding = check.finding(for: parcel("b", 9_000_000), among: [parcel("a", 100_000, currency: .cny)])
        #expect(finding?.code == .missingRate)
    }

    @Test("are told by quotes as they stand, discounts taken off")
    func quotes() throws {
        func parcel(_ id: String, off: String) throws -> SplitOrderCheck.Parcel {
            let quote = try TradeStalls.quote([TradeStalls.silk: 3], discounts: [Discount(off, currency: .kzt)])
            return try #require(SplitOrderCheck.Parcel(quote, id: id, recipient: "k1"))
        }
        // 59 700 each: with 7 000 off twice 105 400 together, with 8 000 off 103 400.
        #expect(check.finding(for: try parcel("a", off: "7000"), among: [try parcel("b", off: "7000")]) != nil)
        #expect(check.finding(for: try parcel("a", off: "8000"), among: [try parcel("b", off: "8000")]) == nil)
        let inland = try TradeStalls.quote([TradeStalls.silk: 3], from: "KZ")
        #expect(SplitOrderCheck.Parcel(inland, id: "c", recipient: "k1") == nil)
    }

    @Test("are found among the orders of a store by the look-up keys of their people, but not among those that are off")
    func placed() async throws {
        let store = InMemoryStore()
        let now = try TradeStalls.quote([TradeStalls.silk: 3]).made
        try await store.write { transaction throws(TradeError) in
            _ = try transaction.open(StockPlace(.sku(TradeStalls.silk), in: "w"), count: 100)
        }
        func order(_ key: String, for lookup: String) async throws -> Order {
            let person = SealedRecord(
                purpose: "delivery", keyID: "k", lookup: lookup, sealed: Data([1]), eraseAfter: now + 86_400)
            let quote = try TradeStalls.quote(
                [TradeStalls.silk: 3], discounts: [Discount("7000", currency: .kzt)])
            var request = OrderRequest(
                key: try IdempotencyKey(key), quote: quote, language: .kk, flow: .export, identities: [person])
            request.isReviewed = true
            return try await store.place(request, from: ["w"], at: now)
        }
        let first = try await order("a", for: "1.x")
        #expect(try await store.splitFinding(for: first.id, by: check) == nil)
        _ = try await order("b", for: "1.y")
        #expect(try await store.splitFinding(for: first.id, by: check) == nil)
        let third = try await order("c", for: "1.x")
        #expect(try await store.splitFinding(for: third.id, by: check)?.code == .splitOrders)
        #expect(try await store.splitFinding(for: first.id, by: check)?.code == .splitOrders)
        // Screening leaves it to a person.
        let paid = try await store.pay(first.id, through: InMemoryPayments(style: .card), at: now).order
        let screening = Screening(along: ParcelRoute(from: "CN", to: "KZ"), on: nil, goods: [TradeStalls.silk: 3])
        let error = await #expect(throws: TradeError.self) {
            try await store.screen(paid.id, by: screening, splits: check, at: now)
        }
        #expect(error?.code == .splitOrders)
        let looked = try await store.screen(paid.id, by: screening, splits: check, isReviewed: true, at: now)
        #expect(looked.stage == .screened)
        try await store.cancel(third.id, at: now)
        #expect(try await store.splitFinding(for: first.id, by: check) == nil)
    }

    @Test("are looked for in China by its limit")
    func china() {
        func parcel(_ id: String, _ value: Int64) -> SplitOrderCheck.Parcel {
            .init(
                id: id, recipient: "k1", origin: "KZ", destination: "CN", day: TradeStalls.day("2026-07-15"),
                value: Money(minorUnits: value, .cny))
        }
        #expect(check.finding(for: parcel("a", 300_000), among: [parcel("b", 200_000)]) == nil)
        #expect(check.finding(for: parcel("a", 300_000), among: [parcel("b", 200_001)])?.code == .splitOrders)
    }
}
