import Foundation
import Keruen
import ShopServer
import ShopSite
import Testing

@testable import ShopBoard

/// Files of products that a merchant or their program sends to the board.
@Suite("An import on the board", .serialized)
struct BoardImportTests {
    /// A product as a line of JSON.
    static func line(
        _ id: String, sku: String, title: String = "Мыс құман", price: String = "18500.00"
    ) -> String {
        #"""
        {"id": "\#(id)", "kind": "handicraft", "category": "metalware", "image": "kashgar-copper-teapot.svg", "origin": "CN", \#
        "title": {"zh-Hans": "铜壶", "ru": "Медный кувшин", "kk": "\#(title)"}, "hsCode": "741810", \#
        "description": {"zh-Hans": "手工打制的铜壶。", "ru": "Кувшин ручной работы.", "kk": "Қолдан соғылған құман."}, \#
        "handicraft": {"materials": [{"material": "copper", "share": 100}], "region": "kashgar", \#
        "technique": {"zh-Hans": "手工锻打", "ru": "ручная выколотка", "kk": "қолмен соғу"}, \#
        "artisan": {"zh-Hans": "喀什铜匠巷", "ru": "улица медников, Кашгар", "kk": "Қашқардың мысшылар көшесі"}, \#
        "size": {"height": "26 cm"}, "made": "new", "oneOfAKind": false, \#
        "care": {"zh-Hans": "勿空烧", "ru": "не греть пустым", "kk": "бос қыздырмаңыз"}}, \#
        "variants": [{"sku": "\#(sku)", "weight": "1.4 kg", "prices": {"kz": "\#(price)"}, "stock": {"almaty": "5"}}]}
        """#
    }

    @Test("puts goods of a sound file on sale at once, stock and all, and takes a file of the same name for it")
    func landing() async throws {
        try await BoardShop.open { shop in
            let session = try await shop.session()
            let token = try await shop.get("/board/imports", session).token
            let first = Self.line("copper-ewer", sku: "XJ-COP-901") + "\n" + Self.line("copper-bowl", sku: "XJ-COP-902")
            let sent = try await shop.upload(first + "\n", named: "新品 2027.jsonl", session, token: token)
            #expect(sent.status == 303 && sent.location.hasPrefix("/board/imports/"))
            let done = try await shop.outcome(sent.location, session)
            #expect(done.body.contains("2 товара выставлено на продажу."), "\(done.body)")
            #expect(shop.live.current.product("copper-ewer")?.title[.kk] == "Мыс құман")
            let sku = try #require(SKU("XJ-COP-901"))
            #expect(try await shop.store.available(sku, in: ["almaty"]) == 5)
            #expect(try await shop.get("/kz/ru/p/copper-ewer").status != 404)
            let again = try await shop.upload(
                Self.line("copper-ewer", sku: "XJ-COP-901", title: "Жез құман"), named: "新品 2027.jsonl", session,
                token: token)
            #expect(try await shop.outcome(again.location, session).body.contains("1 товар выставлен на продажу."))
            #expect(shop.live.current.product("copper-bowl") == nil)
            #expect(shop.live.current.product("copper-ewer")?.title[.kk] == "Жез құман")
            let files = try FileManager.default.contentsOfDirectory(atPath: shop.catalog.path + "/products")
            #expect(files.filter { !$0.hasSuffix(".yaml") }.count == 1)
            let list = try await shop.get("/board/imports?lang=ru", session).body
            #expect(list.contains(sent.location) && list.contains(again.location))
        }
    }

    @Test("publishes nothing of a file with an error, and says where it is and why")
    func refused() async throws {
        try await BoardShop.open { shop in
            let session = try await shop.session()
            let token = try await shop.get("/board/imports", session).token
            let before = try FileManager.default.contentsOfDirectory(atPath: shop.catalog.path + "/products")
            let lines = [
                Self.line("copper-ewer", sku: "XJ-COP-901"), "{\"id\": \"broken\"",
                // A Latin letter among Cyrillic ones, and a price below nothing.
                Self.line("copper-jug", sku: "XJ-COP-903", title: "Мыc <i>құман</i>", price: "-1.00"),
                // What the shop has already.
                Self.line("dutar", sku: "XJ-DUT-315"),
            ]
            let sent = try await shop.upload(lines.joined(separator: "\n"), named: "feed.jsonl", session, token: token)
            let page = try await shop.outcome(sent.location, session)
            #expect(page.body.contains("Не выставлено: есть ошибки"))
            for place in ["feed.jsonl:2:", "feed.jsonl:3:"] { #expect(page.body.contains(place), "\(place)") }
            for code in ["CAT0203", "CAT0308", "CAT0101", "CAT0102"] { #expect(page.body.contains(code), "\(code)") }
            #expect(!page.body.contains("<i>құман") && page.body.contains(/<mark>.<\/mark>c? &lt;i&gt;құман/))
            let status = try await shop.send("GET", sent.location, ["Cookie": session, "Accept": "application/json"])
            #expect(status.body.contains("\"state\":\"refused\"") && status.body.contains("\"line\":3"))
            #expect(shop.live.current.product("copper-ewer") == nil)
            #expect(try FileManager.default.contentsOfDirectory(atPath: shop.catalog.path + "/products") == before)
        }
    }

    @Test("takes a program's file as the request's body, and one that is none with a clear sentence")
    func programs() async throws {
        try await BoardShop.open { shop in
            let bearer = ["Authorization": "Bearer \(BoardShop.token)", "Accept": "application/json"]
            let sent = try await shop.send(
                "POST", "/board/imports?name=feed.jsonl", bearer,
                body: Data(Self.line("copper-ewer", sku: "XJ-COP-901").utf8))
            #expect(sent.status == 202 && sent.location.hasPrefix("/board/imports/"))
            let session = try await shop.session() + "; board-language=ru"
            #expect(try await shop.outcome(sent.location, session).body.contains("1 товар выставлен на продажу."))
            let token = try await shop.get("/board/imports", session).token
            let empty = try await shop.upload("", named: "", session, token: token)
            #expect(empty.status == 422 && empty.body.contains("Сначала выберите его"))
            let cut = try await shop.send(
                "POST", "/board/imports", ["Cookie": session, "Content-Type": "multipart/form-data; boundary=edge"],
                body: Data("--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n".utf8))
            #expect(cut.status == 422 && cut.body.contains("Загрузка оборвалась"))
            let bare = try await shop.send("POST", "/board/imports", ["Cookie": session], body: Data("{}".utf8))
            #expect(bare.status == 403)
            let nonsense = try await shop.upload("\u{0}\u{1}", named: "cat.jpg", session, token: token)
            #expect(try await shop.outcome(nonsense.location, session).body.contains("Не выставлено"))
        }
    }

    @Test("cuts a form of several parts at its boundaries wherever the network cuts it")
    func multipart() throws {
        let text =
            "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"新品.jsonl\"\r\n\r\n{\"a\":1}\r\n--y\r\n\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--x--\r\n"
        let bytes = Array(text.utf8)
        for size in [1, 2, 3, 7, 64, bytes.count] {
            var form = MultipartForm(boundary: "x")
            var parts: [String: String] = [:]
            var (name, content, file) = ("", [UInt8](), "")
            for start in stride(from: 0, to: bytes.count, by: size) {
                try form.read(bytes[start..<min(bytes.count, start + size)]) { event in
                    switch event {
                    case .part(let part, let given): (name, content, file) = (part, [], given ?? file)
                    case .bytes(let more): content += more
                    case .end: parts[name] = String(decoding: content, as: UTF8.self)
                    }
                }
            }
            #expect(parts == ["token": "abc", "file": "{\"a\":1}\r\n--y\r\n", "empty": ""], "\(size)")
            #expect(form.isComplete && file == "新品.jsonl")
        }
    }
}
