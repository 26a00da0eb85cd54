/// One thing wrong with a reader's data: what, how bad, and where.
///
///     Diagnostic("CAT0301", .error, at: position, ["sku": .text("XJ-SLK-001"), "price": .text("-3.00")])
///
/// It carries no sentence. Reports make one in the reader's language from the code and the arguments, so that tools can
/// rely on codes and people on words.
public struct Diagnostic: Hashable, Sendable {
    public var code: Code
    public var severity: Severity
    public var position: SourcePosition?
    public var arguments: [String: Argument]

    public init(
        _ code: Code, _ severity: Severity = .error, at position: SourcePosition? = nil,
        _ arguments: [String: Argument] = [:]
    ) {
        self.code = code
        self.severity = severity
        self.position = position
        self.arguments = arguments
    }
}

extension Diagnostic {
    /// A rule's stable name, such as `CAT0301`: letters for the area, digits for the rule. Never reused.
    public struct Code: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible,
        ExpressibleByStringLiteral
    {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public init(_ rawValue: String) { self.rawValue = rawValue }
        public init(stringLiteral value: String) { rawValue = value }
        public var description: String { rawValue }
        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// How much a diagnostic matters: an error fails a check, a warning is worth a look, a note explains.
    public enum Severity: String, Sendable, CaseIterable {
        case error, warning, note
    }

    /// A value that the sentence will show.
    public enum Argument: Hashable, Sendable {
        case text(String)
        case integer(Int)
    }
}

extension Diagnostic.Argument: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, CustomStringConvertible {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public var description: String {
        switch self {
        case .text(let text): text
        case .integer(let integer): String(integer)
        }
    }
}
