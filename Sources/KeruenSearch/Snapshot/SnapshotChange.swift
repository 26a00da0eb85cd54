public import Foundation

/// Adds, changes and removes products of a snapshot: theirs are the only texts that are read, everything else is merged.
///
///     let change = try SnapshotChange(file: URL(filePath: "arrivals.jsonl"), removing: ["dutar"])
///     let report = try change.publish(in: SnapshotFolder(URL(filePath: "Snapshot")))
///     report.added
///
/// A product whose id is known takes the old one's place; of several lines with one id the last counts. Prices in price lists, markets,
/// categories and synonyms are those of the snapshot: where they change, a snapshot is written anew.
public struct SnapshotChange: Sendable {
    private let products: [CatalogDraft.Sourced<Product>]
    private let removed: Set<String>
    private let findings: [Diagnostic]
    /// The entry of a log up to which these are its changes.
    private let position: Int?

    /// - Throws: `Refusal` where the file can't be read.
    public init(file: URL?, as name: String? = nil, removing removed: Set<String> = []) throws(Refusal) {
        let content = try file.map { file throws(Refusal) in try ProductLines(file: file, as: name).read() }
        var last: [String: CatalogDraft.Sourced<Product>] = [:]
        for product in content?.products ?? [] { last[product.value.id] = product }
        products = last.values.sorted { $0.value.id < $1.value.id }
        findings = content?.findings ?? []
        self.removed = removed.subtracting(last.keys)
        position = nil
    }

    /// What entries of a log come to: the last one of each product counts. One that does not fit takes the old one away, as it is left out
    /// where a snapshot is written anew.
    ///
    /// - Parameter name: the log's; findings have the entry's position for their line.
    init(_ entries: [CatalogLogEntry], of name: String) {
        var last: [String: CatalogLogEntry] = [:]
        for entry in entries { last[entry.change.id] = entry }
        let reader = JSONValueReader()
        var (products, removed, findings): ([CatalogDraft.Sourced<Product>], Set<String>, [Diagnostic]) = ([], [], [])
        for entry in last.values.sorted(by: { $0.change.id < $1.change.id }) {
            guard let product = entry.change.product else {
                removed.insert(entry.change.id)
                continue
            }
            do throws(Refusal) {
                let node = try reader.read(Array(product.utf8), in: name)
                products.append(.init(value: try Product(node), source: node))
            } catch {
                removed.insert(entry.change.id)
                findings += error.diagnostics.map { $0.moved(to: entry.position, of: name) }
            }
        }
        (self.products, self.removed, self.findings, position) = (products, removed, findings, entries.last?.position)
    }

    public struct Report: Sendable {
        public var folder: URL
        /// How many products there are now.
        public var products: Int
        public var added: Int
        public var changed: Int
        public var removed: Int
        /// Ids that were to be removed and that nobody knew.
        public var unknown: [String]
        /// Why lines were left out.
        public var findings: [Diagnostic]
    }

    public func publish(in folder: SnapshotFolder) throws -> Report {
        if let fault = findings.first(where: { $0.code == .unreadableFile }) { throw Refusal(fault) }
        return try folder.exclusively { try change(folder) }
    }

    /// For who does it exclusively.
    func change(_ folder: SnapshotFolder) throws -> Report {
        let base = try Snapshot(folder.current())
        let known = products.compactMap { base.records.number(of: $0.value.id) }
        let leaving = removed.compactMap { base.records.number(of: $0) }
        let gone = Set(known + leaving)
        let unknown = removed.filter { base.records.number(of: $0) == nil }.sorted()
        guard !products.isEmpty || !leaving.isEmpty else {
            // Nothing is new: an older one is not pushed out for it.
            return Report(
                folder: try position.map { position throws(SegmentError) in try folder.publish(base, at: position) }
                    ?? base.folder,
                products: base.count, added: 0, changed: 0, removed: 0, unknown: unknown, findings: findings)
        }
        var count = 0
        let place = try folder.publish { (folder) throws(SegmentError) in
            let lines = "changes-\(base.manifest.lines.count).jsonl"
            let records = try RecordsWriter(
                folder.appending(path: lines), behind: base.records, without: gone,
                files: base.manifest.lines.count)
            var numbers: [Int] = []
            for product in products {
                numbers.append(try records.add(Array(product.source.json.utf8), id: product.value.id))
            }
            for entry in base.manifest.indexes {
                guard let language = try? LanguageTag(entry.language) else { throw SegmentError(.noIndex, entry.file) }
                let index = try base.index(market: entry.market, language: language)
                let merged = try merged(index, of: base, numbers, gone, records)
                try SnapshotFile.write(merged.bytes(), to: folder.appending(path: entry.file))
            }
            try records.finish(folder)
            for name in base.manifest.lines {
                try SnapshotFile.link(base.folder.appending(path: name), to: folder.appending(path: name))
            }
            try base.copyShop(to: folder)
            var manifest = base.manifest
            manifest.lines.append(lines)
            manifest.products = records.order.count
            // Of what no log says, no log tells the place any more.
            manifest.position = position
            count = manifest.products
            try manifest.seal(folder, known: base.takenOver)
        }
        return Report(
            folder: place, products: count, added: products.count - known.count, changed: known.count,
            removed: leaving.count, unknown: unknown, findings: findings)
    }

