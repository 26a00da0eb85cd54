public import Foundation

extension CivilDate {
    /// The day that a market's calendar shows at an instant.
    public init(_ instant: Date, in market: Market) {
        // A zone that tzdata does not know is refused when the market is loaded.
        let seconds = Int64(instant.timeIntervalSince1970.rounded(.down))
        let offset = TimeZoneOffsets.shared(market.timeZone)?.seconds(at: seconds) ?? 0
        self.init(daysSince1970: Int32((Double(seconds + Int64(offset)) / 86_400).rounded(.down)))
    }
}
