import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("A buyer's year")
struct QuotaTests {
    private let now = SmallShop.now
    private let day: TimeInterval = 86_400

    /// A thousand scarves at CNY 268.00 and three carvings at CNY 6,800.00 in Ürümqi.
    private func shop() async throws -> InMemoryStore {
        let store = InMemoryStore()
        try await store.write { transaction throws(TradeError) in
            _ = try transaction.open(StockPlace(.sku(SmallShop.scarf), in: "urumqi"), count: 1_000)
            _ = try transaction.open(StockPlace(.sku(SmallShop.carving), in: "urumqi"), count: 3)
        }
        return store
    }

    private func request(
        _ key: String, _ lines: [(SKU, Int)], by buyer: QuotaBuyer?, flow: OrderFlow.ID = .bondedImport,
        at time: Date? = nil
    ) throws -> OrderRequest {
        var request = try SmallShop.request(key, lines, in: SmallShop.cn)
        request.quote.made = time ?? now
        request.quote.expires = (time ?? now).addingTimeInterval(Quote.validity)
        (request.flow, request.quotaBuyer) = (flow, buyer)
        request.quote = try SmallShop.landed(request.quote, from: "KZ")
        return request
    }

    @discardableResult
    private func buy(
        _ key: String, _ scarves: Int, by buyer: QuotaBuyer, at time: Date? = nil, in store: some OrderStore
    ) async throws -> Order {
        try await store.place(
            try request(key, [(SmallShop.scarf, scarves)], by: buyer, at: time), from: ["urumqi"], at: time ?? now)
    }

    private func refusal(_ request: OrderRequest, at time: Date? = nil, in store: some OrderStore) async -> TradeError?
    {
        do throws(TradeError) {
            try await store.place(request, from: ["urumqi"], at: time ?? now)
            return nil
        } catch { return error }
    }

    private func used(_ buyer: QuotaBuyer, at time: Date? = nil, in store: some OrderStore) async throws -> String {
        try await store.quota(of: buyer, at: time ?? now).used.decimalText
    }

    private func pay(_ order: Order, at time: Date, in store: some OrderStore) async throws -> Order {
        let message = PaymentMessage(
            id: "m-\(order.id)", order: order.id, payment: try Payment.ID("p-\(order.id)"), kind: .captured(order.total)
        )
        return try await store.record(message, from: "alipay", at: time)
    }

    private func release(_ order: Order, at time: Date, receipt: String, in store: some OrderStore) async throws {
        _ = try await pay(order, at: time, in: store)
        for step in [OrderStep.submitted, .matched, .listed] { try await store.advance(order.id, step, at: time) }
        try await store.record(
            CustomsReceipt(document: "621", status: 800, time: receipt), of: order.id, at: time)
    }

    private func deliver(_ order: Order, at time: Date, receipt: String, in store: some OrderStore) async throws {
        try await release(order, at: time, receipt: receipt, in: store)
        for step in [OrderStep.dispatched, .delivered] { try await store.advance(order.id, step, at: time) }
    }

    @Test("takes one order up to CNY 5,000, and above it one piece alone")
    func single() async throws {
        let (store, buyer) = (try await shop(), try Residents.buyer(1))
        // 268.00 × 18 = 4,824.00 and × 19 = 5,092.00.
        let error = await refusal(try request("a", [(SmallShop.scarf, 19)], by: buyer), in: store)
        #expect(error?.code == .quotaSingle)
        #expect(error?.arguments == ["limit": "5000.00 CNY", "wanted": "5092.00 CNY"])
        try await buy("b", 18, by: buyer, in: store)
        try await store.place(try request("c", [(SmallShop.carving, 1)], by: buyer), from: ["urumqi"], at: now)
        #expect(try await used(buyer, in: store) == "11624.00")
        for lines in [[(SmallShop.carving, 2)], [(SmallShop.carving, 1), (SmallShop.scarf, 1)]] {
            #expect(await refusal(try request("d", lines, by: buyer), in: store)?.code == .quotaSingle)
        }
        #expect(try await used(buyer, in: store) == "11624.00")
        #expect(try await store.available(SmallShop.scarf, in: ["urumqi"]) == 982)
    }

