/// The keys of tokens in a segment: a token as it is written, its stem behind =, and behind ~ what its scripts, spellings and keyboards
/// have in common. No word holds those two signs.
enum SearchKey {
    static func stem(_ text: String) -> String { "=" + text }
    static func near(_ text: String) -> String { "~" + text }

    /// The one key that a token's place is kept by, and phrases are found by; nil where it has none.
    static func placed(_ token: SearchToken) -> String? {
        switch token.kind {
        case .pinyin, .initials: nil
        case .word: stem(token.stem)
        case .bigram, .unigram: token.text
        }
    }

    /// Whether a key is no word as somebody writes it.
    static func isDerived(_ key: String) -> Bool { key.hasPrefix("=") || key.hasPrefix("~") }

    static func indexed(_ token: SearchToken) -> Set<String> {
        switch token.kind {
        case .pinyin, .initials: [near(token.near)]
        case .word:
            token.near.isEmpty ? [token.text, stem(token.stem)] : [token.text, stem(token.stem), near(token.near)]
        case .bigram, .unigram: [token.text]
        }
    }
}
