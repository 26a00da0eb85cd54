internal import Synchronization

/// The newest site, for many requests at once. A reload puts another in its place; requests that have begun go on with theirs.
public final class LiveSite: Sendable {
    private let load: @Sendable () throws -> Site
    private let site: Mutex<Site>

    public init(_ load: @escaping @Sendable () throws -> Site) throws {
        self.load = load
        site = Mutex(try load())
    }

    /// Take it once for each request: a page is of one site.
    public var current: Site { site.withLock(\.self) }

    /// Loads the catalogue and the strings anew.
    /// - Throws: what loading throws, or `Unservable` where the condition does not hold; then the old site stays.
    public func reload(where isServable: (Site) -> Bool = { _ in true }) throws {
        let loaded = try load()
        guard isServable(loaded) else { throw Unservable() }
        site.withLock { $0 = loaded }
    }

    /// A site that this program can't show.
    public struct Unservable: Error {}
}
