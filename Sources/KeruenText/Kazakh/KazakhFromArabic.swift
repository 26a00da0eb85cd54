/// Kazakh in Cyrillic from the Arabic letters of China.
///
/// Known words and their forms come back whole; of others the vowels follow the hamza and the letters ە ك گ (front) and ق ع
/// (back), and look like a loan's where a word does.
final class KazakhFromArabic: ScriptWriter {
    private let index: KazakhIndex

    private static let systemIndex = index(of: .system)

    init() { index = Self.systemIndex }
    init(_ lexicon: KazakhLexicon) { index = Self.index(of: lexicon) }

    private static func index(of lexicon: KazakhLexicon) -> KazakhIndex {
        let arabic = KazakhArabic()
        return KazakhIndex(lexicon, voiced: ["ب": "پ", "گ": "ك", "ع": "ق"]) { word in
            ((try? arabic.string(word)) ?? word).filter { $0 != "\u{674}" }
        }
    }

    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) {
        var word = ArabicWord()
        var run = String.UnicodeScalarView()
        for scalar in text.string.unicodeScalars {
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

    /// A word with a letter that Kazakh does not have is Uyghur's, say, and stays whole.
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
