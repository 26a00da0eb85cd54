/// Collects products of one market in one language in any order, and writes the segment that they are found by.
///
///     let writer = IndexWriter(indexer)
///     for (record, product) in products.enumerated() {
///         if let entry = indexer.entry(of: product) { writer.add(entry, record: record) }
///     }
///     let segment = try Segment(writer.finished().bytes())
final class IndexWriter {
    private let indexer: ProductIndexer
    private let builder = SegmentBuilder()
    private var facts: [SoldProduct] = []
    private var records: [Int32] = []
    /// What was added, by the numbers of the documents, once it is finished.
    private(set) var sold: [SoldProduct] = []

    init(_ indexer: ProductIndexer) { self.indexer = indexer }

    /// The name of its segment in a snapshot.
    var file: String { "\(indexer.market.id).\(indexer.language).segment" }

    /// - Parameter record: the number by which whoever keeps the products knows it.
    func add(_ entry: ProductIndexer.Entry, record: Int) {
        for term in entry.terms { builder.add(term.key, weight: term.weight, place: term.place) }
        builder.endDocument()
        facts.append(entry.facts)
        records.append(Int32(record))
    }

    /// The titles that were added, in their order; equal ones by their ids.
    private var order: [Int] {
        // The collator keeps what is equal in the order that it is given.
        let byID = facts.indices.sorted { facts[$0].id < facts[$1].id }
        return indexer.collator.sorted(byID) { facts[$0].title }
    }

    /// The builder with all words and columns, by the order of the titles. Nothing can be added afterwards.
    func finished() -> SegmentBuilder {
        let order = order
        builder.renumber(order.map(Int32.init))
        sold = order.map { facts[$0] }
        table(order).write(to: builder)
        return builder
    }

    private func table(_ order: [Int]) -> IndexTable {
        var table = IndexTable(count: sold.count)
        table.prices = sold.map(\.price)
        table.added = sold.map(\.added)
        table.records = order.map { records[$0] }
        table.byID = sold.indices.sorted { sold[$0].id < sold[$1].id }.map(Int32.init)
        let catalog = indexer.catalog
        // Those of which there are none too: their shelves are empty, and not unknown.
        for category in catalog.categories.all { table.sets[SearchIndex.Column.category(category.id)] = [] }
        for code in catalog.materials.keys { table.sets[SearchIndex.Column.material(code)] = [] }
        for code in catalog.regions.keys { table.sets[SearchIndex.Column.region(code)] = [] }
        table.sets[SearchIndex.Column.inStock] = []
        var above: [String: [String]] = [:]
        for category in catalog.categories.all {
            for leaf in catalog.categories.leaves(below: category.id) { above[leaf, default: []].append(category.id) }
        }
        for (document, product) in sold.enumerated() {
            for category in above[product.category] ?? [] {
                table.add(document, to: SearchIndex.Column.category(category))
            }
            for material in Set(product.materials) { table.add(document, to: SearchIndex.Column.material(material)) }
            if let region = product.region { table.add(document, to: SearchIndex.Column.region(region)) }
            if product.isInStock { table.add(document, to: SearchIndex.Column.inStock) }
            for day in product.departures {
                table.departures.insert(day)
                table.sets[SearchIndex.Column.departure(day), default: []].append(Int32(document))
            }
        }
        table.fingerprint = fingerprint
        return table
    }

    private var fingerprint: UInt64 {
        let head = indexer.market.id + "\0" + indexer.chain.map(\.description).joined(separator: " ")
        return sold.reduce(SearchIndex.checksum(head)) { sum, product in
            let facts = "\(product.id)\0\(product.title)\0\(product.price)\0\(product.added)"
            // FNV's prime keeps the order of the products in the sum.
            return (sum ^ SearchIndex.checksum(facts)) &* 0x100_0000_01B3
        }
    }
}
