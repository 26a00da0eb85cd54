/// Chinese words with their readings, from a file in CC-CEDICT's format.
///
///     let dictionary = PinyinDictionary(cedict: try String(contentsOf: url, encoding: .utf8))
///     try Transliterator(.hanToPinyin, dictionary: dictionary).apply("银杏")     // "yínxìng"
///
/// Lines are `銀杏 银杏 [yin2 xing4] /ginkgo/`; both forms are taken, of two same ones the first. Comments, and lines that
/// are none such or whose syllables are not one a character, are passed over.
public struct PinyinDictionary: Sendable {
    let words: [String: [String]]

    /// How many words there are, each form by itself.
    public var count: Int { words.count }

    public init(cedict: String) {
        var words: [String: [String]] = [:]
        for line in cedict.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]") else { continue }
            let forms = line[..<open].split(separator: " ")
            let syllables = line[line.index(after: open)..<close].split(separator: " ").compactMap(Self.marked)
            guard forms.count == 2 else { continue }
            for form in forms {
                let isHan = form.unicodeScalars.allSatisfy { HanCharacter.index($0.value) != nil }
                if isHan, form.unicodeScalars.count == syllables.count, form.unicodeScalars.count > 1 {
                    words[String(form), default: syllables] += []
                }
            }
        }
        self.words = words
    }

    /// lu:4 as lǜ.
    private static func marked(_ numbered: Substring) -> String? {
        let syllable = numbered.lowercased().replacing("u:", with: "ü").replacing("v", with: "ü")
        guard let tone = syllable.last?.wholeNumberValue, (1...5).contains(tone) else { return nil }
        let letters = syllable.dropLast()
        // Syllables that there are: a file of others would outgrow the table of readings.
        guard Palladius.syllables[String(letters)] != nil || letters == "r" else { return nil }
        // The mark goes on a or e, on the o of ou, else on the last vowel.
        let place =
            letters.firstIndex { $0 == "a" || $0 == "e" } ?? letters.firstRange(of: "ou")?.lowerBound
            ?? letters.lastIndex { "aeiouü".contains($0) }
        guard let place, tone < 5, let marks = marks[letters[place]] else { return String(letters) }
        return letters[..<place] + String(Array(marks)[tone - 1]) + letters[letters.index(after: place)...]
    }

    private static let marks: [Character: String] = [
        "a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ",
    ]
}
