/// Where a store is: a file's path, `sqlite:PATH`, or PostgreSQL's connection string, as a URI or as `host=… dbname=…`. It may carry a password,
/// so nothing prints it.
///
///     StoreAddress("orders.sqlite").place                          // .file("orders.sqlite")
///     StoreAddress("postgresql://shop:…@db1,db2/orders").place     // .database("postgresql://shop:…@db1,db2/orders")
public struct StoreAddress: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    /// For whoever opens the store, and nobody else.
    public let text: String

    public init(_ text: String) { self.text = text }

    public enum Place: Hashable, Sendable {
        case file(String)
        /// As libpq reads it.
        case database(String)
    }

    public var place: Place {
        let scheme = text.prefix { $0 != ":" }.lowercased()
        let rest = text.dropFirst(scheme.count)
        if ["postgres", "postgresql"].contains(scheme), rest.hasPrefix("://") { return .database(text) }
        // No file is meant by a line of settings.
        let words = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if words.count == 2, Self.settings.contains(words[0].filter { !$0.isWhitespace }) { return .database(text) }
        return .file(scheme == "sqlite" && rest.hasPrefix(":") ? String(rest.dropFirst()) : text)
    }

    /// What libpq's connection strings begin with.
    private static let settings: Set<String> = [
        "host", "hostaddr", "port", "dbname", "user", "password", "passfile", "service", "sslmode", "sslrootcert",
        "options", "application_name", "connect_timeout", "target_session_attrs",
    ]

    /// Its kind alone: `postgresql:…`.
    public var description: String {
        let scheme = text.prefix { $0 != ":" }
        let isScheme = scheme.count < text.count && scheme.allSatisfy { $0.isASCII && $0.isLetter }
        return isScheme ? "\(scheme):…" : "…"
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
