import Foundation
import Keruen
import ShopPages
import ShopSite
import Testing

/// Buying as people do it: with a browser that keeps its cookies and sends back the forms that it was given.
@Suite("Buying")
struct CheckoutTests {
    // MARK: People, none of whom exist

    static let aigul = [
        "buyer-surname": "Қасымова", "buyer-given-name": "Айгүл", "buyer-phone": "8 (701) 234-56-78", "for": "me",
        "address-kind": "home", "address-city": "Алматы", "address-lines": "Абай даңғылы, 10, 5-пәтер",
        "address-postcode": "050000",
    ]
    static let ivan = [
        "buyer-surname": "Смирнов", "buyer-given-name": "Иван", "buyer-patronymic": "Петрович",
        "buyer-phone": "+7 912 345-67-89", "for": "me", "address-kind": "home", "address-region": "Пермский край",
        "address-city": "Пермь", "address-lines": "ул. Ленина, 1", "address-postcode": "614000",
    ]
    static let na = [
        "buyer-whole": "欧阳娜娜", "buyer-phone": "138 1234 5678", "for": "me", "address-kind": "home",
        "address-region": "新疆维吾尔自治区", "address-city": "乌鲁木齐市", "address-district": "天山区",
        "address-lines": "解放北路 1 号", "address-postcode": "830000",
    ]

    static func passport(_ parcel: Int, _ person: Int, _ surname: String) -> [String: String] {
        let prefix = "traveller-\(parcel)-\(person)-"
        return [
            prefix + "surname": surname, prefix + "given-name": "ASKAR", prefix + "number": "N1234567\(person)",
            prefix + "country": "KZ", prefix + "expires": "2031-04-30",
        ]
    }

    private func withShop(
        _ payments: InMemoryPayments = InMemoryPayments(style: .card),
        edit: @escaping @Sendable (Catalog) -> Catalog = { $0 },
        _ body: @escaping @Sendable (Browser, InMemoryStore) async throws -> Void
    ) async throws {
        let opening = ShopOpening(keyring: try ShopOpening.keys(), payments: payments, edit: edit)
        try await opening.run(body)
    }

    // MARK: Each market

