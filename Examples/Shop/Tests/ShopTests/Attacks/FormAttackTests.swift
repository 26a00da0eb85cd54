import Foundation
import Keruen
import KeruenSQLite
import ShopSite
import Testing

extension Attacks {
    /// Forms that another site has a browser send, tokens that aren't ours, and orders that are sent again.
    @Suite("A form")
    struct FormAttackTests {
        static let type = "Content-Type: application/x-www-form-urlencoded"

        @Test("that wasn't on a page of this visit changes nothing")
        func crossSite() async throws {
            try await TestShop.open(limits: .uncounted) { browser, services in
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
            let file = URL.temporaryDirectory.appending(path: "attack-\(Tokens.visit()).sqlite")
            defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
            try await TestShop.open(store: try SQLiteStore(path: file.path), limits: .uncounted) { browser, services in
                let form = Form(services)
                let sku = try #require(SKU("XJ-SLK-302-IND"))
                let warehouses = services.live.current.catalog.warehouses.map(\.id)
                let before = try await services.store.available(sku, in: warehouses)
                let cookies = "cart=K-REPLAY-1~\(sku).1"
                let places = try await withThrowingTaskGroup(of: String?.self) { group in
                    for _ in 0..<100 {
                        group.addTask {
                            try await form.post("/ru/ru/orders", "", cookies: cookies, to: browser.port).header(
                                "location")
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(places.count == 100 && Set(places).count == 1 && places[0] != nil)
                #expect(try await services.store.available(sku, in: warehouses) == before - 1)
            }
        }

        @Test("can't speak to the store's database")
        func sql() async throws {
            let file = URL.temporaryDirectory.appending(path: "attack-\(Tokens.visit()).sqlite")
            defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) } }
            let store = try SQLiteStore(path: file.path)
            let phrases = [
                "' OR '1'='1", "'; DROP TABLE orders; --", "\" OR 1=1 --", "1; ATTACH DATABASE 'x' AS y",
                "KR-0000' UNION SELECT 1,2,3 --",
                "%' --", "\\'; --", "') OR ('1'='1", "‘ OR ‘1’=‘1", "\u{0}' OR 1=1", "x'41'",
                "${jndi:ldap://evil.example/a}",
            ]
            try await TestShop.open(store: store, limits: .uncounted) { browser, services in
                let form = Form(services)
                let placed = try await form.post(
                    "/ru/ru/orders", "", cookies: "cart=K-SQL-1~XJ-SLK-302-IND.1", to: browser.port)
                let address = try #require(placed.header("location"))
                for phrase in phrases {
                    let escaped = phrase.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                    for target in [
                        "/ru/ru/orders/\(escaped)", "/ru/ru/p/\(escaped)", "/ru/ru/c/\(escaped)",
                        "/api/v1/ru/ru/orders/\(escaped)",
                    ] {
                        let reply = try await Wire.ask("GET", target, to: browser.port)
                        #expect([400, 404].contains(reply.status), "\(target) \(reply.status)")
                    }
                    let search = try await Wire.ask("GET", "/ru/ru/search?q=\(escaped)", to: browser.port)
                    #expect(search.status < 500)
                    for fields in ["sku=\(escaped)&quantity=1", "sku=XJ-SLK-302-IND&quantity=\(escaped)"] {
                        #expect(try await form.post("/ru/ru/cart", fields, to: browser.port).status < 500)
                    }
                    let cookie = phrase.replacing("\u{0}", with: "")
                    #expect(
                        try await form.post(
                            "/ru/ru/orders", "", cookies: "cart=\(cookie)~XJ-SLK-302-IND.1", to: browser.port
                        ).status < 500)
                }
                #expect(try await Wire.ask("GET", address, to: browser.port).status == 200)
            }
        }
    }
}
