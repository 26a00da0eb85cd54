import Foundation
import Hummingbird
import Keruen
import ShopAPI
import ShopSite
import Synchronization
import Testing

/// The JSON API over a real loopback socket; every answer is held against the OpenAPI file.
@Suite("The API")
struct APITests {
    // MARK: Goods

    @Test("has exactly the operations that its OpenAPI file tells of")
    func document() throws {
        let own = APIResource.allCases.flatMap { resource in
            resource.methods.filter { $0 != .head }.map { "\($0.rawValue) \(resource.rawValue)" }
        }
        #expect(try APIDocument().names == Set(own))
    }

    @Test("lists the markets with their languages and which way they are read")
    func index() async throws {
        try await APIClient.open { api, _ in
            let index = try await api.get("/api/v1")
            #expect(index.texts("markets", "id") == ["cn", "kz", "ru"])
            #expect(index.answer.body.contains(#"{"tag":"kk-Arab","direction":"rtl","href":"/api/v1/cn/kk-Arab/"}"#))
            let document = try await api.get("/api/v1/openapi.json")
            #expect(document["openapi"] as? String == "3.1.0")
        }
    }

    @Test("finds goods in six written forms, and says which language a text is in and where it came from")
    func languages() async throws {
        try await APIClient.open { api, _ in
            for (place, query, title, origin) in [
                ("kz/kk", "жібек орамал", "Атлас жібек орамал", nil),
                ("kz/kk-Latn", "jıbek oramal", "Atlas jıbek oramal", "converted"),
                ("cn/kk-Arab", "جىبەك ورامال", "اتلاس جىبەك ورامال", "converted"),
                ("ru/ru", "шёлковый платок", nil, nil), ("cn/zh-Hans", "艾德莱斯绸", nil, nil),
                ("cn/zh-Hant", "艾德萊斯綢", nil, "converted"),
            ] as [(String, String, String?, String?)] {
                let found = try await api.get("/api/v1/\(place)/search?q=\(APIClient.encoded(query))&limit=3")
                let items = try #require(found["items"] as? [[String: Any]])
                let shown = try #require(items.first?["title"] as? [String: Any], "\(place)")
                #expect(found.status == 200 && items.count <= 3)
                let language = place.split(separator: "/").last.map(String.init)
                #expect(shown["language"] as? String == language && shown["origin"] as? String == origin, "\(place)")
                if let title { #expect(shown["text"] as? String == title) }
                #expect(found.headers["content-language"] == language)
                let price = try #require(items.first?["price"] as? [String: Any])
                #expect((price["amount"] as? String)?.wholeMatch(of: /[0-9]+\.[0-9]{2}/) != nil)
            }
        }
    }

    @Test("tells of a product what is left of it, of a tour its departures with their instants")
    func product() async throws {
        try await APIClient.open { api, _ in
            let dombra = try await api.get("/api/v1/kz/kk/products/staved-dombra")
            #expect(dombra.texts("variants", "sku") == ["KZ-DMB-001-98", "KZ-DMB-001-78"])
            #expect((dombra["variants"] as? [[String: Any]])?.allSatisfy { ($0["available"] as? Int ?? 0) > 0 } == true)
            let price = (dombra["variants"] as? [[String: Any]])?.first?["price"] as? [String: String]
            #expect(price?["amount"] == "69000.00" && price?["currency"] == "KZT" && price?["formatted"]?.last == "₸")
            let tour = try await api.get("/api/v1/kz/ru/products/almaty-medeu")
            let departures = (tour["tour"] as? [String: Any])?["departures"] as? [[String: Any]]
            let may = departures?.first { $0["day"] as? String == "2027-05-15" }
            #expect(may?["starts"] as? String == "2027-05-15T05:00:00Z" && may?["seats"] as? Int == 15)
            let missing = try await api.get("/api/v1/ru/ru/products/yengisar-gift-knife")
            #expect(missing.status == 404 && missing["code"] as? String == "product-not-found")
        }
    }

    @Test("counts, completes and lists shelves by the same reading of a query")
    func facets() async throws {
        try await APIClient.open { api, _ in
            let query = APIClient.encoded("жібек")
            let total = try await api.get("/api/v1/kz/kk/search?q=\(query)")["total"] as? Int
            let facets = try await api.get("/api/v1/kz/kk/facets?q=\(query)")
            #expect(total == facets["total"] as? Int && facets.texts("category", "code").contains("silk"))
            let silk = try await api.get("/api/v1/kz/kk/facets?category=silk")
            let shelves = try await api.get("/api/v1/kz/kk/categories")
            #expect(shelves.answer.body.contains("\"id\":\"silk\""))
            let list = try await api.get("/api/v1/kz/kk/products?category=silk&limit=1")
            #expect(list["total"] as? Int == silk["total"] as? Int)
            let suggestions = try await api.get("/api/v1/kz/kk/suggest?q=\(APIClient.encoded("жіб"))&limit=4")
            #expect((suggestions["completions"] as? [String])?.first == "жібек")
            #expect((suggestions["completions"] as? [String])?.count ?? 5 <= 4)
        }
    }

    @Test("narrows lists by price, place, stock and days of departure")
    func filters() async throws {
        try await APIClient.open { api, _ in
            let cheap = try await api.get(
                "/api/v1/kz/ru/products?price-from=1000&price-to=9000.00&order=price&limit=100")
            let amounts = (cheap["items"] as? [[String: Any]] ?? []).compactMap {
                (($0["price"] as? [String: Any])?["amount"] as? String).flatMap(Double.init)
            }
            #expect(
                !amounts.isEmpty && amounts == amounts.sorted() && amounts.allSatisfy { (1_000...9_000).contains($0) })
            let tours = try await api.get("/api/v1/kz/ru/products?departs-from=2027-05-15&departs-through=2027-05-15")
            #expect(tours.texts("items", "id").contains("almaty-medeu"))
            #expect(tours.texts("items", "kind").allSatisfy { $0 == "tour" })
            let kashgar = try await api.get("/api/v1/kz/ru/products?region=kashgar&in-stock=true&limit=100")
            #expect(kashgar["total"] as? Int ?? 0 > 0)
            #expect(try await api.get("/api/v1/kz/ru/products?region=atlantis")["total"] as? Int == 0)
        }
    }

