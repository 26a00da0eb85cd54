public import Foundation

extension CivilDate {
    /// The day that a market's calendar shows at an instant.
    public init(_ instant: Date, in market: Market) {
        // A zone that tzdata does not know is refused when the market is loaded.
        let offset = TimeZone(identifier: market.timeZone)?.secondsFromGMT(for: instant) ?? 0
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + offset
        self.init(daysSince1970: Int32((Double(seconds) / 86_400).rounded(.down)))
    }
}
