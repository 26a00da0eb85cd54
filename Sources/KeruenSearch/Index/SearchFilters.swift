extension SearchIndex {
    /// What a buyer narrows a search or a shelf down to; what names a code that the catalogue does not have takes nothing.
    ///
    ///     SearchIndex.Filters(category: "silk", price: 0...2_000_000, inStock: true)
    public struct Filters: Hashable, Sendable {
        /// A category and those below it.
        public var category: String?
        public var material: String?
        public var region: String?
        /// Of the lowest price among the variants, in the market's minor units.
        public var price: ClosedRange<Int64>?
        /// Only what lay in a warehouse that serves the market when the books were opened, and tours that have yet to depart.
        public var inStock: Bool
        /// Only tours with a departure in these days.
        public var departure: ClosedRange<CivilDate>?

        public init(
            category: String? = nil, material: String? = nil, region: String? = nil, price: ClosedRange<Int64>? = nil,
            inStock: Bool = false, departure: ClosedRange<CivilDate>? = nil
        ) {
            (self.category, self.material, self.region, self.price) = (category, material, region, price)
            (self.inStock, self.departure) = (inStock, departure)
        }
    }

    /// A query for all that filters take; nil where they take nothing.
    func taken(by filters: Filters) -> SegmentQuery? {
        var query = SegmentQuery()
        query.sets = [
            filters.category.map(Column.category), filters.material.map(Column.material),
            filters.region.map(Column.region), filters.inStock ? Column.inStock : nil,
        ].compactMap(\.self)
        guard query.sets.allSatisfy({ segment.set($0) != nil }) else { return nil }
        if let price = filters.price {
            guard let range = range(of: price) else { return nil }
            query.ranges = [range]
        }
        if let departure = filters.departure {
            guard let departing = departing(departure) else { return nil }
            query.members = [departing]
        }
        return query
    }

    /// Prices as places in their order, so that an amount of any size can be filtered by.
    private func range(of price: ClosedRange<Int64>) -> SegmentQuery.Range? {
        guard let sorted = PlaceColumn(Column.documents(.price), of: segment) else { return nil }
        let first = Self.firstPlace(below: count) { self.price(at: sorted[$0]) >= price.lowerBound }
        let end = Self.firstPlace(below: count) { self.price(at: sorted[$0]) > price.upperBound }
        return first < end ? .init(column: Column.ranks(.price), bounds: Int32(first)...Int32(end - 1)) : nil
    }

    func price(at document: Int) -> Int64 {
        let high = Int64(segment.range(Column.priceHigh)?[document] ?? 0)
        return high << 32 | Int64(UInt32(bitPattern: segment.range(Column.priceLow)?[document] ?? 0))
    }

    /// The tours of all days between two, put together.
    private func departing(_ days: ClosedRange<CivilDate>) -> DocumentSet? {
        let known = facts.departures
        let first = Self.firstPlace(below: known.count) { known[$0] >= days.lowerBound.daysSince1970 }
        let end = Self.firstPlace(below: known.count) { known[$0] > days.upperBound.daysSince1970 }
        guard first < end else { return nil }
        return DocumentSet(
            union: known[first..<end].compactMap { segment.set(Column.departure($0)) }, documents: count)
    }
}
