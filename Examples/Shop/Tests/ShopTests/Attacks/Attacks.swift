import Foundation
import NIOCore
import ShopSite
import Testing

/// What is tried against the shop over a real socket, one thing after the other, since many of them are about time.
@Suite("The shop holds when", .serialized)
enum Attacks {
    /// That it still answers after one.
    static func isServing(_ port: Int) async throws -> Bool {
        try await Wire.ask("GET", "/kz/kk/cart", to: port, patience: .seconds(20)).status == 200
    }

    /// A store in a file that is gone after the test.
    static func temporaryFile() -> URL { URL.temporaryDirectory.appending(path: "attack-\(Tokens.visit()).sqlite") }

    static func remove(_ file: URL) {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + end) }
    }

    /// The last form before an order is placed, as a buyer's browser has it.
    static func filledCheckout(_ browser: Browser, _ sku: String = "RU-MTR-001-5") async throws -> (
        lines: [String], body: String
    ) {
        let buyer = Buyer(browser, at: "/ru/ru/")
        try await buyer.add(sku)
        _ = try await buyer.get("checkout")
        let (token, shown) = await (buyer.token, buyer.shown)
        let fields = ["token": token, "shown": shown].merging(Buyer.ivan) { $1 }
        return (
            ["Cookie: \(await buyer.cookies)", "Content-Type: application/x-www-form-urlencoded"],
            fields.map { "\($0)=\(Buyer.encoded($1))" }.joined(separator: "&")
        )
    }
}
