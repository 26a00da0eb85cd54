import Foundation
import Keruen
import ShopSite
import Testing

@Suite("While the store is away")
struct OrderingPauseTests {
    /// Places, a thing that is sold there, a tour, and what the place says.
    private static let places = [
        ("/cn/zh-Hans/", "XJ-DUT-315", "下单功能暂停几分钟"), ("/kz/ru/", "KZ-DMB-001-98", "Приём заказов приостановлен"),
        ("/kz/kk/", "KZ-DMB-001-98", "Тапсырыс қабылдау уақытша тоқтатылды, бірнеше минуттан кейін жалғасады"),
        ("/ru/ru/", "RU-MTR-001-5", "Приём заказов приостановлен"),
    ]

    private static func open(
        _ store: PausingStore, _ body: @escaping @Sendable (Browser, Services) async throws -> Void
    ) async throws {
        try await TestShop.open(
            tokens: ShopOpening.tokens, keyring: try ShopOpening.keys(), store: store, body)
    }

    private static func orders(_ store: PausingStore) async throws -> Int {
        Set(try await store.kept.everything().map(\.order)).count
    }

    @Test("pages go on, say that ordering is paused, and call nothing sold out")
    func pages() async throws {
        let store = PausingStore()
        try await Self.open(store) { browser, services in
            for (place, sku, sentence) in Self.places {
                let buyer = Buyer(browser, at: place)
                try await buyer.add(sku)
                try await Self.look(at: sku, by: buyer, sentence, store)
                #expect(services.watch.pause?.code == .storeAway)
                try await Self.buy(by: buyer, at: place, sentence)
                store.recover()
                while services.watch.pause != nil { await services.watch.look() }
                let cart = try await buyer.get("cart")
                #expect(!cart.body.contains(sentence))
            }
        }
    }

    private static func look(
        at sku: String, by buyer: Buyer, _ sentence: String, _ store: PausingStore
    ) async throws {
        let catalog = try TestShop.site.get().catalog
        let product = try #require(SKU(sku).flatMap(catalog.item)?.product)
        let address = try await buyer.get("p/\(product.id)")
        let open = try await buyer.follow(address)
        #expect(open.status == 200 && !open.body.contains(sentence) && open.body.contains("InStock"))
        store.fail(.storeAway)
        for path in ["", "c/\(product.category)", "search?q=\(product.id)"] {
            let answer = try await buyer.get(path)
            #expect(answer.status == 200 || answer.status == 301, "\(path)")
        }
        let paused = try await buyer.follow(address)
        #expect(paused.status == 200 && paused.body.contains(sentence))
        for word in ["OutOfStock", "InStock", "disabled", "class=\"left\"", "售罄", "Распродано", "Сатылып"] {
            #expect(!paused.body.contains(word), "\(word)")
        }
    }

    private static func buy(by buyer: Buyer, at place: String, _ sentence: String) async throws {
        for (path, inviting) in [
            ("cart", "href=\"\(place)quote\""), ("quote", "href=\"\(place)checkout\""), ("checkout", "class=\"pay\""),
        ] {
            let answer = try await buyer.get(path)
            #expect(answer.status == 200 && answer.body.contains(sentence), "\(place)\(path)")
            #expect(!answer.body.contains(inviting), "\(place)\(path)")
        }
    }

    @Test("a tour's days stay open, and its free places are not told")
    func tours() async throws {
        let store = PausingStore()
        try await Self.open(store) { browser, services in
            let buyer = Buyer(browser, at: "/kz/kk/")
            let address = try await buyer.get("p/almaty-medeu")
            store.fail(.storeBusy)
            let page = try await buyer.follow(address)
            #expect(page.status == 200 && page.body.contains("value=\"2027-05-15\""))
            #expect(!page.body.contains("remainingAttendeeCapacity") && !page.body.contains("OutOfStock"))
            #expect(!page.body.contains("disabled"))
        }
    }

