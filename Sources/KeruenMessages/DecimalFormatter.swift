internal import ICUShims

/// Writes numbers as readers of a language expect: 19 900 ₸, ¥268, 2,5.
///
///     try DecimalFormatter(LanguageTag("ru-KZ"), .currency("KZT")).format("19900.00")     // "19 900 ₸"
///
/// Numbers come as decimal text, so that no amount passes through a Double. Minor units show only when they are not zero.
/// - Throws: `TextError` with `unsupportedFormat` for a language whose formats are not known to be right: ICU would
///   silently use another one's.
@safe public final class DecimalFormatter: Sendable {
    nonisolated(unsafe) fileprivate let handle: OpaquePointer

    public enum Style: Hashable, Sendable {
        case decimal
        case integer
        case percent
        /// An ISO 4217 code; the symbol is the narrow one (¥, ₽, ₸).
        case currency(String)
    }

    public init(_ language: LanguageTag, _ style: Style) throws(TextError) {
        let language = try FormattingLanguage(language)
        let skeleton =
            switch style {
            case .decimal: ""
            case .integer: "precision-integer"
            case .percent: "percent scale/100"
            case .currency(let code): "currency/\(code) unit-width-narrow .00/w"
            }
        var status: Int32 = 0
        guard let handle = unsafe kicu_number_format_open(language.tag.description, skeleton, &status) else {
            throw TextError(status: status)
        }
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_number_format_close(handle) }

    /// - Throws: `TextError` when the text is no decimal number.
    public func format(_ decimal: String) throws(TextError) -> String {
        try unsafe icuString { (out, capacity, status) in
            unsafe kicu_number_format_apply(handle, decimal, out, capacity, &status)
        }
    }
}

/// The plural category that a number takes: one, few, many, other.
///
///     try PluralRules(.ru).category(of: "22", as: DecimalFormatter(.ru, .integer))      // "few"
@safe public final class PluralRules: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer

    public init(_ language: LanguageTag, ordinal: Bool = false) throws(TextError) {
        var status: Int32 = 0
        let tag = try FormattingLanguage(language).tag.description
        guard let handle = unsafe kicu_plural_rules_open(tag, ordinal, &status) else { throw TextError(status: status) }
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_plural_rules_close(handle) }

    public func category(of decimal: String, as format: DecimalFormatter) throws(TextError) -> String {
        try unsafe icuString { (out, capacity, status) in
            unsafe kicu_plural_rules_select(handle, format.handle, decimal, out, capacity, &status)
        }
    }

    /// The categories that the language tells apart, `other` among them.
    public var categories: [String] {
        let list = try? unsafe icuString { (out, capacity, status) in
            unsafe kicu_plural_rules_categories(handle, out, capacity, &status)
        }
        return (list ?? "other").split(separator: "\0").map(String.init)
    }
}
