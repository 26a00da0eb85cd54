public import NIOCore

/// How much one visitor may ask for, and how long the shop waits for it.
///
///     var limits = Limits()
///     limits.hosts = ["shop.example"]
///     limits.proxies = ["10.0.0.0/8"].compactMap(Subnet.init)
///
/// Sizes are bytes; a rate that is nil isn't limited.
public struct Limits: Sendable {
    /// So many a minute on average, and at most `burst` at once.
    public struct Rate: Sendable, Equatable {
        public var perMinute: Int
        public var burst: Int

        public init(perMinute: Int, burst: Int) {
            self.perMinute = max(perMinute, 1)
            self.burst = max(burst, 1)
        }
    }

    // MARK: From one address, or one network of IPv6 (a /64: what one household or one server has)

    /// Whole towns share an address where providers have few of them, so this is what a crawler reaches, not a family.
    public var requests: Rate? = Rate(perMinute: 1_200, burst: 400)
    public var posts: Rate? = Rate(perMinute: 60, burst: 30)
    /// Guesses at the board's token.
    public var logins: Rate? = Rate(perMinute: 5, burst: 5)
    /// Addresses that are remembered; those that owe the least are forgotten first.
    public var rememberedAddresses = 65_536
    /// Proxies whose `X-Forwarded-For` is believed. Without one the address of the connection counts.
    public var proxies: [Subnet] = []

    // MARK: A request

    /// Names that the shop answers to; empty for any.
    public var hosts: Set<String> = []
    public var targetBytes = 4_096
    public var headerBytes = 16_384
    public var headerCount = 100
    public var formBytes = 16_384
    /// A body for the API.
    public var dataBytes = 1 << 17
    /// A file for the board.
    public var uploadBytes = 256 << 20

    // MARK: Time

    /// For a whole head, from the moment that the connection is open.
    public var headTime = TimeAmount.seconds(10)
    /// Between two requests, the second one's head included.
    public var idleTime = TimeAmount.seconds(60)
    /// For a whole body.
    public var bodyTime = TimeAmount.seconds(30)
    /// For a whole file.
    public var uploadTime = TimeAmount.minutes(15)
    /// From a whole request to the end of its answer, slow readers included.
    public var answerTime = TimeAmount.minutes(2)

    // MARK: Connections

    /// When so many are open, the eighth of them that has been idle the longest goes.
    public var connections = 4_096
    /// From one address that is no proxy.
    public var connectionsPerAddress = 256

    public init() {}

    /// Nothing is counted, for measuring and for tests from one address. Sizes and times stay.
    public static var uncounted: Limits {
        var limits = Limits()
        (limits.requests, limits.posts, limits.logins) = (nil, nil, nil)
        limits.connectionsPerAddress = limits.connections
        return limits
    }

    /// The largest body that an address takes.
    public func bodyBytes(for path: some StringProtocol) -> Int {
        if path.hasPrefix("/api/") { return dataBytes }
        return isUpload(path) ? uploadBytes : formBytes
    }

    /// How long a body for an address may take.
    public func bodyTime(for path: some StringProtocol) -> TimeAmount { isUpload(path) ? uploadTime : bodyTime }

    private func isUpload(_ path: some StringProtocol) -> Bool { path.hasPrefix("/board/imports") }
}
