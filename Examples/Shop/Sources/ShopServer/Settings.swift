internal import Configuration
public import Foundation
public import ShopSite
internal import SystemPackage

/// What an operator decides: from the environment first, then a file, then the defaults of a shop that is tried out.
///
///     SHOP_HTTP_PORT=80 SHOP_BOARD_TOKEN=… shop --config shop.yaml
///
///     # shop.yaml
///     shop:
///       http: {host: 0.0.0.0, port: 80, origin: "https://keruen.example"}
///       store: /var/lib/keruen/orders.sqlite     # or postgresql://shop@db1,db2/orders
///
/// Every key has one name: `http.port` is `SHOP_HTTP_PORT` in the environment and `shop: {http: {port: …}}` in the file. See
/// docs/operations.md.
public struct Settings: Sendable {
    public var host = "127.0.0.1"
    public var port = 8080
    /// What links that leave the shop begin with; `https` makes cookies secure. The address that is served when nil.
    public var origin: String?
    public var catalog = "Catalog"
    /// A folder that `keruen index` published in, whose products are served instead of the catalogue's.
    public var snapshot: String?
    /// A folder that snapshots are published in, which `snapshot` follows.
    public var published: String?
    /// Seconds until it is looked there again.
    public var following = 5
    public var locales = "Locales"
    /// The folder of Templates and Public.
    public var assets = "Examples/Shop"
    /// A file of orders, or a database's address (`StoreAddress`).
    public var store = "keruen.sqlite"
    /// Opens the merchant's board; without one it is closed.
    public var boardToken: String?
    /// Keeps forms valid across restarts.
    public var formSecret: String?
    /// How much one visitor may ask for, the names that the shop answers to, and the proxies that it believes.
    public var limits = Limits()
    /// When the shop's day begins to count, for demonstrations and tests of one day whenever they run; now when nil.
    public var clock: Date?
    public var logLevel = "info"
    /// Megabytes of finished answers.
    public var answers = 64
    /// Seconds that requests which have begun are given to end.
    public var closing = 30
    /// Seconds before that in which `/readyz` says no and the shop still serves, so that balancers see it.
    public var notice = 0

    public init() {}

    /// A value that can't be used.
    public struct Fault: Error, Hashable, Sendable {
        public var key: String
        public var value: String
        /// `number`, `level`, `origin`, `proxy`, `clock` or `store`: what was wanted.
        public var wanted: String
    }

    /// - Parameter file: a YAML file; none when nil.
    /// - Throws: `Fault`, or what reading the file throws.
    public init(file: String?, environment: [String: String]) async throws {
        var providers: [any ConfigProvider] = [EnvironmentVariablesProvider(environmentVariables: environment)]
        if let file { providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(file))) }
        try self.init(ConfigReader(providers: providers).scoped(to: "shop"))
    }

    init(_ config: ConfigReader) throws(Fault) {
        func text(_ key: ConfigKey, isSecret: Bool = false) -> String? {
            config.string(forKey: key, isSecret: isSecret).flatMap { $0.isEmpty ? nil : $0 }
        }
        func number(_ key: ConfigKey, _ range: ClosedRange<Int>, _ usual: Int) throws(Fault) -> Int {
            if let number = config.int(forKey: key), range.contains(number) { return number }
            let written = config.int(forKey: key).map(String.init) ?? text(key)
            guard let written else { return usual }
            throw Fault(key: key.description, value: written, wanted: "number")
        }
        func list(_ key: ConfigKey) -> [String] {
            (text(key) ?? "").split(separator: ",").map { String($0.drop { $0 == " " }.prefix { $0 != " " }) }
        }
        /// So many a minute, and as large a burst as the usual rate has for its size; 0 counts nothing.
        func rate(_ key: ConfigKey, _ usual: Limits.Rate?) throws(Fault) -> Limits.Rate? {
            guard let usual else { return nil }
            let perMinute = try number(key, 0...1_000_000, usual.perMinute)
            return perMinute == 0
                ? nil : .init(perMinute: perMinute, burst: usual.burst * perMinute / usual.perMinute)
        }
        host = text("http.host") ?? host
        port = try number("http.port", 0...65_535, port)
        origin = text("http.origin").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        if let origin, !origin.hasPrefix("https://"), !origin.hasPrefix("http://") {
            throw Fault(key: "http.origin", value: origin, wanted: "origin")
        }
        catalog = text("catalog") ?? catalog
        snapshot = text("snapshot")
        published = text("following.from")
        following = try number("following.seconds", 1...86_400, following)
        locales = text("locales") ?? locales
        assets = text("assets") ?? assets
        store = text("store", isSecret: true) ?? store
        boardToken = text("board.token", isSecret: true)
        formSecret = text("form.secret", isSecret: true)
        logLevel = text("log.level") ?? logLevel
        guard Self.levels.contains(logLevel) else { throw Fault(key: "log.level", value: logLevel, wanted: "level") }
        limits.hosts = Set(list("http.hosts").map { $0.lowercased() })
        for proxy in list("http.proxies") {
            guard let block = Subnet(proxy) else { throw Fault(key: "http.proxies", value: proxy, wanted: "proxy") }
            limits.proxies.append(block)
        }
        limits.requests = try rate("limits.requests", limits.requests)
        limits.posts = try rate("limits.posts", limits.posts)
        limits.logins = try rate("limits.logins", limits.logins)
        limits.connections = try number("limits.connections", 8...1_000_000, limits.connections)
        limits.connectionsPerAddress = try number("limits.perAddress", 1...1_000_000, limits.connectionsPerAddress)
        if let written = text("clock") {
            guard let clock = try? Date(written, strategy: .iso8601) else {
                throw Fault(key: "clock", value: written, wanted: "clock")
            }
            self.clock = clock
        }
        answers = try number("answers.megabytes", 0...1_000_000, answers)
        closing = try number("closing.seconds", 0...3_600, closing)
        notice = try number("closing.notice", 0...3_600, notice)
    }

    /// Tells the time: the day's own, or that of a clock which was set when the shop opened.
    public var now: @Sendable () -> Date {
        guard let clock else { return { Date() } }
        let opened = Date()
        return { clock.addingTimeInterval(Date().timeIntervalSince(opened)) }
    }

    public static let levels = ["trace", "debug", "info", "notice", "warning", "error", "critical"]
}
