/// The letters that a language writes with, to find those of its neighbours.
struct Alphabet {
    private let letters: Set<Unicode.Scalar>
    private let script: Script
    /// Whether words in capitals, with digits or with a capital first are names, whose letters are theirs.
    private let sparesNames: Bool

    init?(_ language: LanguageTag) {
        switch (language.language, language.maximized.script) {
        case ("ru", "Cyrl"): self.init("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", .cyrillic, sparesNames: true)
        case ("kk", "Cyrl"): self.init("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", .cyrillic, sparesNames: true)
        case ("kk", "Latn"): self.init("aäbdefgğhijklmnñoöpqrsştuūüvyzı", .latin, sparesNames: true)
        case ("kk", "Arab"):
            self.init("اءبپتجچحدرزسشعفقكگلمنڭوۇۆۋھيىە\u{674}\u{640}", Script(rawValue: "Arab"), sparesNames: false)
        default: return nil
        }
    }

    private init(_ letters: String, _ script: Script, sparesNames: Bool) {
        self.letters = Set(letters.unicodeScalars)
        self.script = script
        self.sparesNames = sparesNames
    }

    /// Words with a letter of the script that the language does not have.
    func strangers(in text: String) -> [(word: String, letter: String)] {
        text.split { !$0.isLetter }.compactMap { word in
            if sparesNames, word.first?.isUppercase == true { return nil }
            let small = word.lowercased()
            let stranger = small.unicodeScalars.first { scalar in
                Script(of: scalar) == script && !letters.contains(scalar) && scalar.properties.isAlphabetic
            }
            return stranger.map { (String(word), String($0)) }
        }
    }
}
