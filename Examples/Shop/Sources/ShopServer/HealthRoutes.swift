internal import CoreMetrics
internal import Foundation
internal import HTTPTypes
public import Hummingbird
internal import Keruen
public import ShopSite

/// What machines ask: `/healthz` whether the program lives, `/readyz` whether it wants visitors, `/metrics` how it fares.
///
/// Metrics are told to this machine alone, or to who has the board's token.
public struct HealthRoutes: Sendable {
    let services: Services
    let readiness: Readiness
    let registry: PrometheusRegistry?

    public init(_ services: Services, readiness: Readiness, registry: PrometheusRegistry?) {
        (self.services, self.readiness, self.registry) = (services, readiness, registry)
    }

    public func add(to router: Router<ShopContext>) {
        router.get("/healthz") { _, _ in Self.text("ok\n") }
        router.get("/readyz") { _, _ in
            guard readiness.isReady else { return Self.text("not open\n", status: .serviceUnavailable) }
            // Pages need no store: a balancer that took them away would close the whole shop for one database.
            guard services.watch.pause == nil else { return Self.text("ready\nordering: paused\n") }
            guard await canRead else { return Self.text("no store\n", status: .serviceUnavailable) }
            // What was asked may have shown it.
            return Self.text(services.watch.pause == nil ? "ready\n" : "ready\nordering: paused\n")
        }
        router.get("/metrics") { request, context in
            guard let registry, mayRead(request, context) else { throw HTTPError(.notFound) }
            report()
            return Self.text(registry.exposition, type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    /// A read that finds nothing is enough to know that the store answers, or will soon.
    private var canRead: Bool {
        get async {
            do throws(TradeError) {
                _ = try await services.store.order(Order.ID.random())
                return true
            } catch { return error.isOutage }
        }
    }

    private func mayRead(_ request: Request, _ context: ShopContext) -> Bool {
        if let bearer = request.headers[.authorization], bearer.hasPrefix("Bearer "),
            services.tokens.isBoard(String(bearer.dropFirst(7)))
        {
            return true
        }
        // A proxy on this machine speaks for others, and says so.
        let isLocal = ["127.0.0.1", "::1"].contains(context.remoteAddress?.ipAddress ?? "")
        return isLocal && !request.headers.contains { $0.name.canonicalName == "x-forwarded-for" }
    }

    /// What is only known when somebody asks.
    private func report() {
        let site = services.live.current
        Gauge(label: "shop_products").record(site.snapshot?.count ?? site.catalog.products.count)
        Gauge(label: "shop_ordering_paused").record(services.watch.pause == nil ? 0 : 1)
        if let position = site.snapshot?.position { Gauge(label: "shop_snapshot_position").record(position) }
        Gauge(label: "shop_answers_bytes").record(site.answers.bytes)
        guard let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = status.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return }
        Gauge(label: "process_resident_memory_bytes").record(pages * Int(NSPageSize()))
    }

    private static func text(
        _ text: String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
