internal import Foundation
internal import HTTPTypes
public import Hummingbird
internal import Keruen
internal import Logging
public import ShopSite

/// The JSON API under `/api/v1`:
///
///     GET  /api/v1                                 markets and languages
///     GET  /api/v1/openapi.json                    all that follows, for programs
///     GET  /api/v1/kz/kk/products                  a shelf; category=, material=, price-from=, order=, after=, limit=
///     GET  /api/v1/kz/kk/products/staved-dombra    a product with prices and what is left of it
///     GET  /api/v1/kz/kk/search?q=жібек            what a query finds
///     GET  /api/v1/kz/kk/suggest?q=жіб             what a search box offers
///     GET  /api/v1/kz/kk/facets?q=жібек            how many of them by category, material and region
///     GET  /api/v1/kz/kk/categories                the tree of shelves
///     POST /api/v1/kz/kk/quotes                    what a cart costs until it is there
///     POST /api/v1/kz/kk/orders                    an order, once for each Idempotency-Key
///     GET  /api/v1/kz/kk/orders/KR-…               where it stands
///     POST /api/v1/kz/kk/orders/KR-…/cancel
public struct APIRoutes: Sendable {
    let services: Services
    /// The file behind `/api/v1/openapi.json`.
    let description: String

    public init(_ services: Services, description: String) {
        (self.services, self.description) = (services, description)
    }

    /// Whether these strings are those that the API was written for.
    public static func areWritten(for site: Site) -> Bool { APIStrings(site.compiled("api"), along: []) != nil }

    /// Stands in front of all other routes: under `/api` every address and method has an answer of the API's own.
    public func add(to router: Router<ShopContext>) { router.add(middleware: APIResponder(routes: self)) }
}

struct APIResponder: RouterMiddleware {
    let routes: APIRoutes

    func handle(
        _ request: Request, context: ShopContext,
        next: @concurrent (Request, ShopContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard path.hasPrefix("/api"), path == "/api" || path.hasPrefix("/api/") else {
            return try await next(request, context)
        }
        let response = await routes.respond(to: request, path, context)
        return request.method == .head ? response.createHeadResponse() : response
    }
}

extension APIRoutes {
    func respond(to request: Request, _ path: String, _ context: ShopContext) async -> Response {
        // One site for the whole request, whatever is loaded meanwhile.
        let site = services.live.current
        let place = APIResource.place(of: path)
        do {
            guard let place else { throw Problem(.notFound, .address) }
            // What metrics call it.
            context.coreContext.endpointPath.value = place.resource.rawValue
            return try await answer(request, place, site)
        } catch {
            let problem = Self.problem(error)
            let address = place.flatMap { site.catalog.market($0.market)?.language(named: $0.language) }
            if case .failed = problem.reason {
                // The error itself may hold what was sent.
                context.logger.error("API request failed", metadata: ["type": "\(type(of: error))"])
            }
            return problem.response(
                ProblemWords(site, accepted: request.accepted, address: address), id: context.id)
        }
    }

    private static func problem(_ error: any Error) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let error as TradeError: Problem(error)
        case let error as CursorError:
            Problem([Fault(error.diagnostic, at: .parameter("after"))], status: .badRequest)
        default: Problem(.internalServerError, .failed)
        }
    }

    private func answer(_ request: Request, _ place: APIResource.Place, _ site: Site) async throws -> Response {
        guard place.resource.methods.contains(request.method) else {
            throw Problem.methodNotAllowed(place.resource.methods)
        }
        guard request.acceptsJSON else { throw Problem(.notAcceptable, .accept) }
        let now = services.now()
        switch place.resource {
        case .product, .quotes, .orders, .order, .cancellation:
            let call = try call(request, place, site, now)
            let query = QueryReader(request.uri.query, knowing: [])
            guard query.faults.isEmpty else { throw Problem(query.faults, status: .badRequest) }
            switch place.resource {
            case .quotes: return try await call.quote()
            case .orders: return try await call.placeOrder()
            case .order: return try await call.order()
            case .cancellation: return try await call.cancelOrder()
            default:
                var response = request.response(try await call.product(), cache: "no-cache")
                response.headers[.vary] = "Accept"
                return response
            }
        case .index, .description, .products, .search, .suggestions, .facets, .categories:
            // The address as it was asked for; new every quarter of an hour, so that a market's midnight brings its prices in any zone.
            let key = "api \(Int(now.timeIntervalSince1970) / 900) \(request.uri.string)"
            let answer = try await site.answers.answer(key) { try keep(request, place, site, now) }
            var response = request.response(answer, cache: "public, max-age=60")
            response.headers[.vary] = "Accept"
            return response
        }
    }

    private func keep(_ request: Request, _ place: APIResource.Place, _ site: Site, _ now: Date) throws -> KeptAnswer {
        var query = QueryReader(request.uri.query, knowing: place.resource.parameters)
        switch place.resource {
        case .index, .description:
            guard query.faults.isEmpty else { throw Problem(query.faults, status: .badRequest) }
            return place.resource == .index ? index(site) : try descriptionAnswer()
        default:
            let call = try call(request, place, site, now)
            return switch place.resource {
            case .products: try call.products(&query)
            case .search: try call.search(&query)
            case .suggestions: try call.suggestions(&query)
            case .facets: try call.facets(&query)
            default: try call.categories(query)
            }
        }
    }

    private func call(
        _ request: Request, _ place: APIResource.Place, _ site: Site, _ now: Date
    ) throws(Problem) -> APICall {
        guard let shop = site.storefront(place.market, place.language, at: now) else {
            throw Problem(.notFound, .place)
        }
        return APICall(services: services, site: site, shop: shop, place: place, request: request, now: now)
    }
}

extension Request {
    /// Whether `application/json` is among what the caller takes (RFC 9110 §12.5.1); who says nothing takes anything.
    var acceptsJSON: Bool {
        guard let accept = headers[.accept], accept != "*/*", !accept.isEmpty else { return true }
        var best: (precision: Int, isWanted: Bool)?
        for range in accept.split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
            guard let at = ["*/*", "application/*", "application/json"].firstIndex(of: parts.first ?? "") else {
                continue
            }
            let isWanted = !parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
            // The most precise range says.
            if best.map({ at >= $0.precision }) ?? true { best = (at, isWanted) }
        }
        return best?.isWanted ?? false
    }
}
