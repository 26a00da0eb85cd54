/// The cases of Kazakh nouns, and the suffix that a word or number takes in each.
///
///     KazakhCase.dative.applied(to: "Алматы")      // Алматыға
///     KazakhCase.dative.applied(to: "5")           // 5-ке, read беске
///     KazakhCase.ablative.applied(to: "АҚШ")       // АҚШ-тан
///
/// The suffix follows the last vowel (front or back) and the last sound (vowel, voiced, nasal, voiceless). Numbers, abbreviations
/// and words in Latin letters take it behind a hyphen.
public enum KazakhCase: String, CaseIterable, Hashable, Sendable {
    case nominative, genitive, dative, accusative, locative, ablative, instrumental

    /// - Parameter possessed: whether the word ends in a possessive of the third person, as қаласы: қаласына, not қаласыға.
    public func applied(to word: String, possessed: Bool = false) -> String {
        guard self != .nominative,
            let last = word.lastIndex(where: { $0.isLetter || $0.isNumber || Self.signs[$0] != nil })
        else { return word }
        // Inside quotation marks and brackets: «Жібек жолына».
        let end = word.index(after: last)
        let sound = Sound(of: word[..<end], sign: Self.signs[word[last]])
        let stem = sound.shortening == 0 ? word[..<end] : word[..<word.index(end, offsetBy: -sound.shortening)]
        let hyphen = sound.isApart ? "-" : ""
        return stem + hyphen + suffix(sound, possessed: possessed && !sound.isApart) + word[end...]
    }

    /// Signs are read as words: 15 % is он бес пайыз.
    fileprivate static let signs: [Character: String] = [
        "%": "пайыз", "₸": "теңге", "₽": "рубль", "¥": "юань", "$": "доллар", "€": "еуро", "°": "градус", "№": "нөмір",
    ]

    private func suffix(_ sound: Sound, possessed: Bool) -> String {
        let back: String
        if possessed {
            back =
                switch self {
                case .nominative: ""
                case .genitive: "ның"
                case .dative: "на"
                case .accusative: "н"
                case .locative: "нда"
                case .ablative: "нан"
                case .instrumental: "мен"
                }
        } else {
            back =
                switch (self, sound.ending) {
                case (.nominative, _): ""
                case (.genitive, .vowel), (.genitive, .nasal): "ның"
                case (.genitive, .voiced), (.genitive, .buzzing): "дың"
                case (.genitive, .voiceless): "тың"
                case (.dative, .voiceless): "қа"
                case (.dative, _): "ға"
                case (.accusative, .vowel): "ны"
                case (.accusative, .voiceless): "ты"
                case (.accusative, _): "ды"
                case (.locative, .voiceless): "та"
                case (.locative, _): "да"
                case (.ablative, .nasal): "нан"
                case (.ablative, .voiceless): "тан"
                case (.ablative, _): "дан"
                case (.instrumental, .voiceless): "пен"
                case (.instrumental, .buzzing): "бен"
                case (.instrumental, _): "мен"
                }
        }
        // мен, бен and пен are front after any word.
        guard sound.isFront, self != .instrumental else { return back }
        return String(back.map { Self.fronted[$0] ?? $0 })
    }

    private static let fronted: [Character: Character] = ["а": "е", "ы": "і", "ғ": "г", "қ": "к"]
}

/// How a word ends for the ear.
private struct Sound {
    enum Ending { case vowel, voiced, nasal, buzzing, voiceless }

    var ending: Ending
    var isFront: Bool
    /// Whether the suffix stands behind a hyphen.
    var isApart: Bool
    /// How many letters at the end fall before a suffix: класс, класқа.
    var shortening = 0

    init(of text: Substring, sign: String?) {
        if let sign {
            self.init(ofWord: sign, isApart: true)
            return
        }
        if text.last?.isNumber == true {
            self.init(ofWord: Self.numeral(text), isApart: true)
            return
        }
        let start = text.lastIndex { !$0.isLetter && $0 != "'" }.map { text.index(after: $0) } ?? text.startIndex
        let letters = text[start...].filter(\.isLetter)
        let isLatin = letters.unicodeScalars.first.map { $0.value < 0x250 } ?? false
        let isAbbreviation = letters.count > 1 && letters.allSatisfy(\.isUppercase)
        let small = isLatin ? Self.cyrillic(letters.lowercased()) : letters.lowercased()
        // кг and см are read in full; so are many words cut short, сағ for one.
        if let word = Self.abbreviations[small] {
            self.init(ofWord: word, isApart: true)
            return
        }
        self.init(ofWord: small, isApart: isLatin || isAbbreviation || !small.contains(where: Self.vowels.contains))
        if !isApart { shorten(small) }
    }

