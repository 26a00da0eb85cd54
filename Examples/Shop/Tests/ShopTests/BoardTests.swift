import Foundation
import Keruen
import Logging
import ShopServer
import ShopSite
import Synchronization
import Testing

@testable import ShopBoard

/// The merchant's board, asked as a browser and as a program ask.
@Suite("The board", .serialized)
struct BoardTests {
    static let pages = [
        "/board", "/board/orders", "/board/stock", "/board/tours", "/board/findings", "/board/coverage", "/board/quota",
        "/board/imports",
    ]

    // MARK: The door

    @Test("is not there where the shop has no token for it")
    func closed() async throws {
        try await BoardShop.open(board: nil) { shop in
            for page in Self.pages + ["/board/login", "/board/board.css"] {
                let answer = try await shop.get(page)
                #expect(answer.status == 404, "\(page)")
            }
            let login = try await shop.post("/board/login", ["board": ""])
            #expect(login.status == 404)
        }
    }

    @Test("leads who has not signed in to the door, and in again to where they wanted")
    func door() async throws {
        try await BoardShop.open { shop in
            for page in Self.pages {
                let answer = try await shop.get(page)
                #expect(answer.status == 303 && answer.location == "/board/login?next=\(page)", "\(page)")
            }
            let login = try await shop.get("/board/login?next=/board/stock", language: "kk")
            #expect(login.status == 200 && login.body.contains("Сатушы кабинетіне кіру"))
            let visit = "board-visit=\(try #require(login.cookie("board-visit")))"
            for (next, place) in [
                ("/board/stock", "/board/stock"), ("//evil.example", "/board"), ("https://evil.example", "/board"),
                ("/board/\\evil", "/board"), ("/boardwalk", "/board"),
            ] {
                let fields = ["token": login.token, "board": BoardShop.token, "next": next]
                let answer = try await shop.post("/board/login", fields, visit)
                #expect(answer.status == 303 && answer.location == place, "\(next)")
            }
        }
    }

    @Test("keeps a session in the cookie, never the token, and forgets it at the end")
    func session() async throws {
        try await BoardShop.open { shop in
            let signedIn = try await shop.signIn()
            let cookie = try #require(signedIn.headers["set-cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/board"))
            #expect(!cookie.contains(BoardShop.token))
            let session = "board=\(try #require(signedIn.cookie("board")))"
            let page = try await shop.get("/board", session)
            #expect(page.status == 200 && page.headers["cache-control"] == "no-store")
            #expect(try await shop.post("/board/logout", ["token": page.token], session).status == 303)
            #expect(try await shop.get("/board", session).status == 303)
        }
    }

