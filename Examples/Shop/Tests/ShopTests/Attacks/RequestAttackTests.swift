import Foundation
import NIOCore
import ShopServer
import ShopSite
import Testing

extension Attacks {
    /// Requests that are HTTP, and that no honest visitor sends.
    @Suite("A request")
    struct RequestAttackTests {
        @Test("for what lies outside the shop's folders gets no file")
        func traversal() async throws {
            let secret = "swift-tools-version"
            let hops = [
                "../../Examples/Shop/Package.swift", "..%2f..%2fPackage.swift",
                "..%2F..%2FExamples%2FShop%2FPackage.swift",
                "%2e%2e/%2e%2e/Package.swift", "%252e%252e%252fPackage.swift", "..%5c..%5cPackage.swift",
                "..\\..\\Package.swift",
                "....//....//Package.swift", "dutar.svg%00.png", "%00", "dutar.svg/../../../Package.swift",
                "/etc/passwd",
                "%2fetc%2fpasswd", "file:///etc/passwd", ".%2e/Package.swift", "%c0%ae%c0%ae/Package.swift", "%ff%fe",
                "%",
                "%zz",
                "%u002e%u002e/Package.swift", "dutar.svg%0d%0aX-Injected:%201", "Package.swift", ".svg", "..svg",
            ]
            try await TestShop.open { browser, _ in
                for hop in hops {
                    for folder in ["/images/", "/", "/kz/kk/p/", "/kz/kk/c/", "/kz/kk/orders/", "/api/v1/", "/board/"] {
                        let reply = try await Wire.ask("GET", folder + hop, to: browser.port)
                        #expect([400, 404].contains(reply.status), "\(folder)\(hop): \(reply.status)")
                        #expect(!reply.text.contains(secret) && !reply.text.contains("root:"), "\(folder)\(hop)")
                        #expect(reply.header("x-injected") == nil)
                    }
                }
                #expect(try await Wire.ask("GET", "/images/dutar.svg", to: browser.port).status == 200)
            }
        }

        @Test("for an address that isn't one is told so in the visitor's language")
        func words() async throws {
            try await TestShop.open { browser, _ in
                for (target, language, status, words) in [
                    ("/ru/ru/p/%zz", "", 400, "Этот адрес не читается"),
                    ("/kz/kk/%00", "", 400, "Бұл мекенжай оқылмайды"),
                    ("/cn/zh-Hans/%ff", "", 400, "无法识别此网址"), ("/kz/kk//p/x", "", 404, "Мұндай бет жоқ"),
                    ("/%2e%2e/", "ru", 404, "Такой страницы нет"), ("/kz/kk-Latn/..%2f", "", 404, "Mūndai bet joq"),
                    ("/ru/ru/" + String(repeating: "a", count: 5_000), "", 414, "Слишком длинный адрес"),
                ] {
                    let reply = try await Wire.ask("GET", target, ["Accept-Language: \(language)"], to: browser.port)
                    #expect(
                        reply.status == status && reply.body.contains(words), "\(target.prefix(40)) \(reply.status)")
                    #expect(reply.header("content-security-policy")?.contains("default-src 'none'") == true)
                    #expect(reply.header("content-type") == "text/html; charset=utf-8")
                }
                let data = try await Wire.ask("GET", "/api/v1/cn/zh-Hans/%zz", to: browser.port)
                #expect(data.status == 400 && data.header("content-type") == "application/problem+json")
                let problem = try JSONSerialization.jsonObject(with: Data(data.body.utf8)) as? [String: Any]
                #expect(problem?["title"] as? String == "无法识别此网址" && problem?["status"] as? Int == 400)
            }
        }

