/// The way of a parcel: from a country to a country, by mail or as cargo.
///
///     ParcelRoute(from: "CN", to: "KZ", by: .mail)
public struct ParcelRoute: Hashable, Sendable {
    /// ISO 3166-1.
    public var origin: String
    public var destination: String
    public var channel: Channel

    /// - Parameter channel: mail unless it is told otherwise, which the law is stricter with.
    public init(from origin: String, to destination: String, by channel: Channel = .mail) {
        (self.origin, self.destination, self.channel) = (origin, destination, channel)
    }

    public enum Channel: String, Hashable, Sendable, CaseIterable {
        /// Post and express parcels.
        case mail
        case cargo
    }
}
