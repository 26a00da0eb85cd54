/// Kazakh Cyrillic in the Latin alphabet of 2021, 31 letters.
enum KazakhLatin {
    static let table = table(.standard)

    static func table(_ loans: KazakhLoanLetters) -> CyrillicTable {
        let letters: [Character: String] = [
            "а": "a", "ә": "ä", "б": "b", "в": "v", "г": "g", "ғ": "ğ", "д": "d", "е": "e", "ж": "j", "з": "z",
            "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ñ", "о": "o", "ө": "ö",
            "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "ū", "ү": "ü", "ф": "f", "х": "h", "һ": "h",
            "ш": "ş", "ъ": "", "ы": "y", "і": "ı", "ь": "", "э": "e",
            "ё": loans.yo.rawValue, "ц": loans.tse.rawValue, "ч": loans.che.rawValue, "щ": loans.shcha.rawValue,
            "ю": loans.yu.rawValue, "я": loans.ya.rawValue,
        ]
        return CyrillicTable(letters: letters, capital: { $0 == "i" ? "İ" : $0.uppercased() })
    }
}

/// How Kazakh in Latin letters writes the letters of Russian loanwords, which the alphabet of 2021 does not settle.
///
///     let loans = KazakhLoanLetters(tse: .s, che: .ş)
///     try Transliterator(kazakhToLatin: loans).apply("цирк, чемпион")     // "sirk, şempion"
///
/// The standard writes all with the alphabet's 31 letters, of which c is none.
public struct KazakhLoanLetters: Hashable, Sendable {
    public static let standard = KazakhLoanLetters()

    /// ё
    public var yo: Yo
    /// ц
    public var tse: Tse
    /// ч
    public var che: Che
    /// щ
    public var shcha: Shcha
    /// ю
    public var yu: Yu
    /// я
    public var ya: Ya

    public init(
        yo: Yo = .io, tse: Tse = .ts, che: Che = .tş, shcha: Shcha = .şş, yu: Yu = .iu, ya: Ya = .ia
    ) {
        (self.yo, self.tse, self.che, self.shcha, self.yu, self.ya) = (yo, tse, che, shcha, yu, ya)
    }

    public enum Yo: String, CaseIterable, Sendable { case io, ö, yo }
    public enum Tse: String, CaseIterable, Sendable { case ts, s, c }
    public enum Che: String, CaseIterable, Sendable { case tş, ş, ch, ç }
    public enum Shcha: String, CaseIterable, Sendable { case şş, ş, şç }
    public enum Yu: String, CaseIterable, Sendable { case iu, ü, yu }
    public enum Ya: String, CaseIterable, Sendable { case ia, ä, ya }
}
