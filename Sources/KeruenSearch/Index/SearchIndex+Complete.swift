extension SearchIndex {
    /// What a search box offers while one types: how the last word may go on, and then titles.
    ///
    ///     index.completions(of: "жіб")      // жібек, Атлас жібек орамал, …
    ///     index.completions(of: ";s,t")     // the same, typed with English letters switched on
    ///     index.completions(of: "sich")     // 丝绸, …
    ///
    /// In the language's own script, whatever is typed; from the titles of the products that would be found first. Half of the list is
    /// kept for words, and what they leave is filled with titles.
    public func completions(of prefix: String, limit: Int = 8) -> [String] {
        guard limit > 0, SearchRefusal(prefix) == nil, let finding = finding(prefix, Filters()), finding.holdsAllWords,
            let reading = attempts(at: prefix)[finding.attempt].readings.first
        else { return [] }
        let tier = attempts(at: prefix)[finding.attempt].tier
        let titles = top(finding, limit: 40).map { title(at: $0.document) }
        var result = Array(words(completing: reading, tier, in: titles).prefix((limit + 1) / 2))
        let folded = reading.foldedForSearch
        // Titles that begin with what is typed before those that hold it, each as they are found.
        let begun = titles.filter { $0.foldedForSearch.hasPrefix(folded) }
        for title in begun + titles where result.count < limit && !result.contains(title) { result.append(title) }
        return result
    }

    private func words(completing reading: String, _ tier: Tier, in titles: [String]) -> [String] {
        let isOwn = tier == .own
        guard let last = isOwn ? analyzer.words(reading).last : analyzer.queried(reading).last,
            isOwn ? !last.text.isEmpty : !last.near.isEmpty
        else { return [] }
        let start = String(decoding: Array(reading.utf8)[..<last.range.lowerBound], as: UTF8.self)
        // A reading in another script says nothing about how the words before are written.
        guard isOwn || start.allSatisfy(\.isWhitespace) else { return [] }
        var counts: [String: Int] = [:]
        for title in titles {
            let tokens = isOwn ? analyzer.words(title) : analyzer.indexed(title)
            let found = tokens.filter { token in
                isOwn
                    ? token.text.hasPrefix(last.text)
                    : (token.kind == .word || token.kind == .pinyin) && token.near.hasPrefix(last.near)
            }
            for word in Set(found.map { String(decoding: Array(title.utf8)[$0.range], as: UTF8.self).lowercased() })
            where word != last.text {
                counts[start + word, default: 0] += 1
            }
        }
        return counts.sorted { ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key) }.map(\.key)
    }
}
