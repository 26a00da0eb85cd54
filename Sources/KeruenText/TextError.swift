internal import ICUShims

/// A text operation that was asked for something that does not exist.
///
///     do { _ = try Collator("xx") } catch { print(error) }    // no collation for language "xx"
public struct TextError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    /// What was asked for: the tag, the id, the keyword.
    public var subject: String

    public init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }

    /// What went wrong; new cases may appear.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let malformedTag = Self(rawValue: "malformed-tag")
        public static let unsupportedLanguage = Self(rawValue: "unsupported-language")
        public static let unsupportedScript = Self(rawValue: "unsupported-script")
        public static let unsupportedCollation = Self(rawValue: "unsupported-collation")
        public static let unsupportedFormat = Self(rawValue: "unsupported-format")
        public static let missingData = Self(rawValue: "missing-data")
        public static let textTooLong = Self(rawValue: "text-too-long")
        public static let icu = Self(rawValue: "icu")
    }

    public var description: String {
        switch code {
        case .malformedTag:
            "\"\(subject)\" is not a language tag; write it as in BCP 47, such as kk or zh-Hans-u-co-stroke"
        case .unsupportedLanguage: "no data for the language of \"\(subject)\""
        case .unsupportedScript: "no data for the script of \"\(subject)\""
        case .unsupportedCollation: "\"\(subject)\" names a collation that its language does not have"
        case .missingData: "the data \"\(subject)\" is not installed"
        case .textTooLong: "a text of \(subject) bytes is too long"
        case .unsupportedFormat: "\"\(subject)\" is not a format that can be built"
        default: "ICU failed: \(subject)"
        }
    }
}

extension TextError {
    /// ICU's own failure, by its name.
    package init(status: Int32) {
        self.init(.icu, unsafe String(cString: kicu_status_name(status)))
    }
}
