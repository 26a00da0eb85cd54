public import HTTPTypes
public import Hummingbird
public import Keruen

extension Request {
    public var accepted: AcceptLanguage { AcceptLanguage(headers[.acceptLanguage] ?? "") }

    /// Whether the visitor has this version already (RFC 9110 §13.1.2).
    public func has(_ tag: String) -> Bool {
        guard let known = headers[.ifNoneMatch] else { return false }
        return known.split(separator: ",").contains { part in
            let part = part.drop { $0 == " " }
            return part == tag || part == "*" || part.dropFirst(2) == tag && part.hasPrefix("W/")
        }
    }

    /// A kept answer with its holes filled, or 304 where the visitor has it already.
    ///
    /// - Parameter cache: `Cache-Control`; what differs from visitor to visitor is `private`.
    public func response(
        _ answer: KeptAnswer, status: HTTPResponse.Status = .ok, cache: String = "private, no-cache",
        filling holes: (KeptAnswer.Hole) -> String = { _ in "" }
    ) -> Response {
        var fillings = ""
        var body = ByteBuffer()
        var length = 0
        for part in answer.parts {
            switch part {
            case .bytes(let bytes):
                // One part only is sent as it is kept, without a copy.
                if answer.hasHoles { body.writeImmutableBuffer(bytes) } else { body = bytes }
                length += bytes.readableBytes
            case .hole(let hole):
                let text = holes(hole)
                fillings += text + "\0"
                body.writeString(text)
            }
        }
        let version = answer.checksum ^ (fillings.isEmpty ? 0 : KeptAnswer.checksum(fillings.utf8))
        let tag = "\"" + String(version, radix: 36) + "\""
        var headers: HTTPFields = [.eTag: tag, .cacheControl: cache]
        if !answer.contentLanguage.isEmpty { headers[.contentLanguage] = answer.contentLanguage }
        if let link = Self.link, !answer.link.isEmpty { headers[link] = answer.link }
        if status == .ok, has(tag) { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = answer.contentType
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    private static let link = HTTPField.Name("Link")
}
