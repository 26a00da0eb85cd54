public import Hummingbird
public import NIOCore

/// What the shop knows of a request beside its lines.
public struct ShopContext: RequestContext, RemoteAddressRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let remoteAddress: SocketAddress?
    /// Who asks, as far as trusted proxies tell; what limits go by.
    public var client: ClientAddress?

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
