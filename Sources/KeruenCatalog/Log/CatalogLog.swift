/// The changes of a catalogue in the order in which they came: what snapshots are derived from, on every node.
///
///     let last = try await log.append([CatalogChange(product), CatalogChange(withdrawn: "dutar")])
///     for entry in try await log.entries(after: 0, limit: 1_000) { … }
///
/// Positions begin at 1 and grow by one; an entry is never changed and never goes. So a reader needs to note one number to go on where it
/// stopped. `CatalogLogFolder` keeps a log in files, `PostgresCatalogLog` in a database for several machines.
public protocol CatalogLog: Sendable {
    /// Adds changes behind all others.
    /// - Returns: the position of the last; they are durable then.
    @discardableResult
    func append(_ changes: [CatalogChange]) async throws(CatalogLogError) -> Int

    /// The entries behind a position, in order; fewer than the limit where there are no more. What is handed out is durable, so that
    /// nothing is ever derived from what a power cut takes back.
    func entries(after position: Int, limit: Int) async throws(CatalogLogError) -> [CatalogLogEntry]

    /// The position of the last entry; 0 where there is none.
    func newest() async throws(CatalogLogError) -> Int
}

/// A change and its place in the log.
public struct CatalogLogEntry: Hashable, Sendable {
    public var position: Int
    public var change: CatalogChange

    public init(position: Int, change: CatalogChange) { (self.position, self.change) = (position, change) }
}

/// Why a log can't be read or written.
public struct CatalogLogError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    /// The file, with the line where one is meant; of a database, its kind.
    public var subject: String
    /// What a database says of itself, which has sentences of its own.
    public var cause: Diagnostic?

    public init(_ code: Code, _ subject: String, because cause: Diagnostic? = nil) {
        (self.code, self.subject, self.cause) = (code, subject, cause)
    }

    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let unreadable = Self(rawValue: "unreadable")
        /// The disk is full, or the folder closed.
        public static let unwritable = Self(rawValue: "unwritable")
        /// A line that had been written whole is not what it was, or is gone.
        public static let damaged = Self(rawValue: "damaged")
    }

    public var diagnostic: Diagnostic {
        if let cause { return cause }
        return switch code {
        case .unreadable: Diagnostic(.unreadableFile, at: SourcePosition(file: subject))
        case .unwritable: Diagnostic(.unwritableFile, at: SourcePosition(file: subject))
        default: Diagnostic("SRC0123", at: nil, ["subject": .text(subject)])
        }
    }

    public var description: String { "\(code.rawValue): \(subject)" }
}
