/// Makes the last part of a product's address out of its title: small ASCII letters, digits and hyphens.
///
///     let slugger = try Slugger(.kk)
///     slugger.slug("Күміс жүзік")                                     // "kumis-zhuzik"
///     slugger.slug("Жүзік") { ["zhuzik", "zhuzik-2"].contains($0) }    // "zhuzik-3"
///     try Slugger(.zhHans).slug("手工刺绣丝绸围巾")                      // "shougong-cixiu-sichou-weijin"
///
/// Chinese is written in pinyin by words, Cyrillic as people type it in Latin letters, Kazakh in any of its scripts alike. A
/// text of signs alone becomes their code points (★ is u2605), one without any `item`: a slug is never empty.
public struct Slugger: Sendable {
    private let pinyin: Transliterator
    private let arabic: Transliterator
    private let latin: Transliterator
    private let others: ICUTransform
    private let isKazakh: Bool
    /// A slug's greatest length, without the number that keeps it apart from others.
    public let limit: Int

    /// - Parameter limit: in bytes; words are cut at hyphens where it is reached.
    public init(_ language: LanguageTag, limit: Int = 80) throws(TextError) {
        pinyin = try Transliterator(.hanToPinyinPlain)
        arabic = try Transliterator(.kazakhArabicToCyrillic)
        latin = try Transliterator(.kazakhLatinToCyrillic)
        others = try ICUTransform("Any-Latin; Latin-ASCII")
        isKazakh = language.language == "kk"
        self.limit = max(1, limit)
    }

    public func slug(_ text: String) -> String {
        // A letter gives a byte at least; the rest of a long text would be cut anyway.
        let start = String(text.prefix(limit > .max / 4 ? .max : limit * 4))
        let slug = Self.joined(ascii(start), limit: limit)
        if !slug.isEmpty { return slug }
        let points = start.unicodeScalars.filter { !$0.properties.isWhitespace }.map {
            "u" + String($0.value, radix: 16)
        }
        let named = Self.joined(points.joined(separator: "-"), limit: limit)
        return named.isEmpty ? "item" : named
    }

    /// The slug with the lowest number, from 2 on, that the caller does not have yet; without one if it is free.
    public func slug(_ text: String, isTaken: (String) -> Bool) -> String {
        let slug = slug(text)
        guard isTaken(slug) else { return slug }
        return (2...).lazy.map { "\(slug)-\($0)" }.first { !isTaken($0) } ?? slug
    }

    private func ascii(_ text: String) -> String {
        var text = text
        if text.unicodeScalars.contains(where: { HanCharacter.index($0.value) != nil }) {
            text = (try? pinyin.apply(text)) ?? text
        }
        if isKazakh, text.unicodeScalars.contains(where: { (0x600..<0x700).contains($0.value) }) {
            text = (try? arabic.apply(text)) ?? text
        }
        // One product, one slug: Jıbek and Жібек are zhibek. Plain letters are left as somebody chose them.
        if isKazakh, text.contains(where: { "äğıñöşūüÄĞİÑÖŞŪÜ".contains($0) }) {
            text = (try? latin.apply(text)) ?? text
        }
        text = (try? Self.letters.string(text)) ?? text
        return text.utf8.allSatisfy { $0 < 0x80 } ? text : (try? others.string(text)) ?? text
    }

    /// Runs of letters and digits with a hyphen between; apostrophes join (xi'an, d'or).
    private static func joined(_ text: String, limit: Int) -> String {
        var slug: [UInt8] = []
        var pendsHyphen = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                if pendsHyphen, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
                pendsHyphen = false
                slug.append(byte < UInt8(ascii: "a") && byte >= UInt8(ascii: "A") ? byte | 0x20 : byte)
            case UInt8(ascii: "'"): break
            default: pendsHyphen = true
            }
        }
        guard slug.count > limit else { return String(decoding: slug, as: UTF8.self) }
        let cut = slug[..<limit]
        let isWhole = slug[limit] == UInt8(ascii: "-")
        let end = isWhole ? cut.endIndex : cut.lastIndex(of: UInt8(ascii: "-")) ?? cut.endIndex
        return String(decoding: cut[..<end], as: UTF8.self)
    }

    /// Russian and Kazakh as people type them in Latin letters.
    private static let letters = CyrillicTable(letters: [
        "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
        "и": "i", "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
        "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
        "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    ])
}
