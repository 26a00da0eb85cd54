import Foundation
import Keruen
import ShopSite
import Testing

extension Attacks {
    /// Texts of a supplier's file, and of visitors, that would be markup if a page let them.
    @Suite("A text")
    struct MarkupAttackTests {
        /// Ends attributes of both kinds, elements, scripts, templates and JSON, wherever it comes to stand.
        static let hostile = """
            Q"q'><script>alert(1)</script></script></title></textarea><img src=x onerror=alert(2)>{{lang}}{{{lang}}}{{/page}}\
            ]]>--><svg/onload=alert(3)>\\u003cscript\\u003e&lt;b&gt;javascript:alert(4)
            """

        /// The sample catalogue with that at the end of everything that a supplier writes.
        static func site() throws -> Site {
            let sample = try TestShop.site.get()
            let catalog = sample.catalog
            func marked(_ text: Localized<String>) -> Localized<String> {
                Localized(text.values.mapValues { $0 + hostile })
            }
            func marked(_ category: CategoryTree.Category) -> CategoryTree.Category {
                var category = category
                (category.name, category.children) = (marked(category.name), category.children.map(marked))
                return category
            }
            let products = catalog.products.map { product in
                var product = product
                (product.title, product.summary) = (marked(product.title), marked(product.summary))
                product.image = "Q\"q'><img src=x onerror=alert(2)>.svg"
                switch product.details {
                case .handicraft(var made):
                    (made.technique, made.artisan, made.care) = (
                        marked(made.technique), marked(made.artisan), marked(made.care)
                    )
                    product.details = .handicraft(made)
                case .tour(var tour):
                    (tour.meetingPoint, tour.includes) = (marked(tour.meetingPoint), marked(tour.includes))
                    product.details = .tour(tour)
                case .imported(var good):
                    (good.brand, good.manufacturer) = (good.brand + hostile, marked(good.manufacturer))
                    (good.composition, good.storage, good.care) = (
                        marked(good.composition), marked(good.storage), marked(good.care)
                    )
                    product.details = .imported(good)
                }
                for place in product.variants.indices {
                    product.variants[place].options = product.variants[place].options.map { option in
                        switch option.value {
                        case .localized(let value): .init(name: option.name, value: .localized(marked(value)))
                        case .plain(let value): .init(name: option.name, value: .plain(value + hostile))
                        }
                    }
                }
                return product
            }
            return Site(
                catalog: Catalog(
                    products: products, categories: CategoryTree(catalog.categories.roots.map(marked)),
                    markets: catalog.markets,
                    priceLists: catalog.priceLists, warehouses: catalog.warehouses,
                    materials: catalog.materials.mapValues(marked),
                    regions: catalog.regions.mapValues(marked), synonyms: catalog.synonyms),
                strings: sample.strings, rates: sample.rates)
        }