    @Test("takes no forged, cut, foreign or expired session")
    func forged() async throws {
        let clock = Clock()
        try await BoardShop.open(now: { clock.now }) { shop in
            let session = try await shop.session()
            let parts = session.split(separator: "-")
            let other = try #require(
                Tokens(secret: ShopOpening.secret, board: "other").boardSession(until: clock.now + 60))
            // A visitor's form token is made with the same key, of what the visitor says.
            let visitors = Tokens(secret: ShopOpening.secret).form(of: "board session 9999999999-00")
            for fake in [
                "board=", "board=\(BoardShop.token.utf8.map { String($0, radix: 16) }.joined())", "board=\(other)",
                "board=9999999999-\(parts[1])-\(parts[2])",
                "\(parts[0])-\(parts[1])-\(String(repeating: "0", count: 64))",
                "\(session)0", String(session.dropLast()), "board=9999999999-00-\(visitors)",
            ] {
                #expect(try await shop.get("/board", fake).status == 303, "\(fake)")
            }
            #expect(try await shop.get("/board", session).status == 200)
            clock.now += 8 * 3_600 + 1
            #expect(try await shop.get("/board", session).status == 303)
        }
    }

    final class Clock: @unchecked Sendable {
        private let lock = NSLock()
        private var time = Date(timeIntervalSince1970: 1_795_000_000)
        var now: Date {
            get { lock.withLock { time } }
            set { lock.withLock { time = newValue } }
        }
    }

    @Test("looks at five wrong tokens a minute, then at none, and says so")
    func guesses() async throws {
        let clock = Clock()
        try await BoardShop.open(now: { clock.now }) { shop in
            for _ in 0..<5 {
                let wrong = try await shop.signIn("керуен")
                #expect(wrong.status == 403 && wrong.body.contains("role=\"alert\"") && wrong.cookie("board") == nil)
            }
            let right = try await shop.signIn()
            #expect(right.status == 429 && right.headers["retry-after"] == "60")
            let bearer = ["Authorization": "Bearer \(BoardShop.token)"]
            #expect(try await shop.send("GET", "/board/imports/none", bearer).status == 429)
            clock.now += 61
            #expect(try await shop.signIn().status == 303)
        }
    }

    @Test("lets programs in with the token itself, and tells the others in the status")
    func bearer() async throws {
        try await BoardShop.open { shop in
            let right = ["Authorization": "Bearer \(BoardShop.token)"]
            #expect(try await shop.send("GET", "/board", right).status == 200)
            let wrong = try await shop.send("GET", "/board", ["Authorization": "Bearer caravan"])
            #expect(wrong.status == 401 && wrong.headers["www-authenticate"] == "Bearer realm=\"board\"")
            #expect(try await shop.send("GET", "/board", ["Accept": "application/json"]).status == 401)
        }
    }

    @Test("takes no form without its token, nor with another session's")
    func forms() async throws {
        try await BoardShop.open { shop in
            let order = try await Self.place(in: shop, "KZ-DMB-001-98", from: "almaty", market: "kz")
            let (mine, other) = (try await shop.session(), try await shop.session())
            let foreign = try await shop.get("/board", other).token
            for token in ["", "nonsense", foreign] {
                let answer = try await shop.post(
                    "/board/orders/\(order.id)", ["do": "cancel", "token": token], mine + "; board-language=ru")
                #expect(answer.status == 403 && answer.body.contains("Форма устарела"))
            }
            #expect(try await shop.post("/board/orders/\(order.id)", ["do": "cancel"]).status == 401)
            #expect(try await shop.upload("{}", named: "a.jsonl", mine, token: foreign).status == 403)
            #expect(try await shop.store.order(order.id)?.stage == .placed)
        }
    }

    // MARK: Pages

    @Test("has every page in four languages")
    func languages() async throws {
        try await BoardShop.open { shop in
            let session = try await shop.session()
            for (language, title) in [
                ("zh-Hans", "商家后台"), ("ru", "Кабинет продавца"), ("kk", "Сатушы кабинеті"), ("en", "Merchant’s board"),
            ] {
                for page in Self.pages {
                    let answer = try await shop.get(page + "?lang=\(language)", session)
                    #expect(answer.status == 200 && answer.body.contains("<html lang=\"\(language)\""), "\(page)")
                    #expect(answer.body.contains("· \(title)</title>"), "\(page)")
                    #expect(!answer.body.contains("style=\"") && !answer.body.contains("{{"), "\(page)")
                    #expect(answer.cookie("board-language") == language)
                    #expect(answer.headers["content-security-policy"]?.contains("default-src 'none'") == true)
                }
                let kept = try await shop.get("/board", session + "; board-language=\(language)")
                #expect(kept.headers["content-language"] == language)
                let missing = try await shop.get("/board/orders/KR-0000-0000-0000?lang=\(language)", session)
                #expect(missing.status == 404 && missing.body.contains("<html lang=\"\(language)\""))
            }
        }
    }

    @Test("shows what runs out, by warehouse, with what was set aside and sold")
    func stock() async throws {
        try await BoardShop.open { shop in
            let session = try await shop.session()
            let order = try await Self.place(in: shop, "KZ-DMB-001-98", from: "almaty", market: "kz")
            try await Self.pay(order, in: shop)
            let page = try await shop.get("/board/stock?warehouse=almaty&lang=kk", session)
            let row = page.body.components(separatedBy: "<tr>").first { $0.contains("KZ-DMB-001-98") }
            let figures = try #require(row).matches(of: /board-figure">([0-9]+)/).map { String($0.1) }
            #expect(figures.count == 3 && figures[1] == "1" && figures[2] == "1")
            #expect(page.body.contains("<td>Алматы қоймасы</td>") && !page.body.contains("<td>Үрімші қоймасы</td>"))
            let tours = try await shop.get("/board/tours?lang=zh-Hans", session)
            #expect(tours.status == 200 && tours.body.contains("未成团"))
        }
    }

    @Test("shows the catalogue's text in findings as text, with its place and the reason of its rule")
    func findings() async throws {
        try await BoardShop.open(change: { folder in
            let file = folder.appending(path: "products/dutar.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            // A Latin p among Cyrillic letters, beside what would be markup.
            let broken = text.replacing("ru: \"Уйгурский", with: "ru: \"Уйгуpский <b>x</b>", maxReplacements: 1)
            #expect(broken != text)
            try broken.write(to: file, atomically: true, encoding: .utf8)
        }) { shop in
            let session = try await shop.session()
            let page = try await shop.checked("/board/findings?severity=error&lang=ru", session)
            #expect(page.body.contains("CAT0203") && page.body.contains("Catalog/products/dutar.yaml:"))
            #expect(page.body.contains("&lt;b&gt;") && !page.body.contains("<b>x</b>"))
            // The line that it stands in.
            #expect(
                page.body.contains(/<pre class="board-source"[^>]*>  ru: &quot;[^\n]*<mark>.<\/mark>[^\n]*&lt;b&gt;x/))
            #expect(page.body.contains("<details><summary>Почему</summary>"))
            let other = try await shop.get("/board/findings?q=%3Cscript%3E&lang=ru", session)
            #expect(other.body.contains("По этому фильтру ничего нет.") && !other.body.contains("<script>"))
        }
    }

    @Test("shows coverage as numbers and sentences, not as colour alone")
    func coverage() async throws {
        try await BoardShop.open { shop in
            let page = try await shop.checked("/board/coverage?lang=zh-Hans", try await shop.session())
            #expect(page.body.contains("board-whole") && page.body.contains("全部完成") && page.body.contains("100%"))
        }
    }

    // MARK: Orders

    /// - Parameter catalog: that is sold from; the shop's own when nil.
    static func place(
        in shop: BoardShop, _ sku: String, from warehouse: String, market: String, catalog: Catalog? = nil
    ) async throws -> Order {
        let catalog = catalog ?? shop.live.current.catalog
        let now = ShopOpening.noon
        var cart = Cart()
        try cart.add(try #require(SKU(sku)), quantity: 1)
        let quote = try Quote(cart, in: try #require(catalog.market(market)), from: catalog, at: now)
        return try await shop.store.place(
            OrderRequest(key: try IdempotencyKey(UUID().uuidString), quote: quote, language: .kk), from: [warehouse],
            at: now)
    }

    static func pay(_ order: Order, in shop: BoardShop) async throws {
        _ = try await shop.store.pay(order.id, through: shop.payments, at: ShopOpening.noon)
    }

    @Test("takes an order along its flow, step by step, and shows each step's name and waybill")
    func steps() async throws {
        try await BoardShop.open { shop in
            let session = try await shop.session() + "; board-language=ru"
            let order = try await Self.place(in: shop, "KZ-DMB-001-98", from: "almaty", market: "kz")
            let path = "/board/orders/\(order.id)"
            var page = try await shop.get(path, session)
            #expect(page.body.contains("ждёт оплаты") && page.body.contains("Ждём оплаты покупателя"))
            try await Self.pay(order, in: shop)
            #expect(try await shop.get("/board/orders?queue=pack", session).body.contains("\(order.id)"))
            for (step, reference, stage) in [
                ("packed", "", OrderStage.packed), ("dispatched", "RR123456785KZ", .lastMile),
                ("delivered", "", .delivered),
            ] {
                page = try await shop.get(path, session)
                #expect(page.body.contains("value=\"\(step)\""), "\(step)")
                let seen = try #require(page.body.firstMatch(of: /name="seen" value="(\d+)"/)?.1)
                let fields = ["do": step, "reference": reference, "token": page.token, "seen": String(seen)]
                #expect(try await shop.post(path, fields, session).status == 303)
                #expect(try await shop.store.order(order.id)?.stage == stage)
                // The same button once more, from the page of before.
                let again = try await shop.post(path, fields, session)
                #expect(again.status == 409 && again.body.contains("заказ продвинулся дальше"))
            }
            #expect(try await shop.get(path, session).body.contains("RR123456785KZ"))
            let wrong = try await shop.post(path, ["do": "packed", "token": page.token], session)
            #expect(wrong.status == 409 && wrong.body.contains("role=\"alert\""))
            #expect(try await shop.post(path, ["do": "fly", "token": page.token], session).status == 403)
            #expect(try await shop.get("/board/orders?queue=pack", session).body.contains("Здесь заказов нет."))
        }
    }

    @Test("shows whom a parcel goes to when it is asked, once, and tells the log of it without a word of theirs")
    func people() async throws {
        let lines = Mutex<[String]>([])
        let logger = Logger(label: "shop") { label in
            JSONLogHandler(label: label) { line in lines.withLock { $0.append(line) } }
        }
        try await BoardShop.open(keyring: try ShopOpening.keys(), logger: logger) { shop in
            let session = try await shop.session() + "; board-language=ru"
            let buyer = Buyer(Browser(port: shop.port), at: "/kz/kk/")
            try await buyer.add("KZ-DMB-001-98")
            let placed = try await buyer.post("checkout", Buyer.aigul)
            let order = try #require(try await buyer.order(placed, in: shop.store))
            let (path, secrets) = ("/board/orders/\(order.id)", ["Қасымова", "+77012345678", "Абай даңғылы, 10"])
            let before = try await shop.get(path, session)
            #expect(before.body.contains("цель: доставка") && before.body.contains("Показать имя, телефон и адрес"))
            for secret in secrets { #expect(!before.body.contains(secret), "\(secret)") }
            let shown = try await shop.post(path + "/people", ["token": before.token], session)
            #expect(shown.status == 200 && shown.headers["cache-control"] == "no-store")
            for secret in secrets { #expect(shown.body.contains(secret), "\(secret)") }
            let after = try await shop.get(path, session)
            for secret in secrets { #expect(!after.body.contains(secret), "\(secret)") }
            #expect(try await shop.get(path + "/people", session).status == 405)
            let told = lines.withLock { $0.filter { $0.contains("people shown") } }
            #expect(told.count == 1 && told.first?.contains("…\(order.id.description.suffix(4))\"") == true)
            for line in lines.withLock(\.self) {
                #expect(!secrets.contains(where: line.contains) && !line.contains("\(order.id)"), "\(line)")
            }
        }
    }

    @Test("names goods of a snapshot, whose SKUs its indexes know")
    func snapshot() async throws {
        let (snapshot, sample) = (try TestShop.snapshot.get(), try TestShop.site.get().catalog)
        try await BoardShop.open(snapshot: snapshot) { shop in
            try await shop.store.openStock(of: sample)
            let session = try await shop.session() + "; board-language=ru"
            let order = try await Self.place(in: shop, "KZ-DMB-001-98", from: "almaty", market: "kz", catalog: sample)
            #expect(try await shop.get("/board/orders/\(order.id)", session).body.contains("Домбра"))
            #expect(try await shop.get("/board/stock?warehouse=almaty", session).body.contains("Домбра"))
            #expect(try await shop.get("/board", session).status == 200)
        }
    }

    @Test("calls an order off and sends the money back")
    func cancel() async throws {
        try await BoardShop.open { shop in
            let session = try await shop.session()
            let order = try await Self.place(in: shop, "KZ-DMB-001-98", from: "almaty", market: "kz")
            try await Self.pay(order, in: shop)
            let page = try await shop.get("/board/orders/\(order.id)", session)
            let answer = try await shop.post(
                "/board/orders/\(order.id)", ["do": "cancel", "token": page.token], session)
            let cancelled = try #require(try await shop.store.order(order.id))
            #expect(answer.status == 303 && cancelled.stage == .cancelled)
            #expect(cancelled.owed.minorUnits == 0 && cancelled.refunds.count == 1)
        }
    }

    @Test("marks the place of a finding in its line, however long that is")
    func lines() {
        let place = SourcePosition(file: "silk.yaml", line: 6, column: 6)
        let line = MarkedLine("ru: Шeлк", at: place)
        #expect(line.before == "ru: Ш" && line.mark == "e" && line.after == "лк")
        let end = MarkedLine("ru:", at: place)
        #expect(end.before == "ru:" && end.mark.isEmpty && end.after.isEmpty)
        let far = SourcePosition(file: "feed.jsonl", line: 1, column: 5_001)
        let long = MarkedLine(
            String(repeating: "а", count: 5_000) + "\u{200B}" + String(repeating: "я", count: 500), at: far)
        #expect(long.before.count == 61 && long.mark == "\u{FFFD}" && long.after.count == 61)
    }
}
