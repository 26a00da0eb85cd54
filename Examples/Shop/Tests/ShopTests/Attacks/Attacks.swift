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
}
