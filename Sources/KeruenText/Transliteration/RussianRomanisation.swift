/// Russian in Latin letters, by the standards that shops, banks and border posts ask for.
enum RussianRomanisation {
    /// BGN/PCGN 1947, with the raised dots that keep letter pairs apart: maps and atlases.
    static let bgn = CyrillicTable(
        letters: table(
            "a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ʺ y ʹ e yu ya"),
        contexts: [
            .init(written: ["ы": "·y"], after: vowels),
            .init(written: ["э": "·e"], after: "бвгджзклмнпрстфхцчшщ"),
            .init(written: ["е": "ye", "ё": "yë"], after: "^йъь" + vowels),
            .init(written: ["й": "y·", "ы": "y·"], before: "ауыэ"),
            .init(written: ["т": "t·"], before: "с"),
            .init(written: ["ш": "sh·"], before: "ч"),
        ])

    /// GOST 7.79-2000, system B: ASCII alone, reversible.
    static let gost = CyrillicTable(
        letters: table("a b v g d e yo zh z i j k l m n o p r s t u f x cz ch sh shh `` y` ` e` yu ya"),
        // Before every letter that is written with i, e, y or j first.
        contexts: [.init(written: ["ц": "c"], before: "еёийыэюя")])

    /// ICAO Doc 9303: the names in passports, and so on tickets and customs papers.
    static let icao = CyrillicTable(
        letters: table("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia"))

    /// ISO 9:1995, which is GOST 7.79-2000 system A: a letter for a letter, libraries. One table serves all languages, and so
    /// Kazakh's letters are in it.
    static let iso9 = CyrillicTable(
        letters: table("a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â").merging([
            "ә": "a\u{30B}", "ғ": "ġ", "қ": "ķ", "ң": "ņ", "ө": "ô", "ұ": "u\u{307}", "ү": "ù", "һ": "ḥ", "і": "ì",
        ]) { first, _ in first })

    /// The writings of the 33 letters in the order of the alphabet; a hyphen stands for nothing.
    private static func table(_ writings: String) -> [Character: String] {
        let alphabet = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
        return Dictionary(
            uniqueKeysWithValues: zip(alphabet, writings.split(separator: " ").map { $0 == "-" ? "" : String($0) }))
    }

    private static let vowels = "аеёэиоуыюя"
}
