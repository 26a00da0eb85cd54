internal import ICUShims
internal import Synchronization

/// Writes numbers as readers of a language expect: 19 900 ₸, ¥268, 2,5.
///
///     try DecimalFormatter(LanguageTag("ru-KZ"), .currency("KZT")).format("19900.00")     // "19 900 ₸"
///
/// Numbers come as decimal text or as whole numbers with a scale, so that no amount passes through a `Double`. Common styles
/// are written natively by symbols read from ICU, others by ICU itself.
@safe public final class DecimalFormatter: Sendable {
    public let style: NumberStyle
    nonisolated(unsafe) let handle: OpaquePointer
    private let language: FormattingLanguage
    let native: NativeNumberPattern?

    /// - Throws: `TextError` with `unsupportedFormat` for a language whose formats are not known to be right: ICU would
    ///   silently use another one's.
    public convenience init(_ language: LanguageTag, _ style: NumberStyle) throws(TextError) {
        try self.init(language, style, isNative: true)
    }

    init(_ language: LanguageTag, _ style: NumberStyle, isNative: Bool) throws(TextError) {
        self.style = style
        self.language = try FormattingLanguage(language)
        var status: Int32 = 0
        guard let handle = unsafe kicu_number_format_open(self.language.tag.description, style.skeleton, &status)
        else { throw TextError(status: status) }
        unsafe self.handle = handle
        native = isNative ? NativeNumberPattern(style) { try? unsafe Self.icu(handle, $0) } : nil
    }

    deinit { unsafe kicu_number_format_close(handle) }

    /// - Throws: `TextError` when the text is no decimal number.
    public func format(_ decimal: String) throws(TextError) -> String {
        guard native != nil, let number = DecimalNumber(decimal) else { return try formatByICU(decimal) }
        return try format(number)
    }

    func format(_ number: DecimalNumber) throws(TextError) -> String {
        var bytes: [UInt8] = []
        try append(number, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the UTF-8 of a number.
    func append(_ number: DecimalNumber, to bytes: inout [UInt8]) throws(TextError) {
        if let native, let coefficient = number.coefficient,
            native.append(coefficient, scale: number.scale, to: &bytes)
        {
            return
        }
        bytes += try formatByICU(number.text).utf8
    }

    /// Appends the UTF-8 of `coefficient` × 10^-`scale`: an amount of money by its minor units, without a text in between.
    ///
    ///     formatter.append(1_990_000, scale: 2, to: &page)      // 19 900 ₸
    @inline(__always)
    public func append(_ coefficient: Int64, scale: Int, to bytes: inout [UInt8]) {
        if let native, native.append(coefficient, scale: scale, to: &bytes) { return }
        try? append(DecimalNumber(coefficient: coefficient, scale: scale), to: &bytes)
    }

    func formatByICU(_ decimal: String) throws(TextError) -> String { written(try rawText(decimal)) }

    /// As ICU has it, before it is written over into the language's script.
    func rawText(_ decimal: String) throws(TextError) -> String { try unsafe Self.icu(handle, decimal) }

    func written(_ text: String) -> String { language.written(text) }

    private static func icu(_ handle: OpaquePointer, _ decimal: String) throws(TextError) -> String {
        try unsafe icuString { (out, capacity, status) in
            unsafe kicu_number_format_apply(handle, decimal, out, capacity, &status)
        }
    }
}

extension DecimalFormatter {
    /// Whether numbers and dates can be written as this language does; where not, messages still give texts.
    public static func hasFormats(of language: LanguageTag) -> Bool { (try? FormattingLanguage(language)) != nil }

    private struct Key: Hashable {
        var language: LanguageTag
        var style: NumberStyle
    }

    private static let shared = Mutex<[Key: DecimalFormatter]>([:])

    /// One for each language and style of the process: to open one takes as long as to format a hundred numbers.
    public static func shared(_ language: LanguageTag, _ style: NumberStyle) throws(TextError) -> DecimalFormatter {
        let key = Key(language: language, style: style)
        if let known = shared.withLock({ $0[key] }) { return known }
        let opened = try DecimalFormatter(language, style)
        return shared.withLock { cache in
            // Styles may be made of a message's arguments, which are not bounded.
            if cache.count >= 1_000 { cache.removeAll() }
            cache[key] = opened
            return opened
        }
    }
}
