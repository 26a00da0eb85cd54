internal import Keruen
public import Logging
public import ServiceLifecycle
public import ShopSite

/// Looks every second whether the store is there, and tells the log when ordering pauses and when it goes on.
public struct Watching: Service {
    let services: Services
    let logger: Logger

    public init(_ services: Services, logger: Logger) { (self.services, self.logger) = (services, logger) }

    public func run() async throws {
        _ = try? await cancelWhenGracefulShutdown {
            var known: OrderingPause?
            while !Task.isCancelled {
                // Not waited for: a look that is not answered is what the next one notes.
                Task { [watch = services.watch] in await watch.look() }
                let pause = services.watch.pause
                if let pause, pause.code != known?.code {
                    logger.warning("ordering is paused", metadata: ["code": "\(pause.code)"])
                } else if pause == nil, known != nil {
                    logger.notice("ordering goes on")
                }
                known = pause
                try await Task.sleep(for: .seconds(1))
            }
        }
    }
}
