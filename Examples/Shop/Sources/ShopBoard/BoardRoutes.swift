public import Hummingbird
public import Mustache
public import ShopSite

/// The merchant's board under `/board`.
public struct BoardRoutes: Sendable {
    let services: Services
    let templates: MustacheLibrary

    public init(_ services: Services, templates: MustacheLibrary) {
        (self.services, self.templates) = (services, templates)
    }

    public func add(to router: Router<ShopContext>) {}
}
