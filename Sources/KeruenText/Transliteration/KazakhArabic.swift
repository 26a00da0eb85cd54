/// Kazakh Cyrillic in the Arabic letters that Kazakhs in China write (төте жазу).
///
/// The letters ا و ۇ ى each stand for a back and a front vowel; a hamza before the word says that its vowels are front. It is
/// left out where another letter says so already: ە, ك, گ, and, in words that mix vowels, beside ق and ع.
enum KazakhArabic {
    static func apply(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            if first.isCyrillic {
                let word = rest.prefix { $0.isCyrillic }
                rest = rest[word.endIndex...]
                result += written(word.map(\.smallCyrillic)) ?? String(word)
            } else {
                rest.removeFirst()
                result.append(marks[first].flatMap { isInKazakh(after: result, before: rest) ? $0 : nil } ?? first)
            }
        }
        return result
    }

    /// The word, or nil where it has a letter that is not Kazakh.
    private static func written(_ word: [Character]) -> String? {
        let isFront = word.contains { "әөүі".contains($0) } && !word.contains { "еэгкғқ".contains($0) }
        var result = isFront ? "\u{674}" : ""
        var previous: Character?
        for letter in word {
            guard let written = letters[letter] else { return nil }
            // ия and ию need one ي, not two.
            if previous == "и", letter == "я" || letter == "ю" { result.removeLast() }
            result += written
            previous = letter
        }
        return result
    }

    /// Whether a comma stands beside Kazakh words, and not in 1,5 or between Latin ones.
    private static func isInKazakh(after written: String, before rest: Substring) -> Bool {
        if let last = written.unicodeScalars.last, (0x600...0x6FF).contains(last.value) { return true }
        return rest.first { !$0.isWhitespace }?.isCyrillic ?? false
    }

    private static let marks: [Character: Character] = [",": "\u{60C}", ";": "\u{61B}", "?": "\u{61F}"]

    private static let letters: [Character: String] = [
        "а": "\u{627}", "ә": "\u{627}", "б": "\u{628}", "в": "\u{6C6}", "г": "\u{6AF}", "ғ": "\u{639}", "д": "\u{62F}",
        "е": "\u{6D5}", "э": "\u{6D5}", "ё": "\u{64A}\u{648}", "ж": "\u{62C}", "з": "\u{632}", "и": "\u{64A}",
        "й": "\u{64A}", "к": "\u{643}", "қ": "\u{642}", "л": "\u{644}", "м": "\u{645}", "н": "\u{646}", "ң": "\u{6AD}",
        "о": "\u{648}", "ө": "\u{648}", "п": "\u{67E}", "р": "\u{631}", "с": "\u{633}", "т": "\u{62A}", "у": "\u{6CB}",
        "ұ": "\u{6C7}", "ү": "\u{6C7}", "ф": "\u{641}", "х": "\u{62D}", "һ": "\u{6BE}", "ц": "\u{62A}\u{633}",
        "ч": "\u{686}", "ш": "\u{634}", "щ": "\u{634}\u{634}", "ъ": "", "ь": "", "ы": "\u{649}", "і": "\u{649}",
        "ю": "\u{64A}\u{6CB}", "я": "\u{64A}\u{627}",
    ]
}
