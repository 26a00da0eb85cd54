extension SearchIndex {
    /// The parts of a text that a query is found by, in order: what a page marks.
    ///
    ///     index.highlights(in: "Атлас жібек орамал", of: "жібектен")      // the range of "жібек"
    ///
    /// By the words of the first reading of the query that the text has any of; overlapping parts are one. What the query has in quotes is
    /// marked where it stands side by side.
    public func highlights(in text: String, of query: String) -> [Range<String.Index>] {
        guard SearchRefusal(query) == nil else { return [] }
        let tokens = analyzer.indexed(text)
        var places = TokenPlaces()
        let placed = tokens.map { (token: $0, place: places.place(of: $0)) }
        for attempt in attempts(at: query) {
            let found = attempt.readings.flatMap { marked(by: $0, attempt.tier, in: placed) }
            guard !found.isEmpty else { continue }
            return Self.joined(found).compactMap { bytes in
                let start = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
                return start..<text.utf8.index(start, offsetBy: bytes.count)
            }
        }
        return []
    }

    /// Where tokens stand that a reading is found by; those of a phrase only where all of it stands.
    private func marked(
        by reading: String, _ tier: Tier, in tokens: [(token: SearchToken, place: Int?)]
    ) -> [Range<Int>] {
        let query = words(of: reading)
        guard tier == .own || !query.hasPhrases else { return [] }
        let plain = query.words.filter { $0.phrase == nil }
        var ranges = tokens.filter { token in plain.contains { fits($0, token.token, tier) } }.map(\.token.range)
        for phrase in query.phrases {
            var found: [(begin: Int, range: Range<Int>)] = []
            for (slot, offset) in phrase {
                let word = query.words[slot]
                found += tokens.compactMap { token, place in
                    place.flatMap { fits(word, token, tier) ? ($0 - offset, token.range) : nil }
                }
            }
            // Of one beginning there are as many as the phrase has words.
            let counts = Dictionary(grouping: found, by: \.begin)
            ranges += counts.values.filter { $0.count == phrase.count }.flatMap { $0.map(\.range) }
        }
        return ranges
    }

    private func fits(_ word: QueryWords.Word, _ other: SearchToken, _ tier: Tier) -> Bool {
        let token = word.token
        switch tier {
        case .own:
            if token.text == other.text || token.kind == .word && other.kind == .word && token.stem == other.stem {
                return true
            }
            return word.isUnfinished && token.kind == .word && other.text.hasPrefix(token.text)
        case .near:
            return !token.near.isEmpty && !token.isBlurred
                && (token.near == other.near || word.isUnfinished && other.near.hasPrefix(token.near))
        case .misspelt:
            return token.text.count >= 5 && other.kind == .word
                && Segment.isOneEdit(Array(token.text.unicodeScalars), Array(other.text.unicodeScalars))
        }
    }

    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
