/// The established names of places in the languages of the trade: they go before any scheme.
///
///     Gazetteer.standard.name(of: "乌鲁木齐", in: .ru)     // "Урумчи"
///     Gazetteer.standard.name(of: "Үрімші", in: .zhHant)    // "烏魯木齊"
public struct Gazetteer: Sendable {
    public static let standard = Gazetteer()

    /// A language's column.
    private static let columns = ["zh-Hans": 0, "zh-Hant": 1, "ru": 3, "kk": 4, "kk-Arab": 5, "en": 6]

    private let places: [[Substring]]
    /// A small-letter name in any language → its places' rows.
    private let rows: [String: Int]
    private let chineseNames: PhraseTrie

    private init() {
        places = TextTable.gazetteer.rows.filter { $0.count == 7 }
        rows = Dictionary(
            places.enumerated().flatMap { row, place in
                Self.columns.values.map { (place[$0].lowercased(), row) }
            }.filter { !$0.0.isEmpty }, uniquingKeysWith: min)
        chineseNames = PhraseTrie(
            places.enumerated().flatMap { row, place in
                place[..<2].map { name in
                    (characters: name.unicodeScalars.map(\.value), values: name.unicodeScalars.map { _ in UInt16(row) })
                }
            })
    }

    /// The place's name in a language, whichever language it is given in; nil where the place or the language is not known.
    ///
    /// Kazakh in Latin letters follows the alphabet of 2021, in Arabic ones the newspapers of China.
    public func name(of place: String, in language: LanguageTag) -> String? {
        guard let row = rows[place.lowercased()] else { return nil }
        let tag = language.minimized.description
        if let column = Self.columns[
            tag == "zh" ? "zh-Hans" : tag == "zh-TW" ? "zh-Hant" : tag == "kk-CN" ? "kk-Arab" : tag],
            !places[row][column].isEmpty
        {
            return String(places[row][column])
        }
        let kazakh = String(places[row][4])
        switch tag {
        case "kk-Latn": return try? Transliterator(.kazakhToLatin).apply(kazakh)
        case "kk-Arab", "kk-CN": return try? Transliterator(.kazakhToArabic).apply(kazakh)
        default: return nil
        }
    }

    /// The Russian name of the longest Chinese one that begins at a place of a text.
    func russianName(in text: Span<UInt8>, at: Int) -> (name: Substring, end: Int)? {
        chineseNames.longest(in: text, at: at).flatMap { found in
            found.values.first.map { (places[chineseNames.value($0)][3], found.end) }
        }
    }

    /// Where the longest Chinese name ends that begins at a place of a text.
    func placeEnd(in text: Span<UInt8>, at: Int) -> Int? { chineseNames.longest(in: text, at: at)?.end }
}
