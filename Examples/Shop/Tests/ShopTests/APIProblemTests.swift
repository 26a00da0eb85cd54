import Foundation
import Keruen
import Testing

@Suite("Problems of the API")
struct APIProblemTests {
    @Test("have a code, a status, the request's number, and a sentence in the reader's language")
    func words() async throws {
        try await APIClient.open { api, _ in
            for (place, accepted, language, title) in [
                ("kz/kk", "", "kk", "Мұнда ештеңе жоқ"), ("kz/ru", "", "ru", "Здесь ничего нет"),
                ("cn/zh-Hans", "", "zh-Hans", "这里没有内容"), ("cn/zh-Hant", "", "zh-Hant", "這裡沒有內容"),
                ("kz/kk-Latn", "", "kk-Latn", "Mūnda eşteñe joq"), ("cn/kk-Arab", "", "kk-Arab", nil),
                ("kz/kk", "en-GB, kk;q=0.5", "en", "There is nothing here"),
                ("kz/kk", "de, ru;q=0.5", "ru", "Здесь ничего нет"), ("xx/yy", "", "en", "There is nothing here"),
            ] as [(String, String, String, String?)] {
                let problem = try await api.get("/api/v1/\(place)/products/nothing", ["Accept-Language": accepted])
                #expect(problem.status == 404 && problem["status"] as? Int == 404)
                #expect(problem.headers["content-language"] == language, "\(place) \(accepted)")
                if let title { #expect(problem["title"] as? String == title) }
                #expect((problem["detail"] as? String)?.isEmpty == false)
                #expect(problem["type"] as? String == "tag:keruen.example,2026:\(problem.code)")
                #expect((problem["instance"] as? String)?.isEmpty == false)
                #expect(problem.headers["cache-control"] == "no-store")
            }
        }
    }

    @Test("answer every address and method under /api, and name those that may be used")
    func addresses() async throws {
        try await APIClient.open { api, _ in
            for path in [
                "/api", "/api/", "/api/v1/", "/api/v2", "/api/v1/kz", "/api/v1/kz/kk", "/api/v1/kz/kk/",
                "/api/v1/kz/kk/cart", "/api/v1/kz/de/products", "/api/v1/us/en/products", "/api/v1/kz//products",
                "/api/v1/kz/kk/products/",
                "/api/v1/kz/kk/products/%2e%2e", "/api/v1/kz/kk/orders/KR-7F3K-9QXM-2B4T/pay",
            ] {
                let problem = try await api.get(path)
                #expect(problem.status == 404 && problem.code == "not-found", "\(path) \(problem.answer.body)")
                #expect(problem.headers["content-type"] == "application/problem+json", "\(path)")
            }
            for (method, path, allowed) in [
                ("POST", "/api/v1/kz/kk/products", "GET, HEAD"),
                ("DELETE", "/api/v1/kz/kk/products/dutar", "GET, HEAD"),
                ("GET", "/api/v1/kz/kk/quotes", "POST"), ("PUT", "/api/v1/kz/kk/orders", "POST"),
                ("PATCH", "/api/v1", "GET, HEAD"), ("GET", "/api/v1/kz/kk/orders/KR-7F3K-9QXM-2B4T/cancel", "POST"),
            ] {
                let problem = try await api.ask(method, path, ["Content-Type": "application/json"])
                #expect(problem.status == 405 && problem.headers["allow"] == allowed, "\(method) \(path)")
                #expect((problem["detail"] as? String)?.contains(allowed) == true)
            }
        }
    }

    @Test("tell who takes no JSON that there is nothing else")
    func accept() async throws {
        try await APIClient.open { api, _ in
            for (accept, status) in [
                ("text/html", 406), ("application/xml, text/*;q=0.5", 406), ("application/json;q=0", 406),
                ("*/*, application/json;q=0", 406), ("text/html, */*;q=0.1", 200), ("application/*", 200),
                ("Application/JSON; charset=utf-8", 200), ("text/html;q=0, application/json", 200),
            ] {
                let answer = try await api.get("/api/v1/kz/kk/categories", ["Accept": accept])
                #expect(answer.status == status, "\(accept)")
            }
        }
    }

    @Test("name every parameter that is unknown, doubled or malformed")
    func parameters() async throws {
        try await APIClient.open { api, _ in
            let list = "/api/v1/kz/ru/products"
            for (query, places, code) in [
                ("x=1", ["x"], "DOC0102"), ("limit=0", ["limit"], "DOC0105"), ("limit=101", ["limit"], "DOC0105"),
                ("limit=+5", ["limit"], "DOC0105"), ("limit=5&limit=6", ["limit"], "DOC0106"),
                ("order=best", ["order"], "DOC0104"), ("order=relevance", ["order"], "DOC0104"),
                ("in-stock=yes", ["in-stock"], "DOC0104"), ("price-from=1,5", ["price-from"], "DOC0105"),
                ("price-from=-1", ["price-from"], "DOC0105"), ("price-to=1.999", ["price-to"], "DOC0105"),
                ("price-from=9&price-to=8", ["price-to"], "reversed-range"),
                ("departs-from=2027-02-30", ["departs-from"], "DOC0105"),
                ("departs-from=2027-05-16&departs-through=2027-05-15", ["departs-through"], "reversed-range"),
                ("category=Silk", ["category"], "DOC0105"), ("after=zzz", ["after"], "SRC0103"),
                ("category=%FF", ["category"], "DOC0105"), ("category=%00", ["category"], "DOC0105"),
                ("q=1&limit=x", ["q", "limit"], "invalid-request"),
            ] {
                let problem = try await api.get("\(list)?\(query)")
                #expect(problem.status == 400 && problem.places == places && problem.code == code, "\(query)")
            }
            for (query, code) in [
                ("", "DOC0101"), ("q=", "DOC0101"), ("q=%20%09", "DOC0101"),
                ("q=" + String(repeating: "a", count: 401), "SRC0101"),
                ("q=" + [String](repeating: "a", count: 41).joined(separator: "+"), "SRC0102"),
            ] {
                let problem = try await api.get("/api/v1/kz/ru/search?\(query)")
                #expect(problem.status == 400 && problem.places == ["q"] && problem.code == code, "\(query.prefix(20))")
            }
            // A cursor of one list is none of another.
            let next = try #require(try await api.get("\(list)?limit=2")["next"] as? String)
            let foreign = try await api.get(next.replacing("limit=2", with: "limit=2&category=silk"))
            #expect(foreign.status == 400 && foreign.code == "SRC0104")
            #expect(try await api.get("\(list)/dutar?x=1").status == 400)
        }
    }

    @Test("read JSON as strictly as its standard, and tell line and column")
    func json() async throws {
        try await APIClient.open { api, _ in
            let path = "/api/v1/kz/ru/quotes"
            for (body, line, column) in [
                ("", 1, 1), ("{", 1, 2), ("{\"a\":1,}", 1, 8), ("{\n  \"ә\": tru\n}", 2, 8), ("[1 2]", 1, 4),
                ("{} {}", 1, 4), ("{\"a\":01}", 1, 6), ("{\"a\":1.}", 1, 6), ("{\"a\":\"\\x\"}", 1, 7),
                ("{\"a\":\"\\ud83d\"}", 1, 7), ("{\"a\":\"\\ud83d\\u0041\"}", 1, 7), ("{\"a\":\"x", 1, 6),
                ("{\"a\":\"\u{1}\"}", 1, 7), ("{'a':1}", 1, 2), ("// x\n{}", 1, 1), ("{\"a\":NaN}", 1, 6),
                ("{\"a\":1,\"a\":2}", 1, 8),
            ] {
                let problem = try await api.post(path, body)
                let place = try #require(problem.objects("errors").first, "\(body)")
                #expect(problem.status == 400, "\(body)")
                #expect(place["line"] as? Int == line && place["column"] as? Int == column, "\(body) \(place)")
            }
            let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
            #expect(try await api.post(path, deep).code == "DOC0004")
            for type in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx"] {
                let problem = try await api.post(path, "{}", ["Content-Type": type])
                #expect(problem.status == 415 && problem.code == "unsupported-media-type", "\(type)")
            }
            let large = try await api.post(path, "\"" + String(repeating: "a", count: 70_000) + "\"")
            #expect(large.status == 413 && large.code == "body-too-large")
        }
    }

