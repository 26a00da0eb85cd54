extension SearchIndex {
    /// What a buyer narrows a search or a shelf down to.
    public struct Filters: Hashable, Sendable {
        /// A category and those below it.
        public var category: String?
        public var material: String?
        public var region: String?
        /// Of the lowest price among the variants, in the market's minor units.
        public var price: ClosedRange<Int64>?

        public init(
            category: String? = nil, material: String? = nil, region: String? = nil, price: ClosedRange<Int64>? = nil
        ) {
            (self.category, self.material, self.region, self.price) = (category, material, region, price)
        }

        var sets: [String] {
            [category.map(Column.category), material.map(Column.material), region.map(Column.region)].compactMap(\.self)
        }

        /// By the places of the prices that occur; nil where none lies within.
        func ranges(among prices: [Int64]) -> [SegmentQuery.Range]? {
            guard let price else { return [] }
            guard let first = prices.firstIndex(where: { $0 >= price.lowerBound }),
                let last = prices.lastIndex(where: { $0 <= price.upperBound }), first <= last
            else { return nil }
            return [.init(column: Column.price, bounds: Int32(first)...Int32(last))]
        }
    }

    /// In what order found products come.
    public enum Order: String, CaseIterable, Hashable, Sendable {
        case relevance
        /// By the alphabet of the reader's language.
        case title
        /// The cheapest first.
        case price
    }

    /// Fewer hits than these leave a page so empty that near ones are welcome, up to a page of them.
    static let few = 4
    static let page = 10

    /// Products that hold every word of the query, best first.
    ///
    /// The last word may be unfinished. Words are looked for as they are written and by their stems, then their synonyms; where nothing is
    /// found, by what their scripts and spellings have in common, then as the query would be in the language's other scripts or from
    /// another keyboard, then with one letter wrong. Behind a few hits, or none, come products that hold some of the words. A query that
    /// `SearchRefusal` refuses finds nothing.
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

    private func hit(_ hit: SegmentQuery.Hit) -> Hit { Hit(product: documents[hit.document], score: Double(hit.score)) }

    private func ordered(_ found: some Sequence<Int>, by order: Order, _ limit: Int) -> [Hit] {
        let prices = segment.range(Column.price)
        let sorted = found.sorted { a, b in
            order == .price ? (prices?[a] ?? 0, a) < (prices?[b] ?? 0, b) : a < b
        }
        return sorted.prefix(max(0, limit)).map { Hit(product: documents[$0], score: 0) }
    }

    /// How a word of a query may stand in a text.
    enum Tier: String { case own, near, misspelt }

    /// One way to read a query.
    struct Attempt {
        /// The query itself, and with synonyms in a word's place.
        var readings: [String]
        var tier: Tier
    }

    /// From the likeliest to the last.
    func attempts(at query: String) -> [Attempt] {
        let scripts = ScriptConversion.all(into: language).map { $0.text(query) }.filter { $0 != query }
        let others = scripts + KeyboardLayout.readings(of: query)
        func own(_ reading: String) -> Attempt {
            Attempt(readings: [reading] + synonyms.readings(of: reading), tier: .own)
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
        let tokens = tokens(of: query)
        guard tokens.count > 1 else { return [] }
        let slots = tokens.indices.compactMap { index in
            [Tier.own, .near, .misspelt].lazy.map { self.slot(tokens[index], isLast: index == tokens.count - 1, $0) }
                .first { !$0.terms.isEmpty }
        }
        guard !slots.isEmpty, let ranges = filters.ranges(among: prices) else { return [] }
        return segment.top(
            SegmentQuery(slots: Array(slots.prefix(WorkspacePool.mostSlots)), ranges: ranges, sets: filters.sets),
            .any, limit: limit)
    }

    func tokens(of text: String) -> [SearchToken] {
        Array(FunctionWords.removed(from: analyzer.queried(text), in: language).prefix(WorkspacePool.mostSlots))
    }

    /// Nil where a word of it stands nowhere.
    func segmentQuery(_ text: String, _ tier: Tier, _ filters: Filters) -> SegmentQuery? {
        let tokens = tokens(of: text)
        guard !tokens.isEmpty, let ranges = filters.ranges(among: prices) else { return nil }
        var slots: [SegmentQuery.Slot] = []
        for (index, token) in tokens.enumerated() {
            let slot = slot(token, isLast: index == tokens.count - 1, tier)
            guard !slot.terms.isEmpty else { return nil }
            slots.append(slot)
        }
        return SegmentQuery(slots: slots, ranges: ranges, sets: filters.sets)
    }

    private func slot(_ token: SearchToken, isLast: Bool, _ tier: Tier) -> SegmentQuery.Slot {
        var terms: [(term: Int, boost: Float)] = []
        func add(_ key: String, _ boost: Float) {
            guard let term = segment.term(key), !terms.contains(where: { $0.term == term }) else { return }
            terms.append((term, boost))
        }
        func add(from prefix: String, _ boost: Float) {
            // Of many, the commonest: who types one letter wants what there is most of.
            let range = segment.terms(from: prefix)
            for term in range.sorted(by: { segment.frequency(of: $0) > segment.frequency(of: $1) }).prefix(24)
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
        let all = filters.ranges(among: prices).map { SegmentQuery(ranges: $0, sets: filters.sets) }
        guard var base = isEmpty ? all : segmentQuery(query, .own, filters) else { return [:] }
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
