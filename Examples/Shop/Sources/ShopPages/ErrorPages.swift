internal import HTTPTypes
internal import Hummingbird
internal import Keruen

/// Turns errors into pages in the visitor's language; an unknown address is a page like any other.
struct ErrorPages: RouterMiddleware {
    let shop: Shop

    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch let error as any HTTPResponseError {
            guard error.status == .notFound || error.status == .badRequest, let view = nearestView(request) else {
                return try error.response(from: request, context: context)
            }
            return shop.html(shop.pages.notFound(view), view, status: error.status)
        } catch let error as TradeError {
            guard let view = nearestView(request) else { throw error }
            return shop.html(shop.pages.cart(view, error: error), view, status: .serviceUnavailable)
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
            let storefront = shop.site.storefront(place.id, tag.description)
        else { return nil }
        return View(storefront, of: shop.site, path: "/\(place.id)/\(tag)/", cart: cart)
    }
}

/// No scripts, no foreign content, no guessing of types.
struct SecurityHeaders: RouterMiddleware {
    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if let policy = HTTPField.Name("Content-Security-Policy"), let sniff = HTTPField.Name("X-Content-Type-Options")
        {
            response.headers[policy] =
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
            response.headers[sniff] = "nosniff"
        }
        return response
    }
}
