/// Writes a text in another script.
///
///     try Transliterator(.hanToPinyin).apply("丝绸")             // "sī chóu"
///     try Transliterator(.kazakhToLatin).apply("Қолөнер")        // "Qolöner"
///     try Transliterator(.russianToLatinICAO).apply("Щукин")     // "Shchukin"
///
/// The schemes are a closed list, because ICU answers an id it does not know with the nearest one it has. Letters of other
/// scripts, digits, placeholders in braces and addresses stay as they are.
@safe public final class Transliterator: Sendable {
    public let scheme: Scheme
    private let engine: Engine

    /// A conversion by the name that the command line knows it by.
    public enum Scheme: String, CaseIterable, Sendable {
        /// Pinyin with tone marks, a syllable a word. Polyphones follow the commonest reading.
        case hanToPinyin = "pinyin"
        /// As `hanToPinyin`, with surnames' readings.
        case hanNamesToPinyin = "pinyin-names"
        case simplifiedToTraditional = "zh-Hant"
        case traditionalToSimplified = "zh-Hans"
        /// Kazakh in the Latin alphabet of 2021.
        case kazakhToLatin = "kk-Latn"
        /// Kazakh in Arabic letters, as written in China.
        case kazakhToArabic = "kk-Arab"
        /// BGN/PCGN romanisation of Kazakh.
        case kazakhToLatinBGN = "kk-Latn-bgn"
        /// BGN/PCGN 1947.
        case russianToLatinBGN = "ru-Latn-bgn"
        /// GOST 7.79-2000, system B.
        case russianToLatinGOST = "ru-Latn-gost"
        /// ICAO Doc 9303, as in passports.
        case russianToLatinICAO = "ru-Latn-icao"
        /// ISO 9:1995, which is GOST 7.79-2000 system A.
        case russianToLatinISO9 = "ru-Latn-iso9"
    }

    private enum Engine: Sendable {
        case table(CyrillicTable)
        case kazakhArabic(KazakhArabic)
        case icu(ICUTransform)
    }

    public init(_ scheme: Scheme) throws(TextError) {
        self.scheme = scheme
        engine =
            switch scheme {
            case .hanToPinyin: .icu(try ICUTransform("Han-Latin"))
            case .hanNamesToPinyin: .icu(try ICUTransform("Han-Latin/Names"))
            case .simplifiedToTraditional: .icu(try ICUTransform("Hans-Hant"))
            case .traditionalToSimplified: .icu(try ICUTransform("Hant-Hans"))
            case .kazakhToLatinBGN: .icu(try ICUTransform("kk-kk_Latn/BGN"))
            case .kazakhToArabic: .kazakhArabic(KazakhArabic())
            case .kazakhToLatin: .table(KazakhLatin.table)
            case .russianToLatinBGN: .table(RussianRomanisation.bgn)
            case .russianToLatinGOST: .table(RussianRomanisation.gost)
            case .russianToLatinICAO: .table(RussianRomanisation.icao)
            case .russianToLatinISO9: .table(RussianRomanisation.iso9)
            }
    }

    /// - Throws: `TextError` with `textTooLong` for a text that ICU can't be handed.
    public func apply(_ text: String) throws(TextError) -> String {
        var written: [UInt8] = []
        written.reserveCapacity(text.utf8.count * 2)
        try apply(text.utf8.span, to: &written)
        return String(decoding: written, as: UTF8.self)
    }

    /// Appends the UTF-8 of the text in the other script: for many texts into one buffer.
    public func apply(_ text: Span<UInt8>, to output: inout [UInt8]) throws(TextError) {
        try VerbatimPieces.forEach(in: text) { (piece, isVerbatim) throws(TextError) in
            if isVerbatim {
                for at in piece.indices { output.append(piece[at]) }
            } else {
                try write(piece, to: &output)
            }
        }
    }

    private func write(_ text: Span<UInt8>, to output: inout [UInt8]) throws(TextError) {
        switch engine {
        case .table(let table): table.write(text, to: &output)
        case .kazakhArabic(let arabic): arabic.write(text, to: &output)
        case .icu(let transform): try transform.write(text, to: &output)
        }
    }
}
