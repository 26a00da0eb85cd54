import Foundation
import Keruen
import ShopSite
import Testing

@testable import ShopBoard

extension Attacks {
    /// What would be tried against the board: by who has no token of it, by another site in the merchant's browser, and by a
    /// supplier through the file that the merchant puts on sale.
    @Suite("The board")
    struct BoardAttackTests {
        /// Every form of the board: its address, and what its buttons send. Files go to imports.
        static func forms(_ order: Order.ID, _ job: String) -> [(path: String, fields: [String: String])] {
            [
                ("/board/orders/\(order)", ["do": "cancel"]), ("/board/orders/\(order)", ["do": "packed"]),
                ("/board/orders/\(order)", ["do": "refund"]), ("/board/orders/\(order)/people", [:]),
                ("\(job)/cancel", [:]), ("/board/logout", [:]),
            ]
        }

        // MARK: Without a login

        @Test("tells nobody anything who hasn't come in, whichever way they ask")
        func closed() async throws {
            try await BoardShop.open { shop in
                let order = try await BoardTests.place(in: shop, "KZ-DMB-001-98", from: "almaty", market: "kz")
                let pages = BoardTests.pages + ["/board/orders/\(order.id)", "/board/imports/none"]
                for page in pages {
                    for cookie in ["", "board=", "board=true; board-language=ru", "visit=1; cart=K~A.1"] {
                        for method in ["GET", "HEAD"] {
                            let answer = try await shop.send(method, page, ["Cookie": cookie])
                            #expect(answer.status == 303 && answer.body.isEmpty, "\(page) \(cookie)")
                            #expect(answer.location.hasPrefix("/board/login?next=/board"), "\(page) \(cookie)")
                        }
                    }
                    let data = try await shop.send("GET", page, ["Accept": "application/json"])
                    #expect(data.status == 401 && data.body.isEmpty, "\(page)")
                    for header in ["Bearer ", "Bearer caravan", "Basic Ym9hcmQ6Ym9hcmQ="] {
                        let answer = try await shop.send("GET", page, ["Authorization": header])
                        // Five wrong ones, and nothing is looked at any more.
                        #expect([401, 429].contains(answer.status), "\(page) \(header)")
                        #expect(!answer.body.contains("\(order.id)"), "\(page) \(header)")
                    }
                }
                for (path, fields) in Self.forms(order.id, "/board/imports/none") {
                    #expect(try await shop.post(path, fields).status == 401, "\(path)")
                }
                #expect(try await shop.upload("{}", named: "a.jsonl", "", token: "").status == 401)
                for page in ["/board/orders/..%2f..", "/board/imports/..%2f..%2fproducts", "/board/%2e%2e/"] {
                    #expect(try await Wire.ask("GET", page, to: shop.port).status == 404, "\(page)")
                }
                #expect(try await shop.store.order(order.id)?.stage == .placed)
            }
        }

        // MARK: Forms

        @Test("does nothing that a form of its own login didn't ask for")
        func forms() async throws {
            try await BoardShop.open(keyring: try ShopOpening.keys()) { shop in
                let order = try await BoardTests.place(in: shop, "KZ-DMB-001-98", from: "almaty", market: "kz")
                let (mine, other) = (try await shop.session(), try await shop.session())
                let right = try await shop.get("/board/imports", mine).token
                let sent = try await shop.upload("not JSON", named: "a.jsonl", mine, token: right)
                let visit = Tokens.visit()
                let forged = [
                    "", "nonsense", "%00", String(right.dropLast(4)), right + "AAAA",
                    try await shop.get("/board", other).token,
                    // A buyer's form, in the same browser.
                    ShopOpening.tokens.form(of: visit),
                ]
                for (path, fields) in Self.forms(order.id, sent.location) {
                    for token in forged {
                        let answer = try await shop.post(
                            path, fields.merging(["token": token]) { $1 }, mine + "; visit=\(visit)")
                        #expect(answer.status == 403, "\(path) \(fields) \(token)")
                    }
                    // The right token, and a browser that says where the form stood.
                    for header in [
                        ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
                        ("Origin", "https://evil.example"), ("Origin", "null"),
                    ] {
                        let answer = try await shop.send(
                            "POST", path,
                            [
                                "Cookie": mine, "Content-Type": "application/x-www-form-urlencoded",
                                header.0: header.1,
                            ],
                            body: Data("token=\(Buyer.encoded(right))&do=\(fields["do"] ?? "")".utf8))
                        #expect(answer.status == 403, "\(path) \(header)")
                    }
                }
                for token in forged {
                    let answer = try await shop.upload(
                        BoardImportTests.line("copper-ewer", sku: "XJ-COP-901"), named: "a.jsonl", mine, token: token)
                    #expect(answer.status == 403, "\(token)")
                }
                // Nothing of all that has happened.
                #expect(try await shop.get("/board", mine).status == 200)
                #expect(try await shop.store.order(order.id)?.history.count == 1)
                #expect(shop.live.current.product("copper-ewer") == nil)
                // What is right is done.
                let done = try await shop.post("/board/orders/\(order.id)", ["do": "cancel", "token": right], mine)
                #expect(done.status == 303)
                #expect(try await shop.store.order(order.id)?.stage == .cancelled)
            }
        }

