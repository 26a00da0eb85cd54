/// What Arabic letters tell of a Kazakh word that no list has.
enum KazakhArabicRules {
    /// A whole word without its hamza.
    static func cyrillic(_ word: String, hasHamza: Bool) -> String {
        let letters = Array(word)
        // The particle мен is front after any word, and its ە hides the hamza that a front one would have; back ones are more.
        if letters.count > 5, let particle = particles.first(where: word.hasSuffix),
            !letters.dropLast(3).contains(where: isFront)
        {
            return cyrillic(String(letters.dropLast(3)), hasHamza: false) + written(particle, isFront: true, after: "н")
        }
        if !hasHamza, isLoan(letters) {
            let end = suffixStart(letters)
            let stem = written(letters[..<end], isFront: false, after: "")
            return stem + written(letters[end...], isFront: letters[end...].contains(where: isFront), after: stem)
        }
        // Where the word turns from back to front, or back again, the vowel before the telling letter turns with it.
        var result = ""
        var start = 0
        var isFrontSoFar = hasHamza
        for (at, letter) in letters.enumerated() where !hasHamza && (isFront(letter) || isBack(letter)) {
            let isNowFront = isFront(letter)
            if start == 0, result.isEmpty, !letters[..<at].contains(where: { isFront($0) || isBack($0) }) {
                isFrontSoFar = isNowFront
            } else if isNowFront != isFrontSoFar {
                let previous = letters[..<at].lastIndex { isFront($0) || isBack($0) } ?? start
                let turn = letters[..<at].lastIndex { open[$0] != nil }.flatMap { $0 > previous ? $0 : nil } ?? at
                result += written(letters[start..<turn], isFront: isFrontSoFar, after: result)
                (start, isFrontSoFar) = (turn, isNowFront)
            }
        }
        return result + written(letters[start...], isFront: isFrontSoFar, after: result)
    }

    /// Whether suffixes tell that they are front or back. The particle мен is front after any word.
    static func isFront(suffix: String) -> Bool? {
        let rest =
            ["مەن", "بەن", "پەن"].first(where: suffix.hasSuffix).map { suffix.dropLast($0.count) } ?? suffix[...]
        return rest.first { isFront($0) || isBack($0) || $0 == "ا" }.map(isFront)
    }

    static func written(_ letters: String, isFront: Bool, after previous: String) -> String {
        written(Array(letters)[...], isFront: isFront, after: previous)
    }

    private static func written(_ letters: ArraySlice<Character>, isFront: Bool, after previous: String) -> String {
        var result = ""
        var last = previous.last
        var isFirstVowel = previous.isEmpty
        var rest = letters
        while let letter = rest.popFirst() {
            let afterVowel = last.map { "аәеоөұүыіуияюэё".contains($0) } ?? false
            let written: String
            switch letter {
            case "ا": written = isFront && isFirstVowel ? "ә" : "а"
            // ө stands in first syllables alone.
            case "و": written = isFront && isFirstVowel ? "ө" : "о"
            case "ۇ": written = isFront ? "ү" : "ұ"
            case "ى": written = isFront ? "і" : "ы"
            case "ي" where rest.first == "ا":
                rest.removeFirst()
                written = last == nil || afterVowel ? "я" : "ия"
            case "ي" where rest.first == "ۋ":
                rest.removeFirst()
                written = last == nil || afterVowel ? "ю" : "ию"
            case "ي": written = afterVowel ? "й" : "и"
            case "ت" where rest.starts(with: "سي"):
                rest.removeFirst()
                written = "ц"
            case "ش" where rest.first == "ش":
                rest.removeFirst()
                written = "щ"
            default: written = consonants[letter].map { String($0) } ?? String(letter)
            }
            if open[letter] != nil || "ەيۋ".contains(letter) { isFirstVowel = false }
            last = written.last
            result += written
        }
        return result
    }

    /// Signs of a loan: ف and ۆ, two consonants at the start, و in a later syllable, and -ция.
    private static func isLoan(_ letters: [Character]) -> Bool {
        if letters.contains("ف") || letters.contains("ۆ") { return true }
        if letters.count > 1, !isVowel(letters[0]), !isVowel(letters[1]) { return true }
        if letters.firstRange(of: "تسي") != nil { return true }
        let firstVowel = letters.firstIndex { open[$0] != nil || $0 == "ە" } ?? letters.endIndex
        return letters[min(firstVowel + 1, letters.endIndex)...].contains("و")
    }

    /// Where the suffixes of a loan begin.
    private static func suffixStart(_ letters: [Character]) -> Int {
        let starts = [
            "لار", "دار", "تار", "لەر", "دەر", "تەر", "لىق", "دىق", "تىق", "لىك", "دىك", "تىك", "مەن", "بەن", "پەن",
        ]
        return starts.compactMap { letters.firstRange(of: $0)?.lowerBound }.filter { $0 > 1 }.min() ?? letters.endIndex
    }

    private static let particles = ["مەن", "بەن", "پەن"]

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let letter = Character(scalar)
        return open[letter] != nil || consonants[letter] != nil || letter == "ي"
    }

    private static func isFront(_ letter: Character) -> Bool { letter == "ە" || letter == "ك" || letter == "گ" }
    private static func isBack(_ letter: Character) -> Bool { letter == "ق" || letter == "ع" }
    private static func isVowel(_ letter: Character) -> Bool { open[letter] != nil || "ەيۋ".contains(letter) }

    /// Letters that stand for a back and a front vowel.
    private static let open: [Character: String] = ["ا": "аә", "و": "оө", "ۇ": "ұү", "ى": "ыі"]

    private static let consonants: [Character: Character] = [
        "ب": "б", "ۆ": "в", "گ": "г", "ع": "ғ", "د": "д", "ە": "е", "ج": "ж", "ز": "з", "ك": "к", "ق": "қ", "ل": "л",
        "م": "м", "ن": "н", "ڭ": "ң", "پ": "п", "ر": "р", "س": "с", "ت": "т", "ۋ": "у", "ف": "ф", "ح": "х", "ھ": "һ",
        "چ": "ч", "ش": "ш",
    ]
}
