/// What Latin letters tell of a Kazakh word that no list has.
enum KazakhLatinRules {
    /// A word, or what follows `previous` in one, in small letters of 2021.
    static func cyrillic(_ word: String, after previous: String) -> String {
        var result = ""
        var last = previous.last
        var rest = Array(word)[...]
        while let letter = rest.popFirst() {
            let afterVowel = last.map { "аәеоөұүыіуияюэё".contains($0) } ?? false
            let written: String
            switch (letter, rest.first) {
            case ("i", "a") where last == nil || afterVowel: written = "я"
            case ("i", "u"): written = "ю"
            case ("t", "s") where last == nil || rest.starts(with: "si"): written = "ц"
            case ("t", "ş") where last == nil || !["y", "ı"].contains(rest.dropFirst().first): written = "ч"
            case ("ş", "ş"): written = "щ"
            default:
                written =
                    letter == "i" ? (afterVowel ? "й" : "и") : letters[letter].map { String($0) } ?? String(letter)
                last = written.last
                result += written
                continue
            }
            rest.removeFirst()
            last = written.last
            result += written
        }
        return result
    }

    /// Whether a small-letter word could be Kazakh's own: names such as Kaspi, Prada and Tesla could not.
    ///
    /// No two consonants open one and no doubled one ends it, k and g have a front vowel near them, and o stands in first
    /// syllables alone.
    static func mayBeNative(_ word: String) -> Bool {
        let letters = Array(word)
        let vowels = letters.filter(isVowel)
        guard letters.count > 1, !vowels.isEmpty, !letters.contains(where: { "fvh".contains($0) }),
            isVowel(letters[0]) || isVowel(letters[1]), !vowels.dropFirst().contains("o")
        else { return false }
        let isDoubled = letters.count > 2 && letters[letters.count - 1] == letters[letters.count - 2]
        return !isDoubled && keepsHarmony(word)
    }

    /// False for a word of back vowels with k or g, which stand beside front ones: жаксы, Gold.
    static func keepsHarmony(_ word: String) -> Bool {
        let isBack = word.contains { "aoyū".contains($0) } && !word.contains { "äeöüı".contains($0) }
        return !(isBack && word.contains { "kg".contains($0) })
    }

    /// Signs of English that hardly a Kazakh word has: free, house, delivery, and the silent e of made and type.
    static func looksEnglish(_ word: String) -> Bool {
        if ["ee", "ou", "th", "ph", "tion"].contains(where: word.contains) || word.hasSuffix("ery") {
            return true
        }
        let end = Array(word.suffix(3))
        return end.count == 3 && end[2] == "e" && "aoy".contains(end[0]) && !isVowel(end[1])
    }

    static func isVowel(_ letter: Character) -> Bool { "aäeoöuūüyıi".contains(letter) }

    /// Whether a word's last vowel that tells is a front one.
    static func endsFront(_ word: String) -> Bool {
        word.last { "aoyūäeöüı".contains($0) }.map { "äeöüı".contains($0) } ?? true
    }

    static func isLetter(_ letter: Character) -> Bool { letter == "i" || letters[letter] != nil }

    private static let letters: [Character: Character] = [
        "a": "а", "ä": "ә", "b": "б", "v": "в", "g": "г", "ğ": "ғ", "d": "д", "e": "е", "j": "ж", "z": "з", "k": "к",
        "q": "қ", "l": "л", "m": "м", "n": "н", "ñ": "ң", "o": "о", "ö": "ө", "p": "п", "r": "р", "s": "с", "t": "т",
        "u": "у", "ū": "ұ", "ü": "ү", "f": "ф", "h": "х", "ş": "ш", "y": "ы", "ı": "і",
    ]
}
