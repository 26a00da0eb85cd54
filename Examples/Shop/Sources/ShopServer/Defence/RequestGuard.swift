internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import ShopSite

/// Turns away what no honest visitor sends before anything is done for it, and puts every refusal in words.
struct RequestGuard: RouterMiddleware {
    let live: LiveSite
    let limits: Limits
    private let rates: RateLimits

    init(_ live: LiveSite, _ limits: Limits) {
        (self.live, self.limits) = (live, limits)
        rates = RateLimits(limits)
    }

    func handle(
        _ request: Request, context: ShopContext,
        next: @concurrent (Request, ShopContext) async throws -> Response
    ) async throws -> Response {
        var (response, context) = (Response(status: .ok), context)
        context.client = request.client(from: context.remoteAddress, behind: limits.proxies)
        do {
            if let answer = try admit(request, context) { return answer }
            response = try await next(request, context)
        } catch let refusal as RequestRefusal {
            return refusal.response(to: request, in: live.current, id: context.id)
        } catch is NIOTooManyBytesError {
            return RequestRefusal(.size).response(to: request, in: live.current, id: context.id)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        } catch let error where error is HTTPParserError || error is ChannelError || error is IOError {
            // The connection is gone, or will be (`ConnectionGuard`): nobody is there to be told.
            throw error
        } catch {
            // Its kind alone: what an error has to say may hold a visitor's words.
            context.logger.error("failure", metadata: ["kind": "\(type(of: error))"])
            return RequestRefusal(.failed).response(to: request, in: live.current, id: context.id)
        }
        return request.method == .head && response.body.contentLength != 0 ? response.createHeadResponse() : response
    }

    /// - Returns: the answer where it is clear already.
    private func admit(_ request: Request, _ context: ShopContext) throws -> Response? {
        let path = request.uri.path
        let isProbe = path == "/healthz" || path == "/readyz" || path == "/metrics"
        if !isProbe { try checkRate(request, context, path) }
        switch request.method {
        case .get, .head, .post: break
        // The API knows which verb each of its addresses takes.
        case _ where path.hasPrefix("/api/"): break
        case .options: return Response(status: .noContent, headers: [.allow: RequestRefusal.methods])
        default: throw RequestRefusal(.method)
        }
        let target = request.head.path ?? ""
        if target.utf8.count > limits.targetBytes { throw RequestRefusal(.long) }
        if let reason = Self.refusal(of: target) { throw RequestRefusal(reason) }
        // Balancers ask by address.
        if !isProbe { try checkHost(request) }
        if let length = request.headers[.contentLength] {
            guard let bytes = Int(length), bytes <= limits.bodyBytes(for: path) else { throw RequestRefusal(.size) }
        }
        return nil
    }

    private func checkRate(_ request: Request, _ context: ShopContext, _ path: String) throws {
        guard let client = context.client else { return }
        let now = NIODeadline.now()
        // Files are sent as they are kept, and a page has dozens.
        let isFile = path.hasPrefix("/images/") || [".css", ".js", ".svg"].contains(where: path.hasSuffix)
        var waits = [rates.wait(.requests, of: client, share: isFile ? 0.1 : 1, at: now)]
        if request.method == .post {
            waits.append(rates.wait(path == "/board/login" ? .logins : .posts, of: client, at: now))
        }
        guard let longest = waits.compactMap(\.self).max() else { return }
        throw RequestRefusal(.many, after: Int((longest.nanoseconds + 999_999_999) / 1_000_000_000))
    }

    /// One `Host`, and one of ours (RFC 9112 §3.2): else links and kept answers could be made for another's name.
    private func checkHost(_ request: Request) throws {
        guard let authority = request.head.authority, !authority.isEmpty,
            Self.host.map({ !request.headers.contains($0) }) ?? true
        else { throw RequestRefusal(.address) }
        if limits.hosts.isEmpty { return }
        let name = authority.hasSuffix("]") ? authority[...] : authority.prefix { $0 != ":" }
        guard limits.hosts.contains(authority) || limits.hosts.contains(name.lowercased()) else {
            throw RequestRefusal(.host)
        }
    }

    /// What came beside the first one.
    private static let host = HTTPField.Name("Host")
}
