import Foundation
import Keruen
import KeruenSQLite
import NIOCore
import ShopSite
import Testing

extension Attacks {
    /// Forms that another site has a browser send, tokens that aren't ours, and orders that are sent again.
    @Suite("A form")
    struct FormAttackTests {
        static let type = "Content-Type: application/x-www-form-urlencoded"

        @Test("that wasn't on a page of this visit changes nothing")
        func crossSite() async throws {
            try await TestShop.open { browser, services in
                let (mine, other) = (Form(services), Form(services))
                let own = mine.cookie
                let fields = "sku=XJ-DUT-315&quantity=1"
                for (cookie, body, lines) in [
                    ("", fields, []), (own, fields, []), ("", "\(mine.field)&\(fields)", []),
                    (own, "\(other.field)&\(fields)", []),
                    (own, "token=&\(fields)", []), (own, "token=AAAA&\(fields)", []), (own, "token=%00&\(fields)", []),
                    ("visit=", "\(mine.field)&\(fields)", []), (own, "\(mine.field.dropLast(3))&\(fields)", []),
                    (own, "token[]=\(mine.field.dropFirst(6))&\(fields)", []),
                    (own, "Token=\(mine.field.dropFirst(6))&\(fields)", []),
                    (own, "\(mine.field)&\(fields)", ["Sec-Fetch-Site: cross-site"]),
                    (own, "\(mine.field)&\(fields)", ["Sec-Fetch-Site: same-site"]),
                    (own, "\(mine.field)&\(fields)", ["Origin: https://evil.example"]),
                    (own, "\(mine.field)&\(fields)", ["Origin: null"]),
                    (own, "\(mine.field)&\(fields)", ["Origin: http://shop.example.evil.example"]),
                ] as [(String, String, [String])] {
                    let reply = try await Wire.ask(
                        "POST", "/ru/ru/cart", ["Cookie: \(cookie)", Self.type] + lines, body: body, to: browser.port)
                    #expect(reply.status == 403, "\(cookie) \(body) \(lines)")
                    #expect(reply.header("set-cookie")?.contains("XJ-DUT-315") != true)
                }
                for type in ["text/plain", "application/json", "multipart/form-data; boundary=x", "application/xml"] {
                    let reply = try await Wire.ask(
                        "POST", "/ru/ru/cart", ["Cookie: \(own)", "Content-Type: \(type)"],
                        body: "\(mine.field)&\(fields)",
                        to: browser.port)
                    #expect([403, 415].contains(reply.status), "\(type)")
                }
                let refused = try await Wire.ask("POST", "/kz/kk/cart", [Self.type], body: fields, to: browser.port)
                #expect(refused.body.contains("Форма ескіріп қалды") && refused.body.contains("<html lang=\"kk\""))
                for lines in [[], ["Origin: http://shop.example", "Sec-Fetch-Site: same-origin"]] {
                    #expect(try await mine.post("/ru/ru/cart", fields, lines, to: browser.port).status == 303)
                }
            }
        }

        @Test("that is sent where no form goes is told what the address takes")
        func elsewhere() async throws {
            try await TestShop.open { browser, services in
                let form = Form(services)
                for target in ["/kz/kk/", "/kz/kk/p/dutar", "/kz/kk/quote", "/kz/kk/orders/KR-0000-0000-0000"] {
                    let reply = try await form.post(target, "sku=XJ-DUT-315", to: browser.port)
                    #expect(reply.status == 405 && reply.header("allow") == "GET, HEAD, OPTIONS", "\(target)")
                    #expect(reply.body.contains("Мұнда олай істеуге болмайды"))
                }
                for verb in ["GET", "HEAD"] {
                    let reply = try await Wire.ask(verb, "/kz/ru/orders/KR-0000-0000-0000/pay", to: browser.port)
                    #expect(reply.status == 405 && reply.header("allow") == "POST, OPTIONS")
                    #expect(reply.body.contains("Здесь так нельзя") == (verb == "GET"))
                }
                #expect(try await form.post("/kz/kk/x/y/z", "", to: browser.port).status == 404)
            }
        }

