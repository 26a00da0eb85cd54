public import Logging
public import ServiceLifecycle
public import ShopSite
internal import Keruen
internal import UnixSignals

/// Loads catalogue and strings anew at each SIGHUP. What can't be loaded is logged, and the old site stays.
public struct Reloading: Service {
    let services: Services
    let logger: Logger
    /// Whether the loaded strings are those that the pages were written for.
    let isServable: @Sendable (Site) -> Bool

    public init(_ services: Services, logger: Logger, isServable: @escaping @Sendable (Site) -> Bool) {
        (self.services, self.logger, self.isServable) = (services, logger, isServable)
    }

    public func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { reload() }
    }

    func reload() {
        do {
            try services.live.reload { site in
                // Its shelves are put up before anybody sees them.
                site.prepare(at: services.now())
                return isServable(site)
            }
            let site = services.live.current
            logger.notice(
                "reloaded", metadata: ["products": "\(site.snapshot?.count ?? site.catalog.products.count)"])
        } catch let refusal as Refusal {
            for diagnostic in refusal.diagnostics.prefix(20) {
                logger.error(
                    "not reloaded",
                    metadata: ["code": "\(diagnostic.code)", "at": "\(diagnostic.position?.description ?? "")"])
            }
        } catch {
            logger.error("not reloaded", metadata: ["kind": "\(type(of: error))"])
        }
    }
}
