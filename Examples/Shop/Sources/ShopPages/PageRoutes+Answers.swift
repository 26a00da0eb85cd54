internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension PageRoutes {
    /// The storefront of an address and what the browser brought along.
    func view(_ request: Request, _ context: ShopContext) throws -> View {
        guard let market = context.parameters.get("market"), let language = context.parameters.get("language"),
            let known = site.catalog.market(market)
        else { throw HTTPError(.notFound) }
        guard let shop = site.storefront(market, language) else {
            throw Redirect("/\(market)/\(known.language(for: request.accepted))/")
        }
        let cart = CartCookie(request.cookies["cart"]?.value)
        guard let view = View(shop, of: site, path: request.uri.path, cart: cart) else { throw HTTPError(.notFound) }
        return view
    }

    func redirectHome(_ request: Request) throws -> Response {
        guard let home = site.home(for: request.accepted) else { throw HTTPError(.notFound) }
        return .found("/\(home.market.id)/\(home.language)/")
    }

    func redirectToLanguage(_ request: Request, _ context: ShopContext) throws -> Response {
        guard let market = context.parameters.get("market").flatMap(site.catalog.market) else {
            throw HTTPError(.notFound)
        }
        return .found("/\(market.id)/\(market.language(for: request.accepted))/")
    }

    /// A page, whose header names the languages that its texts turned out to be in.
    func html(_ body: String, _ view: View, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: view.served.header,
            ],
            body: .init(byteBuffer: ByteBuffer(string: body)))
    }

    func image(_ context: ShopContext) throws -> Response {
        guard let name = context.parameters.get("name"), name.hasSuffix(".svg"),
            Shape.Form.identifier.accepts(String(name.dropLast(4)))
        else { throw HTTPError(.notFound) }
        return try file("\(folders.images)/\(name)", type: "image/svg+xml")
    }

    func file(_ path: String, type: String) throws -> Response {
        guard let data = FileManager.default.contents(atPath: path) else { throw HTTPError(.notFound) }
        return Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=3600"],
            body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    // MARK: The cart and the order

    private struct CartForm: Decodable {
        var sku: String
        var quantity: Int?
        var remove: String?
    }

    func changeCart(_ request: Request, _ context: ShopContext) async throws -> Response {
        var view = try view(request, context)
        guard let form = try? await request.form(CartForm.self), let sku = SKU(form.sku) else {
            throw HTTPError(.badRequest)
        }
        if form.remove != nil {
            view.cart.cart.remove(sku)
        } else {
            do throws(TradeError) {
                try view.cart.cart.add(sku, quantity: form.quantity ?? 1)
                // What can't be sold here never gets into the cart; what lies in it already is the cart page's business.
                var added = Cart()
                try added.add(sku)
                _ = try Quote(added, in: view.shop.market, from: site.catalog, at: Date())
            } catch {
                return html(
                    pages.cart(view.with(CartCookie(request.cookies["cart"]?.value)), error: error), view,
                    status: .unprocessableContent)
            }
        }
        var response = Response.seeOther(view.address("cart"))
        response.setCookie(view.cart.cookie(market: view.shop.market.id))
        return response
    }

    func placeOrder(_ request: Request, _ context: ShopContext) async throws -> Response {
        let view = try view(request, context)
        let now = Date()
        do throws(TradeError) {
            let quote = try Quote(view.cart.cart, in: view.shop.market, from: site.catalog, at: now)
            let order = try await store.place(
                OrderRequest(key: try IdempotencyKey(view.cart.key), quote: quote, language: view.shop.language),
                from: site.catalog.warehouses(serving: view.shop.market).map(\.id), at: now)
            var response = Response.seeOther(view.address("orders/\(order.id)"))
            response.setCookie(
                Cookie(
                    name: "cart", value: "", maxAge: 0, path: "/\(view.shop.market.id)/", httpOnly: true, sameSite: .lax
                ))
            return response
        } catch  where error.code == .reusedIdempotencyKey {
            // An earlier order under this cart's key was placed, but its answer never arrived. The goods have changed
            // since, so they get a key of their own, and the buyer is told before anything is ordered twice.
            let renewed = view.cart.renewed()
            var response = html(
                pages.cart(view.with(renewed), notice: view.strings.orderPlacedBefore()), view, status: .conflict)
            response.setCookie(renewed.cookie(market: view.shop.market.id))
            return response
        } catch  where [.storeFailed, .storeTooNew].contains(error.code) {
            return html(pages.cart(view, error: error), view, status: .serviceUnavailable)
        } catch {
            return html(pages.cart(view, error: error), view, status: .conflict)
        }
    }
}

extension Request {
    /// A posted form of at most 16 kB.
    func form<T: Decodable>(_ type: T.Type) async throws -> T {
        let body = try await body.collect(upTo: 16_384)
        return try URLEncodedFormDecoder().decode(type, from: String(buffer: body))
    }
}

extension Response {
    /// 302: the address may answer differently to another visitor.
    static func found(_ address: String) -> Response {
        Response(status: .found, headers: [.location: address, .vary: "Accept-Language"])
    }

    /// 303: after a form, so that reloading does not send it again.
    static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }
}

/// Thrown where an address has a better one.
struct Redirect: Error, HTTPResponseError {
    let address: String

    init(_ address: String) { self.address = address }

    var status: HTTPResponse.Status { .found }

    func response(from request: Request, context: some RequestContext) throws -> Response { .found(address) }
}
