/// Pinyin in Palladius's Cyrillic, as Russian maps and textbooks write Chinese.
///
/// Within a word ъ parts an н that stands for -ng from a vowel: 长安 Чанъань, but 天安 Тяньань. CLDR's own transform writes
/// none.
enum Palladius {
    static let syllables: [String: String] = Dictionary(
        TextTable.palladius.rows.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) },
        uniquingKeysWith: { first, _ in first })

    /// Whether ъ goes between two syllables of a word, given in Cyrillic.
    static func needsSign(after first: String, before second: String) -> Bool {
        first.hasSuffix("н") && (second.first.map { "аоуэиеёюя".contains($0) } ?? false)
    }
}
