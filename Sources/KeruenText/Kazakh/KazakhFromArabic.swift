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
        for scalar in text.string.unicodeScalars {
            if word.append(scalar) { continue }
            flush(&word, to: &output)
            output.append(String(ArabicWord.marks[scalar] ?? scalar))
        }
        flush(&word, to: &output)
    }

    private func flush(_ word: inout ArabicWord, to output: inout UTF8Buffer) {
        guard !word.isEmpty else { return }
        output.append(cyrillic(of: word))
        word = ArabicWord()
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
