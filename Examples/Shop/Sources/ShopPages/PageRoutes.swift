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
///     /kz/kk/                           the first page
///     /kz/kk/search?q=                  what a search finds; /kz/kk/suggest?q= what its box offers, as JSON
///     /kz/kk/c/silk/zhibek-pen-mata     a category
///     /kz/kk/p/atlas-silk-scarf/…       a product
///     /kz/kk/cart …                     buying: see `CheckoutRoutes`
///     /sitemap.xml, /robots.txt         for machines
public struct PageRoutes: Sendable {
    /// What its folder of templates has to hold.
    public static let templates = ["layout", "home", "list", "product", "message"] + CheckoutRoutes.templates

    let services: Services
    let templates: MustacheLibrary
    let folders: Folders
    let files: PublicFiles

    /// Where files are served from.
    public struct Folders: Sendable {
        public var images: String
        /// Style, script and ornaments; read once.
        public var assets: String

        public init(images: String, assets: String) {
            self.images = images
            self.assets = assets
        }
    }

    public init(_ services: Services, templates: MustacheLibrary, folders: Folders) {
        (self.services, self.templates, self.folders) = (services, templates, folders)
        files = PublicFiles(folder: folders.assets)
    }

    /// Whether these strings are those that the pages were written for.
    public static func areWritten(for site: Site) -> Bool {
        Strings(site.compiled("shop"), along: []) != nil && CheckoutRoutes.areWritten(for: site)
    }

    var site: Site { services.live.current }
    var store: any OrderStore { services.store }
    var pages: Pages { pages(of: site) }

    func pages(of site: Site) -> Pages {
        Pages(site: site, templates: templates, origin: services.origin, files: files)
    }

    public func add(to router: Router<ShopContext>) {
        router.add(middleware: ErrorPages(shop: self))
        router.get("/") { request, _ in try self.redirectHome(request) }
        router.get("/images/:name") { request, context in try await self.image(request, context) }
        router.get("/:market") { request, context in try self.redirectToLanguage(request, context) }
        addFiles(to: router)
        addWindow(to: router)
        CheckoutRoutes(shop: self).add(to: router)
    }
}
