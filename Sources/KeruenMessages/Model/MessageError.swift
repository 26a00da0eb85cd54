/// What is wrong with a message, and where.
///
///     line 1, column 14: expected "}" to close the placeholder
public struct MessageError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    /// From 1 on; 0 where no place in a source is to blame.
    public var line: Int
    /// In characters, from 1 on.
    public var column: Int
    /// One English sentence.
    public var reason: String

    public init(_ code: Code, line: Int = 0, column: Int = 0, _ reason: String) {
        (self.code, self.line, self.column, self.reason) = (code, line, column, reason)
    }

    /// An error at a byte of a source; line and column are 0 where the source is not known.
    init(_ code: Code, at offset: Int, of source: String?, _ reason: String) {
        guard let source else {
            self.init(code, reason)
            return
        }
        let before = String(decoding: source.utf8.prefix(offset), as: UTF8.self)
        // CR LF is one character and one line.
        let lineStart = before.lastIndex(where: \.isNewline).map { before.index(after: $0) } ?? before.startIndex
        self.init(
            code, line: before.count(where: \.isNewline) + 1, column: before[lineStart...].count + 1, reason)
    }

    /// The names of LDML 48.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let syntax = Self(rawValue: "syntax-error")
        public static let variantKeyMismatch = Self(rawValue: "variant-key-mismatch")
        public static let missingFallbackVariant = Self(rawValue: "missing-fallback-variant")
        public static let missingSelectorAnnotation = Self(rawValue: "missing-selector-annotation")
        public static let duplicateDeclaration = Self(rawValue: "duplicate-declaration")
        public static let duplicateOptionName = Self(rawValue: "duplicate-option-name")
        public static let duplicateVariant = Self(rawValue: "duplicate-variant")
        public static let unresolvedVariable = Self(rawValue: "unresolved-variable")
        public static let unknownFunction = Self(rawValue: "unknown-function")
        public static let badOperand = Self(rawValue: "bad-operand")
        public static let badOption = Self(rawValue: "bad-option")
        public static let badSelector = Self(rawValue: "bad-selector")
        public static let badVariantKey = Self(rawValue: "bad-variant-key")
        public static let unsupportedOperation = Self(rawValue: "unsupported-operation")
    }

    public var description: String { line == 0 ? reason : "line \(line), column \(column): \(reason)" }
}
