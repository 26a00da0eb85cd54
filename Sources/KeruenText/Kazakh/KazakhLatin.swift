/// Kazakh Cyrillic in the Latin alphabet of 2021, 31 letters.
///
/// The letters of loanwords are not settled: ё io, ц ts, ч tş (c is none of the 31), щ şş, ю iu, я ia; ъ and ь fall.
enum KazakhLatin {
    static let table = CyrillicTable(
        letters: [
            "а": "a", "ә": "ä", "б": "b", "в": "v", "г": "g", "ғ": "ğ", "д": "d", "е": "e", "ё": "io", "ж": "j",
            "з": "z",
            "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ñ", "о": "o", "ө": "ö",
            "п": "p",
            "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "ū", "ү": "ü", "ф": "f", "х": "h", "һ": "h", "ц": "ts",
            "ч": "tş", "ш": "ş", "щ": "şş", "ъ": "", "ы": "y", "і": "ı", "ь": "", "э": "e", "ю": "iu", "я": "ia",
        ],
        capital: { $0 == "i" ? "İ" : $0.uppercased() })
}
