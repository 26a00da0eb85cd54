internal import Foundation
public import HTTPTypes

/// What the API has, by the template of its address as OpenAPI writes it.
///
///     APIResource.order.rawValue          // /api/v1/{market}/{language}/orders/{id}
///     APIResource.order.methods           // GET, HEAD
public enum APIResource: String, CaseIterable, Sendable {
    case index = "/api/v1"
    case description = "/api/v1/openapi.json"
    case products = "/api/v1/{market}/{language}/products"
    case product = "/api/v1/{market}/{language}/products/{id}"
    case search = "/api/v1/{market}/{language}/search"
    case suggestions = "/api/v1/{market}/{language}/suggest"
    case facets = "/api/v1/{market}/{language}/facets"
    case categories = "/api/v1/{market}/{language}/categories"
    case quotes = "/api/v1/{market}/{language}/quotes"
    case orders = "/api/v1/{market}/{language}/orders"
    case order = "/api/v1/{market}/{language}/orders/{id}"
    case cancellation = "/api/v1/{market}/{language}/orders/{id}/cancel"

    public var methods: [HTTPRequest.Method] {
        switch self {
        case .quotes, .orders, .cancellation: [.post]
        default: [.get, .head]
        }
    }

    /// Names that may stand behind the question mark.
    public var parameters: [String] {
        switch self {
        case .products: QueryReader.filters + ["order", "after", "limit"]
        case .search: ["q"] + QueryReader.filters + ["order", "after", "limit"]
        case .facets: ["q"] + QueryReader.filters
        case .suggestions: ["q", "limit"]
        default: []
        }
    }

    /// Where an address leads: the market and language that it names, and what has an id of its own.
    struct Place {
        var resource: APIResource
        var market = ""
        var language = ""
        var id = ""
    }

    /// Nil for an address that nothing is under; an empty part is no name.
    static func place(of path: String) -> Place? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
        if parts.isEmpty { return path == "/api/v1" ? Place(resource: .index) : nil }
        guard path.hasPrefix("/api/v1/") else { return nil }
        if parts.count == 1 { return parts.first == "openapi.json" ? Place(resource: .description) : nil }
        guard parts.count >= 3, !parts.contains("") else { return nil }
        let at = parts.startIndex
        let resource: APIResource? =
            switch (parts[at + 2], parts.count) {
            case ("products", 3): .products
            case ("products", 4): .product
            case ("search", 3): .search
            case ("suggest", 3): .suggestions
            case ("facets", 3): .facets
            case ("categories", 3): .categories
            case ("quotes", 3): .quotes
            case ("orders", 3): .orders
            case ("orders", 4): .order
            case ("orders", 5) where parts[at + 4] == "cancel": .cancellation
            default: nil
            }
        guard let resource else { return nil }
        let id = parts.count > 3 ? String(parts[at + 3]) : ""
        return Place(
            resource: resource, market: String(parts[at]), language: String(parts[at + 1]),
            id: id.removingPercentEncoding ?? id)
    }
}
