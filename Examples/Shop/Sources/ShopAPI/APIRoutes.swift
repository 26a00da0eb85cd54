public import Hummingbird
public import ShopSite

/// The JSON API under `/api/v1`.
public struct APIRoutes: Sendable {
    let services: Services

    public init(_ services: Services) { self.services = services }

    public func add(to router: Router<ShopContext>) {}
}
