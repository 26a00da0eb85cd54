internal import Foundation
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension APICall {
    /// A shelf, or everything.
    func products(_ query: inout QueryReader) throws -> KeptAnswer {
        let category = query.code("category")
        let filters = query.narrowed(in: market, from: shop.day)
        let order = query.choice("order", ["title", "price", "price-desc", "newest"])
        let (cursor, limit) = (query.cursor(), query.integer("limit", in: 1...100))
        guard query.faults.isEmpty else { throw Problem(query.faults, status: .badRequest) }
        let page = try shop.browse(
            category: category, filters: filters, order: order.flatMap(SearchIndex.Order.init) ?? .title, after: cursor,
            limit: limit ?? 20)
        return list(page, total: shop.index.count(category: category, filters: filters), query)
    }

    /// What a query finds.
    func search(_ query: inout QueryReader) throws -> KeptAnswer {
        let text = query.searched(isRequired: true)
        var filters = query.narrowed(in: market, from: shop.day)
        filters.category = query.code("category")
        let order = query.choice("order", SearchIndex.Order.allCases.map(\.rawValue))
        let (cursor, limit) = (query.cursor(), query.integer("limit", in: 1...100))
        guard query.faults.isEmpty else { throw Problem(query.faults, status: .badRequest) }
        let page = try shop.search(
            text, filters: filters, order: order.flatMap(SearchIndex.Order.init) ?? .relevance, after: cursor,
            limit: limit ?? 20)
        return list(
            page, total: shop.index.count(of: text, filters: filters), query,
            suggestion: shop.index.suggestion(for: text))
    }

    /// What a search box offers while somebody types.
    func suggestions(_ query: inout QueryReader) throws -> KeptAnswer {
        let text = query.searched(isRequired: true)
        let limit = query.integer("limit", in: 1...20)
        guard query.faults.isEmpty else { throw Problem(query.faults, status: .badRequest) }
        var json = JSONWriter()
        json.object { json in
            json.array("completions") { json in
                for completion in shop.index.completions(of: text, limit: limit ?? 8) { json.value(completion) }
            }
            json.optional("suggestion", shop.index.suggestion(for: text))
        }
        return kept(json, ServedLanguages())
    }

    /// How many products of a search or a shelf there are by category, material and region.
    func facets(_ query: inout QueryReader) throws -> KeptAnswer {
        let text = query.searched(isRequired: false)
        var filters = query.narrowed(in: market, from: shop.day)
        filters.category = query.code("category")
        guard query.faults.isEmpty else { throw Problem(query.faults, status: .badRequest) }
        var json = JSONWriter(capacity: 4_096)
        json.object { json in
            json.field("total", shop.index.count(of: text, filters: filters))
            for facet in SearchIndex.Facet.allCases {
                json.array(facet.rawValue) { json in
                    for count in shop.counts(text, filters: filters, by: facet) {
                        json.object { json in
                            json.field("code", count.code)
                            json.field("name", count.name)
                            json.field("count", count.count)
                        }
                    }
                }
            }
        }
        return kept(json, ServedLanguages())
    }

    /// The tree of shelves, each with how many products stand on it and below.
    func categories(_ query: QueryReader) throws -> KeptAnswer {
        guard query.faults.isEmpty else { throw Problem(query.faults, status: .badRequest) }
        let served = ServedLanguages()
        var json = JSONWriter(capacity: 4_096)
        json.object { json in
            json.array("items") { json in
                for category in shop.catalog.categories.roots { shelf(category, to: &json, served) }
            }
        }
        return kept(json, served)
    }

    private func shelf(_ category: CategoryTree.Category, to json: inout JSONWriter, _ served: ServedLanguages) {
        json.object { json in
            json.field("id", category.id)
            json.text("name", shop.text(category.name), noting: served)
            json.field("count", shop.index.count(category: category.id))
            json.array("children") { json in for child in category.children { shelf(child, to: &json, served) } }
        }
    }

    private func list(
        _ page: Storefront.Page, total: Int, _ query: QueryReader, suggestion: String? = nil
    ) -> KeptAnswer {
        let served = ServedLanguages()
        let next = page.next.map { query.address(request.uri.path, after: $0) }
        var json = JSONWriter(capacity: 1_024 * (page.items.count + 1))
        json.object { json in
            json.field("total", total)
            json.optional("suggestion", suggestion)
            json.array("items") { json in
                for found in page.items { json.object { card(found.item, to: &$0, served) } }
            }
            json.optional("next", next)
        }
        return kept(json, served, link: next.map { "<\($0)>; rel=\"next\"" } ?? "")
    }

    /// A product as lists show it.
    func card(_ item: Storefront.Item, to json: inout JSONWriter, _ served: ServedLanguages) {
        let product = item.product
        json.field("id", product.id)
        json.field("href", root + "products/" + product.id)
        json.field("page", "/\(market.id)/\(shop.language)/p/\(product.id)")
        json.field("kind", product.kind.rawValue)
        json.field("category", product.category)
        json.text("title", item.title, noting: served)
        json.text("summary", shop.text(product.summary), noting: served)
        json.field("image", "/images/" + product.image)
        if let price = shop.catalog.lowestPrice(of: product, in: market.id, on: shop.day) {
            json.money("price", price.amount, shop, formatted: item.price)
        }
        json.field("isLowestOfSeveral", item.isLowestOfSeveral)
    }
}

extension QueryReader {
    /// The same list behind a page of it.
    func address(_ path: String, after cursor: SearchIndex.Cursor) -> String {
        let kept = (["q"] + Self.filters + ["order", "limit"]).compactMap { name in
            values[name].map { "\(name)=\(Self.encoded($0))" }
        }
        return path + "?" + (kept + ["after=\(cursor)"]).joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    /// RFC 3986 §2.3.
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