    /// A doubled consonant is written once before a suffix, and of поезд the д falls.
    private mutating func shorten(_ word: String) {
        let letters = Array(word.suffix(2))
        guard letters.count == 2 else { return }
        if letters[0] == letters[1], !Self.vowels.contains(letters[0]) {
            shortening = 1
        } else if letters == ["з", "д"] {
            (shortening, ending) = (1, .buzzing)
        }
    }

    private static let abbreviations = [
        "кг": "килограм", "г": "грам", "т": "тонна", "л": "литр", "мл": "миллилитр", "м": "метр", "см": "сантиметр",
        "мм": "миллиметр", "км": "километр", "сағ": "сағат", "мин": "минут", "сек": "секунд", "млн": "миллион",
        "млрд": "миллиард", "тг": "теңге", "руб": "рубль",
        // Read by their letters, and people give them a hard ending: ТМД-ға, ЖШС-ға.
        "тмд": "тэмэда", "жшс": "жэшэса",
    ]

    private init(ofWord word: String, isApart: Bool) {
        self.isApart = isApart
        let letters = Array(word.filter { $0 != "ъ" })
        let sounding = letters.last == "ь" ? letters.dropLast() : letters[...]
        ending =
            switch sounding.last {
            // и and у end as й and w do: таудың, Әлидің.
            case "р", "л", "й", "у", "и", "ю": .voiced
            case let last? where Self.vowels.contains(last): .vowel
            case "м", "н", "ң": .nasal
            case "з", "ж": .buzzing
            default: .voiceless
            }
        isFront = Self.isFront(letters)
    }

    /// By the last vowel that tells; и and у are either.
    private static func isFront(_ letters: [Character]) -> Bool {
        // Нью-Йорк and парк: no back suffix stands behind к and another consonant.
        if letters.last == "к", letters.count > 1, !vowels.contains(letters[letters.count - 2]) { return true }
        for (at, letter) in letters.enumerated().reversed() {
            switch letter {
            case "ә", "ө", "ү", "і", "е", "э": return true
            case "а", "о", "ұ", "ы", "я", "ё": return false
            case "и", "у", "ю":
                // Баку takes Бакуге, қиын is back: the consonant before tells, else an earlier vowel.
                if at > 0, "кг".contains(letters[at - 1]) { return true }
                if at > 0, "қғ".contains(letters[at - 1]) { return false }
                if letter == "и", !letters[..<at].contains(where: { "аоұыяё".contains($0) }) || at + 2 >= letters.count
                {
                    return true
                }
            default: break
            }
        }
        return letters.contains("ь")
    }

    private static let vowels: Set<Character> = Set("аәеёиоөуұүыіэюя")

    /// The last word that a number is read as; of a fraction, of its digits.
    private static func numeral(_ text: Substring) -> String {
        // Groups of digits may be parted by spaces: 25 000 is read жиырма бес мың.
        let digits = Array(
            text.reversed().prefix { $0.isNumber || $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }.filter(\.isNumber)
        )
        guard let last = digits.first?.wholeNumberValue else { return "" }
        if last != 0 { return ones[last] }
        let zeros = digits.prefix { $0.wholeNumberValue == 0 }.count
        guard zeros < digits.count, let first = digits[zeros].wholeNumberValue else { return "нөл" }
        return switch zeros {
        case 1: tens[first]
        case 2: "жүз"
        case 3..<6: "мың"
        case 6..<9: "миллион"
        default: "миллиард"
        }
    }

    private static let ones = ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
    private static let tens = [
        "", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
    ]

    /// Roughly how a word in Latin letters sounds: Kazakh ones by the alphabet of 2021, English ones with their silent e.
    private static func cyrillic(_ word: String) -> String {
        var letters = Array(word)
        if letters.count > 3, letters.last == "e", !"aeiou".contains(letters[letters.count - 2]),
            letters.allSatisfy(\.isASCII)
        {
            letters.removeLast()
        }
        return String(letters.map { latin[$0] ?? $0 })
    }

    private static let latin: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip(
            "aäbcdefgğhıijklmnñoöpqrsştuūüvwxyz", "аәбкдефгғхііжклмнңоөпқрсштуұүвувыз"))
}
