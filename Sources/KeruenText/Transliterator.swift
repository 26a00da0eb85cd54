internal import ICUShims

/// Writes a text in another script.
///
///     try Transliterator(.hanToPinyin).apply("丝绸")       // "sī chóu"
///
/// The schemes are a closed list, because ICU answers an id it does not know with the nearest one it has.
@safe public final class Transliterator: Sendable {
    public let scheme: Scheme
    nonisolated(unsafe) private let handle: OpaquePointer

    /// A named conversion that ICU gets right, or right enough to be told so.
    public enum Scheme: String, CaseIterable, Sendable {
        /// Pinyin with tone marks, a syllable a word. Polyphones follow the commonest reading.
        case hanToPinyin = "Han-Latin"
        /// As `hanToPinyin`, with surnames' readings.
        case hanNamesToPinyin = "Han-Latin/Names"
        /// BGN/PCGN romanisation of Russian.
        case russianToLatinBGN = "ru-ru_Latn/BGN"
        /// BGN/PCGN romanisation of Kazakh.
        case kazakhToLatinBGN = "kk-kk_Latn/BGN"
        case simplifiedToTraditional = "Hans-Hant"
        case traditionalToSimplified = "Hant-Hans"
    }

    public init(_ scheme: Scheme) throws(TextError) {
        var status: Int32 = 0
        guard let handle = unsafe kicu_transliterator_open(scheme.rawValue, &status) else {
            throw TextError(status: status)
        }
        self.scheme = scheme
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_transliterator_close(handle) }

    public func apply(_ text: String) throws(TextError) -> String {
        guard !text.isTooLongForICU else { throw TextError(.textTooLong, String(text.utf8.count)) }
        return try unsafe text.withUTF8Bytes { (bytes, count) throws(TextError) in
            try unsafe icuString(capacity: 4 * count + 32) { (out, capacity, status) in
                unsafe kicu_transliterator_apply(handle, bytes, count, out, capacity, &status)
            }
        }
    }
}
