internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

/// Why a request was not answered as asked, as RFC 9457 has it.
///
///     throw Problem(.notFound, .address)
///     throw Problem(faults)                       // 422, with a pointer to each
///     throw Problem(error)                        // whatever the trade says, with the status that fits
struct Problem: Error {
    var status: HTTPResponse.Status
    var reason: Reason
    var faults: [Fault] = []
    var allowed: [HTTPRequest.Method] = []

    enum Reason: Sendable {
        /// No such address, market, language or product.
        case address, place
        case product(String)
        case method, accept, mediaType
        case size(Int)
        /// An order without its key.
        case keyMissing
        /// What `faults` tell.
        case faults
        case diagnostic(Diagnostic)
        /// The store is not to be had for a while.
        case paused
        /// Nobody foresaw it.
        case failed
    }

    init(_ status: HTTPResponse.Status, _ reason: Reason, faults: [Fault] = []) {
        (self.status, self.reason, self.faults) = (status, reason, faults)
    }

    /// - Parameter status: 422 for what was understood and can't be; 400 for what was not.
    init(_ faults: [Fault], status: HTTPResponse.Status = .unprocessableContent) {
        self.init(status, .faults, faults: faults)
    }

    init(_ error: TradeError) {
        if error.isOutage {
            self.init(.serviceUnavailable, .paused)
        } else {
            self.init(Self.status(of: error.code), .diagnostic(error.diagnostic))
        }
    }

    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Problem {
        var problem = Problem(.methodNotAllowed, .method)
        problem.allowed = allowed
        return problem
    }

    /// Stable, for programs.
    var code: String {
        switch reason {
        case .address, .place: "not-found"
        case .product: "product-not-found"
        case .method: "method-not-allowed"
        case .accept: "not-acceptable"
        case .mediaType: "unsupported-media-type"
        case .size: "body-too-large"
        case .keyMissing: "idempotency-key-missing"
        // The one fault that there is says more than that there are some.
        case .faults: faults.count == 1 ? faults[0].code : "invalid-request"
        case .diagnostic(let diagnostic): diagnostic.code.rawValue
        case .paused: "ordering-paused"
        case .failed: "failed"
        }
    }

    /// How many seconds to wait before asking again; nil where asking again is no use.
    var retryAfter: Int? {
        guard status == .serviceUnavailable else { return nil }
        if case .paused = reason { return OrderingPause.retryAfter }
        return 60
    }

    static func status(of code: Diagnostic.Code) -> HTTPResponse.Status {
        switch code {
        case .unknownOrder: .notFound
        case .badIdempotencyKey: .badRequest
        case .outOfStock, .notAllowedNow, .needsReview, .quotaSingle, .quotaAnnual, .quoteExpired: .conflict
        case .storeFailed, .storeTooNew, .storeDamaged, .storeForbidden, .storeFolderMissing, .stockDisagrees,
            .brokenHistory, .stockMismatch, .keyringMissing, .keyMissing, .retentionUnknown:
            .serviceUnavailable
        default: .unprocessableContent
        }
    }
}

extension Problem {
    /// - Parameter id: of the request, by which the shop finds it in its log.
    func response(_ words: ProblemWords, id: String) -> Response {
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.field("type", "tag:keruen.example,2026:" + code)
            json.field("title", words.title(of: status))
            json.field("status", status.code)
            let detail = words.detail(of: self, id: id)
            if !detail.isEmpty { json.field("detail", detail) }
            json.field("instance", id)
            json.field("code", code)
            if !faults.isEmpty {
                json.array("errors") { json in for fault in faults { json.object { write(fault, to: &$0, words) } } }
            }
        }
        var headers: HTTPFields = [
            .contentType: "application/problem+json", .contentLanguage: words.language.description,
            .vary: "Accept, Accept-Language", .cacheControl: "no-store",
        ]
        if !allowed.isEmpty { headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ") }
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    }

    private func write(_ fault: Fault, to json: inout JSONWriter, _ words: ProblemWords) {
        switch fault.place {
        case .pointer(let pointer): json.field("pointer", pointer)
        case .parameter(let name): json.field("parameter", name)
        case .header(let name): json.field("header", name)
        case nil: break
        }
        if let position = fault.position {
            json.field("line", position.line)
            json.field("column", position.column)
        }
        json.field("code", fault.code)
        json.field("detail", words.sentence(fault))
    }
}
