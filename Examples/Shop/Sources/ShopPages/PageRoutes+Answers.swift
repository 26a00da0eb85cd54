internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension PageRoutes {
    /// The storefront of an address and what the browser brought along.
    func view(_ request: Request, _ context: ShopContext) throws -> View {
        let site = site
        guard let market = context.parameters.get("market"), let language = context.parameters.get("language"),
            let known = site.catalog.market(market)
        else { throw HTTPError(.notFound) }
        guard let shop = site.storefront(market, language, at: services.now()) else {
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
        let body = body.replacing(KeptAnswer.Hole.cartCount.rawValue, with: Self.count(view.cart))
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLanguage: view.served.header,
            ],
            body: .init(byteBuffer: ByteBuffer(string: body)))
    }

    /// Nothing beside an empty cart.
    static func count(_ cart: CartCookie) -> String {
        cart.cart.lines.isEmpty ? "" : String(cart.cart.lines.count)
    }

    /// A page that is the same for everybody but for its holes, made once for its address and the market's day.
    func kept(
        _ request: Request, _ view: View, _ key: String, type: String = "text/html; charset=utf-8",
        make: () throws -> String
    ) async throws -> Response {
        let answer = try await view.site.answers.answer("\(view.address())\(key) \(view.shop.day)") {
            KeptAnswer(try make(), contentType: type, contentLanguage: view.served.header)
        }
        let visit = Visit(request)
        var hasForm = false
        var response = request.response(answer) { hole in
            switch hole {
            case .cartCount: return Self.count(view.cart)
            case .formToken:
                hasForm = true
                return services.tokens.form(of: visit.name)
            }
        }
        // Nobody is known by a cookie who only looks.
        if hasForm, visit.isNew { response.setCookie(visit.cookie(isSecure: services.isSecure)) }
        return response
    }

    func image(_ request: Request, _ context: ShopContext) async throws -> Response {
        guard let name = context.parameters.get("name"), name.hasSuffix(".svg"),
            Shape.Form.identifier.accepts(String(name.dropLast(4)))
        else { throw HTTPError(.notFound) }
        let answer = try await site.answers.answer("/images/\(name)") {
            guard let data = FileManager.default.contents(atPath: "\(folders.images)/\(name)") else {
                throw HTTPError(.notFound)
            }
            return KeptAnswer(String(decoding: data, as: UTF8.self), contentType: "image/svg+xml")
        }
        return request.response(answer, cache: "public, max-age=3600")
    }
}

extension Response {
    /// 302: the address may answer differently to another visitor.
    static func found(_ address: String) -> Response {
        Response(status: .found, headers: [.location: address, .vary: "Accept-Language"])
    }

    /// 301: the address has a better one for good.
    static func moved(_ address: String) -> Response {
        Response(status: .movedPermanently, headers: [.location: address, .cacheControl: "public, max-age=3600"])
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
