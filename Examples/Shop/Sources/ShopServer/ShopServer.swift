public import Hummingbird
public import Mustache
internal import NIOCore
internal import ShopAPI
internal import ShopBoard
public import ShopPages
public import ShopSite

/// Pages, API, board and what keeps them up, as one service.
///
///     let server = ShopServer(services, templates: templates, folders: folders)
///     try await server.application(port: 8080).runService()
public struct ShopServer: Sendable {
    public let services: Services
    let templates: MustacheLibrary
    let folders: PageRoutes.Folders
    public let readiness = Readiness()

    public init(_ services: Services, templates: MustacheLibrary, folders: PageRoutes.Folders) {
        (self.services, self.templates, self.folders) = (services, templates, folders)
    }

    public func router() -> Router<ShopContext> {
        let router = Router(context: ShopContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders(isSecure: services.isSecure))
        APIRoutes(services).add(to: router)
        BoardRoutes(services, templates: templates).add(to: router)
        PageRoutes(services, templates: templates, folders: folders).add(to: router)
        return router
    }

    /// - Parameter onRunning: is told the port, which is another than the wanted one where 0 was wanted.
    public func application(
        host: String = "127.0.0.1", port: Int, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let readiness = readiness
        return Application(
            router: router(),
            configuration: .init(address: .hostname(host, port: port), serverName: "keruen"),
            onServerRunning: { channel in
                readiness.set(true)
                await onRunning(channel.localAddress?.port ?? port)
            })
    }
}