    @Test("gives pages that are the whole list, and the same address for the next in header and body")
    func pages() async throws {
        try await APIClient.open { api, _ in
            for start in [
                "/api/v1/kz/kk/products?limit=7", "/api/v1/cn/zh-Hans/products?limit=9&order=price-desc",
                "/api/v1/ru/ru/search?limit=3&q=\(APIClient.encoded("шерсть & войлок"))",
            ] {
                var (ids, next, total) = ([String](), Optional(start), 0)
                while let address = next {
                    let page = try await api.get(address)
                    ids += page.texts("items", "id")
                    (next, total) = (page["next"] as? String, page["total"] as? Int ?? 0)
                    #expect(page.headers["link"] == next.map { "<\($0)>; rel=\"next\"" })
                }
                #expect(ids.count == total && Set(ids).count == total && total > 3, "\(start)")
            }
        }
    }

    @Test("goes on where a page ended, though the catalogue was loaded anew in between")
    func reload() async throws {
        let whole = try TestShop.site.get()
        let isSmaller = Mutex(false)
        let site: @Sendable () throws -> Site = {
            guard isSmaller.withLock(\.self) else { return whole }
            let old = whole.catalog
            // Every third product is gone, the one that the first page ends with among them.
            let left = old.products.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
            return Site(
                catalog: Catalog(
                    products: left, categories: old.categories, markets: old.markets, priceLists: old.priceLists,
                    warehouses: old.warehouses, materials: old.materials, regions: old.regions, synonyms: old.synonyms),
                strings: whole.strings, rates: whole.rates)
        }
        try await APIClient.open(site: site) { api, services in
            let first = try await api.get("/api/v1/kz/ru/products?limit=20")
            let before = try await api.get("/api/v1/kz/ru/products?limit=100").texts("items", "id")
            isSmaller.withLock { $0 = true }
            try services.live.reload()
            let now = try await api.get("/api/v1/kz/ru/products?limit=100").texts("items", "id")
            let rest = try await api.get(try #require(first["next"] as? String) + "&limit=100")
            #expect(rest.status == 400, "a limit that stands twice")
            let next = try #require(first["next"] as? String).replacing("limit=20", with: "limit=100")
            let second = try await api.get(next).texts("items", "id")
            #expect(now.count < before.count && second == now.filter { before.suffix(from: 20).contains($0) })
        }
    }

    @Test("sends nothing again that the caller has, and HEAD has GET's headers")
    func validators() async throws {
        try await APIClient.open { api, _ in
            for path in [
                "/api/v1", "/api/v1/kz/kk/products?limit=2", "/api/v1/kz/kk/products/dutar", "/api/v1/kz/kk/categories",
            ] {
                let first = try await api.get(path)
                let tag = try #require(first.headers["etag"])
                let again = try await api.get(path, ["If-None-Match": tag])
                #expect(again.status == 304 && again.answer.body.isEmpty && again.headers["etag"] == tag)
                #expect(try await api.get(path, ["If-None-Match": "\"other\""]).status == 200)
                let head = try await api.ask("HEAD", path)
                #expect(head.status == 200 && head.answer.body.isEmpty && head.headers["etag"] == tag)
            }
            let other = try await api.get("/api/v1/kz/ru/products?limit=2")
            #expect(other.headers["etag"] != (try await api.get("/api/v1/kz/kk/products?limit=2")).headers["etag"])
        }
    }
}
