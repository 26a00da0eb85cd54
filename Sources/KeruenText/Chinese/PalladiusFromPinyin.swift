/// Palladius's Cyrillic from pinyin, with tone marks, numbers or none. Words that are no pinyin stay.
final class PalladiusFromPinyin: ScriptWriter {
    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) {
        let text = text.string
        var rest = text[...]
        while let first = rest.first {
            let word = rest.prefix { $0.isLetter || Self.apostrophes.contains($0) || "1234".contains($0) }
            if word.isEmpty {
                output.append(String(first))
                rest.removeFirst()
            } else {
                output.append(Self.cyrillic(of: word) ?? String(word))
                rest = rest[word.endIndex...]
            }
        }
    }

    private static let apostrophes: Set<Character> = ["'", "’", "ʼ"]

    private static func cyrillic(of word: Substring) -> String? {
        // No word is that long, and a line without spaces would take quadratic time.
        guard word.utf8.count < 200, word.first?.isLetter ?? false else { return nil }
        let letters = word.filter(\.isLetter)
        let isCapitals = letters.count > 1 && letters.allSatisfy(\.isUppercase)
        var result = ""
        for part in word.lowercased().split(whereSeparator: apostrophes.contains) {
            let toneless = PinyinSyllable.toneless(part.filter { !$0.isNumber }).0.replacing("v", with: "ü")
            guard let syllables = syllables(of: Array(toneless)[...]) else { return nil }
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
    private static func syllables(of letters: ArraySlice<Character>) -> [String]? {
        guard !letters.isEmpty else { return [] }
        for length in stride(from: min(6, letters.count), to: 0, by: -1) {
            let rest = letters.dropFirst(length)
            let syllable = String(letters.prefix(length))
            guard Palladius.syllables[syllable] != nil, !(rest.first.map { "aoeiuü".contains($0) } ?? false) else {
                continue
            }
            if let others = syllables(of: rest) { return [syllable] + others }
        }
        return nil
    }
}
