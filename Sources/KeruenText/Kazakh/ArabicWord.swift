/// A word in Kazakh's Arabic letters: what a writer's keyboard or font changed is put right, and the hamza is apart.
struct ArabicWord {
    private(set) var letters = ""
    private(set) var hasHamza = false
    /// Whether all its letters are Kazakh's.
    var isKazakh = true

    /// Whether some letter says what the vowels are, so that a hamza is not written.
    var tellsVowels: Bool { letters.contains { "ەكگقع".contains($0) } }

    /// Whether the word can be this one: a hamza is written where only it tells the vowels.
    func agrees(with cyrillic: String) -> Bool {
        tellsVowels || hasHamza == cyrillic.contains { "әөүі".contains($0) }
    }

    /// False for what is no letter of Kazakh.
    mutating func append(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{674}", "\u{621}", "\u{654}": hasHamza = true
        case "\u{675}", "\u{623}": add("ا", withHamza: true)
        case "\u{676}", "\u{624}": add("و", withHamza: true)
        case "\u{677}": add("ۇ", withHamza: true)
        case "\u{678}", "\u{626}": add("ى", withHamza: true)
        case "\u{647}", "\u{6C1}": add("ە")
        case "\u{6A9}": add("ك")
        case "\u{6CC}": add("ى")
        // A stroke that only widens a word.
        case "\u{640}": break
        case _ where KazakhArabicRules.isLetter(scalar): letters.unicodeScalars.append(scalar)
        default: return false
        }
        return true
    }

    private mutating func add(_ letter: Unicode.Scalar, withHamza: Bool = false) {
        hasHamza = hasHamza || withHamza
        letters.unicodeScalars.append(letter)
    }

    static let marks: [Unicode.Scalar: Unicode.Scalar] = ["\u{60C}": ",", "\u{61B}": ";", "\u{61F}": "?"]
}