        @Test("with another verb is refused, and HEAD has no body whatever it meets")
        func verbs() async throws {
            try await TestShop.open { browser, _ in
                for verb in ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "SEARCH", "LOCK", "MKCOL"] {
                    let reply = try await Wire.ask(verb, "/kz/ru/cart", ["X-Secret: 1"], to: browser.port)
                    #expect(
                        reply.status == 405 && reply.header("allow") == "GET, HEAD, POST, OPTIONS",
                        "\(verb) \(reply.status)")
                    #expect(!reply.body.contains("X-Secret"))
                }
                #expect(try await Wire.ask("CONNECT", "shop.example:443", to: browser.port).status == 405)
                #expect([400, 405].contains(try await Wire.ask("BREW", "/kz/ru/cart", to: browser.port).status))
                #expect([400, 405].contains(try await Wire.ask("get", "/kz/ru/cart", to: browser.port).status))
                let options = try await Wire.ask(
                    "OPTIONS", "/kz/ru/cart", ["Origin: https://evil.example"], to: browser.port)
                #expect(options.status == 204 && options.header("access-control-allow-origin") == nil)
                for target in [
                    "/kz/kk/", "/kz/kk/p/nothing", "/kz/kk/%zz", "/nothing", "/kz/kk/..%2f", "/images/dutar.svg",
                ] {
                    #expect(try await Wire.ask("HEAD", target, to: browser.port).body.isEmpty, "\(target)")
                }
            }
        }

        @Test("for another's name is misdirected, and nothing is answered with it")
        func hosts() async throws {
            var limits = Limits.uncounted
            limits.hosts = ["shop.example"]
            try await TestShop.open(limits: limits) { browser, _ in
                func status(_ lines: String, _ target: String = "/kz/kk/cart") async throws -> Int {
                    try await Wire.send("GET \(target) HTTP/1.1\r\n\(lines)Connection: close\r\n\r\n", to: browser.port)
                        .status
                }
                #expect(try await status("Host: shop.example\r\n") == 200)
                #expect(try await status("Host: SHOP.example:443\r\n") == 200)
                #expect(try await status("Host: evil.example\r\n") == 421)
                #expect(try await status("Host: shop.example.evil.example\r\n") == 421)
                #expect(try await status("Host: shop.example@evil.example\r\n") == 421)
                #expect(try await status("Host: [::1]:80\r\n") == 421)
                #expect(try await status("Host: shop.example\r\nHost: evil.example\r\n") == 400)
                #expect(try await status("") == 400)
                #expect(try await status("Host:\r\n") == 400)
                let absolute =
                    "GET http://evil.example/kz/kk/ HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n"
                let answer = try await Wire.send(absolute, to: browser.port)
                #expect(answer.status == 200 && !answer.text.contains("evil"))
                // Its links go by the address that the shop was given, never by a header.
                let reply = try await Wire.ask(
                    "GET", "/", ["X-Forwarded-Host: evil.example", "Forwarded: host=evil.example"], to: browser.port)
                #expect(reply.status == 302 && !reply.text.contains("evil"))
            }
        }

        @Test("with line breaks in its address, cookies or forms writes no header of its own")
        func headerInjection() async throws {
            try await TestShop.open { browser, services in
                for target in [
                    "/kz/%0d%0aSet-Cookie:%20a=b", "/kz/kk/p/x%0d%0aLocation:%20//evil.example",
                    "/kz/kk/%E5%98%8A%E5%98%8DSet-Cookie:a=b",
                    "/kz/kk/?q=%0d%0aSet-Cookie:%20a=b", "/kz/de/?q=%0d%0aSet-Cookie:%20a=b", "//evil.example/%2e%2e",
                    "/%5cevil.example", "/kz/kk/search?q=%0d%0a%0d%0a<script>",
                ] {
                    let reply = try await Wire.ask("GET", target, to: browser.port)
                    #expect(reply.header("set-cookie")?.contains("a=b") != true, "\(target)")
                    #expect(reply.header("location")?.contains("evil") != true, "\(target)")
                    #expect(reply.statuses.count == 1 && reply.status < 500, "\(target)")
                }
                for cookie in [
                    "cart=K~A.1\r\n\tSet-Cookie: a=b", "cart=%0d%0aSet-Cookie:a=b~XJ-DUT-315.1", "cart=\u{2}form\u{3}",
                ] {
                    let reply = try await Wire.ask("GET", "/kz/kk/cart", ["Cookie: \(cookie)"], to: browser.port)
                    #expect([200, 400].contains(reply.status) && reply.header("set-cookie")?.contains("a=b") != true)
                }
                let form = Form(services)
                let added = try await form.post(
                    "/kz/kk/cart", "sku=XJ-DUT-315%0d%0aSet-Cookie:a=b&quantity=1%0d%0aX:1", to: browser.port)
                #expect(added.status < 500 && added.header("set-cookie")?.contains("a=b") != true)
            }
        }

        @Test("too large in any way is refused with the right status, and nothing of it is kept")
        func oversize() async throws {
            try await TestShop.open { browser, services in
                let port = browser.port
                let long = String(repeating: "a", count: 20_000)
                #expect(try await Wire.ask("GET", "/kz/kk/cart", ["X-Long: \(long)"], to: port).status == 431)
                #expect(try await Wire.ask("GET", "/kz/kk/cart", ["Cookie: cart=\(long)"], to: port).status == 431)
                #expect(try await Wire.ask("GET", "/\(long)", to: port).status == 431)
                let many = (0..<200).map { "X-\($0): 1" }
                #expect(try await Wire.ask("GET", "/kz/kk/cart", many, to: port).status == 431)
                let endless =
                    ["GET /kz/kk/cart HTTP/1.1\r\nHost: shop.example\r\n"]
                    + (0..<400).map { "X-\($0): \(long.prefix(900))\r\n" }
                #expect(try await Wire.send(endless, to: port).status == 431)
                let parameters = (0..<900).map { "a\($0)=1" }.joined(separator: "&")
                #expect(try await Wire.ask("GET", "/kz/kk/cart?\(parameters.prefix(4_000))", to: port).status == 200)
                let million = String(repeating: "a&", count: 1_000_000)
                let form = Form(services)
                let answer = try await form.post("/kz/kk/cart", million, to: port)
                #expect(answer.status == 413 && answer.wasClosed)
                #expect(
                    try await form.post("/ru/ru/cart", String(repeating: "x", count: 17_000), to: port).body.contains(
                        "Слишком много"))
                // Announced and never sent, or sent and never announced.
                let announced = try await Wire.ask("POST", "/kz/kk/cart", ["Content-Length: 9000000000"], to: port)
                #expect(announced.status == 413)
                let chunks =
                    ["POST /kz/kk/cart HTTP/1.1\r\nHost: shop.example\r\nTransfer-Encoding: chunked\r\n\r\n"]
                    + Array(repeating: "1000\r\n" + String(repeating: "a", count: 4_096) + "\r\n", count: 100)
                let chunked = try await Wire.send(chunks, to: port)
                #expect(chunked.status == 413 && chunked.wasClosed)
                #expect(try await Attacks.isServing(port))
            }
        }

        @Test("with numbers, bytes and cookies that are none is answered in words")
        func nonsense() async throws {
            let numbers = [
                "-1", "0", "99999999999999999999", "1e9", "٣", "NaN", "1.5", "%00", "%ff", "", "0x10", " 1", "1 OR 1=1",
            ]
            try await TestShop.open { browser, services in
                let form = Form(services)
                for number in numbers {
                    let reply = try await form.post(
                        "/ru/ru/cart", "sku=XJ-DUT-315&quantity=\(number)", to: browser.port)
                    #expect((200..<500).contains(reply.status), "\(number) \(reply.status)")
                    let queries = [
                        "after", "price-from", "price-to", "page", "limit", "day", "travellers", "q", "order",
                    ]
                    .map { "\($0)=\(number)" }.joined(separator: "&").replacing(" ", with: "+")
                    for page in ["/kz/kk/c/silk", "/kz/kk/search", "/api/v1/kz/kk/products", "/api/v1/kz/kk/search"] {
                        let reply = try await Wire.ask("GET", "\(page)?\(queries)", to: browser.port)
                        #expect((200..<500).contains(reply.status), "\(page)?\(queries) \(reply.status)")
                    }
                }
                for cart in [
                    "~~~~", "K1~.1", "K1~XJ-DUT-315.999999999999999999999", "K1~XJ-DUT-315.-5", "%ff%fe",
                    "K1" + String(repeating: "~A.1", count: 3_000),
                    "' OR '1'='1~XJ-DUT-315.1", "<script>alert(1)</script>~XJ-DUT-315.1", "\u{7f}\u{80}",
                    "ключ~XJ-DUT-315.1",
                ] {
                    let reply = try await Wire.ask("GET", "/ru/ru/cart", ["Cookie: cart=\(cart)"], to: browser.port)
                    #expect(
                        [200, 400].contains(reply.status) && !reply.body.contains("<script>alert"),
                        "\(cart.prefix(40)) \(reply.status)")
                }
            }
        }

        @Test("one too many is told when to come again, in its language, and others are served")
        func rates() async throws {
            var limits = Limits.uncounted
            (limits.requests, limits.posts, limits.logins) = (
                .init(perMinute: 1, burst: 10), .init(perMinute: 1, burst: 2), nil
            )
            limits.proxies = [try #require(Subnet("127.0.0.0/8"))]
            try await TestShop.open(limits: limits) { browser, services in
                let port = browser.port
                func ask(_ from: String, _ target: String = "/ru/ru/cart") async throws -> Wire.Reply {
                    try await Wire.ask("GET", target, ["X-Forwarded-For: \(from)"], to: port)
                }
                var statuses: [Int] = []
                for _ in 0..<12 { statuses.append(try await ask("203.0.113.7").status) }
                #expect(statuses.prefix(10).allSatisfy { $0 == 200 } && statuses.last == 429)
                let refused = try await ask("203.0.113.7")
                let wait = try #require(refused.header("retry-after").flatMap { Int($0) })
                #expect(
                    refused.status == 429 && (1...60).contains(wait)
                        && refused.body.contains("Подождите \(wait) секунд"))
                #expect(try await ask("203.0.113.7", "/cn/zh-Hans/").body.contains("请求过于频繁"))
                #expect(
                    try await ask("203.0.113.7", "/api/v1/kz/kk").header("content-type") == "application/problem+json")
                // What a visitor writes before the proxy's own word counts for nothing.
                #expect(try await ask("198.51.100.1, 203.0.113.7").status == 429)
                #expect(try await ask("203.0.113.7, 198.51.100.1").status == 200)
                #expect(try await ask("2001:db8::1").status == 200)
                // A balancer asks for health as often as it likes.
                for _ in 0..<30 { #expect(try await ask("203.0.113.7", "/healthz").status != 429) }
                let form = Form(services)
                var posts: [Int] = []
                for _ in 0..<3 {
                    posts.append(
                        try await form.post("/kz/kk/cart", "sku=XJ-DUT-315", ["X-Forwarded-For: 192.0.2.9"], to: port)
                            .status)
                }
                #expect(posts.last == 429 && !posts.dropLast().contains(429))
            }
        }

        @Test("can't take another's address where no proxy is trusted")
        func forgedAddress() async throws {
            var limits = Limits.uncounted
            limits.requests = .init(perMinute: 1, burst: 5)
            try await TestShop.open(limits: limits) { browser, _ in
                var statuses: [Int] = []
                for number in 0..<8 {
                    statuses.append(
                        try await Wire.ask(
                            "GET", "/kz/kk/cart", ["X-Forwarded-For: 203.0.113.\(number)"], to: browser.port
                        )
                        .status)
                }
                #expect(statuses.last == 429)
            }
        }
    }
}

/// A form as the shop's own page sends it.
struct Form {
    let services: Services
    let visit = Tokens.visit()

    init(_ services: Services) { self.services = services }

    var cookie: String { "visit=\(visit)" }
    var field: String {
        "token=" + (services.tokens.form(of: visit).addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
    }

    func post(_ target: String, _ fields: String, _ lines: [String] = [], cookies: String = "", to port: Int)
        async throws
        -> Wire.Reply
    {
        try await Wire.ask(
            "POST", target,
            [
                "Cookie: \(cookie)\(cookies.isEmpty ? "" : "; " + cookies)",
                "Content-Type: application/x-www-form-urlencoded",
            ] + lines,
            body: fields.isEmpty ? field : "\(field)&\(fields)", to: port)
    }
}
