/// The Latin spellings that Kazakh was to have before the alphabet of 2021: texts in them are still about.
enum LatinOrthography: CaseIterable {
    /// ä ğ ñ ö ş ü ū ı, y for ы: the alphabet of today.
    case modern
    /// á ǵ ń ó ú ý, sh, ch; i for і, ı for и and й, u for ұ.
    case acutes2018
    /// a' g' i' n' o' s' c' u' y'
    case apostrophes2017
    /// ae gh ng oe ue zh sh ch; w for у, j for й
    case digraphs2017
    /// ä ç ğ ñ ö ş ü, ï for и, ı for ы, y for й, w for у: the news agency's.
    case qazAqparat

    /// What a text is written in, by the letters that only one spelling has.
    init(of text: String) {
        let text = text.lowercased()
        func has(_ letters: String) -> Bool { text.contains { letters.contains($0) } }
        let hasDiacritics = has("äğñöüşı")
        self =
            if has("ū") {
                .modern
            } else if has("áǵńóúý") {
                .acutes2018
            } else if has("ï") || hasDiacritics && Self.hasW(text) {
                .qazAqparat
            } else if hasDiacritics {
                .modern
            } else if Self.hasApostrophes(text) {
                .apostrophes2017
            } else if Self.hasDigraphs(text) {
                .digraphs2017
            } else {
                .modern
            }
    }

    /// Whether a word has w for у: sw, qwat, but not women.
    private static func hasW(_ text: String) -> Bool {
        text.split { !$0.isLetter }.contains { word in
            word.contains("w") && (word.count < 4 || word.contains { "äğñöşüıq".contains($0) })
        }
    }

    private static func hasApostrophes(_ text: String) -> Bool {
        // Not the possessive of Levi's.
        text.split(whereSeparator: \.isWhitespace).contains { word in
            let word =
                word.hasSuffix("s") && word.dropLast().last.map(apostrophes.contains) ?? false ? word.dropLast(2) : word
            return zip(word, word.dropFirst()).contains { "aginoscuy".contains($0) && apostrophes.contains($1) }
        }
    }

    /// The vowels' digraphs alone would do in seruen (серуен) too, and zh and sh alone in plain letters.
    private static func hasDigraphs(_ text: String) -> Bool {
        let hasVowels = ["ae", "oe", "ue"].contains(where: text.contains)
        return text.contains("gh") || hasVowels && ["zh", "sh", "ch"].contains(where: text.contains)
    }

    static let apostrophes: Set<Character> = ["'", "’", "ʼ", "‘"]

    /// What the modern alphabet writes for its letters and letter pairs, where that is something else.
    var modernLetters: [String: String] {
        switch self {
        case .modern: [:]
        case .acutes2018:
            [
                "á": "ä", "ǵ": "ğ", "ı": "i", "i": "ı", "ń": "ñ", "ó": "ö", "u": "ū", "ú": "ü", "ý": "u", "sh": "ş",
                "ch": "tş",
            ]
        case .apostrophes2017:
            [
                "a'": "ä", "g'": "ğ", "i'": "i", "i": "ı", "n'": "ñ", "o'": "ö", "s'": "ş", "c'": "tş", "u": "ū",
                "u'": "ü", "y'": "u",
            ]
        case .digraphs2017:
            [
                "ae": "ä", "gh": "ğ", "ng": "ñ", "oe": "ö", "ue": "ü", "zh": "j", "sh": "ş", "ch": "tş", "w": "u",
                "u": "ū", "i": "ı", "j": "i",
            ]
        case .qazAqparat:
            ["ç": "tş", "ï": "i", "y": "i", "i": "ı", "ı": "y", "w": "u", "u": "ū", "x": "h"]
        }
    }

    /// Small letters; I is ı's capital where i has İ.
    func lowercased(_ word: String) -> String {
        switch self {
        case .modern, .qazAqparat: String(word.map { $0 == "I" ? "ı" : $0 == "İ" ? "i" : Character($0.lowercased()) })
        default: word.lowercased()
        }
    }

    /// A word in small letters, in the modern alphabet's.
    func modernised(_ word: String) -> String {
        let letters = modernLetters
        guard !letters.isEmpty else { return word }
        var result = ""
        var rest = word[...].map { Self.apostrophes.contains($0) ? "'" : $0 }[...]
        while let letter = rest.popFirst() {
            if let next = rest.first, let pair = letters[String([letter, next])] {
                result += pair
                rest.removeFirst()
            } else {
                result += letters[String(letter)] ?? String(letter)
            }
        }
        return result
    }
}
