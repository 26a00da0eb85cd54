internal import Foundation

extension PersonName {
    /// How a name is written for those who don't read its own letters.
    public enum Writing: String, CaseIterable, Hashable, Sendable {
        /// Russian in ICAO Doc 9303's Latin letters.
        case icao
        /// Kazakh in the Latin alphabet of 2021.
        case kazakhLatin = "kk-Latn"
        /// Kazakh in Arabic letters, as in China.
        case kazakhArabic = "kk-Arab"
        /// Chinese in pinyin with capitals and without tones.
        case pinyin
    }

    /// The name for an envelope abroad, in Latin letters and with the surname first.
    ///
    ///     try PersonName(surname: "Щукин", givenName: "Пётр", in: .ru).envelope()      // "Shchukin Petr"
    ///     try PersonName(surname: "Қасымов", givenName: "Асқар", in: .kk).envelope()   // "Qasymov Asqar"
    ///     try PersonName("单小明").envelope()                                          // "Shan Xiaoming"
    ///
    /// Never for a ticket or a customs form, which want the spelling of the passport: ask for that by `Form.passport`.
    /// - Throws: `TextError` with `missingData` for a letter or a character that the scheme does not have.
    public func envelope() throws(TextError) -> String {
        switch (language.language, Script(writing: language)) {
        case ("zh", _): try written(in: .pinyin)
        case ("kk", .cyrillic), ("kk", .arabic): try written(in: .kazakhLatin)
        case (_, .latin): full
        default: try written(in: .icao)
        }
    }

    /// The name in other letters.
    /// - Throws: `TextError` with `unsupportedScript` for letters that names of this language are not written in, and
    ///   `missingData` where part of the name would stay as it was. Its subject is the writing, never the name.
    public func written(in writing: Writing) throws(TextError) -> String {
        let text: String
        let wanted: Script
        switch (writing, language.language, Script(writing: language)) {
        case (.icao, _, .cyrillic):
            (text, wanted) = (try Self.russian.get().apply(String(full.map { Self.russianLetters[$0] ?? $0 })), .latin)
        case (.kazakhLatin, "kk", .cyrillic): (text, wanted) = (try Self.kazakhLatin.get().apply(full), .latin)
        case (.kazakhLatin, "kk", .arabic):
            (text, wanted) = (Self.capitalized(try Self.latinFromArabic.get().apply(full)), .latin)
        case (.kazakhArabic, "kk", .cyrillic): (text, wanted) = (try Self.kazakhArabic.get().apply(full), .arabic)
        case (.kazakhArabic, "kk", .latin): (text, wanted) = (try Self.arabicFromLatin.get().apply(full), .arabic)
        case (.pinyin, "zh", _): (text, wanted) = (try HanName(full).pinyin(), .latin)
        default: throw TextError(.unsupportedScript, writing.rawValue)
        }
        // A word with a letter that a scheme lacks stays as it was: half an address in letters that the post can't read.
        guard Set(text.lettersByScript.keys).subtracting([wanted]).isEmpty else {
            throw TextError(.missingData, writing.rawValue)
        }
        return text
    }

    /// Arabic letters have no capitals to keep.
    private static func capitalized(_ text: String) -> String {
        text.split(separator: " ").map { word in
            word.prefix(1).uppercased(with: Locale(identifier: "tr")) + word.dropFirst()
        }.joined(separator: " ")
    }

    /// Kazakh letters in Russian documents, which have Касымов for Қасымов; ICAO's table of Russian has none of them.
    private static let russianLetters: [Character: Character] = Dictionary(
        zip("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ"), uniquingKeysWith: { first, _ in first })

    private static let russian = transliterator(.russianToLatinICAO)
    private static let kazakhLatin = transliterator(.kazakhToLatin)
    private static let kazakhArabic = transliterator(.kazakhToArabic)
    private static let latinFromArabic = transliterator(.kazakhArabicToLatin)
    private static let arabicFromLatin = transliterator(.kazakhLatinToArabic)

    private static func transliterator(_ scheme: Transliterator.Scheme) -> Result<Transliterator, TextError> {
        Result { () throws(TextError) in try Transliterator(scheme) }
    }
}