        @Test("lets nobody be signed in from another page than its door")
        func loginForm() async throws {
            try await BoardShop.open { shop in
                let door = try await shop.get("/board/login")
                let visit = try #require(door.cookie("board-visit"))
                for (token, cookie) in [
                    (door.token, ""), (door.token, "board-visit=\(Tokens.visit())"), ("", "board-visit=\(visit)"),
                    ("nonsense", "board-visit=\(visit)"),
                ] {
                    let answer = try await shop.post(
                        "/board/login", ["token": token, "board": BoardShop.token], cookie)
                    #expect(answer.status == 403 && answer.cookie("board") == nil, "\(token) \(cookie)")
                }
                let foreign = try await shop.send(
                    "POST", "/board/login",
                    [
                        "Cookie": "board-visit=\(visit)", "Origin": "https://evil.example",
                        "Content-Type": "application/x-www-form-urlencoded",
                    ], body: Data("token=\(Buyer.encoded(door.token))&board=\(BoardShop.token)".utf8))
                #expect(foreign.status == 403 && foreign.cookie("board") == nil)
            }
        }

        // MARK: Guessing

        @Test(
            "looks at five guesses of a crowd that comes at once, whatever addresses they write, and then not at the right one"
        )
        func guesses() async throws {
            var limits = Limits.uncounted
            limits.logins = Limits().logins
            try await BoardShop.open(limits: limits) { shop in
                let door = try await shop.get("/board/login")
                let cookie = "board-visit=\(try #require(door.cookie("board-visit")))"
                @Sendable func guess(_ number: Int, _ word: String) async throws -> BoardShop.Answer {
                    try await shop.send(
                        "POST", "/board/login",
                        [
                            "Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded",
                            "X-Forwarded-For": "203.0.113.\(number)",
                        ], body: Data("token=\(Buyer.encoded(door.token))&board=\(word)".utf8))
                }
                let answers = try await withThrowingTaskGroup(of: BoardShop.Answer.self) { group in
                    for number in 0..<40 { group.addTask { try await guess(number, "caravan-\(number)") } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(answers.count { $0.status == 403 } == 5 && answers.count { $0.status == 429 } == 35)
                for answer in answers where answer.status == 429 {
                    let wait = answer.headers["retry-after"].flatMap { Int($0) } ?? 0
                    #expect((1...60).contains(wait))
                }
                let right = try await guess(1, BoardShop.token)
                #expect(right.status == 429 && right.cookie("board") == nil)
                // Programs are counted with them.
                let program = try await shop.send("GET", "/board", ["Authorization": "Bearer \(BoardShop.token)"])
                #expect(program.status == 429)
            }
        }

        // MARK: A supplier's file

        /// A product whose texts end in markup, as a line of JSON.
        static func hostileLine(_ id: String, sku: String, image: String = "kashgar-copper-teapot.svg") throws -> String
        {
            // A line of JSON Lines is one: the sample is written over several.
            let sample = BoardImportTests.line("copper", sku: sku).replacing("\n", with: "")
            let value = try JSONSerialization.jsonObject(with: Data(sample.utf8))
            var product = try #require(value as? [String: Any])
            func marked(_ texts: Any?) -> [String: String] {
                (texts as? [String: String] ?? [:]).mapValues { "\($0) \(MarkupAttackTests.hostile)" }
            }
            (product["id"], product["image"]) = (id, image)
            for field in ["title", "description"] { product[field] = marked(product[field]) }
            var craft = try #require(product["handicraft"] as? [String: Any])
            for field in ["technique", "artisan", "care"] { craft[field] = marked(craft[field]) }
            product["handicraft"] = craft
            return String(decoding: try JSONSerialization.data(withJSONObject: product), as: UTF8.self)
        }

        @Test("shows a supplier's markup as text wherever a good of theirs appears")
        func markup() async throws {
            try await BoardShop.open { shop in
                let session = try await shop.session() + "; board-language=ru"
                let token = try await shop.get("/board/imports", session).token
                let name = "<img src=x onerror=alert(1)>{{token}}.jsonl"
                let sound = try await shop.upload(
                    try Self.hostileLine("copper-ewer", sku: "XJ-COP-901"), named: name, session, token: token)
                let outcome = try await shop.outcome(sound.location, session)
                #expect(outcome.body.contains("1 товар выставлен на продажу."), "\(outcome.body)")
                let order = try await BoardTests.place(in: shop, "XJ-COP-901", from: "almaty", market: "kz")
                let faulty = [
                    try Self.hostileLine("x\"><script>alert(1)</script>", sku: "XJ-COP-902"),
                    try Self.hostileLine("copper-jug", sku: "XJ-COP-903", image: MarkupAttackTests.hostile),
                    #"{"id": "<svg/onload=alert(3)>", "q'><script>": 1}"#,
                ]
                let sent = try await shop.upload(
                    faulty.joined(separator: "\n"), named: "\"><script>alert(1)</script>.jsonl", session, token: token)
                let refused = try await shop.outcome(sent.location, session)
                #expect(refused.body.contains("Не выставлено") && refused.body.contains("&lt;script&gt;"))
                var shown = 0
                for page in [
                    sound.location, sent.location, "/board", "/board/orders", "/board/orders/\(order.id)",
                    "/board/stock?warehouse=almaty", "/board/findings", "/board/coverage", "/board/imports",
                ] {
                    let answer = try await shop.checked(page, session)
                    let escapes = MarkupAttackTests.escapes(answer.body)
                    #expect(answer.status == 200 && escapes.isEmpty, "\(page): \(escapes)")
                    #expect(answer.headers["content-security-policy"]?.contains("default-src 'none'") == true)
                    if answer.body.contains("Q&quot;q") { shown += 1 }
                }
                // On the order's page and in stock at the least, else nothing was tested.
                #expect(shown >= 2)
            }
        }

        @Test("writes a file into the catalogue's folder of products and nowhere else, whatever it is called")
        func names() async throws {
            for name in [
                "..\\..\\evil.jsonl", "/etc/cron.d/evil", "....//....//evil.jsonl", "..", ".", "", "/",
                "%2e%2e%2fevil.jsonl",
                "products/../../evil.jsonl", "evil\u{0}.yaml", ".import-evil", ".jsonl", "CON", "-rf", "dutar.yaml",
                String(repeating: "a", count: 900) + ".jsonl", "新品\u{202E}lnosj.exe", "😀.jsonl", "a\r\nb.jsonl",
            ] {
                let own = ImportDesk.name(from: name)
                #expect(own.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,59}/) != nil, "\(name): \(own)")
            }
            try await BoardShop.open { shop in
                let session = try await shop.session()
                let token = try await shop.get("/board/imports", session).token
                let house = shop.catalog.deletingLastPathComponent()
                func files() throws -> Set<String> {
                    Set(try FileManager.default.subpathsOfDirectory(atPath: house.path))
                }
                let before = try files()
                let sent = try await shop.upload(
                    BoardImportTests.line("copper-ewer", sku: "XJ-COP-901"), named: "../../../evil.yaml", session,
                    token: token)
                _ = try await shop.outcome(sent.location, session)
                #expect(try files().subtracting(before) == ["Catalog/products/evil-yaml.jsonl"])
                #expect(shop.live.current.product("copper-ewer") != nil)
            }
        }

        @Test("takes no picture from outside the folder of pictures")
        func pictures() async throws {
            try await BoardShop.open { shop in
                let session = try await shop.session()
                let token = try await shop.get("/board/imports", session).token
                for image in [
                    "../markets/kz.yaml", "../../../../etc/passwd", "/etc/passwd", "dutar.svg/../../keruen.yaml",
                ] {
                    let sent = try await shop.upload(
                        try Self.hostileLine("copper-ewer", sku: "XJ-COP-901", image: image), named: "a.jsonl", session,
                        token: token)
                    #expect(try await shop.outcome(sent.location, session).body.contains("Не выставлено"), "\(image)")
                }
                #expect(shop.live.current.product("copper-ewer") == nil)
            }
        }

        @Test("refuses a file that is too large in any way, and keeps nothing of it")
        func oversize() async throws {
            var limits = Limits.uncounted
            limits.uploadBytes = 300_000
            try await BoardShop.open(limits: limits) { shop in
                func leftovers() throws -> Int {
                    try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
                        .count { $0.hasPrefix("keruen-import-") }
                }
                let before = try leftovers()
                let session = try await shop.session() + "; board-language=ru"
                let token = try await shop.get("/board/imports", session).token
                let head = [
                    "POST /board/imports HTTP/1.1", "Host: shop.example", "Cookie: \(session)",
                    "Content-Type: multipart/form-data; boundary=edge",
                ]
                let parts =
                    "--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n"
                    + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jsonl\"\r\n\r\n"
                // Announced, and refused before any of it is read.
                for length in ["300001", "400000000000", "99999999999999999999"] {
                    let reply = try await Wire.send(
                        (head + ["Content-Length: \(length)"]).joined(separator: "\r\n") + "\r\n\r\n", to: shop.port)
                    #expect([400, 413].contains(reply.status) && reply.wasClosed, "\(length) \(reply.status)")
                }
                // Never announced.
                let piece = String(repeating: "a", count: 0x8000)
                func chunk(_ text: String) -> String { String(text.utf8.count, radix: 16) + "\r\n\(text)\r\n" }
                let chunked =
                    [(head + ["Transfer-Encoding: chunked"]).joined(separator: "\r\n") + "\r\n\r\n", chunk(parts)]
                    + (0..<40).map { _ in chunk(piece) }
                let endless = try await Wire.send(chunked, to: shop.port)
                #expect(endless.status == 413 && endless.wasClosed, "\(endless.status)")
                for _ in 0..<100 where try leftovers() > before { try await Task.sleep(for: .milliseconds(20)) }
                #expect(try leftovers() == before)
                // A form that is all head, one without an end, a second file behind the first.
                for body in [
                    "--edge\r\nX: " + String(repeating: "x", count: 100_000),
                    parts + "{}", String(repeating: "--edge\r\n", count: 10_000),
                    parts + "{}\r\n" + parts.dropFirst(0) + "{}\r\n--edge--\r\n",
                ] {
                    let answer = try await shop.send(
                        "POST", "/board/imports",
                        ["Cookie": session, "Content-Type": "multipart/form-data; boundary=edge"], body: Data(body.utf8)
                    )
                    #expect([400, 403, 422].contains(answer.status), "\(body.prefix(60)) \(answer.status)")
                    #expect(answer.body.contains("role=\"alert\""))
                }
                // Deep, long and endless values in a file of the right size.
                for text in [
                    String(repeating: "[", count: 100_000), "{\"id\":" + String(repeating: "9", count: 200_000) + "}",
                    String(repeating: "{}\n", count: 50_000), String(repeating: "\u{0}", count: 1_000),
                ] {
                    let sent = try await shop.upload(text, named: "a.jsonl", session, token: token)
                    #expect(sent.status == 303, "\(text.prefix(20))")
                    #expect(try await shop.outcome(sent.location, session).body.contains("Не выставлено"))
                }
                #expect(try await Attacks.isServing(shop.port))
                #expect(try leftovers() == before)
            }
        }
    }
}
