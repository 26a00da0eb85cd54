import Foundation
import Keruen
import ShopPages
import ShopSite
import Testing

/// Forms that are pressed twice, stale, filled in wrongly, or about what can't be had.
@Suite("Buying that meets a hurdle")
struct CheckoutRefusalTests {
    @Test("places one order however often the button is pressed, and tells of a cart that has changed since")
    func once() async throws {
        try await ShopOpening.selling { browser, store in
            let buyer = Buyer(browser, at: "/ru/ru/")
            try await buyer.add("RU-MTR-001-5")
            _ = try await buyer.get("checkout")
            let (cookie, shown) = (await buyer.cookies, await buyer.shown)
            let pressed = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let again = Buyer(browser, at: "/ru/ru/", cookies: cookie, shown: shown)
                        return try await again.post("checkout", Buyer.ivan, fresh: false).headers["location"]
                    }
                }
                var places: [String?] = []
                for try await place in group { places.append(place) }
                return places
            }
            #expect(Set(pressed).count == 1 && pressed[0] != nil)
            let changed = Buyer(browser, at: "/ru/ru/", cookies: cookie, shown: shown)
            try await changed.add("RU-GZH-001-06")
            let told = try await changed.post("checkout", Buyer.ivan)
            #expect(told.status == 409 && told.body.contains("Эта корзина уже оформлена"))
            let second = try await changed.post("checkout", Buyer.ivan)
            #expect(second.status == 303 && second.headers["location"] != pressed[0])
        }
    }

    @Test("takes no sum that the buyer has not seen")
    func priceChanged() async throws {
        try await ShopOpening.selling { browser, _ in
            let buyer = Buyer(browser, at: "/ru/ru/")
            try await buyer.add("RU-MTR-001-5")
            _ = try await buyer.get("checkout")
            let told = try await buyer.post("checkout", Buyer.ivan.merging(["shown": "100+0"]) { $1 }, fresh: false)
            #expect(told.status == 409 && told.body.contains("стоимость изменилась"))
        }
    }

    @Test("refuses forms of another visit, too long ones and such as are none, in the visitor's words")
    func forms() async throws {
        try await ShopOpening.selling { browser, _ in
            let buyer = Buyer(browser, at: "/kz/kk/")
            try await buyer.add("KZ-DMB-001-98")
            let cookie = await buyer.cookies
            for (body, status, words) in [
                ("sku=KZ-DMB-001-98", 403, "Форма ескір"), ("token=AAAA&sku=KZ-DMB-001-98", 403, "Форма ескір"),
                ("token=%FF%FE", 403, "Форма ескір"), (String(repeating: "a", count: 17_000), 413, "тым көп"),
            ] {
                for path in ["cart", "checkout", "orders/KR-0000-0000-0000/cancel"] {
                    let answer = try await browser.post("/kz/kk/\(path)", body, cookie: cookie)
                    #expect(
                        answer.status == status && answer.body.contains(words), "\(path) \(status) \(answer.status)")
                }
            }
            // Another visit's token is nobody's.
            let other = Buyer(browser, at: "/kz/kk/")
            try await other.add("KZ-DMB-001-98")
            let token = await other.token
            let stolen = try await browser.post(
                "/kz/kk/cart", "token=\(Buyer.encoded(token))&sku=KZ-DMB-001-98", cookie: cookie)
            #expect(stolen.status == 403)
        }
    }

    @Test("says in words what can't be bought, and what has to be looked at first")
    func refusals() async throws {
        try await ShopOpening.selling { browser, _ in
            let buyer = Buyer(browser, at: "/ru/ru/")
            for (fields, status, words) in [
                (["sku": "XJ-KNF-318"], 422, "не продаётся"),
                (["sku": "XJ-DUT-315", "quantity": "100000"], 422, "от 1 до"),
                (["sku": "XJ-DUT-315", "quantity": "два"], 422, "от 1 до"), (["sku": "?"], 403, "Форма устарела"),
                (["sku": "NO-SUCH-1"], 422, "NO-SUCH-1"), (["sku": "TR-CRV-312-AD"], 422, "Ближайшие"),
                (["sku": "TR-CRV-312-AD", "departure": "2027-05-17"], 422, "Ближайшие"),
                (["sku": "XJ-DUT-315", "departure": "2027-05-16"], 422, "не тур"),
            ] {
                let answer = try await buyer.post("cart", fields)
                #expect(answer.status == status && answer.body.contains(words), "\(fields) \(answer.status)")
            }
            #expect(try await buyer.get("quote").headers["location"] == "/ru/ru/cart")
            #expect(try await buyer.get("checkout").headers["location"] == "/ru/ru/cart")
            // More than there is: said with what is left, and nothing can be pressed.
            try await buyer.add("RU-ORB-001-WHT", quantity: 500)
            let many = try await buyer.get("quote").body
            #expect(many.contains("у нас есть") && !many.contains("/ru/ru/checkout"))
        }
        try await ShopOpening.selling { browser, _ in
            // Within the Eurasian Economic Union nobody knows the tax on parcels: a person has to decide.
            let buyer = Buyer(browser, at: "/ru/ru/")
            try await buyer.add("KZ-TUS-001")
            let open = try await buyer.get("quote").body
            #expect(open.contains("Сначала посылку проверит сотрудник") && open.contains("pomosch@keruen.example"))
            #expect(try await buyer.post("checkout", Buyer.ivan).headers["location"] == "/ru/ru/quote")
        }
    }

    @Test("tells every wrong field at once, keeps what was typed, and never shows a document again")
    func faults() async throws {
        try await ShopOpening.selling { browser, _ in
            let buyer = Buyer(browser, at: "/ru/ru/")
            try await buyer.add("XJ-CRP-304")
            let answer = try await buyer.post(
                "checkout",
                [
                    "buyer-surname": "Ivanov", "buyer-phone": "12", "for": "me", "address-city": "Пермь",
                    "address-lines": "ул. Ленина, 1", "address-postcode": "6140", "doc-recipient-inn": "500100732250",
                    "doc-recipient-ru-passport": "4511123456", "consent-customs-ru": "yes",
                ])
            #expect(answer.status == 422)
            for field in [
                "buyer-surname", "buyer-given-name", "buyer-phone", "address-postcode", "doc-recipient-inn",
            ] {
                #expect(
                    answer.body.contains("href=\"#\(field)\"") && answer.body.contains("id=\"\(field)-fault\""),
                    "\(field)")
            }
            #expect(answer.body.contains("Проверьте 5 полей"))
            #expect(answer.body.contains("value=\"Ivanov\"") && answer.body.contains("value=\"ул. Ленина, 1\""))
            #expect(!answer.body.contains("500100732250") && !answer.body.contains("4511123456"))
            #expect(!answer.body.contains("checkbox\" checked"))
        }
    }

    @Test("asks nobody for a name where it could not be kept safely")
    func keyless() async throws {
        try await ShopOpening().run { browser, _ in
            let buyer = Buyer(browser, at: "/kz/ru/")
            try await buyer.add("KZ-DMB-001-98")
            let answer = try await buyer.get("checkout")
            #expect(answer.status == 503 && answer.body.contains("негде безопасно хранить"))
            #expect(!answer.body.contains("buyer-surname"))
        }
    }

    @Test("lets a buyer change quantities and take out what is no longer sold, and shrugs at forged cookies")
    func cart() async throws {
        try await ShopOpening.selling { browser, _ in
            let buyer = Buyer(browser, at: "/ru/ru/")
            await buyer.set(
                "cart", "K1~XJ-SLK-302-IND.1~XJ-KNF-318.1~junk~A.b~RU-MTR-001-5.2.dutar~XJ-DUT-315.1..2027-99-99")
            let stale = try await buyer.get("cart").body
            #expect(
                stale.contains("XJ-KNF-318") && stale.contains("Больше не продаётся") && !stale.contains("/ru/ru/quote")
            )
            #expect(stale.matches(of: /name="sku" value="([^"]+)"/).count { _ in true } == 3)
            #expect(try await buyer.post("cart", ["sku": "XJ-KNF-318", "remove": "1"]).status == 303)
            #expect(
                try await buyer.post("cart", ["sku": "RU-MTR-001-5", "quantity": "3", "change": "1"]).status == 303)
            let mended = try await buyer.get("cart").body
            #expect(mended.contains("/ru/ru/quote") && mended.contains("name=\"quantity\" value=\"3\""))
            #expect(!mended.contains("XJ-KNF-318"))
            // A market's cart does not cross into another's.
            #expect(await buyer.path(of: "cart") == "/ru/")
        }
    }
}
