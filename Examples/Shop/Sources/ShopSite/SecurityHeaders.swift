internal import HTTPTypes
public import Hummingbird

/// Nothing but the shop's own files, no frames, no guessing of types, no addresses handed on.
public struct SecurityHeaders: RouterMiddleware {
    private let isSecure: Bool

    public init(isSecure: Bool) { self.isSecure = isSecure }

    public static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    public func handle(
        _ request: Request, context: ShopContext,
        next: @concurrent (Request, ShopContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = Self.referrerPolicy { response.headers[name] = "same-origin" }
        // A year, as browsers' lists want; only where there is TLS at all.
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        return response
    }

    private static let referrerPolicy = HTTPField.Name("Referrer-Policy")
}