    @Test("ends at CNY 26,000, and says what is used and wanted, and whose it is to nobody")
    func annual() async throws {
        let (store, buyer) = (try await shop(), try Residents.buyer(1))
        for number in 0..<5 { try await buy("k\(number)", 18, by: buyer, in: store) }
        // 5 × 4,824.00 = 24,120.00; 7 × 268.00 = 1,876.00; 25,996.00 in all.
        let last = try await buy("k5", 7, by: buyer, in: store)
        let wanted = try request("k6", [(SmallShop.scarf, 1)], by: buyer)
        let error = await refusal(wanted, in: store)
        #expect(error?.code == .quotaAnnual)
        #expect(
            error?.arguments == [
                "limit": "26000.00 CNY", "used": "25996.00 CNY", "wanted": "268.00 CNY", "year": "2026",
            ])
        // Another person's year is their own.
        try await buy("other", 18, by: try Residents.buyer(2), in: store)
        try await store.cancel(last.id, at: now)
        #expect(try await used(buyer, in: store) == "24120.00")
        try await store.cancel(last.id, at: now)
        #expect(await refusal(wanted, in: store) == nil)
        #expect(try await used(buyer, in: store) == "24388.00")
        // The same key again takes nothing more.
        #expect(await refusal(wanted, in: store) == nil)
        #expect(try await used(buyer, in: store) == "24388.00")
    }

    @Test("wants a resident's ID of imports into China, and of nothing else")
    func missing() async throws {
        let store = try await shop()
        for flow in OrderFlow.ID.allCases where flow != .tour {
            let isImport = flow == .bondedImport || flow == .directImport
            let request = try request("\(flow)", [(SmallShop.scarf, 1)], by: nil, flow: flow)
            #expect(await refusal(request, in: store)?.code == (isImport ? .quotaBuyerMissing : nil))
        }
        #expect(try await store.available(SmallShop.scarf, in: ["urumqi"]) == 998)
        for document in [
            try Identities.passport(), try Identities.document(.iin), try Identities.document(.russianPassport),
        ] {
            let error = #expect(throws: TradeError.self) {
                try Residents.keyring("1").quotaBuyer(of: document, at: now)
            }
            #expect(error?.code == .foreignerRefused && error?.arguments == [:])
        }
    }

    @Test("is not counted where the shop has no rules of it, and not guessed where no row speaks of the day")
    func switched() async throws {
        let store = try await shop()
        var request = try request("a", [(SmallShop.scarf, 30)], by: nil)
        request.quotaRules = nil
        #expect(try await store.place(request, from: ["urumqi"], at: now).placement.quota == nil)
        request.key = try IdempotencyKey("b")
        request.quotaRules = []
        #expect(await refusal(request, in: store)?.code == .quotaRuleUnknown)
        request.isReviewed = true
        #expect(await refusal(request, in: store) == nil)
        // A lower limit of the shop's own.
        var row = try #require(TradeRules.standard.quotas.first)
        row.annual.minorUnits = 50_000
        request = try self.request("c", [(SmallShop.scarf, 2)], by: try Residents.buyer(1))
        request.quotaRules = [row]
        #expect(await refusal(request, in: store)?.code == .quotaAnnual)
    }

    @Test("counts in yuan alone")
    func currency() async throws {
        let store = InMemoryStore()
        try await store.openStock(of: SmallShop.catalog())
        var request = try SmallShop.request("a", [(SmallShop.scarf, 1)])
        (request.flow, request.quotaBuyer) = (.directImport, try Residents.buyer(1))
        request.quote = try SmallShop.landed(request.quote, from: "KZ")
        let error = await refusal(request, in: store)
        #expect(error?.code == .quotaCurrency && error?.arguments == ["expected": "CNY", "found": "KZT"])
    }

    @Test("begins at Beijing's midnight, and an order stays in the year in which it was placed")
    func year() async throws {
        let store = try await shop()
        // 2026-12-31 23:59:59 and 2027-01-01 00:00:00 in Beijing.
        let last = Date(timeIntervalSince1970: 1_798_732_799)
        let first = last.addingTimeInterval(1)
        let buyer = try Residents.buyer(1, at: last)
        let old = try await buy("a", 18, by: buyer, at: last, in: store)
        // The request was made before midnight.
        let new = try await buy("b", 10, by: buyer, at: first, in: store)
        #expect(old.placement.quota?.year == 2026 && new.placement.quota?.year == 2027)
        #expect(try await used(buyer, at: last, in: store) == "4824.00")
        #expect(try await used(buyer, at: first, in: store) == "2680.00")
        // What lapses and is paid in the new year was and is the old one's.
        let late = last.addingTimeInterval(3_600)
        #expect(try await store.lapse(at: late) == 2)
        #expect(try await used(buyer, at: last, in: store) == "0.00")
        #expect(try await pay(old, at: late, in: store).stage == .paid)
        #expect(try await used(buyer, at: last, in: store) == "4824.00")
        #expect(try await used(buyer, at: first, in: store) == "0.00")
        let stale = try request("c", [(SmallShop.scarf, 1)], by: buyer, at: first.addingTimeInterval(366 * day))
        #expect(await refusal(stale, at: first.addingTimeInterval(366 * day), in: store)?.code == .quoteExpired)
    }

    @Test("goes on under the key that it began with, when another one has become current")
    func rotation() async throws {
        let store = try await shop()
        func buyer(_ lookups: String..., at time: Date? = nil) throws -> QuotaBuyer {
            switch lookups.count {
            case 1: try Residents.buyer(1, at: time ?? now, with: Residents.keyring(lookups[0]))
            default: try Residents.buyer(1, at: time ?? now, with: Residents.keyring(lookups[0], lookups[1]))
            }
        }
        for number in 0..<5 { try await buy("k\(number)", 18, by: try buyer("1"), in: store) }
        // The ring that has both counts on, whichever stands first.
        #expect(try await used(try buyer("2", "1"), in: store) == "24120.00")
        let more = try request("k5", [(SmallShop.scarf, 18)], by: try buyer("2", "1"))
        #expect(await refusal(more, in: store)?.code == .quotaAnnual)
        try await buy("k6", 1, by: try buyer("2", "1"), in: store)
        #expect(try await used(try buyer("1"), in: store) == "24388.00")
        // Whoever has thrown the year's key away is told so, and counts nothing anew.
        let lost = try request("k7", [(SmallShop.scarf, 1)], by: try buyer("2"))
        let error = await refusal(lost, in: store)
        #expect(error?.code == .quotaKeyUnknown && error?.arguments == ["key": "1", "year": "2026"])
        await #expect(throws: TradeError.self) { try await store.quota(of: try buyer("2"), at: now) }
        // The next year begins under the key that is current then.
        let later = now.addingTimeInterval(30 * day)
        let next = try await buy("k8", 1, by: try buyer("2", "1", at: later), at: later, in: store)
        #expect(next.placement.quota?.buyer.text.hasPrefix("2.") == true)
        #expect(try await used(try buyer("2", at: later), at: later, in: store) == "268.00")
    }

    @Test("is linked to no other year, and not to what is sealed of the person")
    func unlinked() throws {
        let keyring = try Residents.keyring("1")
        let buyer = try Residents.buyer(1)
        let keys = buyer.keys(in: 2026) + buyer.keys(in: 2027)
        let lookups = keyring.lookupKeys(of: try Residents.document(1), for: .customsCN)
        #expect(Set(keys + lookups).count == 3)
        #expect(keys == (try Residents.buyer(1)).keys(in: 2026) + (try Residents.buyer(1)).keys(in: 2027))
        #expect("\(buyer)" == "a buyer with a quota" && !"\(keys)".contains("1."))
    }

    @Test("is set aside once more with an order that was paid late, where it still has room")
    func reheld() async throws {
        let (store, buyer) = (try await shop(), try Residents.buyer(1))
        let late = now.addingTimeInterval(3_600)
        for number in 0..<5 {
            _ = try await pay(try await buy("k\(number)", 18, by: buyer, in: store), at: now, in: store)
        }
        let first = try await buy("a", 7, by: buyer, in: store)
        let second = try await buy("x", 5, by: try Residents.buyer(2), in: store)
        #expect(try await store.lapse(at: late) == 2)
        #expect(try await used(buyer, in: store) == "24120.00")
        try await buy("b", 6, by: buyer, at: late, in: store)
        // 25,728.00 used: 1,876.00 have no room any more, so that the money goes back.
        let refused = try await pay(first, at: late, in: store)
        #expect(refused.stage == .lapsed && refused.owed == first.total && refused.counted?.minorUnits == 0)
        #expect(try await used(buyer, in: store) == "25728.00")
        let held = try await pay(second, at: late, in: store)
        #expect(held.stage == .paid && held.counted == second.total)
        #expect(try await used(try Residents.buyer(2), in: store) == "1340.00")
    }

    @Test("has back what came back in time, by its price")
    func returned() async throws {
        let (store, buyer) = (try await shop(), try Residents.buyer(1))
        let order = try await buy("a", 10, by: buyer, in: store)
        try await deliver(order, at: now, receipt: "20261223120000000", in: store)
        #expect(try await used(buyer, in: store) == "2680.00")
        let three = [ReturnLine(line: 0, quantity: 3)]
        // Asked for on the 30th day after the release, back on the 45th.
        try await store.startReturn(of: three, order.id, at: now.addingTimeInterval(30 * day))
        let back = try await store.receiveReturn(
            of: three, order.id, into: "urumqi", at: now.addingTimeInterval(45 * day))
        #expect(back.counted?.decimalText == "1876.00" && back.owed.decimalText == "804.00")
        #expect(try await used(buyer, in: store) == "1876.00")
        // The next one is asked for too late: the money goes back, the year does not.
        let later = now.addingTimeInterval(45 * day)
        try await store.startReturn(of: three, order.id, at: later)
        let late = try await store.receiveReturn(of: three, order.id, into: "urumqi", at: later)
        #expect(late.counted?.decimalText == "1876.00" && late.owed.decimalText == "1608.00")
        #expect(try Order(id: late.id, history: late.history) == late)
        #expect(try await used(buyer, in: store) == "1876.00")
    }

    @Test("keeps what came back too late")
    func late() async throws {
        let (store, buyer) = (try await shop(), try Residents.buyer(1))
        let order = try await buy("a", 2, by: buyer, in: store)
        try await deliver(order, at: now, receipt: "20261223120000000", in: store)
        let lines = [ReturnLine(line: 0, quantity: 2)]
        try await store.startReturn(of: lines, order.id, at: now.addingTimeInterval(10 * day))
        try await store.receiveReturn(of: lines, order.id, into: "urumqi", at: now.addingTimeInterval(46 * day))
        #expect(try await used(buyer, in: store) == "536.00")
    }

    @Test("has back what customs destroyed")
    func destroyed() async throws {
        let (store, buyer) = (try await shop(), try Residents.buyer(1))
        let order = try await pay(try await buy("a", 2, by: buyer, in: store), at: now, in: store)
        for step in [OrderStep.submitted, .matched, .listed] { try await store.advance(order.id, step, at: now) }
        try await store.record(
            CustomsReceipt(document: "621", status: 501, time: "20261223120000000"), of: order.id, at: now)
        #expect(try await used(buyer, in: store) == "536.00")
        try await store.advance(order.id, .destroyed, at: now)
        #expect(try await used(buyer, in: store) == "0.00")
    }

    @Test("is kept with the order's placing, and orders from before read as they did")
    func json() async throws {
        let (store, buyer) = (try await shop(), try Residents.buyer(1))
        let order = try await buy("a", 2, by: buyer, in: store)
        let placed = order.history[0]
        let text = String(decoding: placed.json, as: UTF8.self)
        #expect(text.contains("\"quota\":{\"rule\":\"cn-cbec-quota-2019\"") && !text.contains("65010219880415"))
        let read = try OrderEvent(number: 0, at: placed.at, json: placed.json)
        #expect(try read == placed && Order(id: order.id, history: [read]) == order)
        let start = try #require(text.range(of: ",\"quota\":{"))
        let old = try OrderEvent(number: 0, at: placed.at, json: Array((text[..<start.lowerBound] + "}").utf8))
        #expect(try Order(id: order.id, history: [old]).counted == nil)
        for broken in [
            text.replacing("\"limit\":2600000", with: "\"limit\":\"much\""),
            text.replacing("\"year\":2026,", with: ""),
        ] {
            let error = #expect(throws: TradeError.self) {
                try OrderEvent(number: 0, at: placed.at, json: Array(broken.utf8))
            }
            #expect(error?.code == .brokenHistory)
        }
    }

    @Test("has the same limit of one order in both tables")
    func tables() throws {
        let rules = TradeRules.standard
        let row = try #require(rules.quotas.first)
        #expect(rules.regimes.first { $0.regime == "cn-cbec" }?.limit == row.single)
        #expect(row.annual == Money(minorUnits: 2_600_000, .cny) && (row.appliedWithin, row.backWithin) == (30, 45))
    }
}
