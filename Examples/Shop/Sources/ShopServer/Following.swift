internal import Foundation
internal import Keruen
public import Logging
public import ServiceLifecycle
public import ShopSite

/// Follows a publisher of snapshots: looks every few seconds, and swaps what came whole and right. Whatever goes wrong, the old site stays.
public struct Following: Service {
    private let mirror: SnapshotMirror
    private let folder: SnapshotFolder
    private let pause: Duration
    private let services: Services
    private let logger: Logger
    private let isServable: @Sendable (Site) -> Bool

    /// - Parameters:
    ///   - published: where snapshots are published.
    ///   - own: this node's folder, which the site is loaded out of.
    public init(
        _ published: String, into own: String, every pause: Duration, _ services: Services, logger: Logger,
        isServable: @escaping @Sendable (Site) -> Bool
    ) {
        folder = SnapshotFolder(URL(filePath: own))
        mirror = SnapshotMirror(of: PublishedFolder(URL(filePath: published)), in: folder)
        (self.pause, self.services, self.logger, self.isServable) = (pause, services, logger, isServable)
    }

    public func run() async throws {
        // A copy that is broken off is gone on with when the shop opens again.
        _ = try? await cancelWhenGracefulShutdown {
            var last: String?
            while !Task.isCancelled {
                try await Task.sleep(for: pause)
                last = await look(after: last)
            }
        }
    }

    /// - Parameter last: why it kept the old one the last time: the same reason is logged once.
    /// - Returns: why it keeps the old one; nil where it has the newest.
    public func look(after last: String? = nil) async -> String? {
        var reason: String?
        do { _ = try await mirror.refresh() } catch { reason = Self.reason(error) }
        // Another program of this node may have been the one that fetched it.
        if isBehind {
            do {
                try services.live.reload { site in
                    site.prepare(at: services.now())
                    return isServable(site)
                }
                let snapshot = services.live.current.snapshot
                logger.notice(
                    "swapped",
                    metadata: [
                        "position": "\(snapshot?.position ?? 0)", "products": "\(snapshot?.count ?? 0)",
                        "snapshot": "\(snapshot?.folder.lastPathComponent ?? "")",
                    ])
            } catch { reason = Self.reason(error) }
        }
        if let reason, reason != last {
            logger.error(
                "kept the old snapshot",
                metadata: ["reason": "\(reason)", "position": "\(services.live.current.snapshot?.position ?? 0)"])
        }
        return reason
    }

    private var isBehind: Bool {
        guard let newest = try? folder.current() else { return false }
        return newest.lastPathComponent != services.live.current.snapshot?.folder.lastPathComponent
    }

    /// Nil where another program of this node is about to fetch it.
    private static func reason(_ error: any Error) -> String? {
        guard let error = error as? SegmentError else { return "\(type(of: error))" }
        return error.code == .busy ? nil : "\(error.diagnostic.code) \(error)"
    }
}
