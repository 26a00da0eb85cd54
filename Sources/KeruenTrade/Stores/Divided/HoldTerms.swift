public import Foundation

/// How holds are taken: for how long, by which clock, under which names.
public struct HoldTerms: Sendable {
    /// Seconds after which a hold counts as left behind. Long beside a transaction, short beside a buyer's patience.
    public var lasting: TimeInterval = 60
    public var now: @Sendable () -> Date = { Date() }
    /// Makes a hold's id; a simulation passes its own.
    public var makeID: @Sendable () -> String = Self.randomID
    /// Waits before a try of this number, counted from 1, after others have changed the same stock.
    public var pause: @Sendable (Int) async -> Void = Self.pauseAtRandom
    /// How often a transaction is tried.
    public var tries = 24

    public init() {}

    /// `H-7F3K-9QXM-2B4T-0W8C-5NRA-1DZE`: 120 random bits in the alphabet of orders’ ids.
    @Sendable
    public static func randomID() -> String {
        var random = SystemRandomNumberGenerator()
        return randomID(using: &random)
    }

    public static func randomID(using random: inout some RandomNumberGenerator) -> String {
        let parts = (0..<2).map { _ in Order.ID(using: &random).description.dropFirst(2) }
        return "H" + parts.joined()
    }

    /// Those who met once are not to meet again: up to 1 ms, 2 ms, 4 ms … 64 ms.
    @Sendable
    private static func pauseAtRandom(before number: Int) async {
        let most = 1_000 << min(max(0, number - 1), 6)
        try? await Task.sleep(for: .microseconds(Int.random(in: 0...most)))
    }
}
