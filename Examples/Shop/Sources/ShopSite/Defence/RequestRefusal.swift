internal import Foundation
public import HTTPTypes
public import Hummingbird
internal import Keruen

/// A request that isn't answered, and what its sender is told: a small page, or problem details (RFC 9457) under `/api/`.
///
///     throw RequestRefusal(.size)
///
/// It costs the shop little, for who is refused may come a thousand times a second.
public struct RequestRefusal: Error, Sendable {
    public enum Reason: String, CaseIterable, Sendable {
        case address, failed, form, host, long, many, method, missing, size, type
    }

    public let reason: Reason
    /// After which it is worth while to come again.
    public let seconds: Int?

    /// The verbs that the address takes, where it is the verb that is refused.
    public let methods: String

    public init(_ reason: Reason, after seconds: Int? = nil, allowing methods: String = Self.methods) {
        (self.reason, self.seconds, self.methods) = (reason, seconds, methods)
    }

    public var status: HTTPResponse.Status {
        switch reason {
        case .address: .badRequest
        case .failed: .internalServerError
        case .form: .forbidden
        case .host: .init(code: 421, reasonPhrase: "Misdirected Request")
        case .long: .uriTooLong
        case .many: .tooManyRequests
        case .method: .methodNotAllowed
        case .missing: .notFound
        case .size: .contentTooLarge
        case .type: .unsupportedMediaType
        }
    }

    /// What the shop does with addresses that aren't the API's.
    public static let methods = "GET, HEAD, POST, OPTIONS"

    /// Stable, for programs; the API's own refusals have the same words for the same things.
    public var code: String {
        switch reason {
        case .address: "invalid-address"
        case .failed: "failed"
        case .form: "foreign-form"
        case .host: "misdirected"
        case .long: "address-too-long"
        case .many: "too-many-requests"
        case .method: "method-not-allowed"
        case .missing: "not-found"
        case .size: "body-too-large"
        case .type: "unsupported-media-type"
        }
    }

    /// In the language that the address names, else the visitor's own.
    /// - Parameter id: of the request, by which the shop finds it in its log.
    public func response(to request: Request, in site: Site, id: String) -> Response {
        var headers: HTTPFields = [.cacheControl: "no-store"]
        if let seconds { headers[.retryAfter] = String(seconds) }
        if reason == .method { headers[.allow] = methods }
        // What is still on its way would be read as the next request; the connection ends with this answer.
        if reason == .size { headers[.connection] = "close" }
        let isData = request.uri.path.hasPrefix("/api/")
        headers[.contentType] = isData ? "application/problem+json" : "text/html; charset=utf-8"
        var body = ""
        if let (market, language) = place(request, in: site),
            let strings = RefusalStrings(site.compiled("refusals"), along: market.chain(for: language) + [.en])
        {
            headers[.contentLanguage] = language.description
            headers[.vary] = "Accept-Language"
            let (title, text) = words(strings)
            body =
                isData
                ? problem(title, text, id)
                : Self.page(title, text, home: strings.home(), market: market.id, language: language)
        }
        let response = Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func words(_ strings: RefusalStrings) -> (title: String, text: String) {
        switch reason {
        case .address: (strings.addressTitle(), strings.addressText())
        case .failed: (strings.failedTitle(), strings.failedText())
        case .form: (strings.formTitle(), strings.formText())
        case .host: (strings.hostTitle(), strings.hostText())
        case .long: (strings.longTitle(), strings.longText())
        case .many: (strings.manyTitle(), strings.manyText(seconds: seconds ?? 1))
        case .method: (strings.methodTitle(), strings.methodText())
        case .missing: (strings.missingTitle(), strings.missingText())
        case .size: (strings.sizeTitle(), strings.sizeText())
        case .type: (strings.typeTitle(), strings.typeText())
        }
    }

    private func place(_ request: Request, in site: Site) -> (Market, LanguageTag)? {
        var parts = request.uri.path.prefix(64).split(separator: "/").prefix(4).map(String.init)[...]
        if parts.first == "api" { parts = parts.dropFirst(2) }
        if let market = parts.first.flatMap(site.catalog.market) {
            let named = parts.dropFirst().first.flatMap(market.language(named:))
            return (market, named ?? market.language(for: request.accepted))
        }
        return site.home(for: request.accepted).map { ($0.market, $0.language) }
    }

    /// None of the visitor's words are in it, so nothing has to be escaped but our own.
    private static func page(
        _ title: String, _ text: String, home: String, market: String, language: LanguageTag
    ) -> String {
        let direction = language.isRightToLeft ? "rtl" : "ltr"
        return """
            <!doctype html>
            <html lang="\(language)" dir="\(direction)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>\(escaped(title))</title>
            <link rel="stylesheet" href="/style.css">
            </head>
            <body>
            <main id="content">
            <h1>\(escaped(title))</h1>
            <p>\(escaped(text))</p>
            <p><a href="/\(market)/\(language)/">\(escaped(home))</a></p>
            </main>
            </body>
            </html>

            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    private struct Problem: Encodable {
        var type, title: String
        var status: Int
        var detail, instance, code: String
    }

    private func problem(_ title: String, _ detail: String, _ id: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let problem = Problem(
            type: "tag:keruen.example,2026:" + code, title: title, status: status.code, detail: detail, instance: id,
            code: code)
        return (try? encoder.encode(problem)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
