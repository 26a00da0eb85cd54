/// The words of a query, and which of them are in quotes: those stand side by side, in their order.
struct QueryWords {
    struct Word {
        var token: SearchToken
        /// The phrase that it is in, and its place there.
        var phrase: (number: Int, offset: Int)?
        /// Whether it may be the beginning of a longer one: it is the last of the query, and no quote closes it.
        var isUnfinished = false
    }

    var words: [Word] = []

    var tokens: [SearchToken] { words.map(\.token) }

    var hasPhrases: Bool { words.contains { $0.phrase != nil } }

    /// By the numbers of the words.
    var phrases: [[(slot: Int, offset: Int)]] {
        var phrases: [Int: [(slot: Int, offset: Int)]] = [:]
        for (slot, word) in words.enumerated() {
            if let (number, offset) = word.phrase { phrases[number, default: []].append((slot, offset)) }
        }
        return phrases.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Words that tell nothing are left out, but not in quotes.
    init(_ query: String, _ analyzer: SearchAnalyzer, in language: LanguageTag) {
        for (number, part) in QuotedText.parts(of: query).enumerated() {
            var places = TokenPlaces()
            for token in analyzer.queried(part.text) {
                let offset = places.place(of: token) ?? 0
                words.append(Word(token: token, phrase: part.isQuoted ? (number, offset) : nil))
            }
        }
        // Letters by themselves stand in some size or number of goods each.
        let isScattered =
            words.count > 1 && !hasPhrases && words.allSatisfy { $0.token.kind == .word && $0.token.isLetter }
        if isScattered { words = [] }
        let telling = words.filter { $0.phrase != nil || !FunctionWords.contains($0.token, in: language) }
        words = Array((telling.isEmpty ? words : telling).prefix(WorkspacePool.mostSlots))
        if let last = words.indices.last { words[last].isUnfinished = words[last].phrase == nil }
    }
}

extension SearchToken {
    var isLetter: Bool { text.count == 1 && text.allSatisfy(\.isLetter) }
}
