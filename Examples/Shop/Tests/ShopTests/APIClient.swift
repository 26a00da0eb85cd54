import Foundation
import Keruen
import ShopSite
import Testing

/// Asks the API and holds whatever comes back against its OpenAPI file.
///
///     try await APIClient.open { api, services in
///         let found = try await api.get("/api/v1/kz/kk/search?q=\(APIClient.encoded("жібек"))")
///     }
struct APIClient: Sendable {
    let browser: Browser

    /// A shop with keys, so that it takes orders.
    static func open(
        site: @escaping @Sendable () throws -> Site = { try TestShop.site.get() }, hasKeys: Bool = true,
        store: any OrderStore = InMemoryStore(), now: Date = ShopOpening().now,
        _ body: @escaping @Sendable (APIClient, Services) async throws -> Void
    ) async throws {
        try await TestShop.open(
            site: site, keyring: hasKeys ? try ShopOpening.keys() : nil, store: store, now: { now }
        ) { browser, services in try await body(APIClient(browser: browser), services) }
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    struct Reply {
        var answer: Answer
        var json: [String: Any]

        var status: Int { answer.status }
        var headers: [String: String] { answer.headers }
        var code: String { json["code"] as? String ?? "" }
        /// Where the faults are, in their order.
        var places: [String] {
            objects("errors").compactMap { ($0["pointer"] ?? $0["parameter"] ?? $0["header"]) as? String }
        }

        subscript(key: String) -> Any? { json[key] }

        func objects(_ list: String) -> [[String: Any]] { json[list] as? [[String: Any]] ?? [] }

        func texts(_ list: String, _ key: String) -> [String] { objects(list).compactMap { $0[key] as? String } }
    }

    func ask(
        _ method: String, _ path: String, _ headers: [String: String] = [:], _ body: String? = nil,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Reply {
        var headers = headers
        // Foundation would send a language of its own.
        if headers["Accept-Language"]?.isEmpty ?? true { headers["Accept-Language"] = "*" }
        let answer = try await browser.send(method, path, headers, body)
        try APIDocument().check(answer, to: method, path, at: location)
        let json = try? JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
        return Reply(answer: answer, json: json ?? [:])
    }

    func get(
        _ path: String, _ headers: [String: String] = [:], at location: SourceLocation = #_sourceLocation
    ) async throws -> Reply { try await ask("GET", path, headers, at: location) }

    func post(
        _ path: String, _ body: String = "", key: String? = nil, _ headers: [String: String] = [:],
        at location: SourceLocation = #_sourceLocation
    ) async throws -> Reply {
        var headers = headers
        headers["Idempotency-Key"] = key
        if headers["Content-Type"] == nil { headers["Content-Type"] = "application/json" }
        return try await ask("POST", path, headers, body, at: location)
    }
}