        /// What of it got out of its place on a page. By plain comparisons: patterns would take longer than the shop.
        static func escapes(_ page: String) -> [String] {
            var found: [String] = []
            let parts = page.components(separatedBy: "<script type=\"application/ld+json\">")
            var rest = parts[0]
            for part in parts.dropFirst() {
                guard let end = part.range(of: "</script>") else { return ["JSON-LD without an end"] }
                let text = part[..<end.lowerBound]
                if text.contains("<") || (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil {
                    found.append("in JSON-LD: \(text.prefix(300))")
                }
                rest += part[end.upperBound...]
            }
            for mark in [
                "Q\"q", "q'>", "<script>", "<img src=x", "<svg/", "</title></", "-->", "]]>", "href=\"javascript:",
                "src=\"javascript:", "action=\"javascript:",
            ] {
                if let place = rest.range(of: mark) {
                    found.append("\(mark): \(rest[..<place.lowerBound].suffix(120))")
                }
            }
            return found
        }

        @Test("of a supplier's file stays text on every page, in attributes, JSON-LD and the API")
        func supplier() async throws {
            try await TestShop.open(
                site: Self.site, keyring: try ShopOpening.keys(), now: { ShopOpening().now }
            ) { browser, _ in
                let pages = [
                    "", "c/silk", "c/tours", "p/atlas-silk-scarf", "p/kanas-lake", "p/kazakh-dark-chocolate",
                    "search?q=alert", "search?q=script",
                    "suggest?q=al", "cart", "quote", "checkout",
                ]
                var shown = 0
                for home in ["/ru/ru/", "/cn/kk-Arab/"] {
                    for page in pages {
                        let reply = try await Wire.follow(
                            home + page, cookie: "cart=K1~XJ-SLK-302-IND.1", to: browser.port)
                        #expect(reply.status < 500, "\(home)\(page) \(reply.status)")
                        let type = reply.header("content-type") ?? ""
                        if type.hasPrefix("text/html") {
                            let escapes = Self.escapes(reply.body)
                            #expect(escapes.isEmpty, "\(home)\(page): \(escapes)")
                            if reply.body.contains("Q&quot;q") { shown += 1 }
                        } else if type.hasPrefix("application/json") {
                            #expect(throws: Never.self) {
                                try JSONSerialization.jsonObject(
                                    with: Data(reply.body.utf8), options: .fragmentsAllowed)
                            }
                        }
                        #expect(reply.header("x-content-type-options") == "nosniff", "\(home)\(page)")
                    }
                    for data in [
                        "products", "products/atlas-silk-scarf", "search?q=alert", "suggest?q=al", "categories",
                        "facets",
                    ] {
                        let reply = try await Wire.ask("GET", "/api/v1\(home)\(data)", to: browser.port)
                        #expect(reply.status < 500, "\(home)\(data) \(reply.status)")
                        guard reply.status == 200 else { continue }
                        #expect(throws: Never.self, "\(home)\(data)") {
                            try JSONSerialization.jsonObject(with: Data(reply.body.utf8))
                        }
                        #expect(
                            !reply.body.contains("<script>")
                                || reply.header("content-type")?.hasPrefix("application/json") == true)
                    }
                }
                // Else nothing was tested.
                #expect(shown >= 8)
            }
        }

        @Test("that visitors type stays text wherever a page repeats it")
        func visitor() async throws {
            let typed = Self.hostile.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            try await TestShop.open(keyring: try ShopOpening.keys(), now: { ShopOpening().now }) { browser, services in
                var shown = 0
                for target in [
                    "/kz/kk/?q=", "/ru/ru/search?q=", "/cn/zh-Hans/search?q=", "/kz/kk/c/silk?material=",
                    "/kz/kk/c/silk?after=",
                    "/kz/kk/c/silk?price-from=", "/kz/kk/c/silk?order=", "/kz/kk/suggest?q=", "/ru/ru/orders?id=",
                    "/board/?lang=",
                    "/api/v1/kz/kk/search?q=", "/api/v1/kz/kk/products?category=", "/ru/ru/search?x=1&q=",
                ] {
                    let reply = try await Wire.follow(target + typed, to: browser.port)
                    #expect(reply.status < 500, "\(target) \(reply.status)")
                    #expect(reply.header("location")?.contains("<") != true)
                    if reply.header("content-type")?.hasPrefix("text/html") == true {
                        let escapes = Self.escapes(reply.body)
                        #expect(escapes.isEmpty, "\(target): \(escapes)")
                        if reply.body.contains("Q&quot;q") { shown += 1 }
                    }
                }
                #expect(shown >= 1)
                let form = Form(services)
                for page in ["cart", "checkout", "quote", "orders"] {
                    let fields = [
                        "sku", "quantity", "name", "surname", "givenName", "patronymic", "email", "phone", "city",
                        "street",
                        "postcode",
                        "region", "note", "id", "date", "remove", "recipient", "document",
                    ].map { "\($0)=\(typed.prefix(700))" }.joined(separator: "&")
                    let reply = try await form.post(
                        "/ru/ru/\(page)", fields, cookies: "cart=K1~XJ-SLK-302-IND.1", to: browser.port)
                    #expect(reply.status < 500, "\(page) \(reply.status)")
                    #expect(Self.escapes(reply.body).isEmpty, "\(page): \(Self.escapes(reply.body))")
                }
            }
        }
    }
}
