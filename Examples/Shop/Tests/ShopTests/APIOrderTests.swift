import Foundation
import Keruen
import ShopSite
import Testing

@Suite("Quotes and orders of the API")
struct APIOrderTests {
    private static let dombra = #"{"product":"staved-dombra","sku":"KZ-DMB-001-98","quantity":1}"#
    private static let tour = #"{"product":"almaty-medeu","sku":"TR-ALA-308-AD","quantity":1,"departure":"2027-05-15"}"#

    private func body(_ line: String = dombra, name: String = "Асқар", rest: String = "") -> String {
        """
        {"lines": [\(line)],
         "address": {"country": "KZ", "city": "Алматы", "lines": ["Абай даңғылы, 10"], "postcode": "050000"},
         "buyer": {"surname": "Қасымов", "givenName": "\(name)", "phone": "8 777 123 45 67"}\(rest)}
        """
    }

    private func amount(_ value: Any?) -> String? { (value as? [String: Any])?["amount"] as? String }

    @Test("quote what a cart costs until it is there, each charge for itself")
    func quote() async throws {
        try await APIClient.open { api, _ in
            let quote = try await api.post(
                "/api/v1/kz/ru/quotes", #"{"lines":[\#(Self.dombra)],"destination":{"country":"KZ"}}"#)
            #expect(quote.status == 200 && quote["outcome"] as? String == "ready")
            #expect(quote["shipsFrom"] as? String == "KZ" && quote.objects("documents").isEmpty)
            #expect(quote.texts("charges", "kind") == ["goods", "freight", "insurance", "vat"])
            let paid = quote.objects("charges").filter { $0["due"] as? String == "now" }
            let cents = paid.compactMap { amount($0["amount"])?.replacing(".", with: "") }.compactMap(Int.init)
            #expect(amount(quote["total"])?.replacing(".", with: "") == String(cents.reduce(0, +)))
            let abroad = try await api.post(
                "/api/v1/kz/ru/quotes",
                #"{"lines":[\#(Self.dombra)],"destination":{"country":"KZ"},"shipsFrom":"CN","incoterm":"DDP"}"#)
            #expect(abroad.status == 200 && abroad["incoterm"] as? String == "DDP")
            #expect(abroad.texts("documents", "purpose") == ["customs-kz"])
            #expect(abroad.objects("documents").first?["kinds"] as? [String] == ["iin"])
            #expect(abroad["outcome"] as? String == "review" && !abroad.objects("reasons").isEmpty)
            let seats = try await api.post(
                "/api/v1/kz/ru/quotes", #"{"lines":[\#(Self.tour)],"destination":{"country":"KZ"}}"#)
            #expect(seats["freeCancellation"] as? String == "2027-05-13T05:00:00Z")
            #expect(seats.texts("documents", "role") == ["traveller"])
        }
    }

    @Test("are placed once for each key: the same order again, another body is refused")
    func idempotency() async throws {
        try await APIClient.open { api, _ in
            let first = try await api.post("/api/v1/kz/kk/orders", body(), key: "K-1")
            let again = try await api.post("/api/v1/kz/kk/orders", body(), key: "K-1")
            #expect(first.status == 201 && again.status == 200)
            #expect(
                first.headers["location"] == again.headers["location"]
                    && first["id"] as? String == again["id"] as? String)
            #expect(first.headers["location"] == first["href"] as? String)
            for other in [body(name: "Асан"), body(Self.dombra.replacing(":1}", with: ":2}"))] {
                let refused = try await api.post("/api/v1/kz/kk/orders", other, key: "K-1")
                #expect(refused.status == 422 && refused.code == "TRD0203")
            }
            let missing = try await api.post("/api/v1/kz/kk/orders", body())
            #expect(missing.status == 400 && missing.code == "idempotency-key-missing")
            let bad = try await api.post("/api/v1/kz/kk/orders", body(), key: "two words")
            #expect(bad.status == 400 && bad.places == ["Idempotency-Key"] && bad.code == "TRD0202")
            let left = try await api.get("/api/v1/kz/kk/products/staved-dombra").objects("variants").first
            let before = try TestShop.site.get().catalog.openingStock(of: try #require(SKU("KZ-DMB-001-98")))
            #expect(left?["available"] as? Int == before - 1)
        }
    }

    @Test("tell where they stand and never who ordered; the store holds people sealed")
    func tracking() async throws {
        let store = InMemoryStore()
        try await APIClient.open(store: store) { api, _ in
            let placed = try await api.post("/api/v1/kz/kk/orders", body(), key: "K-2")
            let path = try #require(placed["href"] as? String)
            let order = try await api.get(path)
            #expect((order["stage"] as? [String: String])?["code"] == "placed")
            #expect((order["stage"] as? [String: String])?["name"] == "төлем күтуде")
            #expect(
                order.texts("timeline", "code") == ["placed"] && order["payBy"] as? String == "2026-11-27T09:30:00Z")
            for secret in ["Қасымов", "Асқар", "777123", "Абай", "K-2"] {
                #expect(!order.answer.body.contains(secret) && !placed.answer.body.contains(secret), "\(secret)")
            }
            let id = try #require(Order.ID(order["id"] as? String ?? ""))
            let records = try await store.read { transaction throws(TradeError) in try transaction.records(of: id) }
            #expect(records.map(\.purpose) == ["delivery"])
            #expect(!String(decoding: records[0].sealed, as: UTF8.self).contains("Қасымов"))
            let parties = try SealedParties(records[0]).open(for: IdempotencyKey("K-2"), with: ShopOpening.keys())
            #expect(parties.recipient.name.full == "Қасымов Асқар" && parties.recipient.phone.digits == "+77771234567")
            // Another market's shop does not know it; nor does anybody who guesses.
            #expect(try await api.get("/api/v1/ru/ru/orders/\(id)").code == "TRD0204")
            #expect(try await api.get("/api/v1/kz/kk/orders/KR-0000-0000-0000").status == 404)
            #expect(try await api.get("/api/v1/kz/kk/orders/1").status == 404)
        }
    }

    @Test("are called off where that may be, and say so where it may not")
    func cancelling() async throws {
        try await APIClient.open { api, services in
            let placed = try await api.post("/api/v1/kz/ru/orders", body(), key: "K-3")
            let path = try #require(placed["href"] as? String)
            #expect(placed["isCancellable"] as? Bool == true)
            let cancelled = try await api.post(path + "/cancel")
            #expect(cancelled.status == 200 && cancelled.texts("timeline", "code") == ["placed", "cancelled"])
            #expect(try await api.post(path + "/cancel").texts("timeline", "code") == ["placed", "cancelled"])
            #expect(try await api.post("/api/v1/kz/ru/orders/KR-0000-0000-0000/cancel").status == 404)
            let second = try await api.post("/api/v1/kz/ru/orders", body(), key: "K-4")
            let id = try #require(Order.ID(second["id"] as? String ?? ""))
            let total = try #require(try await services.store.order(id)).total
            let payment = try Payment.ID("1")
            _ = try await services.store.record(
                PaymentMessage(id: "m1", order: id, payment: payment, kind: .captured(total)),
                from: services.payments.name, at: services.now())
            for step in [OrderStep.packed, .dispatched, .delivered] {
                _ = try await services.store.advance(id, step, at: services.now())
            }
            let late = try await api.post("/api/v1/kz/ru/orders/\(id)/cancel")
            #expect(late.status == 409 && late.code == "TRD0205")
            #expect((late["detail"] as? String)?.contains("delivered") == false)
            let paid = try await api.get("/api/v1/kz/ru/orders/\(id)")
            #expect(amount(paid["paid"]) == total.decimalText && paid.objects("payments").count == 1)
        }
    }

    @Test("take the documents that the way asks for, with consent, and no others")
    func documents() async throws {
        let passport =
            #"{"role":"traveller","kind":"passport","number":"N12345678","country":"KZ","#
            + #""expires":"2031-04-30","surname":"KASSYMOV","givenName":"ASKAR"}"#
        let consent = #"{"purpose":"tour-booking","textVersion":"2026-11","language":"ru"}"#
        try await APIClient.open { api, services in
            for (rest, code, place) in [
                ("", "TRD0524", "/documents"), (#","documents":[\#(passport)]"#, "TRD0531", "/consents"),
                (#","documents":[\#(passport),\#(passport)],"consents":[\#(consent)]"#, "TRD0525", "/documents"),
                (
                    #","documents":[\#(passport.replacing("2031", with: "2026"))],"consents":[\#(consent)]"#, "TRD0527",
                    "/documents"
                ),
                (#","documents":[\#(passport.replacing("N12345678", with: "1"))]"#, "TRD0526", "/documents/0/number"),
                (
                    #","documents":[\#(passport.replacing("ASKAR", with: "АСКАР"))]"#, "NAM0106",
                    "/documents/0/givenName"
                ),
            ] {
                let refused = try await api.post("/api/v1/kz/ru/orders", body(Self.tour, rest: rest), key: "T-1")
                #expect(
                    refused.status == 422 && refused.code == code && refused.places == [place],
                    "\(code) \(refused.answer.body)")
            }
            let placed = try await api.post(
                "/api/v1/kz/ru/orders",
                body(Self.tour, rest: #","documents":[\#(passport)],"consents":[\#(consent)]"#), key: "T-1")
            #expect(placed.status == 201 && placed["freeCancellation"] as? String == "2027-05-13T05:00:00Z")
            let id = try #require(Order.ID(placed["id"] as? String ?? ""))
            let purposes = try await services.store.read { transaction throws(TradeError) in
                try transaction.records(of: id).map(\.purpose)
            }
            #expect(Set(purposes) == ["delivery", "tour-booking"])
            let unasked = try await api.post(
                "/api/v1/kz/ru/orders",
                body(rest: #","documents":[{"role":"recipient","kind":"iin","number":"061211600012"}]"#), key: "T-2")
            #expect(unasked.status == 422 && unasked.code == "TRD0525" && !unasked.answer.body.contains("061211600012"))
        }
    }

    @Test("say what is wrong with a person at its field, and repeat nothing of them")
    func people() async throws {
        try await APIClient.open { api, _ in
            let bad = try await api.post(
                "/api/v1/kz/kk/orders",
                """
                {"lines": [\(Self.dombra)],
                 "address": {"country": "KZ", "city": "Алматы", "lines": ["Абай\\nдаңғылы"], "postcode": "05"},
                 "buyer": {"surname": "Қасымов7", "givenName": "Асқар", "phone": "+77771234567"},
                 "recipient": {"surname": "Иванов", "givenName": "Иван", "language": "ru", "phone": "12ab"}}
                """, key: "P-1")
            #expect(bad.status == 422)
            #expect(bad.places == ["/address/lines", "/buyer/surname", "/recipient/phone"])
            for secret in ["Қасымов", "12ab", "Абай"] { #expect(!bad.answer.body.contains(secret), "\(secret)") }
        }
    }

    @Test("are refused as things stand: sold out, something left for a person, no keys")
    func refusals() async throws {
        try await APIClient.open { api, _ in
            let many = Self.dombra.replacing("-98", with: "-78").replacing(":1}", with: ":23}")
            let soldOut = try await api.post("/api/v1/kz/ru/orders", body(many), key: "R-1")
            #expect(soldOut.status == 409 && soldOut.code == "TRD0201" && soldOut.places == ["/lines/0"])
            let heavy = try await api.post(
                "/api/v1/kz/ru/orders", body(Self.dombra.replacing(":1}", with: ":500}")), key: "R-2")
            #expect(heavy.status == 409 && heavy.code == "TRD0215" && heavy.texts("errors", "code") == ["TRD0137"])
            #expect(try await api.post("/api/v1/ru/ru/orders", body(), key: "R-3").status == 422)
        }
        try await APIClient.open(hasKeys: false) { api, _ in
            let refused = try await api.post("/api/v1/kz/ru/orders", body(), key: "R-4")
            #expect(refused.status == 503 && refused.code == "TRD0544")
        }
    }
}
