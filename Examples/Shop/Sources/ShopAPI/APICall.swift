internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import NIOCore
internal import ShopSite

/// One request to one market in one language.
struct APICall {
    let services: Services
    let site: Site
    let shop: Storefront
    let place: APIResource.Place
    let request: Request
    let now: Date

    var market: Market { shop.market }
    /// What orders' stages, charges and findings are called for the address's language.
    var words: ProblemWords { ProblemWords(site, ReportLanguage(shop.language)) }
    /// `/api/v1/kz/kk/`
    var root: String { "/api/v1/\(market.id)/\(shop.language)/" }

    /// A body of JSON.
    /// - Throws: `Problem` with 415, 413 or 400.
    func body() async throws -> (root: JSONBody, reader: BodyReader) {
        let type = request.headers[.contentType]?.split(separator: ";").first?.trimmingCharacters(in: .whitespaces)
        guard type?.lowercased() == "application/json" else { throw Problem(.unsupportedMediaType, .mediaType) }
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: Self.maximumBody) } catch is NIOTooManyBytesError {
            throw Problem(.contentTooLarge, .size(Self.maximumBody))
        }
        let bytes = Array(buffer.readableBytesView)
        do throws(JSONBodyReader.Failure) {
            return (try JSONBodyReader.read(bytes), BodyReader(bytes))
        } catch {
            throw Problem([error.fault], status: .badRequest)
        }
    }

    static let maximumBody = 65_536

    /// An answer that is kept for everybody.
    func kept(_ json: JSONWriter, _ served: ServedLanguages, link: String = "") -> KeptAnswer {
        KeptAnswer(
            String(decoding: json.bytes, as: UTF8.self), contentType: "application/json",
            contentLanguage: served.header.isEmpty ? shop.language.description : served.header, link: link)
    }

    /// An answer to one caller alone.
    func own(_ json: JSONWriter, status: HTTPResponse.Status = .ok, location: String? = nil) -> Response {
        var headers: HTTPFields = [
            .contentType: "application/json", .contentLanguage: shop.language.description,
            .cacheControl: "private, no-store", .vary: "Accept",
        ]
        headers[.location] = location
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }
}
