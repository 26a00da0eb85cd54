public import Hummingbird
internal import Foundation
internal import HTTPTypes
internal import Keruen
public import Mustache
public import ShopSite

/// Every address of the shop:
///
///     /                                 → the visitor's market and language
///     /kz/                              → the visitor's language in it
///     /kz/kk/                           all goods in the order of the language; ?q= searches
///     /kz/kk/c/silk                     a category
///     /kz/kk/p/atlas-silk-scarf         a product
///     /kz/kk/cart …                     buying: see `CheckoutRoutes`
public struct PageRoutes: Sendable {
    /// What its folder of templates has to hold.
    public static let templates = ["layout", "browse", "product", "message"] + CheckoutRoutes.templates

    let services: Services
    let templates: MustacheLibrary
    let folders: Folders

    /// Where files are served from.
    public struct Folders: Sendable {
        public var images: String
        public var style: String

        public init(images: String, style: String) {
            self.images = images
            self.style = style
        }
    }

    public init(_ services: Services, templates: MustacheLibrary, folders: Folders) {
        (self.services, self.templates, self.folders) = (services, templates, folders)
    }

    /// Whether these strings are those that the pages were written for.
    public static func areWritten(for site: Site) -> Bool {
        Strings(site.compiled("shop"), along: []) != nil && CheckoutRoutes.areWritten(for: site)
    }

    var site: Site { services.live.current }
    var store: any OrderStore { services.store }
    var pages: Pages { Pages(site: site, templates: templates) }

    public func add(to router: Router<ShopContext>) {
        router.add(middleware: ErrorPages(shop: self))
        router.get("/") { request, _ in try self.redirectHome(request) }
        router.get("/style.css") { _, _ in try self.file(self.folders.style, type: "text/css; charset=utf-8") }
        router.get("/images/:name") { _, context in try self.image(context) }
        router.get("/:market") { request, context in try self.redirectToLanguage(request, context) }
        router.get("/:market/:language") { request, context in
            let view = try self.view(request, context)
            if let query = request.uri.queryParameters["q"].map(String.init), !query.isEmpty {
                return self.html(self.pages.search(query, view), view)
            }
            return self.html(self.pages.browse(nil, view), view)
        }
        router.get("/:market/:language/c/:category") { request, context in
            let view = try self.view(request, context)
            guard let id = context.parameters.get("category"), let category = self.site.catalog.categories[id] else {
                throw HTTPError(.notFound)
            }
            return self.html(self.pages.browse(category, view), view)
        }
        router.get("/:market/:language/p/:product") { request, context in
            let view = try self.view(request, context)
            guard let item = context.parameters.get("product").flatMap({ view.shop[$0] }) else {
                throw HTTPError(.notFound)
            }
            var stock: [SKU: Int] = [:]
            let warehouses = self.site.catalog.warehouses(serving: view.shop.market).map(\.id)
            for variant in item.product.variants {
                stock[variant.sku] = try await self.store.available(variant.sku, in: warehouses)
            }
            return self.html(self.pages.product(item, stock: stock, view), view)
        }
        CheckoutRoutes(shop: self).add(to: router)
    }
}
