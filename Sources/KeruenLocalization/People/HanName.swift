internal import Foundation

/// A Chinese name parted into surname and given name, as it is read.
///
/// What is done: two-character surnames are known by a list; characters that are read otherwise as surnames (单 Shàn, 曾 Zēng,
/// 仇 Qiú) are read so by `Transliterator`'s table; names with · have no surname, for that is how names of Uyghurs and Kazakhs
/// are written. What is not: joint surnames of two families (陈方安生 is read as Chen Fangansheng), and given names that their
/// bearers read otherwise than a dictionary does. Names with · are read as characters; their passports may spell the Uyghur or
/// Kazakh name instead.
struct HanName {
    /// Empty in a name with ·.
    let surname: String
    /// What follows the surname; the words of a name with ·.
    let given: [String]

    init(_ whole: String) {
        let words = whole.split(separator: "·").map(String.init)
        guard words.count == 1, let name = words.first else {
            (surname, given) = ("", words)
            return
        }
        // A name of two characters has a given name of one, though 上官 could be a whole surname.
        let length = name.count > 2 && Self.compoundSurnames.contains(String(name.prefix(2))) ? 2 : 1
        surname = String(name.prefix(length))
        given = name.count > length ? [String(name.dropFirst(length))] : []
    }

    /// "Ouyang Nana", in ASCII: GB/T 28039-2011 lets names go without tones and writes Ü as YU where a form has no Ü, as
    /// passports do.
    func pinyin() throws(TextError) -> String {
        var words = surname.isEmpty ? [] : [try surnameSyllables()]
        for word in given { words.append(try Self.syllables(of: word, by: Self.syllables.get())) }
        return words.map(Self.written).joined(separator: " ")
    }

    /// The surname's pinyin as a key: letters, then the tone, so that Shān comes before Shàn and both before Shāng. Of a name
    /// with · its first character's.
    func surnameKey() throws(TextError) -> String {
        let syllables =
            surname.isEmpty
            ? try Self.syllables(of: String(given.first?.prefix(1) ?? ""), by: Self.syllables.get())
            : try surnameSyllables()
        return syllables.map { syllable in
            let scalars = syllable.decomposedStringWithCanonicalMapping.unicodeScalars
            let tone = scalars.lazy.compactMap { Self.tones[$0] }.first ?? 5
            // Ü comes right after u: a colon stands behind all digits and before all letters.
            return Self.letters(syllable, ü: "u:") + String(tone)
        }.joined()
    }

    private func surnameSyllables() throws(TextError) -> [String] {
        // 尉迟 comes back as the one word yùchí: its parts are of no use to either caller.
        try Self.syllables(of: surname, by: Self.surnames.get())
    }

    private static func syllables(of text: String, by reader: Transliterator) throws(TextError) -> [String] {
        try reader.apply(text).split(separator: " ").map(String.init)
    }

    /// One word with a capital; an apostrophe before a, o and e keeps Xi'an from being Xian.
    private static func written(_ syllables: [String]) -> String {
        let word = syllables.map { letters($0, ü: "yu") }.reduce("") { word, syllable in
            word + (!word.isEmpty && syllable.first.map { "aoe".contains($0) } ?? false ? "'" : "") + syllable
        }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private static func letters(_ syllable: String, ü: String) -> String {
        var result = ""
        for scalar in syllable.decomposedStringWithCanonicalMapping.unicodeScalars where tones[scalar] == nil {
            if scalar == "\u{308}", result.last == "u" {
                result.removeLast()
                result += ü
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let tones: [Unicode.Scalar: Int] = ["\u{304}": 1, "\u{301}": 2, "\u{30C}": 3, "\u{300}": 4]
    private static let surnames = Result { () throws(TextError) in try Transliterator(.hanNamesToPinyin) }
    private static let syllables = Result { () throws(TextError) in try Transliterator(.hanToPinyinSyllables) }
}
