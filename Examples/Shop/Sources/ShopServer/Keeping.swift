internal import Foundation
internal import Keruen
public import Logging
public import ServiceLifecycle
public import ShopSite

/// Once a minute gives back what overdue orders hold, and forgets people whose time of keeping is over.
public struct Keeping: Service {
    let services: Services
    let logger: Logger

    public init(_ services: Services, logger: Logger) { (self.services, self.logger) = (services, logger) }

    public func run() async throws {
        // Sleeping ends with the shop; what was being kept is finished first.
        _ = try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await keep()
                try await Task.sleep(for: .seconds(60))
            }
        }
    }

    func keep() async {
        do throws(TradeError) {
            let now = services.now()
            while try await services.store.lapse(at: now, limit: 100) == 100 {}
            _ = try await services.store.write { transaction throws(TradeError) in
                try transaction.eraseRecords(before: now)
            }
        } catch {
            logger.error("keeping failed", metadata: ["code": "\(error.code)"])
        }
    }
}
