import Foundation
import Keruen
import KeruenTesting
import Testing

@Suite("The shop")
struct ShopTests {
    private func withShop(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
        try await TestShop.open { browser, _ in try await body(browser) }
    }

    private func titles(_ page: String) -> [String] {
        page.matches(of: /<h2 lang="[^"]*">([^<]*)<\/h2>/).map { String($0.1) }
    }

    @Test("shows each market its goods in the order and words of its language")
    func order() async throws {
        try await withShop { browser in
            for (path, language) in [
                ("/kz/kk/", "kk"), ("/kz/ru/", "ru"), ("/ru/ru/", "ru"), ("/cn/zh-Hans/", "zh-Hans"),
                ("/kz/kk-Latn/", "kk-Latn"), ("/cn/kk-Arab/", "kk-Arab"), ("/cn/zh-Hant/", "zh-Hant"),
            ] {
                let page = try await browser.get(path)
                #expect(
                    page.status == 200
                        && page.body.contains(
                            "<html lang=\"\(language)\" dir=\"\(language == "kk-Arab" ? "rtl" : "ltr")\">")
                )
                // What the law wants said stays in a script that the law knows.
                let law = ["kk-Latn": "kk", "kk-Arab": "zh-Hans", "zh-Hant": "zh-Hans"][language]
                #expect(page.headers["content-language"] == [language, law].compactMap(\.self).joined(separator: ", "))
                #expect(page.body.contains("<p class=\"note\">") == (law != nil))
                let titles = titles(page.body)
                #expect(titles.count >= 58)
                #expect(titles == (try Collator(language).sorted(titles, by: \.self)))
            }
        }
    }

    @Test("has every text that its markets need")
    func coverage() throws {
        CoverageExpectation(markets: ["cn", "kz", "ru"], severities: [.error, .warning]).check(
            Coverage(
                strings: try StringTables.load(folder: TestShop.root.appending(path: "Locales"), as: "Locales"),
                draft: try CatalogDraft.load(folder: TestShop.root.appending(path: "Catalog"), as: "Catalog"),
                on: CivilDate(daysSince1970: 20_783)))
    }

    @Test("tells on every page what each market's law has it say of seller and returns, and nothing of another's")
    func legal() async throws {
        let laws = [
            "/kz/kk/": "14 күн ішінде айырбастауға", "/kz/ru/": "в течение 14 дней", "/ru/ru/": "в течение 7 дней",
            "/cn/zh-Hans/": "七日内可以退货",
        ]
        let sellers = [
            "/kz/kk/": "БСН 220540009998", "/kz/ru/": "БИН 220540009998", "/ru/ru/": "ОГРН 1127746000007",
            "/cn/zh-Hans/": "91650104MAKERWN07T", "/cn/kk-Arab/": "91650104MAKERWN07T",
            "/kz/kk-Latn/": "БСН 220540009998",
        ]
        try await withShop { browser in
            for (path, law) in laws {
                for page in ["", "cart", "p/nothing"] {
                    let body = try await browser.get(path + page).body
                    #expect(laws.values.filter(body.contains) == [law], "\(path)\(page)")
                }
            }
            for (path, seller) in sellers { #expect(try await browser.get(path).body.contains(seller), "\(path)") }
        }
    }

    @Test("answers HEAD with the headers of the page alone")
    func head() async throws {
        try await withShop { browser in
            let answer = try await browser.head("/kz/kk/")
            #expect(answer.status == 200 && answer.body.isEmpty && answer.headers["content-language"] == "kk")
            #expect(try await browser.head("/kz/kk/p/nothing").status == 404)
        }
    }

    @Test("leads a visitor to a language that the market has")
    func negotiation() async throws {
        try await withShop { browser in
            for (path, language, expected) in [
                ("/kz/de/", "ru-RU, kk;q=0.5", "/kz/ru/"), ("/kz/de/", "de", "/kz/kk/"), ("/kz", "ru", "/kz/ru/"),
                ("/", "zh-CN", "/cn/zh-Hans/"), ("/", "ru", "/ru/ru/"), ("/", "kk-KZ", "/kz/kk/"),
            ] {
                let answer = try await browser.get(path, language: language)
                #expect(answer.status == 302 && answer.headers["location"] == expected, "\(path) \(language)")
            }
        }
    }

    @Test("says in the right language that something is not there")
    func notFound() async throws {
        try await withShop { browser in
            for (path, words) in [
                ("/kz/kk/p/nothing", "Мұндай бет жоқ"), ("/kz/ru/p/nothing", "Такой страницы нет"),
                ("/cn/zh-Hans/c/nothing", "页面不存在"), ("/ru/ru/p/yengisar-gift-knife", "Такой страницы нет"),
                ("/kz/kk/orders/KR-0000-0000-0000", "Мұндай бет жоқ"), ("/us/en/", ""),
                ("/kz/kk/p/%2e%2e%2f", "Мұндай бет жоқ"),
                ("/images/..%2f..%2fPackage.swift", ""),
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 404 && (words.isEmpty || answer.body.contains(words)), "\(path)")
            }
        }
    }

    @Test("sells: from the search to the placed order, once however often the button is pressed")
    func purchase() async throws {
        try await withShop { browser in
            let found = try await browser.get("/kz/kk/?q=%D0%B4%D0%BE%D0%BC%D0%B1%D1%8B%D1%80%D0%B0")
            #expect(found.body.contains("/kz/kk/p/staved-dombra"))
            let product = try await browser.get("/kz/kk/p/staved-dombra")
            let sku = try #require(product.body.firstMatch(of: /name="sku" value="([^"]+)"/)?.1)
            let added = try await browser.post("/kz/kk/cart", "sku=\(sku)&quantity=2")
            #expect(added.status == 303 && added.headers["location"] == "/kz/kk/cart")
            let cookie = try #require(added.headers["set-cookie"]?.split(separator: ";").first).description
            let cart = try await browser.get("/kz/kk/cart", cookie: cookie).body
            #expect(cart.contains("₸") && !cart.contains("role=\"alert\""))
            let first = try await browser.post("/kz/kk/orders", "", cookie: cookie)
            let second = try await browser.post("/kz/kk/orders", "", cookie: cookie)
            #expect(first.status == 303 && first.headers["location"] == second.headers["location"])
            let order = try await browser.get(try #require(first.headers["location"]))
            #expect(order.status == 200 && order.body.contains("Рақмет!"))
            #expect(
                try await browser.get(try #require(first.headers["location"]).replacing("/kz/kk/", with: "/ru/ru/"))
                    .status == 404)
        }
    }

    @Test("refuses in words what can't be bought")
    func refusals() async throws {
        try await withShop { browser in
            #expect(try await browser.post("/kz/kk/orders", "").body.contains("Себет бос."))
            #expect(try await browser.post("/ru/ru/cart", "sku=XJ-KNF-318&quantity=1").body.contains("не продаётся"))
            #expect(try await browser.post("/ru/ru/cart", "sku=XJ-DUT-315&quantity=100000").body.contains("от 1 до"))
            #expect(try await browser.post("/ru/ru/cart", "nonsense").status == 400)
            let many = try await browser.post("/ru/ru/cart", "sku=XJ-DUT-315&quantity=500")
            let cookie = try #require(many.headers["set-cookie"]?.split(separator: ";").first).description
            let order = try await browser.post("/ru/ru/orders", "", cookie: cookie)
            #expect(order.status == 409 && order.body.contains("осталось"))
        }
    }

    @Test("lets a buyer take out what is no longer sold, and add to the rest")
    func staleCart() async throws {
        try await withShop { browser in
            let cookie = "cart=K1~XJ-SLK-302-IND.1~XJ-KNF-318.1"
            let cart = try await browser.get("/ru/ru/cart", cookie: cookie)
            #expect(
                cart.body.contains("XJ-KNF-318") && cart.body.contains("не продаётся")
                    && !cart.body.contains("Оформить заказ"))
            #expect(try await browser.post("/ru/ru/cart", "sku=XJ-DUT-315&quantity=1", cookie: cookie).status == 303)
            let repaired = try await browser.post("/ru/ru/cart", "sku=XJ-KNF-318&remove=1", cookie: cookie)
            let mended = try #require(repaired.headers["set-cookie"]?.split(separator: ";").first).description
            #expect(try await browser.get("/ru/ru/cart", cookie: mended).body.contains("Оформить заказ"))
        }
    }

    @Test("gives a changed cart a key of its own when the first order's answer was lost")
    func lostAnswer() async throws {
        try await withShop { browser in
            #expect(try await browser.post("/ru/ru/orders", "", cookie: "cart=K2~XJ-SLK-302-IND.1").status == 303)
            let again = try await browser.post("/ru/ru/orders", "", cookie: "cart=K2~XJ-SLK-302-IND.2")
            #expect(again.status == 409)
            let renewed = try #require(again.headers["set-cookie"]?.split(separator: ";").first).description
            #expect(!renewed.contains("K2") && renewed.contains("XJ-SLK-302-IND.2"))
            #expect(try await browser.post("/ru/ru/orders", "", cookie: renewed).status == 303)
        }
    }

    @Test("shows what visitors type as text, never as markup")
    func escaping() async throws {
        try await withShop { browser in
            let page = try await browser.get("/ru/ru/?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22")
            #expect(page.status == 200 && !page.body.contains("<script>") && page.body.contains("&lt;script&gt;"))
            #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(try await browser.get("/images/dutar.svg").headers["content-type"] == "image/svg+xml")
        }
    }
}
