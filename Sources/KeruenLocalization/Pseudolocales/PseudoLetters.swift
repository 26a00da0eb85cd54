/// The letters of pseudolocales. Chinese characters have no marks to wear and no small change of shape: they stay.
enum PseudoLetters {
    /// Each letter with a mark, as long as before and readable as before. Cyrillic consonants without a marked sister stay:
    /// the vowels are enough, and Kazakh's own letters must not become each other.
    static func accented(_ text: String) -> String { String(text.map { marked[$0] ?? $0 }) }

    /// Cyrillic as Kazakhs in China write it, Latin letter by letter with those of the nearest sound; both can be read aloud.
    static func arabic(_ text: String) -> String {
        let written = (try? kazakh.get().apply(text)) ?? text
        return String(written.map { letter in arabicLetters[letter] ?? letter })
    }

    private static let kazakh = Result { () throws(TextError) in try Transliterator(.kazakhToArabic) }

    private static let marked = pairs(
        """
        aå bƀ cç dď eé fƒ gĝ hĥ iî jĵ kķ lļ mṁ nñ oö pṕ qɋ rŕ sš tţ uû vṽ wŵ xẋ yý zž \
        AÅ BƁ CÇ DĎ EÉ FƑ GĜ HĤ IÎ JĴ KĶ LĻ MṀ NÑ OÖ PṔ QɊ RŔ SŠ TŢ UÛ VṼ WŴ XẊ YÝ ZŽ \
        аӑ еӗ ёё́ иӣ оӧ уӯ ыӹ эӭ юю́ яя́ жӂ зӟ чӵ гѓ кќ әӛ өӫ үү́ іі́ \
        АӐ ЕӖ ЁЁ́ ИӢ ОӦ УӮ ЫӸ ЭӬ ЮЮ́ ЯЯ́ ЖӁ ЗӞ ЧӴ ГЃ КЌ ӘӚ ӨӪ ҮҮ́ ІІ́
        """)

    private static let arabicLetters: [Character: Character] = {
        let small = pairs(
            "aا bب cك dد eە fف gگ hھ iي jج kك lل mم nن oو pپ qق rر sس tت uۇ vۆ wۋ xح yي zز")
        // Arabic has no capitals.
        return small.merging(small.map { (Character($0.uppercased()), $1) }) { first, _ in first }
    }()

    /// Reads pairs of a letter and what stands for it.
    private static func pairs(_ text: String) -> [Character: Character] {
        let pairs = text.split(whereSeparator: \.isWhitespace).compactMap { pair -> (Character, Character)? in
            guard pair.count == 2, let from = pair.first, let to = pair.last else { return nil }
            return (from, to)
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
