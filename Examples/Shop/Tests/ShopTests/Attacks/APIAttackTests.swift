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
