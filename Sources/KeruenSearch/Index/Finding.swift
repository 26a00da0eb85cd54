extension SearchIndex {
    /// The way in which a query finds something, and everything that it finds so.
    struct Finding {
        /// The query as it was read.
        var query: String
        var filters: Filters
        /// The place of what was tried among all that may be, the likeliest first; behind the last, some of the words.
        var attempt: Int
        /// What scores: the readings of the query, and what each counts for. None on a shelf.
        var scored: [(query: SegmentQuery, share: Float)] = []
        var match = Segment.Match.all
        /// What is found is in one of these.
        var lists: [SegmentQuery]

        var isShelf: Bool { scored.isEmpty }
        /// Where every word is held, and a short list may go on with products that hold some.
        var holdsAllWords: Bool { !isShelf && match == .all }
    }

    /// One found document, before its product is looked at.
    struct Item: Hashable {
        var document: Int
        var score: Float = 0
        /// Whether it only holds some of the words and stands behind those that hold all.
        var isInTail = false
    }

    /// Fewer hits than these leave a page so empty that near ones are welcome, up to a page of them.
    static let few = 4
    static let page = 10

    /// The first attempt that finds anything, or a certain one: who turns a page goes on reading the query as before.
    func finding(_ query: String, _ filters: Filters, attempt: Int? = nil) -> Finding? {
        func found(_ place: Int, _ tried: Attempt) -> Finding? {
            guard attempt == nil || attempt == place else { return nil }
            let finding = finding(filters, place, tried)
            let isFound = attempt != nil || finding.lists.contains { !segment.first($0, limit: 1).isEmpty }
            return isFound ? finding : nil
        }
        // Most queries find as they stand: the other scripts and keyboards are thought of when one does not.
        if let finding = found(0, own(query)) { return finding }
        let attempts = attempts(at: query)
        for (place, tried) in attempts.enumerated().dropFirst() {
            if let finding = found(place, tried) { return finding }
        }
        guard attempt.map({ $0 >= attempts.count }) ?? true, let some = some(of: query, filters) else { return nil }
        let lists = some.slots.map { slot in
            var one = some
            one.slots = [slot]
            return one
        }
        return Finding(
            query: query, filters: filters, attempt: attempts.count, scored: [(some, 1)], match: .any, lists: lists)
    }

    private func finding(_ filters: Filters, _ place: Int, _ attempt: Attempt) -> Finding {
        let scored = attempt.readings.enumerated().compactMap { place, reading in
            segmentQuery(reading, attempt.tier, filters).map { (query: $0, share: Self.share(ofReading: place)) }
        }
        return Finding(
            query: attempt.query, filters: filters, attempt: place, scored: scored,
            lists: scored.map(\.query))
    }

    /// Everything that filters take, of a category.
    func shelf(_ category: String?, _ filters: Filters) -> Finding? {
        guard var all = taken(by: filters) else { return nil }
        if let category {
            guard segment.set(Column.category(category)) != nil else { return nil }
            all.sets.insert(Column.category(category), at: 0)
        }
        return Finding(query: "", filters: filters, attempt: 0, lists: [all])
    }

    /// What is counted: a blank query stands for everything.
    func finding(counted query: String, _ filters: Filters) -> Finding? {
        guard SearchRefusal(query) == nil else { return nil }
        return query.allSatisfy(\.isWhitespace) ? shelf(nil, filters) : finding(query, filters)
    }

    // MARK: Everything that is found

    /// Of everything that is found, the documents from one on, in the order of the titles.
    func documents(of finding: Finding, from: Int = 0, limit: Int) -> [Int] {
        let found = finding.lists.map { segment.first($0, from: from, limit: limit) }
        guard found.count > 1 else { return found.first ?? [] }
        return Array(Set(found.joined()).sorted().prefix(max(0, limit)))
    }

    func count(of finding: Finding) -> Int {
        finding.lists.count == 1 ? segment.count(finding.lists[0]) : documents(of: finding).count
    }

    /// All documents as a set, or their places in an order.
    func documents(of finding: Finding, at ranks: PlaceColumn? = nil) -> DocumentSet {
        DocumentSet(documents: count) { words in
            for list in finding.lists {
                for document in segment.first(list, limit: count) {
                    let place = ranks?[document] ?? document
                    words[place / 64] |= 1 << UInt64(place % 64)
                }
            }
        }
    }

    /// The best documents, the readings behind the first for a little less: a scarf that is called a shawl in its title comes before a
    /// doll in a scarf.
    func top(_ finding: Finding, limit: Int) -> [SegmentQuery.Hit] {
        var best: [Int: Float] = [:]
        for (query, share) in finding.scored {
            for hit in segment.top(query, finding.match, limit: limit) {
                best[hit.document] = max(best[hit.document] ?? 0, hit.score * share)
            }
        }
        return best.map { SegmentQuery.Hit(document: $0, score: $1) }
            .sorted { ($1.score, $0.document) < ($0.score, $1.document) }.prefix(max(0, limit)).map { $0 }
    }

    /// The query itself counts whole, one with a synonym a little less.
    static func share(ofReading place: Int) -> Float { place == 0 ? 1 : 0.7 }

    // MARK: Some of the words

    /// What a short list is followed by: products that hold some of the words.
    func tail(of finding: Finding) -> [Item] {
        guard finding.holdsAllWords else { return [] }
        let known = Set(documents(of: finding, limit: Self.few))
        guard known.count < Self.few, let some = some(of: finding.query, finding.filters) else { return [] }
        return segment.top(some, .any, limit: Self.page + Self.few).filter { !known.contains($0.document) }
            .prefix(Self.page - known.count)
            .map { Item(document: $0.document, score: $0.score, isInTail: true) }
    }

    /// A query for any of the words, each in the first way that stands anywhere.
    private func some(of query: String, _ filters: Filters) -> SegmentQuery? {
        let query = words(of: query)
        // What is in quotes is not given up.
        guard query.words.count > 1, !query.hasPhrases, var all = taken(by: filters) else { return nil }
        all.slots = query.words.compactMap { word in
            let letters = word.token.kind == .word ? word.token.text.count : .max
            // A letter tells nothing, two begin some word or other, and three are the initials of some.
            guard letters > 1 else { return nil }
            guard letters > 2 else { return slot(.init(token: word.token), .own) }
            guard letters > 3 else { return slot(word, .own) }
            return [Tier.own, .near, .misspelt].lazy.map { self.slot(word, $0) }.first { !$0.terms.isEmpty }
        }.filter { !$0.terms.isEmpty }
        return all.slots.isEmpty ? nil : all
    }
}
