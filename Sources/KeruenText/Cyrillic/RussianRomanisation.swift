/// Russian in Latin letters, by the standards that shops, banks and border posts ask for.
enum RussianRomanisation {
    /// BGN/PCGN 1947, with the raised dots that keep letter pairs apart: maps and atlases.
    static let bgn = CyrillicTable(
        letters: table(
            "a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ʺ y ʹ e yu ya"),
        contexts: [
            .init(letters: ["ы"], after: isVowel, written: ["ы": "·y"]),
            .init(letters: ["э"], after: { $0 != "й" && isConsonant($0) }, written: ["э": "·e"]),
            .init(
                letters: ["е", "ё"],
                after: { isVowel($0) || $0 == "й" || $0 == "ъ" || $0 == "ь" || $0.map { !$0.isLetter } ?? true },
                written: ["е": "ye", "ё": "yë"]),
            .init(letters: ["й", "ы"], before: isOneOf("ауыэ"), written: ["й": "y·", "ы": "y·"]),
            .init(letters: ["т"], before: isOneOf("с"), written: ["т": "t·"]),
            .init(letters: ["ш"], before: isOneOf("ч"), written: ["ш": "sh·"]),
        ])

    /// GOST 7.79-2000, system B: ASCII alone, reversible.
    static let gost = CyrillicTable(
        letters: table("a b v g d e yo zh z i j k l m n o p r s t u f x cz ch sh shh `` y` ` e` yu ya"),
        contexts: [.init(letters: ["ц"], before: isOneOf("еийы"), written: ["ц": "c"])])

    /// ICAO Doc 9303: the names in passports, and so on tickets and customs papers.
    static let icao = CyrillicTable(
        letters: table("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia"))

    /// ISO 9:1995, which is GOST 7.79-2000 system A: a letter for a letter, libraries.
    static let iso9 = CyrillicTable(
        letters: table("a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â"))

    /// The writings of the 33 letters in the order of the alphabet; a hyphen stands for nothing.
    private static func table(_ writings: String) -> [Character: String] {
        let alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
        return Dictionary(
            uniqueKeysWithValues: zip(alphabet, writings.split(separator: " ").map { $0 == "-" ? "" : String($0) }))
    }

    @Sendable private static func isVowel(_ letter: Character?) -> Bool { isOneOf("аеёэиоуыюя")(letter) }
    @Sendable private static func isConsonant(_ letter: Character?) -> Bool { isOneOf("бвгджзйклмнпрстфхцчшщ")(letter) }

    private static func isOneOf(_ letters: String) -> @Sendable (Character?) -> Bool {
        let letters = Set(letters)
        return { $0.map(letters.contains) ?? false }
    }
}
