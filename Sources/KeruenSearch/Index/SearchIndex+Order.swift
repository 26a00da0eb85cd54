extension SearchIndex {
    /// Where a list goes on: behind what was shown last.
    struct Start {
        /// By title: the first document that may come.
        var document = 0
        /// In an order of its own: the first place.
        var rank = 0
        /// By relevance: what was shown last, and how much stands before it, about.
        var score = Float.infinity
        var shown = 0
        var isInTail = false

        static let beginning = Start()

        /// Whether a hit comes behind what was shown last.
        func isBefore(_ document: Int, _ score: Float) -> Bool {
            score < self.score || score == self.score && document >= self.document
        }
    }

    /// What is found in an order, from somewhere on; then what holds some of the words, the best first.
    func items(_ finding: Finding, _ order: Order, from start: Start, limit: Int) -> [Item] {
        let limit = min(limit, count)
        guard limit > 0 else { return [] }
        var items: [Item] = []
        if !start.isInTail {
            items =
                switch order {
                case .relevance where !finding.isShelf: best(finding, from: start, limit: limit)
                case .relevance, .title:
                    documents(of: finding, from: start.document, limit: limit).map { Item(document: $0) }
                case .price, .priceDescending, .newest:
                    ranked(finding, order, from: start.rank, limit: limit).map { Item(document: $0) }
                }
        }
        if items.count < limit {
            let tail = tail(of: finding).drop { start.isInTail && !start.isBefore($0.document, $0.score) }
            items += tail.prefix(limit - items.count)
        }
        return items
    }

    /// The same, passing over so many. On a shelf of a category in constant time, however deep.
    func items(_ finding: Finding, _ order: Order, skipping: Int, limit: Int) -> [Item] {
        let limit = min(limit, count)
        guard limit > 0, skipping < count else { return [] }
        guard finding.isShelf, let list = finding.lists.first, list.ranges.isEmpty, list.members.isEmpty,
            list.sets.count < 2, list.sets.first.map(isCategory) ?? true
        else {
            return Array(items(finding, order, from: .beginning, limit: skipping + limit).dropFirst(skipping))
        }
        let own = list.sets.first.flatMap { self.places(of: $0, in: order) }
        let sorted = order.isRanked ? PlaceColumn(Column.documents(order), of: segment) : nil
        // They are there, but in a damaged segment.
        guard own != nil || list.sets.isEmpty, sorted != nil || !order.isRanked else { return [] }
        let places =
            own.map { segment.page(of: $0, skipping: skipping, limit: limit) }
            ?? Array((skipping..<count).prefix(limit))
        return places.map { place in Item(document: sorted.map { $0[place] } ?? place) }
    }

    /// All scores have to be known to say which is next: a page costs what all pages before it cost together.
    private func best(_ finding: Finding, from start: Start, limit: Int) -> [Item] {
        var room = start.shown + limit
        while true {
            let top = top(finding, limit: min(room, count))
            let behind = top.filter { start.isBefore($0.document, $0.score) }
            if behind.count >= limit || top.count < room || room >= count {
                return behind.prefix(limit).map { Item(document: $0.document, score: $0.score) }
            }
            room *= 2
        }
    }

    /// A shelf is walked from the place on, document by document, so that depth costs nothing; what a query finds is put into the order
    /// first, in one pass.
    private func ranked(_ finding: Finding, _ order: Order, from rank: Int, limit: Int) -> [Int] {
        guard let ranks = PlaceColumn(Column.ranks(order), of: segment),
            let sorted = PlaceColumn(Column.documents(order), of: segment)
        else {
            return []
        }
        guard finding.isShelf, let list = finding.lists.first else {
            let places = documents(of: finding, at: ranks)
            return segment.members(of: places, from: rank, limit: limit).map { sorted[$0] }
        }
        let category = list.sets.first(where: isCategory)
        let places = category.flatMap { self.places(of: $0, in: order) }
        var rest = list
        rest.sets.removeAll { $0 == category }
        guard places != nil || category == nil, let test = DocumentTest(rest, segment) else { return [] }
        if test.takesAll {
            return
                (places.map { segment.members(of: $0, from: rank, limit: limit) }
                ?? Array((min(rank, count)..<count).prefix(limit))).map { sorted[$0] }
        }
        var found: [Int] = []
        var rank = rank
        // A few of the category's places at a time, or one after the other where there is none.
        while rank < count, found.count < limit {
            let next = places.map { segment.members(of: $0, from: rank, limit: 64) } ?? Array((rank..<count).prefix(64))
            guard let last = next.last else { break }
            found += next.lazy.map { sorted[$0] }.filter(test.takes)
            rank = last + 1
        }
        return Array(found.prefix(limit))
    }

    private func isCategory(_ set: String) -> Bool { set.hasPrefix(Column.category("")) }

    private func places(of category: String, in order: Order) -> DocumentSet? {
        segment.set(Column.category(String(category.dropFirst(Column.category("").utf8.count)), in: order))
    }
}

/// Whether single documents pass a query's filters.
struct DocumentTest {
    private var ranges: [(column: UnsafeColumn<Int32>, bounds: ClosedRange<Int32>)]
    private var sets: [DocumentSet]

    /// Nil where a filter's column or set is damaged: nothing passes then.
    init?(_ query: SegmentQuery, _ segment: Segment) {
        ranges = query.ranges.compactMap { range in segment.range(range.column).map { ($0, range.bounds) } }
        sets = query.sets.compactMap(segment.set) + query.members
        guard ranges.count == query.ranges.count, sets.count == query.sets.count + query.members.count else {
            return nil
        }
    }

    var takesAll: Bool { ranges.isEmpty && sets.isEmpty }

    func takes(_ document: Int) -> Bool {
        ranges.allSatisfy { $0.bounds.contains($0.column[document]) } && sets.allSatisfy { $0.contains(document) }
    }
}
