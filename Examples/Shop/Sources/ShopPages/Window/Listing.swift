internal import Keruen

/// A page of a shelf or of what a search finds, with all that it can be narrowed down by.
///
/// The next page goes on behind the last product of this one, so that nothing comes twice where the catalogue changes in between; the
/// page before is found by counting, which may then be a product off.
struct Listing {
    static let size = 24
    /// As deep as anybody goes by counting: a search by relevance costs as much as all pages before together.
    static let deepest = 400

    let view: View
    /// The shelf; nil for a search.
    let shelf: CategoryTree.Category?
    private(set) var query: ListQuery
    private(set) var items: [Storefront.Item] = []
    private(set) var total = 0
    private var next: SearchIndex.Cursor?
    /// Whether the address meant a page that is no more.
    private(set) var isStale = false

    init(_ query: ListQuery, on shelf: CategoryTree.Category?, _ view: View) {
        (self.query, self.shelf, self.view) = (query, shelf, view)
        // On a shelf a category is where one stands.
        if shelf != nil { (self.query.category, self.query.text) = (nil, nil) }
        let filters = filters
        total =
            shelf.map { view.shop.index.count(category: $0.id, filters: filters) }
            ?? view.shop.index.count(of: self.query.text ?? "", filters: filters)
        if self.query.page > 1, self.query.page > pageCount || self.query.page > Self.deepest && self.query.after == nil
        {
            restart()
        }
        do throws(CursorError) {
            take(try page(after: try self.query.after.map { text throws(CursorError) in try SearchIndex.Cursor(text) }))
        } catch {
            restart()
            if let first = try? page(after: nil) { take(first) }
        }
    }

    private mutating func restart() {
        query = query.changed { _ in }
        isStale = true
    }

    private mutating func take(_ page: Storefront.Page) { (items, next) = (page.items.map(\.item), page.next) }

    private func page(after cursor: SearchIndex.Cursor?) throws(CursorError) -> Storefront.Page {
        let passed = cursor == nil ? (query.page - 1) * Self.size : 0
        if let shelf {
            return try view.shop.browse(
                category: shelf.id, filters: filters, order: order, after: cursor, skipping: passed, limit: Self.size)
        }
        var page = try view.shop.search(
            query.text ?? "", filters: filters, order: order, after: cursor, limit: passed + Self.size)
        page.items.removeFirst(min(passed, page.items.count))
        return page
    }

    var filters: SearchIndex.Filters { query.filters(in: view.shop.market) }

    var order: SearchIndex.Order { query.order ?? (shelf == nil ? .relevance : .title) }

    var pageCount: Int { max(1, (total + Self.size - 1) / Self.size) }

    /// Whether the shelf's things depart rather than lie somewhere.
    var areTours: Bool { (items.first ?? anything)?.product.kind == .tour }

    private var anything: Storefront.Item? { shelf.flatMap { view.shop.browse(category: $0.id, limit: 1).first } }

    func place(_ query: ListQuery) -> Place { shelf.map { .category($0, query) } ?? .search(query) }

    func address(_ change: (inout ListQuery) -> Void) -> String { view.address(of: place(query.changed(change))) }

    // MARK: For the template

    var values: [String: Any] {
        let strings = view.strings
        var values: [String: Any] = [
            "items": items.map { Card(item: $0, view: view, query: query.text).values },
            "facets": Facets(self).values, "filtersTitle": strings.listFilters(),
            "sort": ["title": strings.listSort(), "choices": orders],
        ]
        let chosen = Facets(self).chosen
        if !chosen.isEmpty {
            values["chosen"] =
                [
                    "title": strings.listChosen(), "items": chosen, "clear": strings.listClear(),
                    "clearHref": address { query in
                        let (text, order) = (query.text, query.order)
                        query = ListQuery()
                        (query.text, query.order) = (text, order)
                    },
                ] as [String: Any]
        }
        var notices = query.unreadable(in: view.shop.market).map { text in
            let example = view.shop.formatted(Money(minorUnits: 150_000, view.shop.market.currency))
            return strings.listBadPrice(example: example, text: text)
        }
        if isStale { notices.append(strings.listStale()) }
        if !notices.isEmpty { values["notices"] = notices }
        if items.isEmpty, query.isFiltered { values["none"] = strings.listNone() }
        if pageCount > 1 { values["pages"] = pages }
        return values
    }

    private var pages: [String: Any] {
        var pages: [String: Any] = [
            "title": view.strings.listPages(),
            "text": view.strings.listPage(count: pageCount, number: query.page),
        ]
        if query.page > 1 {
            pages["previous"] = [
                "name": view.strings.listPrevious(), "href": address { $0.page = query.page - 1 },
            ]
        }
        if let next {
            pages["next"] = [
                "name": view.strings.listNext(),
                "href": address { ($0.after, $0.page) = (next.description, query.page + 1) },
            ]
        }
        return pages
    }

    private var orders: [[String: Any]] {
        let offered: [SearchIndex.Order] =
            shelf == nil ? SearchIndex.Order.allCases : [.title, .price, .priceDescending, .newest]
        return offered.map { offered in
            [
                "name": view.name("sort", offered.rawValue), "isCurrent": offered == order,
                "href": address { $0.order = offered == (shelf == nil ? .relevance : .title) ? nil : offered },
            ]
        }
    }
}