    @Test("a checkout keeps what was typed and its key, and orders once when the store is back")
    func checkout() async throws {
        let store = PausingStore()
        try await Self.open(store) { browser, services in
            let buyer = Buyer(browser, at: "/ru/ru/")
            try await buyer.add("RU-MTR-001-5")
            _ = try await buyer.get("checkout")
            let before = await buyer.cookies
            store.fail(.storeAway)
            for extra in [[:], ["again": "1"]] {
                let refused = try await buyer.post("checkout", Buyer.ivan.merging(extra) { $1 }, fresh: false)
                #expect(refused.status == 503 && refused.headers["retry-after"] == "5")
                #expect(refused.body.contains("Несколько минут мы не можем принимать заказы"))
                #expect(refused.body.contains("value=\"Смирнов\"") && refused.body.contains("name=\"again\""))
                #expect(!refused.body.contains("class=\"pay\""))
            }
            let order = try await buyer.get("orders?number=KR-7F3K-9QXM-2B4T")
            #expect(order.status == 503 && order.body.contains("Несколько минут заказы нельзя"))
            store.recover()
            while services.watch.pause != nil { await services.watch.look() }
            let none = try await Self.orders(store)
            #expect(none == 0)
            let again = try await buyer.post("checkout", Buyer.ivan.merging(["again": "1"]) { $1 }, fresh: false)
            #expect(again.status == 200 && again.body.contains("class=\"pay\""))
            #expect(again.body.contains("value=\"Смирнов\""))
            let stillNone = try await Self.orders(store)
            #expect(stillNone == 0)
            let placed = try await buyer.post("checkout", Buyer.ivan, fresh: false)
            #expect(placed.status == 303, "\(placed.body)")
            let twice = Buyer(browser, at: "/ru/ru/", cookies: before, shown: await buyer.shown)
            let same = try await twice.post("checkout", Buyer.ivan, fresh: false)
            #expect(same.headers["location"] == placed.headers["location"])
            let one = try await Self.orders(store)
            #expect(one == 1)
        }
    }

    @Test("a checkout whose order may have been saved finds it when it is pressed again")
    func uncertain() async throws {
        let store = PausingStore()
        try await Self.open(store) { browser, services in
            let buyer = Buyer(browser, at: "/kz/kk/")
            try await buyer.add("KZ-DMB-001-98")
            _ = try await buyer.get("checkout")
            store.fail(.storeUncertain, once: true)
            let lost = try await buyer.post("checkout", Buyer.aigul, fresh: false)
            #expect(lost.status == 503 && lost.body.contains("name=\"again\"") && lost.body.contains("Қасымова"))
            while services.watch.pause != nil { await services.watch.look() }
            let found = try await buyer.post("checkout", Buyer.aigul.merging(["again": "1"]) { $1 }, fresh: false)
            #expect(found.status == 303, "\(found.status)")
            let page = try await buyer.follow(found)
            #expect(page.status == 200 && page.body.contains("aria-current=\"step\""))
        }
    }

    @Test(
        "the API answers 503 with a time to come back, whatever the store says; the same key then places one order",
        arguments: [Diagnostic.Code.storeAway, .storeBusy, .storeUncertain, .storeReadOnly, .storeFull])
    func api(code: Diagnostic.Code) async throws {
        let store = PausingStore()
        try await APIClient.open(store: store) { api, services in
            store.fail(code, reads: ![.storeReadOnly, .storeFull].contains(code))
            let refused = try await api.post("/api/v1/kz/kk/orders", Self.order, key: "P-1", ["Accept-Language": "kk"])
            #expect(refused.status == 503 && refused.code == "ordering-paused" && refused.headers["retry-after"] == "5")
            #expect(refused["type"] as? String == "tag:keruen.example,2026:ordering-paused")
            #expect((refused["detail"] as? String)?.contains("Idempotency-Key") == true)
            #expect(services.watch.pause != nil)
            let product = try await api.get("/api/v1/kz/kk/products/staved-dombra")
            let isCounted = product.objects("variants").allSatisfy { $0["available"] != nil }
            #expect(product.status == 200 && isCounted == [.storeReadOnly, .storeFull].contains(code))
            let quote = try await api.post(
                "/api/v1/kz/kk/quotes",
                #"{"lines":[{"product":"staved-dombra","sku":"KZ-DMB-001-98","quantity":1}],"destination":{"country":"KZ"}}"#
            )
            #expect(quote.status == 200)
            store.recover()
            guard isCounted == false else { return }
            while services.watch.pause != nil { await services.watch.look() }
            let placed = try await api.post("/api/v1/kz/kk/orders", Self.order, key: "P-1")
            let same = try await api.post("/api/v1/kz/kk/orders", Self.order, key: "P-1")
            #expect(placed.status == 201 && same.status == 200 && placed["id"] as? String == same["id"] as? String)
        }
    }

    private static let order = """
        {"lines": [{"product":"staved-dombra","sku":"KZ-DMB-001-98","quantity":1}],
         "address": {"country": "KZ", "city": "Алматы", "lines": ["Абай даңғылы, 10"], "postcode": "050000"},
         "buyer": {"surname": "Қасымов", "givenName": "Асқар", "phone": "8 777 123 45 67"}}
        """

    @Test("balancers still send visitors, and are told that ordering is paused")
    func readiness() async throws {
        let store = PausingStore()
        try await Self.open(store) { browser, services in
            #expect(try await browser.get("/readyz").body == "ready\n")
            store.fail(.storeAway)
            let paused = try await browser.get("/readyz")
            #expect(paused.status == 200 && paused.body == "ready\nordering: paused\n")
            store.recover()
            while services.watch.pause != nil { await services.watch.look() }
            #expect(try await browser.get("/readyz").body == "ready\n")
        }
    }
}
