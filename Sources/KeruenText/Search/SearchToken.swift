/// A piece of a text that an index stores or a query asks for, with its keys and its place.
///
/// The first tier, `text` and `stem`, is exact to the language. The second, `near`, is what the scripts, spellings and
/// keyboards of one word have in common: it finds more and must never stand for the first. Pinyin is a token of its own
/// beside the Han that it reads, never instead.
public struct SearchToken: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case word
        /// Two neighbouring Han characters: pairs find every title that holds the query, where a dictionary's words miss.
        case bigram
        /// One Han character, for queries of one.
        case unigram
        /// A Han word's pinyin, as typed.
        case pinyin
        /// The first letters of a Han word's syllables.
        case initials
    }

    public var kind: Kind
    /// The folded text.
    public var text: String
    /// What the word's forms have in common in this language.
    public var stem: String
    /// The second tier's key of the stem; empty where there is none.
    public var near: String
    /// The second tier's key of the word with its ending, as it is written.
    public var spelling: String { NearKey.of(text) }

    /// Whether so many of its letters fall together in its key that other words have it by chance: qqxxzz would be hz.
    public var isBlurred: Bool {
        let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        let lost = letters.count - spelling.unicodeScalars.count
        // Latin has digraphs, which are a letter: zhong is jon.
        return letters.first?.isASCII == true ? lost * 2 >= letters.count : lost * 3 > letters.count
    }

    /// Where the token stands, in UTF-8 bytes of the text that it is from. Tokens never step back.
    public var range: Range<Int>
}