    @Test("sells what lies at home: paid at once, and nothing of the buyer is on the page or in the store's bytes")
    func home() async throws {
        try await withShop { browser, store in
            for (place, sku, person, secrets) in [
                ("/kz/kk/", "KZ-DMB-001-98", Self.aigul, ["Қасымова", "Айгүл", "77012345678", "Абай даңғылы"]),
                ("/ru/ru/", "RU-MTR-001-5", Self.ivan, ["Смирнов", "Пермь", "79123456789", "Ленина"]),
                ("/cn/zh-Hans/", "XJ-DUT-315", Self.na, ["欧阳娜娜", "13812345678", "解放北路"]),
            ] {
                let buyer = Buyer(browser, at: place)
                try await buyer.add(sku)
                let quote = try await buyer.get("quote")
                #expect(quote.status == 200 && quote.body.contains("href=\"\(place)checkout\""), "\(place)")
                let form = try await buyer.get("checkout")
                // At home nobody is asked for a document.
                #expect(form.status == 200 && !form.body.contains("name=\"doc-") && !form.body.contains("checkbox"))
                let placed = try await buyer.post("checkout", person)
                #expect(placed.status == 303, "\(place) \(placed.body)")
                let page = try await buyer.follow(placed)
                #expect(page.status == 200 && page.body.contains("aria-current=\"step\""))
                let order = try #require(try await buyer.order(placed, in: store))
                #expect(order.stage == .paid && order.flow.id == .domestic && order.placement.landing != nil)
                let records = try await store.people(of: order.id)
                #expect(records.map(\.purpose) == ["delivery"])
                for secret in secrets {
                    #expect(!page.body.contains(secret))
                    for record in records { #expect(record.sealed.range(of: Data(secret.utf8)) == nil) }
                    let events = try await store.everything()
                    #expect(!"\(events)".contains(secret))
                }
            }
        }
    }

    @Test("sells from abroad with the documents that the route asks for, and shows two characters of them afterwards")
    func abroad() async throws {
        try await withShop { browser, store in
            for (place, person, documents, masks) in [
                (
                    "/kz/ru/",
                    Self.ivan.merging(["buyer-phone": "+7 701 234 56 78", "address-postcode": "050000"]) { $1 },
                    ["doc-recipient-iin": "061211600012", "consent-customs-kz": "yes"], ["ИИН ••••12"]
                ),
                (
                    "/ru/ru/", Self.ivan,
                    [
                        "doc-recipient-ru-passport": "45 11 123456", "doc-recipient-inn": "500100732259",
                        "consent-customs-ru": "yes",
                    ], ["Паспорт РФ: серия и номер ••••56", "ИНН ••••59"]
                ),
            ] {
                let buyer = Buyer(browser, at: place)
                try await buyer.add("XJ-CRP-304")
                let quote = try await buyer.get("quote").body
                #expect(quote.contains("Пошлина") && quote.contains("Как это посчитано") && quote.contains("1 EUR ="))
                let form = try await buyer.get("checkout").body
                for field in documents.keys { #expect(form.contains("name=\"\(field)\""), "\(field)") }
                // A consent is given, never found.
                #expect(!form.contains("checkbox\" checked") && form.contains("2026-11"))
                let bare = try await buyer.post("checkout", person)
                #expect(bare.status == 422)
                for field in documents.keys { #expect(bare.body.contains("href=\"#\(field)\""), "\(field)") }
                let placed = try await buyer.post("checkout", person.merging(documents) { $1 })
                #expect(placed.status == 303, "\(placed.body)")
                let page = try await buyer.follow(placed).body
                for mask in masks { #expect(page.contains(mask), "\(mask)") }
                for typed in documents.values where typed != "yes" { #expect(!page.contains(typed)) }
                let order = try #require(try await buyer.order(placed, in: store))
                #expect(order.flow.id == .export && order.placement.landing?.shipsFrom == "CN")
                #expect(try await store.people(of: order.id).count == 2)
            }
        }
    }

    @Test("imports into China for a resident, whose year it counts to, and never without the card")
    func imports() async throws {
        // The sample catalogue has no Chinese tariff lines and no papers of food, so that a person has to look.
        try await withShop { browser, _ in
            let buyer = Buyer(browser, at: "/cn/zh-Hans/")
            try await buyer.add("IM-HON-301-250")
            let quote = try await buyer.get("quote").body
            #expect(quote.contains("role=\"alert\"") && !quote.contains("/cn/zh-Hans/checkout"))
            #expect(try await buyer.get("checkout").headers["location"] == "/cn/zh-Hans/quote")
        }
        let cleared: @Sendable (Catalog) -> Catalog = { catalog in
            Catalog(
                products: catalog.products.map { product in
                    guard product.id == "bashkir-linden-honey" else { return product }
                    var honey = product
                    honey.nationalCodes["CN"] = "0409000000"
                    honey.certificates.append(
                        Certificate(kind: "food-access", number: "CN-2026-1", issuer: "GACC", language: .zhHans))
                    return honey
                }, categories: catalog.categories, markets: catalog.markets, priceLists: catalog.priceLists,
                warehouses: catalog.warehouses, materials: catalog.materials, regions: catalog.regions,
                synonyms: catalog.synonyms)
        }
        try await withShop(edit: cleared) { browser, store in
            let buyer = Buyer(browser, at: "/cn/zh-Hans/")
            try await buyer.add("IM-HON-301-250")
            let form = try await buyer.get("checkout").body
            #expect(form.contains("name=\"doc-buyer-resident-id\"") && form.contains("不得再次销售"))
            // Who has no card is told before they type anything.
            #expect(form.contains("外国护照") || form.contains("护照"))
            let typed = Self.na.merging(["consent-customs-cn": "yes"]) { $1 }
            let bare = try await buyer.post("checkout", typed)
            #expect(bare.status == 422 && bare.body.contains("#doc-buyer-resident-id"))
            let placed = try await buyer.post(
                "checkout", typed.merging(["doc-buyer-resident-id": "11010519491231002X"]) { $1 })
            #expect(placed.status == 303, "\(placed.body)")
            let order = try #require(try await buyer.order(placed, in: store))
            #expect(order.flow.id == .directImport && order.placement.quota != nil)
            #expect(try await buyer.follow(placed).body.contains("••••2X"))
        }
    }

    @Test("books a tour with each traveller's passport, in a booking of its own beside the goods")
    func tour() async throws {
        try await withShop { browser, store in
            for (place, person) in [("/kz/kk/", Self.aigul), ("/ru/ru/", Self.ivan), ("/cn/zh-Hans/", Self.na)] {
                let buyer = Buyer(browser, at: place)
                try await buyer.add("TR-CRV-312-AD", quantity: 1, product: "caravan-week", departure: "2027-05-16")
                try await buyer.add("TR-CRV-312-CH", quantity: 1, product: "caravan-week", departure: "2027-05-16")
                let form = try await buyer.get("checkout").body
                #expect(form.contains("name=\"traveller-0-1-number\"") && !form.contains("traveller-0-2-number"))
                let travellers = Self.passport(0, 0, "KASSYMOV").merging(Self.passport(0, 1, "KASSYMOVA")) { $1 }
                let late = travellers.merging(["traveller-0-1-expires": "2027-05-21"]) { $1 }
                let refused = try await buyer.post(
                    "checkout", person.merging(late) { $1 }.merging(["consent-tour-booking": "yes"]) { $1 })
                #expect(refused.status == 422 && refused.body.contains("#traveller-0-1-expires"))
                #expect(!refused.body.contains("KASSYMOV") && !refused.body.contains("N12345670"))
                let placed = try await buyer.post(
                    "checkout", person.merging(travellers) { $1 }.merging(["consent-tour-booking": "yes"]) { $1 })
                #expect(placed.status == 303, "\(placed.body)")
                let order = try #require(try await buyer.order(placed, in: store))
                #expect(order.flow.id == .tour && order.stage == .paid)
                // Names and addresses in one record, and one of each passport.
                #expect(try await store.people(of: order.id).count == 3)
                let page = try await buyer.follow(placed).body
                #expect(page.contains("••••70") && page.contains("••••71") && !page.contains("KASSYMOV"))
            }
        }
    }

    @Test("sends a gift to somebody else, and says on no label who paid")
    func gift() async throws {
        try await withShop { browser, store in
            let buyer = Buyer(browser, at: "/kz/kk/")
            try await buyer.add("KZ-TAQ-001-WIN-58")
            let gift = Self.aigul.merging(["for": "other"]) { $1 }
            let bare = try await buyer.post("checkout", gift)
            #expect(bare.status == 422 && bare.body.contains("#recipient-surname"))
            // What was typed is still there.
            #expect(bare.body.contains("value=\"Қасымова\"") && bare.body.contains("value=\"050000\""))
            let placed = try await buyer.post(
                "checkout",
                gift.merging([
                    "recipient-surname": "Әуезов", "recipient-given-name": "Асқар",
                    "recipient-phone": "+7 777 123 45 67",
                ]) { $1 })
            let order = try #require(try await buyer.order(placed, in: store))
            let record = try #require(try await store.people(of: order.id).first)
            let parties = try SealedParties(record).open(for: order.key, with: try ShopOpening.keys())
            #expect(parties.isGift && parties.payer.name.full == "Қасымова Айгүл")
            #expect(parties.label.lines.first == "Әуезов Асқар" && !parties.label.lines.contains("Қасымова Айгүл"))
        }
    }

    @Test("divides what lies in several countries, tells before, and pays it together")
    func parcels() async throws {
        try await withShop { browser, store in
            let buyer = Buyer(browser, at: "/kz/ru/")
            // Almaty has no carpet of Hotan, Urumqi does; the dombra is at home and stays out of customs.
            try await buyer.add("KZ-DMB-001-98")
            try await buyer.add("XJ-CRP-304")
            try await buyer.add("TR-CRV-312-AD", product: "caravan-week", departure: "2027-06-13")
            let quote = try await buyer.get("quote").body
            #expect(quote.contains("Корзина станет 3 заказами") && quote.contains("Посылка 2 из 2"))
            let typed = Self.ivan.merging(["buyer-phone": "87012345678", "address-postcode": "050000"]) { $1 }
                .merging(Self.passport(2, 0, "SMIRNOV")) { $1 }
                .merging([
                    "doc-recipient-iin": "061211600012", "consent-customs-kz": "yes", "consent-tour-booking": "yes",
                ]) { $1 }
            let placed = try await buyer.post("checkout", typed)
            #expect(placed.status == 303, "\(placed.body)")
            let first = try #require(try await buyer.order(placed, in: store))
            let page = try await buyer.follow(placed).body
            let others = page.matches(of: /orders\/(KR-[0-9A-Z-]{14})"/).compactMap { Order.ID(String($0.1)) }
                .filter { $0 != first.id }
            #expect(Set(others).count == 2)
            var orders = [first]
            for id in Set(others) { orders.append(try #require(try await store.order(id))) }
            #expect(Set(orders.map(\.flow.id)) == [.domestic, .export, .tour])
            #expect(orders.allSatisfy { $0.stage == .paid })
            // No goods of a landed country were slipped past the border in another's parcel.
            #expect(orders.allSatisfy { $0.lines.count == 1 })
        }
    }

    // MARK: Once

    @Test("places one order however often the button is pressed, and tells of a cart that has changed since")
    func once() async throws {
        try await withShop { browser, store in
            let buyer = Buyer(browser, at: "/ru/ru/")
            try await buyer.add("RU-MTR-001-5")
            _ = try await buyer.get("checkout")
            let (cookie, shown) = (await buyer.cookies, await buyer.shown)
            let pressed = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let again = Buyer(browser, at: "/ru/ru/", cookies: cookie, shown: shown)
                        return try await again.post("checkout", Self.ivan, fresh: false).headers["location"]
                    }
                }
                var places: [String?] = []
                for try await place in group { places.append(place) }
                return places
            }
            #expect(Set(pressed).count == 1 && pressed[0] != nil)
            let changed = Buyer(browser, at: "/ru/ru/", cookies: cookie, shown: shown)
            try await changed.add("RU-GZH-001-06")
            let told = try await changed.post("checkout", Self.ivan)
            #expect(told.status == 409 && told.body.contains("Эта корзина уже оформлена"))
            let second = try await changed.post("checkout", Self.ivan)
            #expect(second.status == 303 && second.headers["location"] != pressed[0])
        }
    }

    @Test("takes no sum that the buyer has not seen")
    func priceChanged() async throws {
        try await withShop { browser, _ in
            let buyer = Buyer(browser, at: "/ru/ru/")
            try await buyer.add("RU-MTR-001-5")
            _ = try await buyer.get("checkout")
            let told = try await buyer.post("checkout", Self.ivan.merging(["shown": "100+0"]) { $1 }, fresh: false)
            #expect(told.status == 409 && told.body.contains("стоимость изменилась"))
        }
    }

    // MARK: Refusals

    @Test("refuses forms of another visit, too long ones and such as are none, in the visitor's words")
    func forms() async throws {
        try await withShop { browser, _ in
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
        try await withShop { browser, _ in
            let buyer = Buyer(browser, at: "/ru/ru/")
            for (fields, status, words) in [
                (["sku": "XJ-KNF-318"], 422, "не продаётся"),
                (["sku": "XJ-DUT-315", "quantity": "100000"], 422, "от 1 до"),
                (["sku": "XJ-DUT-315", "quantity": "два"], 422, "от 1 до"), (["sku": "?"], 400, "Форма устарела"),
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
            #expect(many.contains("осталось") && !many.contains("/ru/ru/checkout"))
        }
        try await withShop { browser, _ in
            // Within the Eurasian Economic Union nobody knows the tax on parcels: a person has to decide.
            let buyer = Buyer(browser, at: "/ru/ru/")
            try await buyer.add("KZ-TUS-001")
            let open = try await buyer.get("quote").body
            #expect(open.contains("решение должен принять сотрудник") && open.contains("pomosch@keruen.example"))
            #expect(try await buyer.post("checkout", Self.ivan).headers["location"] == "/ru/ru/quote")
        }
    }

    @Test("tells every wrong field at once, keeps what was typed, and never shows a document again")
    func faults() async throws {
        try await withShop { browser, _ in
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

    // MARK: The cart

    @Test("lets a buyer change quantities and take out what is no longer sold, and shrugs at forged cookies")
    func cart() async throws {
        try await withShop { browser, _ in
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

    @Test("sells out of a snapshot, whose products are found by the ids in the cart")
    func snapshot() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "shop-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let writer = SnapshotWriter(
            catalogue: TestShop.root.appending(path: "Catalog"), on: CivilDate("2026-11-27"),
            places: [("kz", "ru")])
        _ = try writer.publish(in: SnapshotFolder(folder))
        let snapshot = try Snapshot(SnapshotFolder(folder).current())
        let opening = ShopOpening(keyring: try ShopOpening.keys(), snapshot: snapshot)
        try await opening.run { browser, store in
            let buyer = Buyer(browser, at: "/kz/ru/")
            try await buyer.add("KZ-DMB-001-98", product: "staved-dombra")
            let cart = try await buyer.get("cart").body
            #expect(cart.contains("Домбра") && cart.contains("69\u{A0}000"))
            // An id that is another product's finds nothing, and harms nobody.
            let forged = try await buyer.post("cart", ["sku": "XJ-DUT-315", "product": "staved-dombra"])
            #expect(forged.status == 422)
            let person = Self.ivan.merging(["buyer-phone": "87012345678", "address-postcode": "050000"]) { $1 }
            let placed = try await buyer.post("checkout", person)
            #expect(placed.status == 303)
            let order = try #require(try await buyer.order(placed, in: store))
            #expect(order.stage == .paid)
            #expect(try await buyer.follow(placed).body.contains("Домбра"))
        }
    }

    // MARK: Afterwards

    @Test("waits for a wallet, looks again by itself, and takes the money once")
    func wallet() async throws {
        let wallet = InMemoryPayments(style: .wallet)
        try await withShop(wallet) { browser, store in
            let buyer = Buyer(browser, at: "/kz/kk/")
            try await buyer.add("KZ-DMB-001-98")
            let placed = try await buyer.post("checkout", Self.aigul)
            let order = try #require(try await buyer.order(placed, in: store))
            let waiting = try await buyer.follow(placed)
            #expect(waiting.headers["refresh"] == "5" && waiting.body.contains("memory:\(order.id)-0"))
            #expect(waiting.body.contains("Төлеміңізді күтіп отырмыз"))
            // The wallet has it, but its message never came.
            _ = try await wallet.settle(order.id)
            let paid = try await buyer.follow(placed)
            #expect(paid.headers["refresh"] == nil && paid.body.contains("қабылданып, төленді"))
            #expect(try await store.order(order.id)?.kept == order.total)
        }
    }

    @Test("follows an order to the door and back: stages with times and zones, cancelling, returns in the law's time")
    func afterwards() async throws {
        try await withShop { browser, store in
            let now = ShopOpening().now
            let buyer = Buyer(browser, at: "/kz/ru/")
            try await buyer.add("KZ-DMB-001-98", quantity: 2)
            let person = Self.ivan.merging(["buyer-phone": "87012345678", "address-postcode": "050000"]) { $1 }
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
        try await withShop { browser, store in
            let buyer = Buyer(browser, at: "/kz/kk/")
            try await buyer.add("KZ-DMB-001-98")
            let order = try #require(try await buyer.order(try await buyer.post("checkout", Self.aigul), in: store))
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

    @Test("speaks six written forms, and keeps consents in a script that the law knows")
    func languages() async throws {
        try await withShop { browser, _ in
            for (place, sku, words, consent) in [
                ("/kz/kk/", "XJ-CRP-304", "Тапсырысты рәсімдеу", "lang=\"kk\""),
                ("/kz/ru/", "XJ-CRP-304", "Оформление заказа", "lang=\"ru\""),
                ("/kz/kk-Latn/", "XJ-CRP-304", "Tapsyrysty räsımdeu", "lang=\"kk\""),
                ("/ru/ru/", "XJ-CRP-304", "Оформление заказа", "lang=\"ru\""),
                ("/cn/zh-Hans/", "XJ-DUT-315", "填写订单", ""), ("/cn/zh-Hant/", "XJ-DUT-315", "填寫訂單", ""),
                ("/cn/kk-Arab/", "XJ-DUT-315", "تاپسىرىستى", ""),
            ] {
                let buyer = Buyer(browser, at: place)
                try await buyer.add(sku)
                for path in ["cart", "quote", "checkout", "orders"] {
                    let page = try await buyer.get(path)
                    #expect(page.status == 200, "\(place)\(path)")
                    // No hole where a text should be.
                    #expect(
                        !page.body.contains("<h1></h1>") && !page.body.contains("<legend></legend>"), "\(place)\(path)")
                }
                let form = try await buyer.get("checkout").body
                #expect(form.contains(words), "\(place)")
                if !consent.isEmpty {
                    let label = try #require(form.firstMatch(of: /<label for="consent-[^"]*" ([^ ]*)/)?.1)
                    #expect(label == consent, "\(place)")
                }
            }
        }
    }
}

extension OrderStore {
    /// What is kept of an order's people.
    fileprivate func people(of order: Order.ID) async throws -> [SealedRecord] {
        try await read { transaction throws(TradeError) in try transaction.records(of: order) }
    }

    fileprivate func everything() async throws -> [OutboxEvent] {
        try await read { transaction throws(TradeError) in try transaction.events(after: 0, limit: 1_000) }
    }
}

/// A browser with a memory: its cookies, the token and the sum of the form that it was last given.
actor Buyer {
    private let browser: Browser
    private let place: String
    private var jar: [String: String] = [:]
    private var paths: [String: String] = [:]
    private(set) var token = ""
    private(set) var shown = ""

    init(_ browser: Browser, at place: String, cookies: String = "", shown: String = "") {
        (self.browser, self.place, self.shown) = (browser, place, shown)
        for cookie in cookies.split(separator: "; ") {
            let sides = cookie.split(separator: "=", maxSplits: 1).map(String.init)
            if sides.count == 2 { jar[sides[0]] = sides[1] }
        }
    }

    var cookies: String { jar.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ") }

    func set(_ name: String, _ value: String) { jar[name] = value }

    func path(of cookie: String) -> String? { paths[cookie] }

    func get(_ rest: String) async throws -> Answer {
        note(try await browser.get(place + rest, cookie: cookies))
    }

    /// The page that an answer leads to.
    func follow(_ answer: Answer) async throws -> Answer {
        note(try await browser.get(try #require(answer.headers["location"]), cookie: cookies))
    }

    /// Sends a form as the page before it was: it is asked for first unless the test has one in its hands.
    func post(_ rest: String, _ fields: [String: String], fresh: Bool = true) async throws -> Answer {
        if fresh || jar["visit"] == nil { _ = try await get(rest.hasPrefix("orders/") ? "cart" : rest) }
        // An empty cart has no form to take it from; a product's page would.
        if token.isEmpty { token = ShopOpening.tokens.form(of: jar["visit"] ?? "") }
        let all = ["token": token, "shown": shown].merging(fields) { $1 }
        let body = all.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
        return note(try await browser.post(place + rest, body, cookie: cookies))
    }

    func add(_ sku: String, quantity: Int = 1, product: String = "", departure: String = "") async throws {
        let answer = try await post(
            "cart", ["sku": sku, "quantity": "\(quantity)", "product": product, "departure": departure])
        #expect(answer.status == 303 && answer.headers["location"] == place + "cart", "\(sku)")
    }

    func order(_ answer: Answer, in store: InMemoryStore) async throws -> Order? {
        guard let id = answer.headers["location"]?.split(separator: "/").last.flatMap({ Order.ID(String($0)) }) else {
            return nil
        }
        return try await store.order(id)
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func note(_ answer: Answer) -> Answer {
        for cookie in (answer.headers["set-cookie"] ?? "").matches(of: /(cart|visit)=([^;,]*);([^,]*)/) {
            let name = String(cookie.1)
            jar[name] = cookie.2.isEmpty ? nil : String(cookie.2)
            paths[name] = cookie.3.firstMatch(of: /Path=([^;]*)/).map { String($0.1) }
        }
        if let found = answer.body.firstMatch(of: /name="token" value="([^"]*)"/)?.1 { token = String(found) }
        if let found = answer.body.firstMatch(of: /name="shown" value="([^"]*)"/)?.1 { shown = String(found) }
        return answer
    }
}
