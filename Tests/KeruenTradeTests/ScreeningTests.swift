import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("Orders and what may be sent")
struct ScreeningTests {
    private let now = SmallShop.now
    private var today: CivilDate { CivilDate(now, in: SmallShop.kz) }

    private func paid(_ store: InMemoryStore, _ lines: [(SKU, Int)] = [(SmallShop.scarf, 2)]) async throws -> Order {
        try await store.openStock(of: SmallShop.catalog())
        var request = try SmallShop.request("k", lines)
        request.flow = .export
        request.quote = try SmallShop.landed(request.quote)
        let order = try await store.place(request, from: ["urumqi"], at: now)
        return try await store.pay(order.id, through: InMemoryPayments(style: .card), at: now).order
    }

    /// The law of a day that nobody saw coming: no silk leaves China.
    private func rules(_ action: Restriction.Action, from day: CivilDate, permits: Set<String> = []) -> TradeRules {
        var rules = TradeRules.standard
        rules.restrictions.append(
            Restriction(
                id: "no-silk", code: "TRD0499", action: action, origin: TradeStalls.group("CN"),
                condition: .material(["silk"]), permits: permits, validity: RuleValidity(from: day, source: "test")))
        return rules
    }

    @Test("pass when nothing stands against them, and go past screening in no other way")
    func passes() async throws {
        let store = InMemoryStore()
        let order = try await paid(store)
        let error = await #expect(throws: TradeError.self) {
            try await store.advance(order.id, .screened, at: now)
        }
        #expect(error?.code == .needsScreening)
        let screening = try SmallShop.catalog().screening(of: order, on: today)
        #expect(screening.route == ParcelRoute(from: "CN", to: "KZ") && screening.findings.isEmpty)
        let next = try await store.screen(order.id, by: screening, reference: "S-7", at: now)
        #expect(next.stage == .screened && next.history.last?.change == .step(.screened, reference: "S-7"))
        // Once is enough.
        let again = await #expect(throws: TradeError.self) {
            try await store.screen(order.id, by: screening, at: now)
        }
        #expect(again?.code == .notAllowedNow)
    }

    @Test("stay where they are when the law has changed since, and are given back")
    func blocked() async throws {
        let store = InMemoryStore()
        let order = try await paid(store)
        let catalog = SmallShop.catalog()
        let screening = try catalog.screening(of: order, under: rules(.block, from: today), on: today)
        for isReviewed in [false, true] {
            let error = await #expect(throws: TradeError.self) {
                try await store.screen(order.id, by: screening, isReviewed: isReviewed, at: now)
            }
            #expect(error?.code == "TRD0499" && error?.arguments["sku"] == .text("T-SCARF-1"))
        }
        #expect(try await store.order(order.id)?.stage == .paid)
        let yesterday = CivilDate(daysSince1970: today.daysSince1970 - 1)
        #expect(try catalog.screening(of: order, under: rules(.block, from: today), on: yesterday).findings.isEmpty)
        let cancelled = try await store.cancel(order.id, at: now)
        #expect(cancelled.owed == order.total)
    }

    @Test("wait for a person or for a paper")
    func waiting() async throws {
        let store = InMemoryStore()
        let order = try await paid(store)
        let rules = rules(.permit, from: today, permits: ["silk-licence"])
        let open = try SmallShop.catalog().screening(of: order, under: rules, on: today)
        let error = await #expect(throws: TradeError.self) { try await store.screen(order.id, by: open, at: now) }
        #expect(error?.code == .needsReview && open.reviews.map(\.code) == ["TRD0499"])
        let paper = TradeStalls.paper("silk-licence")
        let settled = try SmallShop.catalog().screening(of: order, under: rules, with: [paper], on: today)
        #expect(settled.reviews.isEmpty && settled.findings.map(\.verdict) == [.permitted(paper)])
        #expect(try await store.screen(order.id, by: open, isReviewed: true, at: now).stage == .screened)
    }

    @Test("take no screening of other goods, of fewer pieces, or of another day")
    func others() async throws {
        let store = InMemoryStore()
        let order = try await paid(store)
        let right = try SmallShop.catalog().screening(of: order, on: today)
        var fewer = right
        fewer.goods = [SmallShop.scarf: 1]
        var other = right
        other.goods = [SmallShop.cap: 2]
        for screening in [fewer, other] {
            let error = await #expect(throws: TradeError.self) {
                try await store.screen(order.id, by: screening, at: now)
            }
            #expect(error?.code == .otherScreening)
        }
        let error = await #expect(throws: TradeError.self) {
            try await store.screen(order.id, by: right, at: now.addingTimeInterval(3 * 86_400))
        }
        #expect(error?.code == .otherScreening)
    }

    @Test("are not placed while something stands against them")
    func placing() async throws {
        let store = InMemoryStore()
        let catalog = SmallShop.catalog()
        try await store.openStock(of: catalog)
        var request = try SmallShop.request("k", [(SmallShop.scarf, 2)])
        let route = ParcelRoute(from: "CN", to: "KZ")
        request.screening = try catalog.screening(
            of: request.quote.lines, along: route, under: rules(.block, from: today), on: today)
        let blocked = await #expect(throws: TradeError.self) {
            try await store.place(request, from: ["urumqi"], at: now)
        }
        #expect(blocked?.code == "TRD0499")
        request.screening = try catalog.screening(
            of: request.quote.lines, along: route, under: rules(.review, from: today), on: today)
        let open = await #expect(throws: TradeError.self) {
            try await store.place(request, from: ["urumqi"], at: now)
        }
        #expect(open?.code == .needsReview)
        #expect(try await store.available(SmallShop.scarf, in: ["urumqi"]) == 5)
        request.isReviewed = true
        #expect(try await store.place(request, from: ["urumqi"], at: now).stage == .placed)
    }

    @Test("are served only on ways on which nothing stops them")
    func ways() throws {
        let catalog = SmallShop.catalog()
        let quote = try SmallShop.request("k", [(SmallShop.scarf, 1)]).quote
        let all = try catalog.fulfilments(of: quote).map(\.flow)
        #expect(all == [.domestic, .export])
        #expect(try catalog.fulfilments(of: quote, under: rules(.block, from: quote.day)).map(\.flow) == [.domestic])
        var nowhere = TradeRules.standard
        nowhere.restrictions.append(
            Restriction(
                id: "no-silk", code: "TRD0498", action: .block, condition: .material(["silk"]),
                validity: TradeStalls.always))
        let error = #expect(throws: TradeError.self) { try catalog.fulfilments(of: quote, under: nowhere) }
        #expect(error?.code == "TRD0498")
    }

    @Test("can’t be screened for goods that the catalogue has lost")
    func lost() async throws {
        let store = InMemoryStore()
        let order = try await paid(store)
        let empty = Catalog(
            products: [], categories: CategoryTree(), markets: [SmallShop.kz], priceLists: [],
            warehouses: SmallShop.catalog().warehouses)
        let error = #expect(throws: TradeError.self) { try empty.screening(of: order, on: today) }
        #expect(error?.code == .unknownSKU)
    }
}
