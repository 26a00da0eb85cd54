/// What a segment holds about products beside their words, by the numbers of the documents.
struct IndexTable {
    let count: Int
    var prices: [Int64] = []
    var added: [Int32] = []
    /// By which whoever keeps the products knows them.
    var records: [Int32] = []
    var byID: [Int32] = []
    /// Names of sets, and the documents in each.
    var sets: [String: [Int32]] = [:]
    var departures: Set<Int32> = []
    var fingerprint: UInt64 = 0

    init(count: Int) { self.count = count }

    /// A code that the catalogue does not have has no set.
    mutating func add(_ document: Int, to set: String) { sets[set]?.append(Int32(document)) }

    func write(to builder: SegmentBuilder) {
        typealias Column = SearchIndex.Column
        builder.setRange(Column.priceHigh, prices.map { Int32(truncatingIfNeeded: $0 >> 32) })
        builder.setRange(Column.priceLow, prices.map { Int32(truncatingIfNeeded: $0) })
        builder.setRange(Column.added, added)
        builder.setRange(Column.records, records)
        builder.setRange(Column.byID, byID)
        for (name, documents) in sets { builder.setMembers(name, documents.lazy.map(Int.init)) }
        for order in SearchIndex.Order.allCases where order.isRanked { write(order, to: builder) }
        IndexFacts(fingerprint: fingerprint, departures: departures.sorted()).add(to: builder)
    }

    /// An order as a permutation, its inverse, and every category in it: a page of it is a scan from its place on.
    private func write(_ order: SearchIndex.Order, to builder: SegmentBuilder) {
        let keys = prices.indices.map { order.key(price: prices[$0], added: added[$0]) }
        let documents = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        var ranks = [Int32](repeating: 0, count: count)
        for (rank, document) in documents.enumerated() { ranks[document] = Int32(rank) }
        builder.setRange(SearchIndex.Column.documents(order), documents.map(Int32.init))
        builder.setRange(SearchIndex.Column.ranks(order), ranks)
        for (name, documents) in sets where name.hasPrefix(SearchIndex.Column.category("")) {
            builder.setMembers(SearchIndex.Column.set(name, in: order), documents.lazy.map { Int(ranks[Int($0)]) })
        }
    }
}
