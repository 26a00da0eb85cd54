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
