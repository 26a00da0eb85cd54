extension TextInspection {
    /// Words that mix Cyrillic with Latin or Greek letters.
    func mixedScripts(in text: String) -> [TextFinding] {
        // Most texts are of one script, which a look at the code points tells.
        guard text.hasScalar(where: { (0x400...0x52F).contains($0.value) }),
            text.unicodeScalars.contains(where: { $0.value < 0x400 && $0.properties.isAlphabetic })
        else { return [] }
        let words = text.mixedScriptWords.map { slip in
            // The slip is given by its letter, the finding by its word.
            let start = slip.offset - slip.word.prefix { $0 != slip.intruder }.count
            return TextFinding(.mixedScript, slip.word, at: start, repair: unmixed(slip))
        }
        return words + greekLetters(in: text)
    }

    /// The word in one script: that of most letters if the others have look-alikes there, otherwise the other way round
    /// («COCHOBЫЙ» has six Latin letters, yet only Cyrillic has an Ы).
    private func unmixed(_ slip: MixedScriptWord) -> String? {
        var word = String(slip.word)
        // A Latin K among қ and ғ is a Қ whose tail got lost: Kазақ.
        if writing == .kazakh, word.lowercased().contains(where: { $0 == "қ" || $0 == "ғ" }) {
            word = word.replacing("K", with: "Қ").replacing("k", with: "қ")
        }
        // Only a text that is known to be Russian has no і and no ә.
        let plain = writing == .kazakh ? nil : word.written(in: .cyrillic, LookAlikes.cyrillic)
        let cyrillic = plain ?? (writing == .russian ? nil : word.written(in: .cyrillic, LookAlikes.kazakh))
        let latin = word.written(in: .latin, LookAlikes.latin)
        let letters = word.lettersByScript
        let isLatin = letters[.latin, default: 0] > letters[.cyrillic, default: 0]
        // In a Russian or Kazakh text small letters are a word's, capitals may be a size: Сок, but XL.
        let isWord = (writing == .russian || writing == .kazakh) && word.contains(where: \.isLowercase)
        return isLatin && !isWord ? latin ?? cyrillic : cyrillic ?? latin
    }

    /// Greek inside Cyrillic. A word needs three letters: кΩ and мкΩ are units.
    private func greekLetters(in text: String) -> [TextFinding] {
        guard text.hasScalar(where: { (0x370...0x3FF).contains($0.value) }) else { return [] }
        return text.runs(where: \.isLetter).compactMap { word, offset in
            let letters = String(word).lettersByScript
            guard letters[.greek] != nil, letters[.cyrillic] != nil, letters[.latin] == nil, word.count >= 3,
                let repair = String(word).written(in: .cyrillic, LookAlikes.cyrillic)
            else { return nil }
            return TextFinding(.mixedScript, word, at: offset, repair: repair)
        }
    }

    /// Kazakh words with Cyrillic letters that no Kazakh word has, drawn like those that it wants.
    func homoglyphs(in text: String) -> [TextFinding] {
        guard writing == .kazakh, text.hasScalar(where: LookAlikes.players.contains) else { return [] }
        return text.runs(where: \.isLetter).compactMap { word, offset in
            let fakes = word.filter { LookAlikes.playingKazakh[$0] != nil }
            // µ opens units: µм, µл.
            guard !fakes.isEmpty, word.count > (word.first == "µ" ? 3 : 1),
                String(word).lettersByScript.keys.allSatisfy({ $0 == .cyrillic })
            else { return nil }
            // Київ and Ўзбекистон are names that keep their letters.
            let isName = word.first?.isUppercase == true && fakes.allSatisfy("їєґўЇЄҐЎ".contains)
            guard !isName else { return nil }
            let repair = word.map { LookAlikes.playingKazakh[$0] ?? $0 }
            return TextFinding(.homoglyph, word, at: offset, repair: String(repair))
        }
    }
}

extension Script {
    fileprivate static let greek = Script(rawValue: "Grek")
}
