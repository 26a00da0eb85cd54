extension SearchIndex {
    /// The names of what a segment holds about products, beside their words.
    enum Column {
        /// The lowest price in the market's minor units, its upper and its lower 32 bits.
        static let priceHigh = "price:high"
        static let priceLow = "price:low"
        /// Days since 1970 on which it came into the shop; the least number where nobody says.
        static let added = "added"
        static let inStock = "in-stock"
        /// The number by which whoever keeps the products knows each.
        static let records = "records"
        /// Documents in the order of their ids.
        static let byID = "by-id"
        static let facts = "facts"

        static func category(_ id: String) -> String { "category:" + id }
        static func material(_ code: String) -> String { "material:" + code }
        static func region(_ code: String) -> String { "region:" + code }
        /// Tours that depart on a day.
        static func departure(_ day: Int32) -> String { "departure:\(day)" }

        /// Each document's place in an order.
        static func ranks(_ order: Order) -> String { "ranks:" + order.rawValue }
        /// The document at each place of an order.
        static func documents(_ order: Order) -> String { "documents:" + order.rawValue }
        /// A category's places in an order.
        static func category(_ id: String, in order: Order) -> String {
            order.isRanked ? set(category(id), in: order) : category(id)
        }
        /// A set's places in an order.
        static func set(_ name: String, in order: Order) -> String { order.rawValue + ":" + name }
    }
}

/// A column of places or documents. Damage may have put any number there: none lies outside.
struct PlaceColumn {
    private let values: UnsafeColumn<Int32>
    private let count: Int

    init?(_ name: String, of segment: Segment) {
        guard let values = segment.range(name), segment.count > 0 else { return nil }
        (self.values, count) = (values, segment.count)
    }

    subscript(index: Int) -> Int { min(max(0, Int(values[index])), count - 1) }
}

/// What an index knows about itself: a column of its own, so that it is there in a file too.
struct IndexFacts: Sendable {
    /// Of ids, titles, prices and days: two indexes with the same number their documents alike.
    var fingerprint: UInt64
    /// Days on which a tour departs, since 1970, in their order.
    var departures: [Int32]

    init(fingerprint: UInt64, departures: [Int32]) {
        (self.fingerprint, self.departures) = (fingerprint, departures)
    }

    init(_ segment: Segment) {
        (fingerprint, departures) = (0, [])
        let room = SegmentBuilder.padded(segment.count)
        guard room > 3, let column = segment.range(SearchIndex.Column.facts) else { return }
        fingerprint = UInt64(UInt32(bitPattern: column[0])) << 32 | UInt64(UInt32(bitPattern: column[1]))
        let days = min(max(0, Int(column[2])), room - 3)
        departures = (0..<days).map { column[3 + $0] }
    }

    /// Days that do not fit behind the others go unheard; a column has room for 179 years of them at the least.
    func add(to builder: SegmentBuilder) {
        let room = SegmentBuilder.padded(builder.count)
        guard room > 3 else { return }
        let days = departures.prefix(room - 3)
        builder.setRange(
            SearchIndex.Column.facts,
            [
                Int32(truncatingIfNeeded: fingerprint >> 32), Int32(truncatingIfNeeded: fingerprint), Int32(days.count),
            ] + days)
    }
}