        @Test("with another shop's token is no form of ours, after a restart with the same secret it still is")
        func secrets() {
            let (one, same, other) = (Tokens(secret: "felt"), Tokens(secret: "felt"), Tokens(secret: "silk"))
            let visit = Tokens.visit()
            #expect(same.isForm(one.form(of: visit), of: visit) && !other.isForm(one.form(of: visit), of: visit))
            #expect(!one.isForm(one.form(of: visit), of: Tokens.visit()) && !one.isForm("", of: ""))
            #expect(visit.count == 32 && visit != Tokens.visit())
        }

        @Test("that is sent a hundred times at once places one order")
        func replayed() async throws {
            let file = temporaryFile()
            defer { remove(file) }
            try await TestShop.open(
                tokens: ShopOpening.tokens, keyring: try ShopOpening.keys(), store: try SQLiteStore(path: file.path),
                now: { ShopOpening().now }
            ) { browser, services in
                let form = try await filledCheckout(browser)
                let sku = try #require(SKU("RU-MTR-001-5"))
                let warehouses = services.live.current.catalog.warehouses.map(\.id)
                let before = try await services.store.available(sku, in: warehouses)
                let places = try await withThrowingTaskGroup(of: String?.self) { group in
                    for _ in 0..<100 {
                        group.addTask {
                            let reply = try await Wire.ask(
                                "POST", "/ru/ru/checkout", form.lines, body: form.body, to: browser.port,
                                patience: .seconds(60))
                            return reply.header("location")
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(places.count == 100 && Set(places).count == 1 && places[0]?.contains("/orders/") == true)
                #expect(try await services.store.available(sku, in: warehouses) == before - 1)
            }
        }

        @Test("can't speak to the store's database")
        func sql() async throws {
            let file = temporaryFile()
            defer { remove(file) }
            let phrases = [
                "' OR '1'='1", "'; DROP TABLE orders; --", "\" OR 1=1 --", "1; ATTACH DATABASE 'x' AS y",
                "KR-0000' UNION SELECT 1,2,3 --", "%' --", "\\'; --", "‘ OR ‘1’=‘1", "x'41'",
                "${jndi:ldap://evil.example/a}",
            ]
            try await TestShop.open(
                tokens: ShopOpening.tokens, keyring: try ShopOpening.keys(), store: try SQLiteStore(path: file.path),
                now: { ShopOpening().now }
            ) { browser, services in
                let port = browser.port
                let form = try await filledCheckout(browser)
                let placed = try await Wire.ask("POST", "/ru/ru/checkout", form.lines, body: form.body, to: port)
                let address = try #require(placed.header("location"))
                let own = Form(services)
                for phrase in phrases {
                    let escaped = Buyer.encoded(phrase)
                    for target in [
                        "/ru/ru/orders/\(escaped)", "/ru/ru/p/\(escaped)", "/ru/ru/c/\(escaped)",
                        "/api/v1/ru/ru/orders/\(escaped)", "/api/v1/ru/ru/products/\(escaped)",
                    ] {
                        let reply = try await Wire.ask("GET", target, to: port)
                        #expect([400, 404].contains(reply.status), "\(target) \(reply.status)")
                    }
                    for target in [
                        "/ru/ru/search?q=", "/ru/ru/orders?id=", "/ru/ru/orders?number=", "/ru/ru/suggest?q=",
                    ] {
                        let reply = try await Wire.ask("GET", target + escaped, to: port)
                        #expect((200..<500).contains(reply.status), "\(target)\(escaped) \(reply.status)")
                    }
                    for fields in ["sku=\(escaped)&quantity=1", "sku=RU-MTR-001-5&quantity=\(escaped)"] {
                        #expect((200..<500).contains(try await own.post("/ru/ru/cart", fields, to: port).status))
                    }
                    let forged = try await own.post(
                        "/ru/ru/checkout", form.body, cookies: "cart=\(phrase.filter(\.isASCII))~RU-MTR-001-5.1",
                        to: port)
                    #expect((200..<500).contains(forged.status), "\(phrase) \(forged.status)")
                    let keyed = try await Wire.ask(
                        "POST", "/api/v1/ru/ru/orders",
                        ["Idempotency-Key: \(phrase.filter(\.isASCII))", "Content-Type: application/json"],
                        body: #"{"lines":[{"sku":"RU-MTR-001-5","quantity":1}]}"#, to: port)
                    #expect((400..<500).contains(keyed.status), "\(phrase) \(keyed.status)")
                }
                #expect(try await Wire.ask("GET", address, to: port).status == 200)
            }
        }
    }
}
