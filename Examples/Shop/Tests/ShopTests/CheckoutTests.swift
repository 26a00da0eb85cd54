import Foundation
import Keruen
import ShopPages
import ShopSite
import Testing

/// Buying as people do it: with a browser that keeps its cookies and sends back the forms that it was given.
@Suite("Buying")
struct CheckoutTests {
    @Test("sells what lies at home: paid at once, and nothing of the buyer is on the page or in the store's bytes")
    func home() async throws {
        try await ShopOpening.selling { browser, store in
            for (place, sku, person, secrets) in [
                ("/kz/kk/", "KZ-DMB-001-98", Buyer.aigul, ["Қасымова", "Айгүл", "77012345678", "Абай даңғылы"]),
                ("/ru/ru/", "RU-MTR-001-5", Buyer.ivan, ["Смирнов", "Пермь", "79123456789", "Ленина"]),
                ("/cn/zh-Hans/", "XJ-DUT-315", Buyer.na, ["欧阳娜娜", "13812345678", "解放北路"]),
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
        try await ShopOpening.selling { browser, store in
            for (place, person, documents, masks) in [
                (
                    "/kz/ru/",
                    Buyer.ivan.merging(["buyer-phone": "+7 701 234 56 78", "address-postcode": "050000"]) { $1 },
                    ["doc-recipient-iin": "061211600012", "consent-customs-kz": "yes"], ["ИИН ••••12"]
                ),
                (
                    "/ru/ru/", Buyer.ivan,
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
        try await ShopOpening.selling { browser, _ in
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
        try await ShopOpening.selling(edit: cleared) { browser, store in
            let buyer = Buyer(browser, at: "/cn/zh-Hans/")
            try await buyer.add("IM-HON-301-250")
            let form = try await buyer.get("checkout").body
            #expect(form.contains("name=\"doc-buyer-resident-id\"") && form.contains("不得再次销售"))
            // Who has no card is told before they type anything.
            #expect(form.contains("外国护照") || form.contains("护照"))
            let typed = Buyer.na.merging(["consent-customs-cn": "yes"]) { $1 }
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
        try await ShopOpening.selling { browser, store in
            for (place, person) in [("/kz/kk/", Buyer.aigul), ("/ru/ru/", Buyer.ivan), ("/cn/zh-Hans/", Buyer.na)] {
                let buyer = Buyer(browser, at: place)
                try await buyer.add("TR-CRV-312-AD", quantity: 1, product: "caravan-week", departure: "2027-05-16")
                try await buyer.add("TR-CRV-312-CH", quantity: 1, product: "caravan-week", departure: "2027-05-16")
                let form = try await buyer.get("checkout").body
                #expect(form.contains("name=\"traveller-0-1-number\"") && !form.contains("traveller-0-2-number"))
                let travellers = Buyer.passport(0, 0, "KASSYMOV").merging(Buyer.passport(0, 1, "KASSYMOVA")) { $1 }
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
        try await ShopOpening.selling { browser, store in
            let buyer = Buyer(browser, at: "/kz/kk/")
            try await buyer.add("KZ-TAQ-001-WIN-58")
            let gift = Buyer.aigul.merging(["for": "other"]) { $1 }
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
        try await ShopOpening.selling { browser, store in
            let buyer = Buyer(browser, at: "/kz/ru/")
            // Almaty has no carpet of Hotan, Urumqi does; the dombra is at home and stays out of customs.
            try await buyer.add("KZ-DMB-001-98")
            try await buyer.add("XJ-CRP-304")
            try await buyer.add("TR-CRV-312-AD", product: "caravan-week", departure: "2027-06-13")
            let quote = try await buyer.get("quote").body
            #expect(quote.contains("Корзина будет разделена на 3 заказа") && quote.contains("Посылка 2 из 2"))
            let typed = Buyer.ivan.merging(["buyer-phone": "87012345678", "address-postcode": "050000"]) { $1 }
                .merging(Buyer.passport(2, 0, "SMIRNOV")) { $1 }
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

    @Test("sells out of a snapshot, whose products are found by the ids in the cart")
    func snapshot() async throws {
        let opening = ShopOpening(keyring: try ShopOpening.keys(), snapshot: try TestShop.snapshot.get())
        try await opening.run { browser, store in
            let buyer = Buyer(browser, at: "/kz/ru/")
            try await buyer.add("KZ-DMB-001-98", product: "staved-dombra")
            let cart = try await buyer.get("cart").body
            #expect(cart.contains("Домбра") && cart.contains("69\u{A0}000"))
            // An id that is another product's finds nothing, and harms nobody.
            let forged = try await buyer.post("cart", ["sku": "XJ-DUT-315", "product": "staved-dombra"])
            #expect(forged.status == 422)
            let person = Buyer.ivan.merging(["buyer-phone": "87012345678", "address-postcode": "050000"]) { $1 }
            let placed = try await buyer.post("checkout", person)
            #expect(placed.status == 303)
            let order = try #require(try await buyer.order(placed, in: store))
            #expect(order.stage == .paid)
            #expect(try await buyer.follow(placed).body.contains("Домбра"))
        }
    }

    @Test("speaks six written forms, and keeps consents in a script that the law knows")
    func languages() async throws {
        try await ShopOpening.selling { browser, _ in
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
