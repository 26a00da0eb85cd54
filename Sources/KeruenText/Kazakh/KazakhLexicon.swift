internal import Foundation

/// The words of Kazakh by which a text in Latin or Arabic letters finds back to Cyrillic.
///
/// Arabic letters do not tell а from ә, о from ө, ұ from ү and ы from і, and Latin ones not и from й or ц from тс: rules
/// restore most words, a list of words the rest. Where Debian's package hunspell-kk is installed, its 54,000 words are read
/// when they are first needed; otherwise only ours, and fewer words of mixed vowels come back right.
final class KazakhLexicon: Sendable {
    static let system = KazakhLexicon(dictionary: "/usr/share/hunspell/kk_KZ.dic")

    /// In small letters.
    let words: [String]
    /// Those of them that are names alone.
    let names: Set<String>
    let hasDictionary: Bool

    /// - Parameter dictionary: the path of a hunspell dictionary; one that can't be read is none.
    init(dictionary: String?) {
        let ours = TextTable.kazakhWords.words
        let lines = dictionary.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }?.split(
            whereSeparator: \.isNewline)
        let theirs = (lines ?? []).compactMap { line -> Substring? in
            // Lines are word/FLAGS; the first is the count of words.
            let word = line.prefix { $0 != "/" }
            return word.unicodeScalars.allSatisfy { (0x400..<0x530).contains($0.value) } && !word.isEmpty ? word : nil
        }
        hasDictionary = !theirs.isEmpty
        // Typing errors that the dictionary has for words.
        words = ours + theirs.map { $0.lowercased() }.filter { !["жаксы", "кун"].contains($0) }
        let capitals = theirs.filter { $0.first?.isUppercase == true }.map { $0.lowercased() }
        names = Set(capitals).subtracting(ours).subtracting(theirs.map(String.init))
    }
}

/// Whether a suffix after a word of Kazakh has front vowels: its last vowel decides.
func endsFront(_ word: some StringProtocol) -> Bool {
    for letter in word.reversed() {
        if "әөүіеэь".contains(letter) { return true }
        if "аоұыяё".contains(letter) { return false }
    }
    return false
}
