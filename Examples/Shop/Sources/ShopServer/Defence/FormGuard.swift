internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import ShopSite

/// Lets a form through only from a page that was made for the same visit; what another site has a browser send stays outside.
///
/// The page's form has the hidden field `token`, the browser the cookie `visit`, and both belong together
/// (`Tokens.form(of:)`). The API takes no cookies, so that nothing of a visitor's can be borrowed there.
struct FormGuard: RouterMiddleware {
    let tokens: Tokens
    let origin: String
    let limits: Limits

    func handle(
        _ request: Request, context: ShopContext,
        next: @concurrent (Request, ShopContext) async throws -> Response
    ) async throws -> Response {
        guard request.method == .post, !request.uri.path.hasPrefix("/api/") else {
            return try await next(request, context)
        }
        guard isFromOurPages(request) else { throw RequestRefusal(.form) }
        // The board's forms are tied to its session, and its files are longer than what is looked through here: it tests its own.
        if request.uri.path.hasPrefix("/board/") { return try await next(request, context) }
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        guard type == nil || type == "application/x-www-form-urlencoded" else { throw RequestRefusal(.type) }
        var request = request
        let form = try await request.collectBody(upTo: limits.formBytes)
        guard let visit = request.cookies["visit"]?.value, (1...64).contains(visit.utf8.count),
            let token = Self.token(in: form), tokens.isForm(token, of: visit)
        else { throw RequestRefusal(.form) }
        return try await next(request, context)
    }

    /// What browsers say of where a form stood. Those that say nothing are held to the token alone.
    private func isFromOurPages(_ request: Request) -> Bool {
        if let site = Self.fetchSite.flatMap({ request.headers[$0] }), site != "same-origin", site != "none" {
            return false
        }
        guard let from = request.headers[.origin] else { return true }
        if from == origin { return true }
        guard let end = from.range(of: "://") else { return false }
        return from[end.upperBound...] == request.head.authority ?? ""
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

    static func token(in form: ByteBuffer) -> String? {
        let fields = String(buffer: form).utf8.split(separator: UInt8(ascii: "&"))
        let field = fields.lazy.compactMap { Substring($0) }.first { $0.hasPrefix("token=") }
        return field?.dropFirst("token=".count).removingPercentEncoding
    }
}
