extension SearchIndex {
    /// Why a product is found: each word of the query, the key that it is found by, and what that adds.
    public struct Explanation: Hashable, Sendable {
        /// The query as it was read: itself, with its Han in quotes, with a synonym, in another script or from another keyboard.
        public var reading: String
        /// own, near or misspelt.
        public var tier: String
        public var words: [Word]
        /// What a reading counts for: 1, or less where a synonym stands in a word's place.
        public var share: Double
        /// The sum of the words, times the share.
        public var score: Double

        public struct Word: Hashable, Sendable {
            public var word: String
            /// The term in the index; = opens a stem, ~ what scripts and spellings have in common.
            public var key: String
            /// How often it stands in the product, the weights of its fields counted.
            public var frequency: Int
            public var documents: Int
            public var score: Double
        }
    }

    /// Nil where the query does not find the product by all of its words: the first reading that finds anything is the one that counts,
    /// as in the search.
    public func explanation(of query: String, filters: Filters = Filters(), for id: String) -> Explanation? {
        guard SearchRefusal(query) == nil, let document = document(of: id) else {
            return nil
        }
        guard let finding = finding(query, filters), finding.holdsAllWords else { return nil }
        let attempt = attempts(at: query)[finding.attempt]
        return attempt.readings.enumerated().compactMap { place, reading in
            explanation(reading, attempt.tier, document, share: Self.share(ofReading: place))
        }.max { $0.score < $1.score }
    }

    private func explanation(_ reading: String, _ tier: Tier, _ document: Int, share: Float) -> Explanation? {
        guard let query = segmentQuery(reading, tier, Filters()),
            segment.first(query, from: document, limit: 1) == [document]
        else { return nil }
        let tokens = words(of: reading).tokens
        var words: [Explanation.Word] = []
        var sum: Float = 0
        for (token, slot) in zip(tokens, query.slots) {
            let scored = slot.terms.map {
                (term: $0.term, score: segment.score(of: $0.term, boost: $0.boost, in: document))
            }
            guard let best = scored.max(by: { $0.score < $1.score }), best.score > 0 else { return nil }
            sum += best.score
            words.append(
                .init(
                    word: token.text, key: segment.text(of: best.term),
                    frequency: segment.frequency(of: best.term, in: document),
                    documents: segment.frequency(of: best.term), score: Double(best.score)))
        }
        return Explanation(
            reading: reading, tier: tier.rawValue, words: words, share: Double(share), score: Double(sum * share))
    }
}
