internal import Hummingbird
internal import Keruen
internal import ShopSite

/// Turns errors into pages in the visitor's language; an unknown address is a page like any other.
struct ErrorPages: RouterMiddleware {
    let shop: PageRoutes

    func handle(
        _ request: Request, context: ShopContext,
        next: @concurrent (Request, ShopContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch let error as any HTTPResponseError {
            guard error.status == .notFound || error.status == .badRequest, let view = nearestView(request) else {
                return try error.response(from: request, context: context)
            }
            return shop.html(shop.pages.notFound(view), view, status: error.status)
        } catch let error as TradeError {
            guard let view = nearestView(request) else { throw error }
            return shop.html(shop.pages.failed(error, view), view, status: .serviceUnavailable)
        }
    }

    /// The storefront that the address names as far as it names one; else the visitor's own.
    private func nearestView(_ request: Request) -> View? {
        let parts = request.uri.path.split(separator: "/").map(String.init)
        let cart = CartCookie(request.cookies["cart"]?.value)
        let market = parts.first.flatMap(shop.site.catalog.market)
        let language = market.map { market in
            parts.dropFirst().first.flatMap(market.language(named:)) ?? market.language(for: request.accepted)
        }
        let home = shop.site.home(for: request.accepted)
        guard let place = market ?? home?.market, let tag = language ?? home?.language,
            let storefront = shop.site.storefront(place.id, tag.description, at: shop.services.now())
        else { return nil }
        return View(storefront, of: shop.site, path: "/\(place.id)/\(tag)/", cart: cart)
    }
}
