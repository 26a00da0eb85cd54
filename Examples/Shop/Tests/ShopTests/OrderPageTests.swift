import Foundation
import Keruen
import ShopPages
import ShopSite
import Testing

/// What a buyer sees after an order was placed, and may still do with it.
@Suite("An order's page")
struct OrderPageTests {
    @Test("waits for a wallet, looks again by itself, and takes the money once")
    func wallet() async throws {
        let wallet = InMemoryPayments(style: .wallet)
        try await ShopOpening.selling(wallet) { browser, store in
            let buyer = Buyer(browser, at: "/kz/kk/")
            try await buyer.add("KZ-DMB-001-98")
            let placed = try await buyer.post("checkout", Buyer.aigul)
            let order = try #require(try await buyer.order(placed, in: store))
            let waiting = try await buyer.follow(placed)
            #expect(waiting.body.contains("data-awaited") && waiting.body.contains("memory:\(order.id)-0"))
            #expect(waiting.body.contains("Төлеміңізді күтіп отырмыз"))
            // The wallet has it, but its message never came.
            _ = try await wallet.settle(order.id)
            let paid = try await buyer.follow(placed)
            #expect(!paid.body.contains("data-awaited") && paid.body.contains("қабылданып, төленді"))
            #expect(try await store.order(order.id)?.kept == order.total)
        }
    }

    @Test("follows an order to the door and back: stages with times and zones, cancelling, returns in the law's time")
    func afterwards() async throws {
        try await ShopOpening.selling { browser, store in
            let now = ShopOpening().now
            let buyer = Buyer(browser, at: "/kz/ru/")
            try await buyer.add("KZ-DMB-001-98", quantity: 2)
            let person = Buyer.ivan.merging(["buyer-phone": "87012345678", "address-postcode": "050000"]) { $1 }
            let placed = try await buyer.post("checkout", person)
            let order = try #require(try await buyer.order(placed, in: store))
            let page = try await buyer.follow(placed).body
            #expect(page.contains("заказ оформлен") && page.contains("UTC+05:00") && page.contains("class=\"ahead\""))
            for step in [OrderStep.packed, .dispatched, .delivered] {
                try await store.advance(order.id, step, at: now)
            }
            let there = try await buyer.follow(placed).body
            #expect(there.contains("Вернуть товар") && !there.contains("Отменить заказ"))
            let none = try await buyer.post("orders/\(order.id)/return", [:])
            #expect(none.status == 422 && none.body.contains("сколько штук"))
            let tooMany = try await buyer.post("orders/\(order.id)/return", ["line-0": "3"])
            #expect(tooMany.status == 409 && tooMany.body.contains("больше, чем было куплено"))
            #expect(try await buyer.post("orders/\(order.id)/return", ["line-0": "1"]).status == 303)
            #expect(try await store.order(order.id)?.stage == .returning)

            // Another one is called off, and its money is back.
            try await buyer.add("KZ-DMB-001-78")
            let second = try await buyer.post("checkout", person)
            let other = try #require(try await buyer.order(second, in: store))
            #expect(try await buyer.post("orders/\(other.id)/cancel", [:]).status == 303)
            let cancelled = try #require(try await store.order(other.id))
            #expect(cancelled.stage == .cancelled && cancelled.kept.minorUnits == 0 && cancelled.owed.minorUnits == 0)
            #expect(try await buyer.follow(second).body.contains("Возвращено"))
            let again = try await buyer.post("orders/\(order.id)/cancel", [:])
            #expect(again.status == 409 && again.body.contains("role=\"alert\""))
        }
    }

    @Test("finds an order by its number, and only in its own market")
    func finding() async throws {
        try await ShopOpening.selling { browser, store in
            let buyer = Buyer(browser, at: "/kz/kk/")
            try await buyer.add("KZ-DMB-001-98")
            let order = try #require(try await buyer.order(try await buyer.post("checkout", Buyer.aigul), in: store))
            #expect(try await buyer.get("orders").status == 200)
            let typed = order.id.description.lowercased()
            #expect(try await buyer.get("orders?number=\(typed)").headers["location"] == "/kz/kk/orders/\(order.id)")
            #expect(try await buyer.get("orders?number=KR-12").status == 422)
            #expect(try await buyer.get("orders?number=KR-0000-0000-0000").status == 404)
            #expect(try await browser.get("/ru/ru/orders/\(order.id)").status == 404)
            #expect(try await browser.get("/kz/kk/orders/no").status == 404)
            let page = try await browser.get("/kz/ru/orders/\(order.id)")
            #expect(page.status == 200 && page.headers["cache-control"] == "private, no-store")
            #expect(page.headers["x-robots-tag"] == "noindex")
        }
    }
}
