import Foundation
import NIOCore
import ShopSite
import Testing

extension Attacks {
    /// Bodies for the API that no program of a buyer's sends.
    @Suite("A body for the API")
    struct APIAttackTests {
        static let json = "Content-Type: application/json"

        @Test("that is no JSON, too deep, too large or of huge numbers is refused as a problem")
        func bodies() async throws {
            try await TestShop.open { browser, _ in
                let line = #"{"sku":"RU-MTR-001-5","quantity":%}"#
                func lines(_ quantity: String) -> String { "{\"lines\":[\(line.replacing("%", with: quantity))]}" }
                let deep = String(repeating: "[", count: 30_000) + String(repeating: "]", count: 30_000)
                let nested = String(repeating: #"{"lines":"#, count: 5_000)
                for (name, body, statuses) in [
                    ("deep", deep, 400...422), ("nested", nested, 400...422), ("huge", lines("1e999"), 400...422),
                    ("long number", lines(String(repeating: "9", count: 5_000)), 400...422),
                    ("negative", lines("-1"), 400...422), ("overflow", lines("9223372036854775808"), 400...422),
                    ("fraction", lines("1.5"), 400...422), ("text", lines(#""1""#), 400...422),
                    ("null", "null", 400...422), ("array", "[]", 400...422), ("empty", "", 400...422),
                    ("NUL", "{\"lines\":\"a\u{0}b\"}", 400...422),
                    ("cut off", lines("1").dropLast(3).description, 400...422),
                    ("lone surrogate", #"{"lines":[{"sku":"\ud800","quantity":1}]}"#, 400...422),
                    ("twice", #"{"lines":[],"lines":[]}"#, 400...422), ("trailing", lines("1") + "{}", 400...422),
                    (
                        "a million lines",
                        "{\"lines\":[\((0..<20_000).map { _ in line.replacing("%", with: "1") }.joined(separator: ","))]}",
                        400...422
                    ),
                    ("large", String(repeating: " ", count: 200_000), 413...413),
                ] as [(String, String, ClosedRange<Int>)] {
                    for resource in ["quotes", "orders"] {
                        let reply = try await Wire.ask(
                            "POST", "/api/v1/ru/ru/\(resource)", [Self.json, "Idempotency-Key: K-\(resource)"],
                            body: body,
                            to: browser.port)
                        #expect(statuses.contains(reply.status), "\(resource) \(name): \(reply.status)")
                        #expect(
                            reply.header("content-type")?.hasPrefix("application/problem+json") == true,
                            "\(resource) \(name)")
                        #expect(throws: Never.self, "\(name)") {
                            try JSONSerialization.jsonObject(with: Data(reply.body.utf8))
                        }
                    }
                }
                #expect(try await Attacks.isServing(browser.port))
            }
        }

        /// An operation of the API's file with an address to try it at.
        struct Operation: Sendable {
            let document: APIDocument
            let method: String
            let path: String

            static func all(_ names: (APIDocument) -> Set<String> = { $0.names }) throws -> [Operation] {
                let document = try APIDocument()
                return names(document).sorted().map { name in
                    let parts = name.split(separator: " ").map(String.init)
                    let path = parts[1].replacing("{market}", with: "kz").replacing("{language}", with: "kk")
                    return Operation(
                        document: document, method: parts[0], path: path.replacing("{id}", with: "KR-0000-0000-0000"))
                }
            }

            /// Whether an answer has this status, and is as the file tells.
            func check(_ reply: Wire.Reply, _ status: Int) {
                #expect(reply.status == status, "\(method) \(path): \(reply.status)")
                document.check(reply.answer, to: method, path, at: #_sourceLocation)
            }
        }

        @Test("that is refused before it is read is refused as the API's file tells, at every address")
        func refusals() async throws {
            var limits = Limits.uncounted
            (limits.hosts, limits.bodyTime) = (["shop.example"], .milliseconds(300))
            try await TestShop.open(limits: limits) { browser, _ in
                let (port, long) = (browser.port, String(repeating: "a", count: 5_000))
                for operation in try Operation.all() {
                    let (method, path) = (operation.method, operation.path)
                    operation.check(try await Wire.ask("DELETE", path, to: port), 405)
                    operation.check(try await Wire.ask(method, "\(path)?q=\(long)", to: port), 414)
                    operation.check(try await Wire.ask(method, path, ["Content-Length: 200000"], to: port), 413)
                    let lines = (0..<4).map { "X-\($0): \(long)" }
                    operation.check(try await Wire.ask(method, path, lines, to: port), 431)
                    let foreign = "\(method) \(path) HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    operation.check(try await Wire.send(foreign, to: port), 421)
                }
                // The others don't wait for a body that they don't read.
                let waiting = try Operation.all { $0.names(with: 408) }
                #expect(waiting.map(\.path) == ["/api/v1/kz/kk/orders", "/api/v1/kz/kk/quotes"])
                for operation in waiting {
                    let lines = [Self.json, "Idempotency-Key: K-1", "Content-Length: 20"]
                    operation.check(try await Wire.ask("POST", operation.path, lines, to: port), 408)
                }
            }
            limits = .uncounted
            limits.requests = .init(perMinute: 1, burst: 1)
            try await TestShop.open(limits: limits) { browser, _ in
                _ = try await Wire.ask("GET", "/api/v1", to: browser.port)
                for operation in try Operation.all() {
                    operation.check(try await Wire.ask(operation.method, operation.path, to: browser.port), 429)
                }
            }
        }

        @Test("opens to no other site's scripts")
        func crossOrigin() async throws {
            try await TestShop.open { browser, _ in
                for method in ["GET", "POST", "OPTIONS"] {
                    let reply = try await Wire.ask(
                        method, "/api/v1/ru/ru/products",
                        [
                            "Origin: https://evil.example", "Access-Control-Request-Method: POST", Self.json,
                        ], to: browser.port)
                    #expect(reply.header("access-control-allow-origin") == nil && reply.status < 500, "\(method)")
                }
            }
        }

        @Test("with a cursor of the sender's own making gets the first page or is refused")
        func cursors() async throws {
            try await TestShop.open { browser, _ in
                for cursor in [
                    "AAAA", "%00", "%ff", "-1", "99999999999999999999", "..%2f..",
                    "a".padding(toLength: 2_000, withPad: "a", startingAt: 0), "eyJhIjoxfQ==",
                ] {
                    for target in ["/api/v1/ru/ru/products?limit=2&after=", "/ru/ru/c/silk?after="] {
                        let reply = try await Wire.ask("GET", target + cursor, to: browser.port)
                        #expect((200..<500).contains(reply.status), "\(target)\(cursor.prefix(40)) \(reply.status)")
                    }
                }
            }
        }
    }
}
