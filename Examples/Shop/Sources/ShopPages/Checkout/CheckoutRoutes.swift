internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

/// The addresses of buying, below a market and a language:
///
///     cart                     the cart; POST adds, changes or takes out
///     quote                    what it costs landed, parcel by parcel
///     checkout                 the form; POST places the orders and pays them
///     orders?number=KR-…       finds an order
///     orders/KR-…              where it stands; POST …/pay, …/cancel, …/return
///
/// Every POST leads elsewhere when it worked. That it comes from a page of its own visit is seen to before (`FormGuard`).
struct CheckoutRoutes: Sendable {
    let shop: PageRoutes

    static let templates = ["cart", "quote", "checkout", "checkoutField", "checkoutQuote", "order", "orders"]

    /// Whether the strings are those that the pages were written for.
    static func areWritten(for site: Site) -> Bool { CheckoutStrings(site.compiled("checkout"), along: []) != nil }

    var services: Services { shop.services }

    func add(to router: Router<ShopContext>) {
        get(router, "cart") { request, page, site in cartPage(page, site) }
        post(router, "cart", changeCart)
        get(router, "quote") { request, page, site in try await quotePage(page, site) }
        get(router, "checkout") { request, page, site in
            try await checkoutPage(page.paying(request.uri.queryParameters["duties"]), site)
        }
        post(router, "checkout", placeOrders)
        get(router, "orders") { request, page, site in try await findOrder(request, page, site) }
        router.get("/:market/:language/orders/:id") { request, context in
            try await answer(request, context) { page, site in try await orderPage(id(context), page, site) }
        }
        postOrder(router, "pay", payOrder)
        postOrder(router, "cancel", cancelOrder)
        postOrder(router, "return", returnGoods)
    }

    // MARK: Around every answer

    private func get(
        _ router: Router<ShopContext>, _ path: String,
        _ body: @escaping @Sendable (Request, CheckoutView, Site) async throws -> Response
    ) {
        router.get("/:market/:language/\(path)") { request, context in
            try await answer(request, context) { page, site in try await body(request, page, site) }
        }
    }

    private func post(
        _ router: Router<ShopContext>, _ path: String,
        _ body: @escaping @Sendable (FormFields, CheckoutView, Site) async throws -> Response
    ) {
        router.post("/:market/:language/\(path)") { request, context in
            try await answer(request, context) { page, site in
                try await body(try await form(request), page, site)
            }
        }
    }

    private func postOrder(
        _ router: Router<ShopContext>, _ step: String,
        _ body: @escaping @Sendable (Order.ID?, FormFields, CheckoutView, Site) async throws -> Response
    ) {
        router.post("/:market/:language/orders/:id/\(step)") { request, context in
            try await answer(request, context) { page, site in
                try await body(id(context), try await form(request), page, site)
            }
        }
    }

    private func id(_ context: ShopContext) -> Order.ID? { context.parameters.get("id").flatMap(Order.ID.init) }

    /// Makes the view, turns what is thrown into a page in words, and sends the visit's cookie along. Nobody keeps such a page.
    private func answer(
        _ request: Request, _ context: ShopContext,
        _ body: (CheckoutView, Site) async throws -> Response
    ) async throws -> Response {
        let (site, visit) = (shop.site, Visit(request))
        let view = try shop.view(request, context)
        let token = services.tokens.form(of: visit.name)
        guard let page = CheckoutView(view, of: site, token: token, at: services.now()) else {
            throw HTTPError(.notFound)
        }
        var response: Response
        do { response = try await body(page, site) } catch let error as TradeError {
            let text = error.isOutage ? page.words.faultAway() : page.sentence(error)
            response = message(page.words.faultLater(), text, page, site, status: .serviceUnavailable)
            if error.isOutage { response.headers[.retryAfter] = String(OrderingPause.retryAfter) }
        }
        response.headers[.cacheControl] = "private, no-store"
        if let name = Self.robots { response.headers[name] = "noindex" }
        if visit.isNew { response.setCookie(visit.cookie(isSecure: services.isSecure)) }
        return response
    }

    private static let robots = HTTPField.Name("X-Robots-Tag")

    /// What was posted; no page of ours sends what can't be read.
    private func form(_ request: Request) async throws -> FormFields {
        let body = try await request.body.collect(upTo: Limits().formBytes)
        guard let fields = FormFields(String(buffer: body)) else { throw RequestRefusal(.form) }
        return fields
    }

    func message(
        _ heading: String, _ text: String, _ page: CheckoutView, _ site: Site, status: HTTPResponse.Status
    ) -> Response {
        html(
            "message", page, site, title: heading,
            [
                "heading": heading, "text": text,
                "labels": ["continue": page.words.cartContinue(), "home": page.words.cartContinue()],
            ], status: status)
    }

    func html(
        _ template: String, _ page: CheckoutView, _ site: Site, title: String, _ content: [String: Any],
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var content = content
        content["token"] = page.token
        content["cartAddress"] = page.view.address("cart")
        content["checkoutAddress"] = page.view.address("checkout")
        content["quoteAddress"] = page.view.address("quote")
        content["ordersAddress"] = page.view.address("orders")
        content["home"] = page.view.address()
        return shop.html(
            shop.pages(of: site).page(template, page.view, title: title, content), page.view, status: status)
    }

    /// To another page of the storefront.
    func seeOther(_ rest: String, _ page: CheckoutView) -> Response { .seeOther(page.view.address(rest)) }

    func basket(_ page: CheckoutView, _ site: Site) -> Basket {
        Basket(page.view.cart, in: page.market, of: site, at: page.now)
    }

    /// - Parameter isCounted: whether the store is asked what is there.
    func plan(
        _ basket: Basket, _ page: CheckoutView, _ site: Site, isCounted: Bool = true
    ) async throws(TradeError) -> ParcelPlan {
        let destination = try Destination(country: page.market.countries.first ?? "")
        var desk = TradeDesk(page.market, basket.catalog, to: destination, rates: site.rates, at: page.now)
        desk.incoterm = page.incoterm
        return try await ParcelPlan(basket, at: desk, stock: isCounted ? services.store : nil)
    }
}
