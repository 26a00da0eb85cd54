/// Kazakh in Latin letters as maps have it: BGN/PCGN 1979.
enum KazakhBGN {
    static let table = CyrillicTable(
        letters: [
            "а": "a", "ә": "ä", "б": "b", "в": "v", "г": "g", "ғ": "gh", "д": "d", "е": "e", "ё": "yo", "ж": "zh",
            "з": "z", "и": "ī", "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o",
            "ө": "ö", "п": "p", "р": "r", "с": "s", "т": "t", "у": "ū", "ұ": "u", "ү": "ü", "ф": "f", "х": "kh",
            "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ʺ", "ы": "y", "і": "i", "ь": "ʹ", "э": "ė",
            "ю": "yu", "я": "ya",
        ],
        // A raised dot parts two letters that would be read as one: zh is ж, z·h is зһ.
        contexts: [
            .init(written: ["н": "n·"], before: "г"),
            .init(written: ["г": "g·", "з": "z·", "к": "k·", "с": "s·", "ц": "ts·"], before: "һ"),
        ])
}
