/// Where a store is: `sqlite:kz.sqlite`, `postgresql://keruen:…@db.kz/orders`. It may carry a password, so nothing prints it.
public struct StoreAddress: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    /// For whoever opens the store, and nobody else.
    public let text: String

    public init(_ text: String) { self.text = text }

    /// Its kind alone: `postgresql:…`.
    public var description: String {
        let scheme = text.prefix { $0 != ":" }
        let isScheme = scheme.count < text.count && scheme.allSatisfy { $0.isASCII && $0.isLetter }
        return isScheme ? "\(scheme):…" : "…"
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
