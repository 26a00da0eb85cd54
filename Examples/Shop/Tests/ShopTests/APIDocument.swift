import Foundation
import Testing

/// The API's OpenAPI file as tests hold answers against it.
struct APIDocument {
    /// Operations as `GET /api/v1`, each with its responses.
    private var operations: [String: [String: Any]] = [:]
    private let shared: [String: Any]

    init() throws {
        let file = TestShop.root.appending(path: "Examples/Shop/openapi.json")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        let components = try #require(root["components"] as? [String: Any])
        shared = try #require(components["responses"] as? [String: Any])
        for (path, item) in try #require(root["paths"] as? [String: [String: [String: Any]]]) {
            for (method, operation) in item {
                operations["\(method.uppercased()) \(path)"] = operation["responses"] as? [String: Any]
            }
        }
    }

    var names: Set<String> { Set(operations.keys) }

    /// Whether an answer is one that the file tells of: by its status, its type of content and the headers that it must have.
    func check(_ answer: Answer, to method: String, _ path: String, at location: SourceLocation) {
        // Nothing is told of addresses that are none.
        guard !path.hasSuffix("/") else { return }
        // What HEAD may answer is what GET may.
        let name = "\(method == "HEAD" ? "GET" : method) \(Self.template(path))"
        guard let responses = operations[name] else { return }
        guard var response = responses["\(answer.status)"] as? [String: Any] else {
            Issue.record("\(name): \(answer.status) is in no document", sourceLocation: location)
            return
        }
        if let reference = (response["$ref"] as? String)?.split(separator: "/").last {
            response = shared[String(reference)] as? [String: Any] ?? [:]
        }
        if let content = response["content"] as? [String: Any] {
            #expect(content[answer.headers["content-type"] ?? ""] != nil, "\(name)", sourceLocation: location)
        }
        for header in (response["headers"] as? [String: Any] ?? [:]).keys where header != "Link" {
            #expect(answer.headers[header.lowercased()] != nil, "\(name): \(header)", sourceLocation: location)
        }
    }

    private static func template(_ path: String) -> String {
        var parts = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        if parts.count > 3 {
            (parts[2], parts[3]) = ("{market}", "{language}")
            if parts.count > 5 { parts[5] = "{id}" }
        }
        return "/" + parts.joined(separator: "/")
    }
}
