extension SearchIndex {
    /// What a search box offers while one types: how the last word may go on, and then titles.
    ///
    ///     index.completions(of: "жіб")      // жібек, Атлас жібек орамал, …
    ///     index.completions(of: ";s,t")     // the same, typed with English letters switched on
    ///     index.completions(of: "sich")     // 丝绸, …
    ///
    /// In the language's own script, whatever is typed; from the titles of the products that would be found first, and of Han from the
    /// shop's own words too. Words are whole. Half of the list is kept for them, and what they leave is filled with titles.
    public func completions(of prefix: String, limit: Int = 8) -> [String] {
        guard limit > 0, SearchRefusal(prefix) == nil, let finding = finding(prefix, Filters()), finding.holdsAllWords
        else { return [] }
        let attempt = attempts(at: prefix)[finding.attempt]
        let titles = top(finding, limit: 40).map { title(at: $0.document) }
        var result = Array(words(completing: attempt.query, attempt.tier, in: titles).prefix((limit + 1) / 2))
        let folded = attempt.query.foldedForSearch
        // Titles that begin with what is typed before those that hold it, each as they are found.
        let begun = titles.filter { $0.foldedForSearch.hasPrefix(folded) }
        for title in begun + titles where result.count < limit && !result.contains(title) { result.append(title) }
        return result
    }

    private func words(completing reading: String, _ tier: Tier, in titles: [String]) -> [String] {
        guard let last = analyzer.queried(reading).last else { return [] }
        if last.kind != .word { return continuations(of: reading, in: titles) }
        let isOwn = tier == .own
        let start = String(decoding: Array(reading.utf8)[..<last.range.lowerBound], as: UTF8.self)
        // A reading in another script says nothing about how the words before are written.
        guard isOwn || !last.near.isEmpty && start.allSatisfy(\.isWhitespace) else { return [] }
        var counts: [String: Int] = [:]
        for title in titles {
            let found = analyzer.words(title).filter { token in
                isOwn ? token.text.hasPrefix(last.text) : token.near.hasPrefix(last.near)
            }
            var words = Set(found.map { String(decoding: Array(title.utf8)[$0.range], as: UTF8.self).lowercased() })
            if !isOwn {
                words.formUnion(
                    hanWords.words(in: title).filter { word in
                        hanWords.readings(of: word).contains { $0.hasPrefix(last.near) }
                    })
            }
            for word in words where word != last.text { counts[start + word, default: 0] += 1 }
        }
        if !isOwn {
            for word in hanWords.known(where: { $0.hasPrefix(last.near) }) where counts[word] == nil && isHeld(word) {
                counts[word] = 0
            }
        }
        return Self.commonestFirst(counts)
    }

    /// How the Han at the end may go on to the end of a word, in the titles or in a word of the shop's.
    private func continuations(of reading: String, in titles: [String]) -> [String] {
        let run = String(reading.reversed().prefix(while: HanWords.isHan).reversed())
        let start = String(reading.dropLast(run.count))
        guard !run.isEmpty else { return [] }
        var counts: [String: Int] = [:]
        for title in titles {
            let bytes = Array(title.utf8)
            let words = hanWords.ranges(in: title)
            let beginnings = words.filter { word in
                // At the beginning of a word, so that none is offered that lacks its own.
                bytes[word.lowerBound...].starts(with: run.utf8)
            }
            for word in Set(
                beginnings.compactMap { begun in
                    let end = begun.lowerBound + run.utf8.count
                    return words.first { $0.lowerBound < end && $0.upperBound > end }.map {
                        String(decoding: bytes[begun.lowerBound..<$0.upperBound], as: UTF8.self)
                    }
                })
            { counts[start + word, default: 0] += 1 }
        }
        for word in hanWords.known(from: run) where word != run && counts[start + word] == nil && isHeld(word) {
            counts[start + word] = 0
        }
        return Self.commonestFirst(counts)
    }

    /// Whether some product has a word as it is written.
    func isHeld(_ word: String) -> Bool {
        segmentQuery("“\(word)”", .own, Filters()).map { !segment.first($0, limit: 1).isEmpty } ?? false
    }

    private static func commonestFirst(_ counts: [String: Int]) -> [String] {
        counts.sorted { ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key) }.map(\.key)
    }
}
