public import Foundation
public import Keruen

/// What pages, API and board work with.
public struct Services: Sendable {
    public let live: LiveSite
    /// Orders and stock, as `watch` lets them be asked for.
    public var store: any OrderStore { watch }
    /// Tells whether orders are taken.
    public let watch: StoreWatch
    /// Seals names, addresses and documents; nil where the shop was given no keys, and then sells nothing that needs them.
    public let keyring: Keyring?
    public let payments: any PaymentProvider
    public let tokens: Tokens
    /// `https://shop.example`, without a slash at the end: what links that leave the page begin with.
    public let origin: String
    public let now: @Sendable () -> Date

    public init(
        live: LiveSite, store: any OrderStore, keyring: Keyring?, payments: any PaymentProvider, tokens: Tokens,
        origin: String, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        (self.live, self.keyring, self.payments) = (live, keyring, payments)
        watch = store as? StoreWatch ?? StoreWatch(store)
        (self.tokens, self.origin, self.now) = (tokens, origin, now)
    }

    /// Whether browsers reach the shop over TLS, so that its cookies may insist on it.
    public var isSecure: Bool { origin.hasPrefix("https://") }
}