    @Test("point at every fault of a body at once")
    func shapes() async throws {
        try await APIClient.open { api, _ in
            let problem = try await api.post(
                "/api/v1/kz/ru/quotes",
                """
                {"lines": [{"product": "staved-dombra", "sku": "KZ-DMB-001-98", "quantity": "1", "colour": "red"}, 3],
                 "destination": {"country": "KZ", "postcode": "5"}, "a/b~c": null, "insured": "yes"}
                """)
            #expect(problem.status == 422 && problem.code == "invalid-request")
            #expect(
                problem.places == [
                    "/a~1b~0c", "/lines/0/colour", "/lines/0/quantity", "/lines/1", "/destination/postcode", "/insured",
                ])
            #expect(problem.objects("errors").compactMap { $0["line"] as? Int } == [2, 1, 1, 1, 2, 2])
            #expect(problem.texts("errors", "detail").allSatisfy { !$0.isEmpty && !$0.contains("object") })
            for (line, code) in [
                (#"{"product":"staved-dombra","sku":"KZ-DMB-001-99","quantity":1}"#, "TRD0102"),
                (#"{"product":"dutar","sku":"KZ-DMB-001-98","quantity":1}"#, "TRD0102"),
                (
                    #"{"product":"staved-dombra","sku":"KZ-DMB-001-98","quantity":1,"departure":"2027-05-15"}"#,
                    "TRD0217"
                ),
                (#"{"product":"almaty-medeu","sku":"TR-ALA-308-AD","quantity":1}"#, "TRD0210"),
                (#"{"product":"almaty-medeu","sku":"TR-ALA-308-AD","quantity":1,"departure":"2027-05-14"}"#, "TRD0210"),
                (#"{"product":"staved-dombra","sku":"KZ-DMB-001-98","quantity":0}"#, "DOC0105"),
            ] {
                let problem = try await api.post(
                    "/api/v1/kz/ru/quotes", #"{"lines":[\#(line)],"destination":{"country":"KZ"}}"#)
                #expect(problem.status == 422 && problem.code == code, "\(line) \(problem.code)")
                #expect(problem.places.first?.hasPrefix("/lines/0") == true)
            }
            let mixed = try await api.post("/api/v1/kz/ru/quotes", #"{"lines":[],"destination":{"country":"ZZ"}}"#)
            #expect(mixed.places == ["/lines", "/destination/country"])
        }
    }

    @Test("repeat what was sent as text, whatever stands in it")
    func escaping() async throws {
        try await APIClient.open { api, _ in
            for typed in [
                "\"},{\"a\":\"b", "\\", "</script><script>", "\u{8}\u{1F}\n\t\r", "🐫 жібек 丝绸 ‮x", "\u{2}cart\u{3}",
            ] {
                let name = APIClient.encoded(typed)
                let problem = try await api.get("/api/v1/kz/ru/products?\(name)=1")
                #expect(problem.status == 400 && problem.places == [typed])
                #expect((problem["detail"] as? String)?.contains(typed) == true)
                let found = try await api.get("/api/v1/kz/ru/search?q=\(name)&limit=1")
                #expect(found.status == 200 && found["items"] != nil, "\(typed)")
            }
        }
    }
}
