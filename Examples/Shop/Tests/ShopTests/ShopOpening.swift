import Foundation
import Keruen
import ShopSite

/// A shop as a test wants it: with keys or without, paid by card or wallet, on a day whose rates of exchange are known.
struct ShopOpening {
    var keyring: Keyring?
    var payments = InMemoryPayments(style: .card)
    var now = noon
    /// What is sold, where that is not the sample catalogue as it is.
    var edit: (@Sendable (Catalog) -> Catalog)?

    /// What is sold out of a snapshot, where that is not the catalogue in memory.
    var snapshot: Snapshot?

    /// 14:00 in Almaty, on a day of which the sample rates tell: tests are of one day, whenever they run.
    static let noon = Date(timeIntervalSince1970: 1_795_770_000)

    /// Of every shop that a test opens, so that a browser can be given what only pages with a form carry.
    static let tokens = Tokens(secret: secret)
    static let secret = "no secret at all"

    /// Two keys that seal nothing but tests.
    static func keys() throws -> Keyring {
        func key(_ byte: UInt8) -> String { Data((0..<32).map { byte &+ $0 }).base64EncodedString() }
        return try Keyring("seal.test=\(key(7)) lookup.test=\(key(70))")
    }

    /// A shop with keys, so that it sells whatever it has.
    static func selling(
        _ payments: InMemoryPayments = InMemoryPayments(style: .card), edit: (@Sendable (Catalog) -> Catalog)? = nil,
        _ body: @escaping @Sendable (Browser, InMemoryStore) async throws -> Void
    ) async throws {
        try await ShopOpening(keyring: try keys(), payments: payments, edit: edit).run(body)
    }

    /// Opens it on a free port for `body`.
    func run(_ body: @escaping @Sendable (Browser, InMemoryStore) async throws -> Void) async throws {
        let (edit, now, snapshot, store) = (edit, now, snapshot, InMemoryStore())
        // A snapshot's own catalogue has no products to count.
        if snapshot != nil { try await store.openStock(of: try TestShop.site.get().catalog) }
        let site: @Sendable () throws -> Site = {
            let usual = try TestShop.site.get()
            if let snapshot { return Site(snapshot: snapshot, strings: usual.strings, rates: usual.rates) }
            guard let edit else { return usual }
            return Site(catalog: edit(usual.catalog), strings: usual.strings, rates: usual.rates)
        }
        try await TestShop.open(
            site: site, tokens: Self.tokens, keyring: keyring, payments: payments, store: store, now: { now }
        ) { browser, _ in try await body(browser, store) }
    }
}
