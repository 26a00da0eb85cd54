internal import Foundation

/// Where a shop's orders are kept: the setting `store`, which is a file's path or a database's address.
///
///     StoreAddress("orders.sqlite")                           // .file
///     StoreAddress("postgresql://shop@db1,db2/orders")        // .database
///
/// An address may hold a password: nobody prints one.
public enum StoreAddress: Hashable, Sendable, CustomStringConvertible {
    case file(String)
    /// As libpq reads it.
    case database(String)

    public init(_ text: String) {
        let isDatabase = ["postgresql://", "postgres://"].contains { text.lowercased().hasPrefix($0) }
        self = isDatabase ? .database(text) : .file(text)
    }

    /// Whether this program was built with what it takes.
    public var isServed: Bool {
        #if Postgres
            true
        #else
            if case .file = self { true } else { false }
        #endif
    }

    /// The file's path, and of a database only what kind it is.
    public var description: String { if case .file(let path) = self { path } else { "postgresql://…" } }
}

extension Settings {
    /// - Throws: `Fault` for a database where the program was built without the trait `Postgres`.
    public func storeAddress() throws(Fault) -> StoreAddress {
        let address = StoreAddress(store)
        guard address.isServed else { throw Fault(key: "store", value: address.description, wanted: "store") }
        return address
    }
}
