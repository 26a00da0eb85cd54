/// Kazakh in Cyrillic from the Arabic letters of China.
///
/// Known words and their forms come back whole; of others the vowels follow the hamza and the letters ە ك گ (front) and ق ع
/// (back), and look like a loan's where a word does.
final class KazakhFromArabic: ScriptWriter {
    /// Nil for the system's words, which are read when the first Arabic word comes.
    private let own: KazakhIndex?
    private var index: KazakhIndex { own ?? Self.systemIndex }

    private static let systemIndex = index(of: .system)

    init() { own = nil }
    init(_ lexicon: KazakhLexicon) { own = Self.index(of: lexicon) }

    private static func index(of lexicon: KazakhLexicon) -> KazakhIndex {
        let arabic = KazakhArabic()
        return KazakhIndex(lexicon, voiced: ["ب": "پ", "گ": "ك", "ع": "ق"]) { word in
            ((try? arabic.string(word)) ?? word).filter { $0 != "\u{674}" }
        }
    }

    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) {
        let string = text.string
        guard !Self.isUyghur(string) else { return output.append(text) }
        var word = ArabicWord()
        var run = String.UnicodeScalarView()
        for scalar in string.unicodeScalars {
            if word.append(scalar) {
                run.append(scalar)
            } else if scalar.isOfAnArabicWord {
                word.isKazakh = false
                run.append(scalar)
            } else {
                flush(&word, &run, to: &output)
                output.append(String(ArabicWord.marks[scalar] ?? scalar))
            }
        }
        flush(&word, &run, to: &output)
    }

    /// Whether a text has what only Uyghur has: ۈ, ې, غ, خ, ژ, or ئ that opens a word before a vowel.
    private static func isUyghur(_ text: String) -> Bool {
        var before: Unicode.Scalar = " "
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x6C8, 0x6D0, 0x63A, 0x62E, 0x698: return true
            case 0x627, 0x6D5, 0x648, 0x6C7, 0x649, 0x6C6:
                if last.value == 0x626, !before.isOfAnArabicWord { return true }
            default: break
            }
            (before, last) = (last, scalar)
        }
        return false
    }

    /// A word with a letter that Kazakh does not have stays whole.
    private func flush(_ word: inout ArabicWord, _ run: inout String.UnicodeScalarView, to output: inout UTF8Buffer) {
        guard !run.isEmpty else { return }
        output.append(word.isKazakh && !word.letters.isEmpty ? cyrillic(of: word) : String(run))
        word = ArabicWord()
        run.removeAll()
    }

    private func cyrillic(of word: ArabicWord) -> String {
        let spelled = word.letters
        let known = index.stems(spelled).filter { word.agrees(with: $0.cyrillic) }
        if let stem = known.first(where: { !$0.isVerb }) ?? known.first { return stem.cyrillic }
        let forms = index.forms(of: spelled)
        let form =
            forms.first { agreement(of: $0, in: word) == .full } ?? forms.first { agreement(of: $0, in: word) == .loan }
        guard let form else { return KazakhArabicRules.cyrillic(spelled, hasHamza: word.hasHamza) }
        let isFront = KazakhArabicRules.isFront(suffix: form.suffix) ?? endsFront(form.cyrillic)
        let suffix = KazakhArabicRules.written(form.suffix, isFront: isFront, after: form.cyrillic)
        // й and the vowel behind it are one letter: жой + атын is жоятын.
        return KazakhIndex.joined(form.cyrillic, suffix)
    }

    private enum Agreement { case full, loan, none }

    /// Whether the suffix has the stem's vowels, and the hamza says what they are. Loans take either.
    private func agreement(of form: KazakhIndex.Form, in word: ArabicWord) -> Agreement {
        let stemIsFront = endsFront(form.cyrillic)
        if let isFront = KazakhArabicRules.isFront(suffix: form.suffix) {
            return isFront == stemIsFront ? .full : .loan
        }
        return word.tellsVowels || word.hasHamza == stemIsFront ? .full : .none
    }
}

extension Unicode.Scalar {
    /// Arabic letters and the marks on them.
    fileprivate var isOfAnArabicWord: Bool {
        switch value {
        case 0x610...0x61A, 0x620...0x65F, 0x66E...0x6D3, 0x6D5...0x6DC, 0x6E1...0x6E8, 0x6EA...0x6EF, 0x6FA...0x6FF,
            0x750...0x77F, 0x8A0...0x8FF:
            true
        default: false
        }
    }
}
