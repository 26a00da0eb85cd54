public import Hummingbird
public import Logging
public import Mustache
internal import NIOCore
public import ServiceLifecycle
internal import ShopAPI
internal import ShopBoard
internal import ShopPages
public import ShopSite
internal import UnixSignals

/// Pages, API, board and what keeps them up, as one service.
///
///     let server = ShopServer(services, templates: templates, folders: folders)
///     try await server.application(port: 8080).runService()
public struct ShopServer: Sendable {
    public let services: Services
    public let readiness = Readiness()
    let templates: MustacheLibrary
    let folders: Folders
    let limits: Limits
    let registry: PrometheusRegistry?
    public let logger: Logger
    /// Until it is looked again what is published.
    let pause: Duration

    /// Where the shop reads.
    public struct Folders: Sendable {
        public var catalog: String
        public var locales: String
        /// Of Templates, Public and the API's description.
        public var assets: String
        /// Where snapshots are published, if products are served out of one.
        public var snapshots: String?
        /// Where the snapshots come from, if this node follows a publisher.
        public var published: String?

        public init(
            catalog: String, locales: String, assets: String, snapshots: String? = nil, published: String? = nil
        ) {
            (self.catalog, self.locales, self.assets) = (catalog, locales, assets)
            (self.snapshots, self.published) = (snapshots, published)
        }
    }

    /// - Parameter registry: what `/metrics` prints; without one there is no such address.
    public init(
        _ services: Services, templates: MustacheLibrary, folders: Folders, limits: Limits = Limits(),
        registry: PrometheusRegistry? = nil, logger: Logger = Logger(label: "shop"), every pause: Duration = .seconds(5)
    ) {
        (self.services, self.templates, self.folders, self.limits) = (services, templates, folders, limits)
        (self.registry, self.logger, self.pause) = (registry, logger, pause)
    }

    /// Whether these strings are those that pages, API and board were written for.
    public static func areWritten(for site: Site) -> Bool {
        PageRoutes.areWritten(for: site) && APIRoutes.areWritten(for: site) && BoardRoutes.areWritten(for: site)
    }

    public func router() -> Router<ShopContext> {
        let services = services
        let router = Router(context: ShopContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog())
        router.add(middleware: SecurityHeaders(isSecure: services.isSecure))
        router.add(middleware: RequestGuard(services.live, limits))
        router.add(middleware: FormGuard(tokens: services.tokens, origin: services.origin, limits: limits))
        HealthRoutes(services, readiness: readiness, registry: registry).add(to: router)
        APIRoutes(services, description: "\(folders.assets)/openapi.json").add(to: router)
        let files = "\(folders.assets)/Public"
        BoardRoutes(
            services, templates: templates,
            folders: .init(
                catalog: folders.catalog, locales: folders.locales, assets: files, snapshots: folders.snapshots,
                publisher: folders.published)
        ) { site in
            site.prepare(at: services.now())
            return Self.areWritten(for: site)
        }.add(to: router)
        PageRoutes(services, templates: templates, folders: .init(images: "\(folders.catalog)/images", assets: files))
            .add(to: router)
        router.refuseOtherVerbs()
        return router
    }

    /// - Parameters:
    ///   - prepares: whether `/readyz` waits until every market's shelves stand; until then whoever comes first waits for theirs.
    ///   - onRunning: is told the port, which is another than the wanted one where 0 was wanted.
    public func application(
        host: String = "127.0.0.1", port: Int, prepares: Bool = false,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let preparing: [any Service] = prepares ? [Preparing(services, readiness)] : []
        var following: [any Service] = []
        if let published = folders.published, let own = folders.snapshots {
            following = [
                Following(
                    published, into: own, every: pause, services, logger: logger, isServable: Self.areWritten)
            ]
        }
        let (readiness, limits, connections) = (readiness, limits, Connections(limits))
        return Application(
            router: router(),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionGuard(limits, connections)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
                        maxHeaderFieldCount: limits.headerCount))),
            configuration: .init(address: .hostname(host, port: port), serverName: "keruen"),
            services: preparing + following + [
                Reloading(services, logger: logger, isServable: Self.areWritten),
                Keeping(services, logger: logger),
                Watching(services, logger: logger),
            ],
            onServerRunning: { channel in
                if !prepares { readiness.set(true) }
                await onRunning(channel.localAddress?.port ?? port)
            },
            logger: logger)
    }

    /// The application and what closes it in order: first `/readyz` says no, then no connection is taken any more, then what has begun
    /// is finished.
    /// - Parameters:
    ///   - notice: how long balancers have to see that the shop closes, while it still serves.
    ///   - closing: how long what has begun may take to end.
    public func group(
        _ application: some ApplicationProtocol, notice: Duration = .zero, closing: Duration = .seconds(30)
    ) -> ServiceGroup {
        // Groups end their services in the opposite order.
        var configuration = ServiceGroupConfiguration(
            services: [application, Closing(readiness, notice: notice)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = closing + notice
        return ServiceGroup(configuration: configuration)
    }
}

/// Puts up every market's shelves before balancers send visitors.
struct Preparing: Service {
    private let services: Services
    private let readiness: Readiness

    init(_ services: Services, _ readiness: Readiness) { (self.services, self.readiness) = (services, readiness) }

    func run() async throws {
        services.live.current.prepare(at: services.now())
        readiness.set(true)
        try await gracefulShutdown()
    }
}

/// Tells balancers first that the shop ends.
struct Closing: Service {
    private let readiness: Readiness
    private let notice: Duration

    init(_ readiness: Readiness, notice: Duration) { (self.readiness, self.notice) = (readiness, notice) }

    func run() async throws {
        try await gracefulShutdown()
        readiness.set(false)
        try await Task.sleep(for: notice)
    }
}
