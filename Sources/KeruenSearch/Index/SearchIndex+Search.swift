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

        var ranges: [SegmentQuery.Range] {
            price.map {
                [.init(column: Column.price, bounds: Int32(clamping: $0.lowerBound)...Int32(clamping: $0.upperBound))]
            } ?? []
        }
    }

    /// In what order found products come.
    public enum Order: String, CaseIterable, Hashable, Sendable {
        case relevance
        /// By the alphabet of the reader's language.
        case title
    }

    /// Fewer hits than these leave a page so empty that near ones are welcome, up to a page of them.
    static let few = 4
    static let page = 10

    /// Longer queries are cut: nobody types them.
    static let longestQuery = 400

    /// Products that hold every word of the query, best first.
    ///
    /// The last word may be unfinished. Words are looked for as they are written and by their stems, then their synonyms; where nothing is
    /// found, by what their scripts and spellings have in common, then as the query would be in the language's other scripts or from
    /// another keyboard, then with one letter wrong. Behind a few hits, or none, come products that hold some of the words.
    public func search(
        _ query: String, filters: Filters = Filters(), order: Order = .relevance, limit: Int = 20
    ) -> [Hit] {
        let query = String(query.prefix(Self.longestQuery))
        let others = ScriptConversion.all(into: language).map { $0.text(query) }.filter { $0 != query }
        let keyboards = KeyboardLayout.readings(of: query)
        let attempts: [() -> [SegmentQuery.Hit]] =
            [{ self.found([query] + self.synonyms.readings(of: query), .own, filters, limit) }]
            + [{ self.found([query], .near, filters, limit) }]
            + (others + keyboards).map { reading in
                { self.found([reading] + self.synonyms.readings(of: reading), .own, filters, limit) }
            }
            + (others + keyboards).map { reading in { self.found([reading], .near, filters, limit) } }
            + [{ self.found([query], .misspelt, filters, limit) }]
            + [{ self.some(of: query, filters, limit) }]
        for attempt in attempts {
            var hits = attempt()
            guard !hits.isEmpty else { continue }
            if hits.count < Self.few {
                // A short list is followed by what holds some of the words.
                let known = Set(hits.map(\.document))
                hits += some(of: query, filters, min(limit, Self.page)).filter { !known.contains($0.document) }
                    .prefix(max(0, min(limit, Self.page) - hits.count))
            }
            let ordered = order == .title ? hits.sorted { $0.document < $1.document } : hits
            return ordered.map { Hit(product: documents[$0.document], score: Double($0.score)) }
        }
        return []
    }

    /// How a word of a query may stand in a text.
    enum Tier { case own, near, misspelt }

    /// What the readings find, those behind the first for a little less: a scarf that is called a shawl in its title comes before a doll
    /// in a scarf.
    private func found(_ readings: [String], _ tier: Tier, _ filters: Filters, _ limit: Int) -> [SegmentQuery.Hit] {
        guard readings.count > 1 else {
            return readings.first.flatMap { segmentQuery($0, tier, filters) }.map {
                segment.top($0, .all, limit: limit)
            } ?? []
        }
        var best: [Int: Float] = [:]
        for (place, reading) in readings.enumerated() {
            guard let query = segmentQuery(reading, tier, filters) else { continue }
            for hit in segment.top(query, .all, limit: limit) {
                best[hit.document] = max(best[hit.document] ?? 0, hit.score * (place == 0 ? 1 : 0.7))
            }
        }
        return best.map { SegmentQuery.Hit(document: $0, score: $1) }
            .sorted { ($1.score, $0.document) < ($0.score, $1.document) }.prefix(max(0, limit)).map { $0 }
    }

    /// Products that hold some of the words, where none holds all.
    private func some(of query: String, _ filters: Filters, _ limit: Int) -> [SegmentQuery.Hit] {
        let tokens = tokens(of: query)
        guard tokens.count > 1 else { return [] }
        let slots = tokens.indices.compactMap { index in
            [Tier.own, .near, .misspelt].lazy.map { self.slot(tokens[index], isLast: index == tokens.count - 1, $0) }
                .first { !$0.terms.isEmpty }
        }
        guard !slots.isEmpty else { return [] }
        return segment.top(
            SegmentQuery(
                slots: Array(slots.prefix(WorkspacePool.mostSlots)), ranges: filters.ranges, sets: filters.sets),
            .any, limit: limit)
    }

    private func tokens(of text: String) -> [SearchToken] {
        Array(FunctionWords.removed(from: analyzer.queried(text), in: language).prefix(WorkspacePool.mostSlots))
    }

    /// Nil where a word of it stands nowhere.
    func segmentQuery(_ text: String, _ tier: Tier, _ filters: Filters) -> SegmentQuery? {
        let tokens = tokens(of: text)
        guard !tokens.isEmpty else { return nil }
        var slots: [SegmentQuery.Slot] = []
        for (index, token) in tokens.enumerated() {
            let slot = slot(token, isLast: index == tokens.count - 1, tier)
            guard !slot.terms.isEmpty else { return nil }
            slots.append(slot)
        }
        return SegmentQuery(slots: slots, ranges: filters.ranges, sets: filters.sets)
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
        var base = segmentQuery(query, .own, filters) ?? SegmentQuery(ranges: filters.ranges, sets: filters.sets)
        if segmentQuery(query, .own, filters) == nil, !query.allSatisfy(\.isWhitespace) { return [:] }
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