    /// The index of one market in one language with the changes in it.
    private func merged(
        _ index: SearchIndex, of base: Snapshot, _ numbers: [Int], _ gone: Set<Int>, _ records: RecordsWriter
    ) throws(SegmentError) -> SegmentBuilder {
        guard let market = base.catalog.market(index.market) else { throw SegmentError(.noIndex, index.market) }
        let indexer: ProductIndexer
        do throws(TextError) {
            indexer = try ProductIndexer(base.catalog, market: market, language: index.language, on: base.day)
        } catch { throw SegmentError(.noIndex, index.language.description) }
        let writer = IndexWriter(indexer)
        for (product, number) in zip(products, numbers) {
            if let entry = indexer.entry(of: product.value) { writer.add(entry, record: number) }
        }
        let small = try Segment(writer.finished().bytes(), isTrusted: true)
        let removed = Set((0..<index.count).filter { gone.contains(index.record(at: $0)) })
        let places = writer.sold.map { index.place(of: $0) }
        if let damage = base.damage { throw damage }
        let merge = SegmentMerge(of: index.segment, without: removed, with: small, at: places)
        let builder = try SegmentBuilder(merge)
        IndexTable(merge, records.order, IndexFacts(index.segment), IndexFacts(small)).write(to: builder)
        return builder
    }
}

extension Snapshot {
    /// Markets, categories and the like, as they are.
    fileprivate func copyShop(to folder: URL) throws(SegmentError) {
        let (from, to) = (self.folder.shop, folder.shop)
        try SnapshotManifest.makeShop(in: folder)
        for file in manifest.shop {
            let place = from.appending(path: file.name)
            guard let data = try? Data(contentsOf: place) else { throw SegmentError(.unreadable, place.path) }
            try SnapshotFile.write([UInt8](data), to: to.appending(path: file.name))
        }
    }

    /// Files of lines, which another snapshot has under a second name.
    fileprivate var takenOver: [SnapshotManifest.Part] {
        (manifest.files ?? []).filter { manifest.lines.contains($0.name) }
    }
}

extension SnapshotFolder {
    /// The same snapshot once more, of a later entry of the log that changed nothing.
    fileprivate func publish(_ base: Snapshot, at position: Int) throws(SegmentError) -> URL {
        try publish { (folder) throws(SegmentError) in
            for name in base.manifest.lines + [ProductRecords.table] + base.manifest.indexes.map(\.file) {
                try SnapshotFile.link(base.folder.appending(path: name), to: folder.appending(path: name))
            }
            try base.copyShop(to: folder)
            var manifest = base.manifest
            manifest.position = position
            try manifest.seal(folder, known: base.manifest.files ?? [])
        }
    }
}

extension Diagnostic {
    /// Of an entry of a log: its position is the line.
    func moved(to position: Int, of log: String) -> Diagnostic {
        var moved = self
        moved.position = SourcePosition(file: log, line: position, column: self.position?.column ?? 0)
        return moved
    }
}

extension SearchIndex {
    /// The number of a product's record.
    func record(at document: Int) -> Int { Int(segment.range(Column.records)?[document] ?? -1) }

    /// How many documents come before a product.
    fileprivate func place(of product: SoldProduct) -> Int {
        Self.firstPlace(below: count) { document in
            let order = collator.compare(title(at: document), product.title)
            return order == .orderedDescending || order == .orderedSame && id(at: document) > product.id
        }
    }
}

extension IndexTable {
    /// What two segments hold about products, by the numbers that a merge gives them.
    ///
    /// - Parameter order: the numbers of all records, by their ids.
    fileprivate init(_ merge: SegmentMerge, _ order: [Int], _ base: IndexFacts, _ small: IndexFacts) {
        typealias Column = SearchIndex.Column
        self.init(count: merge.count)
        let (high, low) = (merge.range(Column.priceHigh) ?? [], merge.range(Column.priceLow) ?? [])
        prices = zip(high, low).map { Int64($0) << 32 | Int64(UInt32(bitPattern: $1)) }
        added = merge.range(Column.added) ?? []
        records = merge.range(Column.records) ?? []
        var documents: [Int32: Int32] = [:]
        for (document, record) in records.enumerated() { documents[record] = Int32(document) }
        byID = order.compactMap { documents[Int32($0)] }
        for name in merge.names(\.sets)
        where !SearchIndex.Order.allCases.contains(where: { name.hasPrefix(Column.set("", in: $0)) }) {
            sets[name] = (merge.members(name) ?? []).map(Int32.init)
        }
        departures = Set((base.departures + small.departures).filter { !(sets[Column.departure($0)] ?? []).isEmpty })
        // Of what both are about, and of the numbers that they have now.
        fingerprint = records.reduce(base.fingerprint &* 31 ^ small.fingerprint) {
            ($0 ^ UInt64(UInt32(bitPattern: $1))) &* 0x100_0000_01B3
        }
    }
}
