import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("A quote")
struct QuoteTests {
    let catalog = SmallShop.catalog()

    @Test("is price times quantity, line by line, and their sum")
    func sums() throws {
        let quote = try SmallShop.request("k", [(SmallShop.scarf, 2), (SmallShop.cap, 3)]).quote
        // In the sale: 2 × 19 900.00 + 3 × 7 000.00
        #expect(quote.lines.map(\.total.decimalText) == ["39800.00", "21000.00"])
        #expect(quote.total.decimalText == "60800.00")
        #expect(quote.lines[1].priceList == "kz-sale")
    }

    @Test("takes the day of the market's own clock")
    func marketsDay() throws {
        // 2026-12-31 20:00 UTC: already New Year's Day in Almaty, still the old year in Moscow.
        let instant = Date(timeIntervalSince1970: 1_798_747_200)
        #expect(CivilDate(instant, in: SmallShop.kz).description == "2027-01-01")
        var moscow = SmallShop.kz
        moscow.timeZone = "Europe/Moscow"
        #expect(CivilDate(instant, in: moscow).description == "2026-12-31")
    }

    @Test("joins two lines of one SKU")
    func joined() throws {
        var cart = Cart()
        try cart.add(SmallShop.scarf, quantity: 2)
        try cart.add(SmallShop.scarf)
        #expect(cart.lines == [.init(sku: SmallShop.scarf, quantity: 3)])
    }

    @Test("refuses quantities that nobody means", arguments: [0, -1, 10_000, .max, .min])
    func quantities(quantity: Int) {
        var cart = Cart()
        let error = #expect(throws: TradeError.self) { try cart.add(SmallShop.scarf, quantity: quantity) }
        #expect(error?.code == .badQuantity && cart.lines.isEmpty)
    }

    @Test("refuses an empty cart, unknown goods and goods of another market")
    func refusals() throws {
        func code(_ sku: SKU?, _ market: Market) -> Diagnostic.Code? {
            var cart = Cart()
            if let sku { try? cart.add(sku) }
            do throws(TradeError) {
                _ = try Quote(cart, in: market, from: catalog, at: SmallShop.now); return nil
            } catch { return error.code }
        }
        #expect(code(nil, SmallShop.kz) == .emptyCart)
        #expect(code(SKU("NO-SUCH"), SmallShop.kz) == .unknownSKU)
        #expect(code(SmallShop.cap, SmallShop.cn) == .notSoldHere)
    }
}

@Suite("An order's id and key")
struct OrderIDTests {
    @Test("are read as people type them")
    func ids() throws {
        var random = SeededGenerator(seed: 3)
        let id = Order.ID(using: &random)
        #expect(Order.ID(id.description.lowercased()) == id)
        for text in ["", "KR", "KR-7F3K-9QXM", "KR-7F3K-9QXM-2B4I", "XX-7F3K-9QXM-2B4T", "KR-7F3K-9QXM-2B4T-AAAA"] {
            #expect(Order.ID(text) == nil)
        }
    }

    @Test("refuse what is no key", arguments: ["", "a b", "кілт", String(repeating: "k", count: 65), "a\n"])
    func keys(text: String) {
        #expect(throws: TradeError.self) { try IdempotencyKey(text) }
    }
}
