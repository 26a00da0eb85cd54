import Foundation
import Testing

/// The API's OpenAPI file as tests hold answers against it.
struct APIDocument: Sendable {
    /// What an answer of one status has to be like.
    private struct Response {
        /// None for an answer without a body.
        var types: Set<String>
        var headers: [String]
    }

    /// Operations as `GET /api/v1`, each with its responses by status.
    private var operations: [String: [Int: Response]] = [:]

    init() throws {
        let file = TestShop.root.appending(path: "Examples/Shop/openapi.json")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        let components = try #require(root["components"] as? [String: Any])
        let shared = try #require(components["responses"] as? [String: Any])
        for (path, item) in try #require(root["paths"] as? [String: [String: [String: Any]]]) {
            for (method, operation) in item {
                var responses: [Int: Response] = [:]
                for (status, response) in try #require(operation["responses"] as? [String: [String: Any]]) {
                    let reference = (response["$ref"] as? String)?.split(separator: "/").last
                    let own = try #require(reference.map { shared[String($0)] as? [String: Any] } ?? response)
                    responses[try #require(Int(status))] = Response(
                        types: Set((own["content"] as? [String: Any] ?? [:]).keys),
                        headers: Array((own["headers"] as? [String: Any] ?? [:]).keys))
                }
                operations["\(method.uppercased()) \(path)"] = responses
            }
        }
    }

    var names: Set<String> { Set(operations.keys) }

    /// The operations that tell of an answer with this status.
    func names(with status: Int) -> Set<String> { Set(operations.filter { $0.value[status] != nil }.keys) }

    /// Whether an answer is one that the file tells of: by its status, its type of content and the headers that it must have.
    func check(_ answer: Answer, to method: String, _ path: String, at location: SourceLocation) {
        // Nothing is told of addresses that are none.
        guard !path.hasSuffix("/") else { return }
        // What HEAD may answer is what GET may.
        let name = "\(method == "HEAD" ? "GET" : method) \(Self.template(path))"
        guard let responses = operations[name] else { return }
        guard let response = responses[answer.status] else {
            Issue.record("\(name): \(answer.status) is in no document", sourceLocation: location)
            return
        }
        if response.types.isEmpty {
            #expect(answer.body.isEmpty, "\(name)", sourceLocation: location)
        } else {
            #expect(
                response.types.contains(answer.headers["content-type"] ?? ""), "\(name)", sourceLocation: location)
        }
        for header in response.headers where header != "Link" {
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
