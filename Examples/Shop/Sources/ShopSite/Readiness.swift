internal import Synchronization

/// Whether the shop wants visitors: a balancer asks before it sends them.
public final class Readiness: Sendable {
    private let isOpen = Mutex(false)

    public init() {}

    public var isReady: Bool { isOpen.withLock(\.self) }

    /// Opened when the first port is, closed when the shop is told to end: what has begun is finished, nothing new is sent.
    public func set(_ isReady: Bool) { isOpen.withLock { $0 = isReady } }
}
