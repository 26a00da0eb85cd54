/// A word that mixes scripts, such as «cлишком» with a Latin c.
public struct MixedScriptWord: Hashable, Sendable {
    public var word: Substring
    /// The first letter of the word's rarer script: most likely the slip.
    public var intruder: Character
    /// Where the intruder stands, in characters from the start of the text.
    public var offset: Int
    /// The intruder's script.
    public var script: Script
}

extension String {
    /// The words that mix Cyrillic with Latin letters.
    ///
    ///     "Шарф cиний".mixedScriptWords.first?.intruder     // "c", Latin
    ///
    /// Judged word by word: whole texts mix scripts for good reasons (brands, sizes). A hyphen parts words, so
    /// «USB-кабель» is fine; Han beside Latin is fine too.
    public var mixedScriptWords: [MixedScriptWord] {
        var found: [MixedScriptWord] = []
        var offset = 0
        for word in split(omittingEmptySubsequences: false, whereSeparator: { !$0.isLetter }) {
            defer { offset += word.count + 1 }
            guard word.count > 1 else { continue }
            let scripts = word.map { character in character.unicodeScalars.first.flatMap(Script.init(of:)) }
            let latin = scripts.count { $0 == .latin }
            let cyrillic = scripts.count { $0 == .cyrillic }
            guard latin > 0, cyrillic > 0 else { continue }
            let rarer = latin <= cyrillic ? Script.latin : .cyrillic
            guard let at = scripts.firstIndex(of: rarer) else { continue }
            let intruder = word[word.index(word.startIndex, offsetBy: at)]
            found.append(MixedScriptWord(word: word, intruder: intruder, offset: offset + at, script: rarer))
        }
        return found
    }
}
