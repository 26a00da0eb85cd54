extension SearchIndex {
    /// Fewer hits than these leave a page so empty that near ones are welcome, up to a page of them.
    static let few = 4
    static let page = 10

    /// Products that hold every word of the query, best first.
    ///
    /// The last word may be unfinished. Words are looked for as they are written and by their stems, then their synonyms; where nothing is
    /// found, by what their scripts and spellings have in common, then as the query would be in the language's other scripts or from
    /// another keyboard, then with one letter wrong. Behind a few hits, or none, come products that hold some of the words. A query that
    /// `SearchRefusal` refuses finds nothing.
    ///
    ///     index.search("«атлас жібек» орамал")       // the words in quotes side by side and in this order, in any form
    public func search(
        _ query: String, filters: Filters = Filters(), order: Order = .relevance, limit: Int = 20
    ) -> [Hit] {
        guard SearchRefusal(query) == nil else { return [] }
        for attempt in attempts(at: query) {
            var hits = found(attempt, filters, limit)
            guard !hits.isEmpty else { continue }
            if order != .relevance { return ordered(matches(attempt, filters), by: order, limit) }
            if hits.count < Self.few {
                // A short list is followed by what holds some of the words.
                let known = Set(hits.map(\.document))
                hits += some(of: query, filters, min(limit, Self.page)).filter { !known.contains($0.document) }
                    .prefix(max(0, min(limit, Self.page) - hits.count))
            }
            return hits.map(hit)
        }
        let some = some(of: query, filters, limit)
        return order == .relevance ? some.map(hit) : ordered(some.map(\.document), by: order, limit)
    }

    private func hit(_ hit: SegmentQuery.Hit) -> Hit {
        Hit(product: product(at: hit.document), score: Double(hit.score))
    }

    private func ordered(_ found: some Sequence<Int>, by order: Order, _ limit: Int) -> [Hit] {
        let ranks = segment.range(Column.ranks(order))
        let sorted = found.sorted { a, b in (ranks?[a] ?? 0, a) < (ranks?[b] ?? 0, b) }
        return sorted.prefix(max(0, limit)).map { Hit(product: product(at: $0), score: 0) }
    }

    /// How a word of a query may stand in a text.
    enum Tier: String { case own, near, misspelt }

    /// One way to read a query.
    struct Attempt {
        /// The query with its Han in quotes, itself, and with synonyms in a word's place.
        var readings: [String]
        var tier: Tier
    }

    /// From the likeliest to the last.
    func attempts(at query: String) -> [Attempt] {
        let scripts = ScriptConversion.all(into: language).map { $0.text(query) }.filter { $0 != query }
        let others = scripts + KeyboardLayout.readings(of: query)
        func own(_ reading: String) -> Attempt {
            // Han that stand side by side come before those that are strewn.
            let sideBySide = QuotedText.sideBySide(reading, analyzer).map { [$0] } ?? []
            return Attempt(readings: sideBySide + [reading] + synonyms.readings(of: reading), tier: .own)
        }
        return [own(query), Attempt(readings: [query], tier: .near)] + others.map(own)
            + others.map { Attempt(readings: [$0], tier: .near) } + [Attempt(readings: [query], tier: .misspelt)]
    }

    /// What an attempt finds, the readings behind the first for a little less: a scarf that is called a shawl in its title comes before a
    /// doll in a scarf.
    func found(_ attempt: Attempt, _ filters: Filters, _ limit: Int) -> [SegmentQuery.Hit] {
        var best: [Int: Float] = [:]
        for (place, reading) in attempt.readings.enumerated() {
            guard let query = segmentQuery(reading, attempt.tier, filters) else { continue }
            for hit in segment.top(query, .all, limit: limit) {
                best[hit.document] = max(best[hit.document] ?? 0, hit.score * Self.share(ofReading: place))
            }
        }
        return best.map { SegmentQuery.Hit(document: $0, score: $1) }
            .sorted { ($1.score, $0.document) < ($0.score, $1.document) }.prefix(max(0, limit)).map { $0 }
    }

    /// The query itself counts whole, one with a synonym a little less.
    static func share(ofReading place: Int) -> Float { place == 0 ? 1 : 0.7 }

    /// All documents of an attempt.
    private func matches(_ attempt: Attempt, _ filters: Filters) -> Set<Int> {
        Set(
            attempt.readings.compactMap { segmentQuery($0, attempt.tier, filters) }
                .flatMap { segment.first($0, limit: segment.count) })
    }

    /// Products that hold some of the words, where none holds all.
    private func some(of query: String, _ filters: Filters, _ limit: Int) -> [SegmentQuery.Hit] {
        let query = words(of: query)
        // What is in quotes is not given up.
        guard query.words.count > 1, !query.hasPhrases else { return [] }
        let slots = query.words.compactMap { word in
            [Tier.own, .near, .misspelt].lazy.map { self.slot(word, $0) }.first { !$0.terms.isEmpty }
        }
        guard !slots.isEmpty, var all = taken(by: filters) else { return [] }
        all.slots = slots
        return segment.top(all, .any, limit: limit)
    }

    func words(of text: String) -> QueryWords { QueryWords(text, analyzer, in: language) }

    /// Nil where a word of it stands nowhere. What is in quotes is found as it is written, and by its stems.
    func segmentQuery(_ text: String, _ tier: Tier, _ filters: Filters) -> SegmentQuery? {
        let query = words(of: text)
        guard !query.words.isEmpty, tier == .own || !query.hasPhrases, var all = taken(by: filters) else { return nil }
        for word in query.words {
            let slot = slot(word, tier)
            guard !slot.terms.isEmpty else { return nil }
            all.slots.append(slot)
        }
        all.phrases = query.phrases.map { .init($0) }
        return all
    }

    private func slot(_ word: QueryWords.Word, _ tier: Tier) -> SegmentQuery.Slot {
        let (token, isLast) = (word.token, word.isUnfinished)
        var terms: [(term: Int, boost: Float)] = []
        func add(_ key: String, _ boost: Float) {
            guard let term = segment.term(key), !terms.contains(where: { $0.term == term }) else { return }
            terms.append((term, boost))
        }
        func add(from prefix: String, _ boost: Float) {
            // Of many, the commonest: who types one letter wants what there is most of.
            for term in segment.commonest(among: segment.terms(from: prefix), limit: 24)
            where !terms.contains(where: { $0.term == term }) {
                terms.append((term, boost))
            }
        }
        switch tier {
        case .own:
            add(token.text, 1)
            guard token.kind == .word else { break }
            add(SearchKey.stem(token.stem), 0.9)
            if isLast, !token.text.isEmpty { add(from: token.text, 0.7) }
        case .near:
            guard !token.near.isEmpty else {
                add(token.text, 1)
                break
            }
            add(SearchKey.near(token.near), 1)
            if isLast { add(from: SearchKey.near(token.near), 0.7) }
        case .misspelt:
            add(token.text, 1)
            add(SearchKey.stem(token.stem), 0.9)
            guard terms.isEmpty, token.kind == .word, token.text.count >= 5 else { break }
            for term in segment.misspellings(of: token.text) { terms.append((term, 0.6)) }
            for term in segment.misspellings(of: SearchKey.near(token.near)) { terms.append((term, 0.4)) }
        }
        return .init(terms)
    }

    /// How many of the products that a query finds by its own words stand in each of some sets.
    public func counts(
        _ query: String, filters: Filters = Filters(), of facet: Facet, among codes: [String]
    ) -> [String: Int] {
        let isEmpty = query.allSatisfy(\.isWhitespace)
        guard var base = isEmpty ? taken(by: filters) : segmentQuery(query, .own, filters) else { return [:] }
        let sets = base.sets
        var counts: [String: Int] = [:]
        for code in codes {
            let name =
                switch facet {
                case .category: Column.category(code)
                case .material: Column.material(code)
                case .region: Column.region(code)
                }
            base.sets = sets + [name]
            let count = segment.count(base)
            if count > 0 { counts[code] = count }
        }
        return counts
    }

    public enum Facet: String, CaseIterable, Sendable { case category, material, region }
}

extension SearchIndex {
    /// Products of a category and those below it, in title order; all products for nil.
    public func browse(category: String? = nil, skipping: Int = 0, limit: Int = .max) -> [Product] {
        guard let category else {
            return (min(max(0, skipping), count)..<count).prefix(max(0, limit)).map(product(at:))
        }
        guard let set = segment.set(Column.category(category)) else { return [] }
        return segment.page(of: set, skipping: skipping, limit: limit).map(product(at:))
    }
}
