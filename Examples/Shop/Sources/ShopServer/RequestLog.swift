internal import CoreMetrics
internal import HTTPTypes
public import Hummingbird
internal import Logging
public import ShopSite
internal import Synchronization

/// Counts and times every request, gives it a name that the visitor can quote, and logs it: method, route, status, milliseconds.
///
/// The route is the pattern (`/{market}/{language}/search`), never the address: queries and order numbers stay out of logs.
public struct RequestLog: RouterMiddleware {
    private let series = SeriesCache()

    public init() {}

    public func handle(
        _ request: Request, context: ShopContext,
        next: @concurrent (Request, ShopContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do { response = try await next(request, context) } catch {
            // An error that no page was made of: its kind is for the log, not for the visitor.
            let status = (error as? any HTTPResponseError)?.status ?? .internalServerError
            if status == .internalServerError {
                context.logger.error("failure", metadata: ["kind": "\(type(of: error))"])
            }
            note(request, context, status, start)
            throw error
        }
        if let name = Self.requestID { response.headers[name] = context.id }
        note(request, context, response.status, start)
        return response
    }

    private static let requestID = HTTPField.Name("X-Request-Id")

    private func note(
        _ request: Request, _ context: ShopContext, _ status: HTTPResponse.Status, _ start: ContinuousClock.Instant
    ) {
        let (took, route) = (ContinuousClock.now - start, context.endpointPath ?? "none")
        let series = series.find(route, request.method, status)
        series.count.increment()
        let nanoseconds = took.components.seconds * 1_000_000_000 + took.components.attoseconds / 1_000_000_000
        series.time.recordNanoseconds(nanoseconds)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(status.code)",
                "ms": "\(Double(nanoseconds / 1_000) / 1_000)",
            ])
    }
}

/// Counters by route, method and status, found without asking the factory each time.
private final class SeriesCache: Sendable {
    struct Series: Sendable {
        let count: Counter
        let time: CoreMetrics.Timer
    }

    private struct Key: Hashable {
        var route: String
        var method: String
        var status: Int
    }

    private let known = Mutex<[Key: Series]>([:])

    func find(_ route: String, _ method: HTTPRequest.Method, _ status: HTTPResponse.Status) -> Series {
        // A method that nobody has heard of is the visitor's text.
        let name = [.get, .head, .post].contains(method) ? method.rawValue : "other"
        let key = Key(route: route, method: name, status: status.code)
        return known.withLock { known in
            if let series = known[key] { return series }
            let labels = [("route", route), ("method", name), ("status", String(status.code))]
            let made = Series(
                count: Counter(label: "shop_requests_total", dimensions: labels),
                time: CoreMetrics.Timer(
                    label: "shop_request_seconds", dimensions: [("route", route), ("method", name)]))
            known[key] = made
            return made
        }
    }
}
