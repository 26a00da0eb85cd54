/// Palladius's Cyrillic from pinyin, with tone marks, numbers or none. Words that are no pinyin stay.
final class PalladiusFromPinyin: ScriptWriter {
    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) {
        let text = text.string
        // «Made in China» has syllables by chance; with one Latin word that is no pinyin, only those with tones are
        // taken. Russian around them says nothing.
        let words = text.split { !Self.isOfAWord($0) }.filter { $0.contains { $0.isASCII && $0.isLetter } }
        let isPinyin = words.allSatisfy { Self.cyrillic(of: $0) != nil }
        var rest = text[...]
        while let first = rest.first {
            let word = rest.prefix(while: Self.isOfAWord)
            if word.isEmpty {
                output.append(String(first))
                rest.removeFirst()
            } else {
                let isMeant = isPinyin || word.contains { !$0.isASCII || $0.isNumber }
                output.append((isMeant ? Self.cyrillic(of: word) : nil) ?? String(word))
                rest = rest[word.endIndex...]
            }
        }
    }

    private static func isOfAWord(_ character: Character) -> Bool {
        character.isLetter || apostrophes.contains(character) || "1234".contains(character)
    }

    private static let apostrophes: Set<Character> = ["'", "’", "ʼ"]

    private static func cyrillic(of word: Substring) -> String? {
        guard word.first?.isLetter ?? false else { return nil }
        let letters = word.filter(\.isLetter)
        let isCapitals = letters.count > 1 && letters.allSatisfy(\.isUppercase)
        var result = ""
        for part in word.lowercased().split(whereSeparator: apostrophes.contains) {
            let toneless = PinyinSyllable.toneless(part.filter { !$0.isNumber }).0.replacing("v", with: "ü")
            guard let syllables = syllables(of: Array(toneless)) else { return nil }
            for syllable in syllables {
                let written = Palladius.syllables[syllable] ?? syllable
                if Palladius.needsSign(after: result, before: written) { result += "ъ" }
                result += written
            }
        }
        return isCapitals
            ? result.uppercased()
            : word.first?.isUppercase ?? false ? result.prefix(1).uppercased() + result.dropFirst() : result
    }

    /// The longest syllables first; one that begins with a vowel opens a word or stands behind an apostrophe.
    private static func syllables(of letters: [Character]) -> [String]? {
        // By place, from the end: the length of the syllable that begins there, where all behind it is syllables too.
        var lengths: [Int?] = Array(repeating: nil, count: letters.count) + [0]
        for start in letters.indices.reversed() where start == 0 || !"aoeiuü".contains(letters[start]) {
            lengths[start] = stride(from: min(6, letters.count - start), to: 0, by: -1).first { length in
                lengths[start + length] != nil && Palladius.syllables[String(letters[start..<start + length])] != nil
            }
        }
        var syllables: [String] = []
        var start = 0
        while start < letters.count {
            guard let length = lengths[start] else { return nil }
            syllables.append(String(letters[start..<start + length]))
            start += length
        }
        return syllables
    }
}
