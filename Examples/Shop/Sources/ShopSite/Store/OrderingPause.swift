public import Keruen

/// Why no orders are taken at the moment: the store said so, and nobody waits to hear it again.
///
///     services.watch.pause?.code          // TRD0308: the database is away
///
/// Pages, searches and carts need no store, and go on.
public struct OrderingPause: Hashable, Sendable {
    /// What the store said.
    public let code: Diagnostic.Code
    /// Whether not even a read was answered, so that nobody knows what is left of anything.
    public let isUnread: Bool

    /// How many seconds who asked for an order is told to wait.
    public static let retryAfter = 5

    /// What whoever asks meanwhile is told. Nothing of theirs was begun, so nothing of it is uncertain.
    var error: TradeError { TradeError(code == .storeUncertain ? .storeAway : code) }

    /// Whether a read that is answered shows that it is over: a full disk and a server that only reads answer all the same.
    var endsWithReading: Bool { ![.storeReadOnly, .storeFull].contains(code) }
}
