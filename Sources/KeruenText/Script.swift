internal import ICUShims

/// A writing system by its ISO 15924 code.
public struct Script: RawRepresentable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let cyrillic = Script(rawValue: "Cyrl")
    public static let latin = Script(rawValue: "Latn")
    public static let han = Script(rawValue: "Hani")
    public static let arabic = Script(rawValue: "Arab")

    /// The script of a letter; nil for digits, punctuation and marks that every script shares.
    public init?(of scalar: Unicode.Scalar) {
        guard scalar.value > 0x7F || scalar.properties.isAlphabetic, kicu_is_letter(scalar.value) else { return nil }
        let code = unsafe String(cString: kicu_script(scalar.value))
        guard code != "Zyyy", code != "Zinh", code != "Zzzz" else { return nil }
        rawValue = code
    }

    /// The script that texts of a language are written in.
    public init?(writing language: LanguageTag) {
        switch language.maximized.script {
        case "Hans", "Hant": self = .han
        case let code?: self.init(rawValue: code)
        case nil: return nil
        }
    }
}

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

    /// How many letters of the text belong to each script.
    public var lettersByScript: [Script: Int] {
        unicodeScalars.reduce(into: [:]) { counts, scalar in
            if let script = Script(of: scalar) { counts[script, default: 0] += 1 }
        }
    }
}
