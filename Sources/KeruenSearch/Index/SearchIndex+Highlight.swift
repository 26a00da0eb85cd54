extension SearchIndex {
    /// The parts of a text that a query is found by, in order: what a page marks.
    ///
    ///     index.highlights(in: "Атлас жібек орамал", of: "жібектен")      // the range of "жібек"
    ///
    /// By the words of the first reading of the query that the text has any of; overlapping parts are one.
    public func highlights(in text: String, of query: String) -> [Range<String.Index>] {
        guard SearchRefusal(query) == nil else { return [] }
        let tokens = analyzer.indexed(text)
        for attempt in attempts(at: query) {
            let wanted = attempt.readings.flatMap { words(of: $0, attempt.tier) }
            let found = tokens.filter { token in wanted.contains { $0.fits(token) } }
            guard !found.isEmpty else { continue }
            return Self.joined(found.map(\.range)).compactMap { bytes in
                let start = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
                return start..<text.utf8.index(start, offsetBy: bytes.count)
            }
        }
        return []
    }

    private struct Word {
        var token: SearchToken
        var tier: Tier
        var isLast: Bool

        func fits(_ other: SearchToken) -> Bool {
            switch tier {
            case .own:
                if token.text == other.text || token.kind == .word && other.kind == .word && token.stem == other.stem {
                    return true
                }
                return isLast && token.kind == .word && other.text.hasPrefix(token.text)
            case .near:
                return !token.near.isEmpty && (token.near == other.near || isLast && other.near.hasPrefix(token.near))
            case .misspelt:
                return token.text.count >= 5 && other.kind == .word
                    && Segment.isOneEdit(Array(token.text.unicodeScalars), Array(other.text.unicodeScalars))
            }
        }
    }

    private func words(of reading: String, _ tier: Tier) -> [Word] {
        let tokens = tokens(of: reading)
        return tokens.enumerated().map { Word(token: $1, tier: tier, isLast: $0 == tokens.count - 1) }
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
