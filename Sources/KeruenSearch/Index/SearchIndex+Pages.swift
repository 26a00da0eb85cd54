internal import Foundation

extension SearchIndex {
    /// Some of a list, and where it goes on.
    public struct Page: Sendable {
        public var hits: [Hit]
        /// Nil on the last page.
        public var next: Cursor?
    }

    /// A page of what `search` finds, behind another page.
    ///
    ///     var page = try index.search("шарф", order: .newest, after: nil, limit: 20)
    ///     while let next = page.next { page = try index.search("шарф", order: .newest, after: next, limit: 20) }
    ///
    /// A catalogue may change between two pages. In every order but relevance nothing that stayed as it was comes twice or is left out,
    /// as long as its words are read as before; scores are about all products together and move with them, so that there a change may
    /// do either.
    /// - Throws: `CursorError` where the cursor is of another query, other filters, another order or another language.
    public func search(
        _ query: String, filters: Filters = Filters(), order: Order = .relevance, after cursor: Cursor?, limit: Int = 20
    ) throws(CursorError) -> Page {
        let request = request("search " + query, filters, order)
        try check(cursor, request, order)
        guard SearchRefusal(query) == nil, let finding = finding(query, filters, attempt: cursor?.attempt) else {
            return Page(hits: [])
        }
        return page(of: finding, order, request, after: cursor, limit)
    }

    /// A page of a shelf, behind another page: in constant time, however deep, where a category is all that it is narrowed down to. Other
    /// filters look at product by product until the page is full.
    /// - Throws: `CursorError` where the cursor is of another shelf, other filters, another order or another language.
    public func browse(
        category: String? = nil, filters: Filters = Filters(), order: Order = .title, after cursor: Cursor?,
        skipping: Int = 0, limit: Int = 20
    ) throws(CursorError) -> Page {
        let order = order == .relevance ? .title : order
        let request = request("browse " + (category ?? ""), filters, order)
        try check(cursor, request, order)
        guard let shelf = shelf(category, filters) else { return Page(hits: []) }
        return page(of: shelf, order, request, after: cursor, skipping: max(0, skipping), limit)
    }

    private func check(_ cursor: Cursor?, _ request: UInt64, _ order: Order) throws(CursorError) {
        guard let cursor, cursor.request != request || cursor.order != order else { return }
        throw CursorError(.foreign, cursor.description)
    }

    /// What a cursor belongs to, in a number.
    private func request(_ what: String, _ filters: Filters, _ order: Order) -> UInt64 {
        let parts = [
            what, filters.category ?? "", filters.material ?? "", filters.region ?? "",
            filters.price.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "", filters.inStock ? "in stock" : "",
            filters.departure.map { "\($0.lowerBound) \($0.upperBound)" } ?? "", order.rawValue, market,
            language.description,
        ]
        return Self.checksum(parts.joined(separator: "\0"))
    }

    private func page(
        of finding: Finding, _ order: Order, _ request: UInt64, after cursor: Cursor?, skipping: Int = 0, _ limit: Int
    ) -> Page {
        guard limit > 0 else { return Page(hits: []) }
        let (limit, skipping) = (min(limit, max(1, count)), min(skipping, count))
        // One more, to know whether there is another page.
        let items =
            cursor.map {
                Array(
                    self.items(finding, order, from: start($0), limit: skipping + limit + 1).dropFirst(skipping))
            } ?? self.items(finding, order, skipping: skipping, limit: limit + 1)
        var page = Page(hits: items.prefix(limit).map { hit($0, order) })
        if items.count > limit, let last = page.hits.last {
            let item = items[limit - 1]
            page.next = Cursor(
                request: request, order: order, fingerprint: facts.fingerprint, attempt: finding.attempt,
                isInTail: item.isInTail, shown: (cursor?.shown ?? 0) + skipping + limit, document: item.document,
                value: value(of: item, order), id: last.product.id,
                title: Self.title(of: last.product, along: chain))
        }
        return page
    }

    private func value(of item: Item, _ order: Order) -> Int64 {
        if item.isInTail || order == .relevance { return Int64(item.score.bitPattern) }
        return switch order {
        case .relevance, .title: 0
        case .price, .priceDescending: price(at: item.document)
        case .newest: Int64(added(at: item.document))
        }
    }

    private func added(at document: Int) -> Int32 { segment.range(Column.added)?[document] ?? .min }

    /// Behind the product that was shown last, or behind where it would stand.
    private func start(_ cursor: Cursor) -> Start {
        let isSame = cursor.fingerprint == facts.fingerprint && cursor.document < count
        var start = Start(shown: min(cursor.shown, count), isInTail: cursor.isInTail)
        start.document = isSame ? cursor.document + 1 : firstDocument(behind: cursor.title, cursor.id)
        if cursor.order == .relevance || cursor.isInTail {
            start.score = Float(bitPattern: UInt32(truncatingIfNeeded: cursor.value))
        } else if isSame {
            start.rank = PlaceColumn(Column.ranks(cursor.order), of: segment).map { $0[cursor.document] + 1 } ?? 0
        } else if let sorted = PlaceColumn(Column.documents(cursor.order), of: segment) {
            let key = cursor.order.key(price: cursor.value, added: Int32(truncatingIfNeeded: cursor.value))
            start.rank = Self.firstPlace(below: count) { place in
                let document = sorted[place]
                let own = cursor.order.key(price: price(at: document), added: added(at: document))
                return (own, document) >= (key, start.document)
            }
        }
        return start
    }

    private func firstDocument(behind title: String, _ id: String) -> Int {
        Self.firstPlace(below: count) { document in
            let product = product(at: document)
            return switch collator.compare(Self.title(of: product, along: chain), title) {
            case .orderedAscending: false
            case .orderedDescending: true
            case .orderedSame: product.id > id
            }
        }
    }
}
