/// Why a message does not parse, and where.
///
///     line 1, column 14: expected "}" to close the placeholder
public struct MessageError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    public var line: Int
    public var column: Int
    /// One English sentence.
    public var reason: String

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
    }

    public var description: String { line == 0 ? reason : "line \(line), column \(column): \(reason)" }
}
