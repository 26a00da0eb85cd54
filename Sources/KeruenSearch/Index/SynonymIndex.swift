/// Queries with a word put in another's place: «шарфы» is «платок» too.
///
/// Words meet by their stems, so that every form of a word is found; of a Han text, by the characters.
struct SynonymIndex: Sendable {
    private let groups: [[Word]]
    /// Stems of a word, joined → the groups that it stands in.
    private let places: [String: [Int]]
    private let analyzer: SearchAnalyzer

    private struct Word {
        var text: String
        /// Its stems, joined.
        var key: String
    }

    /// No more readings of a query than these.
    private static let most = 12

    init(_ synonyms: [LanguageTag: Synonyms], along chain: [LanguageTag], _ analyzer: SearchAnalyzer) {
        self.analyzer = analyzer
        let own = chain.first.map { language in
            // A language that is written over has the words of the one behind it, in its own script.
            synonyms[language].map(\.groups)
                ?? chain.lazy.compactMap { from in
                    ScriptConversion.into(language, from: from).flatMap { conversion in
                        synonyms[from].map { $0.groups.map { $0.map(conversion.text) } }
                    }
                }.first ?? []
        }
        groups = (own ?? []).map { group in group.map { Word(text: $0, key: Self.key(analyzer.words($0))) } }
        var places: [String: [Int]] = [:]
        for (index, group) in groups.enumerated() {
            for word in group { places[word.key, default: []].append(index) }
        }
        self.places = places
    }

    /// All words that have synonyms.
    var words: [String] { groups.flatMap { $0.map(\.text) } }

    private static func key(_ words: some Sequence<SearchToken>) -> String {
        words.map(\.stem).joined(separator: " ")
    }

    /// The query with each word, or two words, that have synonyms put in their place, one after the other. What is in quotes stays.
    func readings(of query: String) -> [String] {
        guard !places.isEmpty else { return [] }
        let words = analyzer.words(query)
        let quoted = QuotedText.parts(of: query).filter(\.isQuoted).map(\.range)
        let bytes = Array(query.utf8)
        var readings: [String] = []
        for length in [3, 2, 1] {
            for start in words.indices where start + length <= words.count {
                let piece = words[start..<start + length]
                guard let first = piece.first, let last = piece.last,
                    !quoted.contains(where: { $0.overlaps(first.range.lowerBound..<last.range.upperBound) })
                else { continue }
                let own = Self.key(piece)
                for group in places[own] ?? [] {
                    for other in groups[group] where other.key != own {
                        let reading =
                            String(decoding: bytes[..<first.range.lowerBound], as: UTF8.self) + other.text
                            + String(decoding: bytes[last.range.upperBound...], as: UTF8.self)
                        if !readings.contains(reading) { readings.append(reading) }
                        if readings.count == Self.most { return readings }
                    }
                }
            }
        }
        return readings
    }
}
