extension TextInspection {
    /// A Russian text in a Kazakh field, or a Kazakh one in a Russian field; whole texts only, since names travel.
    func wrongLanguage(of text: String) -> [TextFinding] {
        guard writing == .kazakh || writing == .russian else { return [] }
        let hasKazakhLetters = text.hasScalar(where: LanguageClues.kazakhScalars.contains)
        guard hasKazakhLetters == (writing == .russian), text.hasScalar(where: { _ in true }) else { return [] }
        let clues = LanguageClues(text)
        switch writing {
        case .kazakh where clues.isRussian: return [TextFinding(.russianInKazakh, text[...], at: 0)]
        case .russian where clues.isKazakh: return [TextFinding(.kazakhInRussian, text[...], at: 0)]
        default: return []
        }
    }
}

/// What tells Russian from Kazakh in Cyrillic.
struct LanguageClues {
    private var words = 0
    private var letters = 0
    private var russian = 0
    private var kazakh = 0
    /// Words with a letter that Russian does not have; and those of them that are no names.
    private var special = 0
    private var common = 0

    init(_ text: String) {
        for (word, _) in text.runs(where: { $0.isCyrillicLetter }) {
            let small = word.lowercased()
            words += 1
            letters += small.count
            if small.unicodeScalars.contains(where: Self.kazakhScalars.contains) {
                special += 1
                if word.first?.isLowercase == true { common += 1 }
                continue
            }
            let weight = Self.russianWeight(of: small, isName: word.first?.isUppercase == true)
            russian += weight
            if weight == 0, Self.kazakhWords.contains(small) || Self.kazakhEndings.contains(where: small.hasSuffix) {
                kazakh += 1
            }
        }
    }

    /// Without one Kazakh letter, with Russian words, and long enough that both mean something.
    var isRussian: Bool {
        special == 0 && russian >= 2 && russian > kazakh && (words >= 3 || words == 2 && letters >= 12)
    }
    /// Most words, and not only the quoted name of a craft, have letters that Russian lacks.
    var isKazakh: Bool { russian == 0 && common >= 3 && special * 2 > words }

    private static func russianWeight(of word: String, isName: Bool) -> Int {
        if russianWords.contains(word) { return 2 }
        guard word.utf8.count >= 10, !(isName && word.hasSuffix("ский")) else { return 0 }
        if russianForms.contains(where: word.hasSuffix) { return 2 }
        return russianEndings.contains(where: word.hasSuffix) ? 1 : 0
    }

    static let kazakhScalars = Set("әғқңөұүһіӘҒҚҢӨҰҮҺІ".unicodeScalars)
    // Kazakh has от, не, без, у and да as words of its own.
    private static let russianWords: Set<String> = [
        "и", "в", "на", "для", "из", "с", "со", "по", "к", "или", "под", "при", "это", "как", "что", "чтобы", "его",
    ]
    // Of Russian words Kazakh borrows the form of dictionaries: санаторий, вожатый, мастерская. One such proves nothing.
    private static let russianEndings = ["ый", "ский", "ний", "ая", "ной", "вой", "кой", "ение", "ание", "ость"]
    private static let russianForms = [
        "ые", "ого", "его", "ых", "ами", "ями", "ое", "ее", "яя", "ться", "ется",
    ]
    private static let kazakhWords: Set<String> = ["мен", "бен", "пен", "бар", "ал", "бойы", "ер", "бала", "адам"]
    private static let kazakhEndings = [
        "лар", "дар", "тар", "лер", "дер", "тер", "ында", "нда", "ынан", "нан", "дан", "тан",
    ]
}
