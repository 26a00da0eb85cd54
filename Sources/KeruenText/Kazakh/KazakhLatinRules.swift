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

    static func isLetter(_ letter: Character) -> Bool { letter == "i" || letters[letter] != nil }

    private static let letters: [Character: Character] = [
        "a": "а", "ä": "ә", "b": "б", "v": "в", "g": "г", "ğ": "ғ", "d": "д", "e": "е", "j": "ж", "z": "з", "k": "к",
        "q": "қ", "l": "л", "m": "м", "n": "н", "ñ": "ң", "o": "о", "ö": "ө", "p": "п", "r": "р", "s": "с", "t": "т",
        "u": "у", "ū": "ұ", "ü": "ү", "f": "ф", "h": "х", "ş": "ш", "y": "ы", "ı": "і",
    ]
}
