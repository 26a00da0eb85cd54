import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("The right of return")
struct ReturnRulesTests {
    private let rules = ReturnRules.standard

    @Test("is seven days in China and Russia and fourteen in Kazakhstan, each with its law")
    func rows() throws {
        let day = try #require(CivilDate("2027-01-15"))
        #expect(["cn", "ru", "kz"].map { rules.row(for: $0, on: day)?.days } == [7, 7, 14])
        #expect(rules.rows.count == 3 && rules.rows.allSatisfy { !$0.validity.source.isEmpty })
        #expect(rules.row(for: "de", on: day) == nil)
        #expect(rules.row(for: "kz", on: try #require(CivilDate("2009-01-01"))) == nil)
    }

    @Test("names the field of its table that can't be read")
    func broken() throws {
        let head = "id\tmarket\tdays\tpayer\texcluded\tfrom\tthrough\tconfidence\tsource\n"
        let row = "ours\tkz\tmany\tbuyer\t-\t2027-01-01\t-\thigh\tour own"
        let error = #expect(throws: Refusal.self) { try ReturnRules(head + row) }
        let found = try #require(error?.diagnostics.first)
        #expect(found.arguments["column"] == "days" && found.position?.line == 2 && found.position?.column == 9)
        #expect(try ReturnRules(head + row.replacing("many", with: "30")).rows.first?.days == 30)
    }

    @Test("runs from the day of the delivery by the market's clock, the last day whole; food stays")
    func days() async throws {
        let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
        let kz = try #require(catalog.market("kz"))
        // 2027-01-14 20:00 in UTC is past midnight in Almaty.
        let delivered = Date(timeIntervalSince1970: 1_799_956_800)
        let store = InMemoryStore()
        try await store.openStock(of: catalog)
        var cart = Cart()
        let (dutar, chocolate) = (try #require(SKU("XJ-DUT-315")), try #require(SKU("IM-CHO-303")))
        try cart.add(dutar)
        try cart.add(chocolate)
        let quote = try Quote(cart, in: kz, from: catalog, at: delivered)
        var order = try await store.place(
            OrderRequest(key: IdempotencyKey("k"), quote: quote, language: .kk), from: catalog.warehouses.map(\.id),
            at: delivered)
        order = try await store.pay(order.id, through: InMemoryPayments(style: .card), at: delivered).order
        let id = order.id
        func start(_ line: Int, _ time: Date) async throws(TradeError) -> Order {
            try await store.startReturn(
                of: [ReturnLine(line: line, quantity: 1)], id, under: rules, in: catalog, at: time)
        }
        await #expect(throws: TradeError.self) { try await start(0, delivered) }
        for step in [OrderStep.packed, .dispatched, .delivered] {
            order = try await store.advance(id, step, at: delivered)
        }
        #expect(order.returnable(in: kz) == CivilDate("2027-01-29"))
        let food = await #expect(throws: TradeError.self) { try await start(1, delivered) }
        #expect(food?.code == .notReturnable)
        let without = Catalog(
            products: catalog.products.filter { $0.id != catalog.item(dutar)?.product.id },
            categories: catalog.categories, markets: catalog.markets, priceLists: catalog.priceLists,
            warehouses: catalog.warehouses)
        let gone = await #expect(throws: TradeError.self) {
            try await store.startReturn(
                of: [ReturnLine(line: 0, quantity: 1)], id, under: rules, in: without, at: delivered)
        }
        #expect(gone?.code == .goodsNotCatalogued && gone?.arguments["sku"] == "XJ-DUT-315")
        let fortnight: TimeInterval = 14 * 86_400
        // The 29th ends at 19:00 in UTC.
        let late = await #expect(throws: TradeError.self) { try await start(0, delivered + fortnight + 23 * 3_600) }
        #expect(late?.code == .returnTooLate && late?.arguments["day"] == "2027-01-29")
        #expect(try await start(0, delivered + fortnight + 22 * 3_600).stage == .returning)
    }
}
