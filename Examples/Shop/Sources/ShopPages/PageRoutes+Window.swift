internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension PageRoutes {
    func addFiles(to router: Router<ShopContext>) {
        for name in files.names {
            router.get(RouterPath("/\(name)")) { request, _ in try self.files.response(name, to: request) }
        }
        router.get("/robots.txt") { request, _ in
            request.response(KeptAnswer(self.sitemap.robots, contentType: "text/plain; charset=utf-8"))
        }
        router.get("/sitemap.xml") { request, _ in
            request.response(KeptAnswer(self.sitemap.index, contentType: "application/xml; charset=utf-8"))
        }
        router.get("/sitemap/:market/:language/:page") { _, context in try self.sitemapPage(context) }
    }

    func addWindow(to router: Router<ShopContext>) {
        router.get("/:market/:language") { request, context in try await self.home(request, context) }
        router.get("/:market/:language/search") { request, context in try await self.search(request, context) }
        router.get("/:market/:language/suggest") { request, context in try await self.suggest(request, context) }
        for path in ["c/:id", "c/:id/:slug"] {
            router.get(RouterPath("/:market/:language/\(path)")) { request, context in
                try await self.category(request, context)
            }
        }
        for path in ["p/:id", "p/:id/:slug"] {
            router.get(RouterPath("/:market/:language/\(path)")) { request, context in
                try await self.product(request, context)
            }
        }
    }

    private func home(_ request: Request, _ context: ShopContext) async throws -> Response {
        let view = try view(request, context)
        let query = ListQuery(request.uri.query)
        // Searches were once asked of the first page.
        if query.text != nil { return .moved(view.address(of: .search(query))) }
        return try await kept(request, view, "") { pages(of: view.site).home(view) }
    }

    private func search(_ request: Request, _ context: ShopContext) async throws -> Response {
        let view = try view(request, context)
        let query = ListQuery(request.uri.query).known(in: view.site.catalog)
        return try await kept(request, view, "search\(query.suffix)") { pages(of: view.site).search(query, view) }
    }

    private func suggest(_ request: Request, _ context: ShopContext) async throws -> Response {
        let view = try view(request, context)
        var query = ListQuery()
        query.text = ListQuery(request.uri.query).text
        let key = "suggest\(query.suffix)"
        return try await kept(request, view, key, type: "application/json; charset=utf-8") {
            pages(of: view.site).suggestions(query.text ?? "", view)
        }
    }

    private func category(_ request: Request, _ context: ShopContext) async throws -> Response {
        let view = try view(request, context)
        guard let id = context.parameters.get("id"), let category = view.site.catalog.categories[id] else {
            throw HTTPError(.notFound)
        }
        let query = ListQuery(request.uri.query).known(in: view.site.catalog)
        if let better = better(than: request, for: .category(category), view) { return .moved(better) }
        return try await kept(request, view, "c/\(id)\(query.suffix)") {
            pages(of: view.site).category(category, query, view)
        }
    }

    /// A product's page is kept with what is left of it in its key: it is made anew when something is sold, and never tells what was.
    private func product(_ request: Request, _ context: ShopContext) async throws -> Response {
        let view = try view(request, context)
        guard let item = context.parameters.get("id").flatMap({ view.shop[$0] }) else { throw HTTPError(.notFound) }
        if let better = better(than: request, for: .product(item.product), view) { return .moved(better) }
        let stock = try await ShelfStock(of: item.product, for: view.shop.market, in: view.site.catalog, from: store)
        let now = services.now()
        // A tour's sale ends at an hour of the day.
        let hour = item.product.kind == .tour ? " \(Int(now.timeIntervalSince1970 / 60))" : ""
        let isPaused = services.watch.pause != nil
        let key = "p/\(item.product.id) \(stock.key)\(hour)\(isPaused ? " paused" : "")"
        return try await kept(request, view, key) {
            pages(of: view.site).product(item, stock, view, at: now, isPaused: isPaused)
        }
    }

    /// The id decides; what is written behind it is today's title, or leads there. What is asked behind the question mark goes along.
    private func better(than request: Request, for place: Place, _ view: View) -> String? {
        let address = view.address(of: place)
        guard request.uri.path != address else { return nil }
        return address + (request.uri.query.map { "?" + $0 } ?? "")
    }

    // MARK: For machines

    private var sitemap: Sitemap { Sitemap(site: site, origin: services.origin, now: services.now()) }

    private func sitemapPage(_ context: ShopContext) throws -> Response {
        let sitemap = sitemap
        guard let market = context.parameters.get("market"), let language = context.parameters.get("language"),
            let page = context.parameters.get("page"), page.hasSuffix(".xml"),
            let number = Int(page.dropLast(4)),
            let shop = sitemap.site.storefront(market, language, at: sitemap.now),
            let body = sitemap.page(number, of: shop)
        else { throw HTTPError(.notFound) }
        return Response(status: .ok, headers: [.contentType: "application/xml; charset=utf-8"], body: body)
    }
}
