public import Foundation
internal import Synchronization

/// Writes a snapshot of a catalogue: its products as they come, each read once for all indexes.
///
///     let writer = SnapshotWriter(catalogue: URL(filePath: "Catalog"))
///     let report = try writer.publish(in: SnapshotFolder(URL(filePath: "Snapshot")))
///     report.products
public struct SnapshotWriter: Sendable {
    private let catalogue: URL
    private let name: String
    private let day: CivilDate?
    private let places: [(market: String, language: String)]?

    /// - Parameters:
    ///   - day: whose prices the indexes have; today where the first market is, when nil.
    ///   - places: markets and languages to index; all of them when nil.
    public init(
        catalogue: URL, as name: String? = nil, on day: CivilDate? = nil,
        places: [(market: String, language: String)]? = nil
    ) {
        (self.catalogue, self.name, self.day, self.places) = (catalogue, name ?? catalogue.relativePath, day, places)
    }

    public struct Report: Sendable {
        public var folder: URL
        public var products: Int
        /// Why products were left out: they do not fit the format, or share the id of an earlier one.
        public var findings: [Diagnostic]
        /// Findings that were counted and not kept.
        public var leftOut: Int
    }

    /// What is kept of a flood of findings.
    private static let mostFindings = 1_000

    /// - Parameter progress: told the bytes read and the bytes that there are, by any thread.
    public func publish(
        in folder: SnapshotFolder, threads: Int = 2, progress: (@Sendable (_ read: Int, _ all: Int) -> Void)? = nil
    ) throws -> Report {
        let draft = try CatalogDraft.load(folder: catalogue, as: name, readingLines: false)
        // A shop without one of its markets or shelves is not what anybody wants published; a product may be left out.
        let broken = draft.findings.filter { !($0.position?.file.hasPrefix("\(name)/products/") ?? false) }
        guard broken.isEmpty else { throw Refusal(broken) }
        var frame = draft
        frame.products = []
        let catalog = Catalog(frame)
        let day = day ?? catalog.markets.first.map { CivilDate(Date(), in: $0) } ?? CivilDate(daysSince1970: 0)
        let indexers = try indexers(catalog, on: day)
        var content = Content(findings: draft.findings)
        let place = try folder.exclusively {
            try folder.publish { (folder) throws(SegmentError) in
                let records = try RecordsWriter(folder.appending(path: "products.jsonl"))
                let state = Mutex(State(content: content, indexers: indexers, records: records))
                for product in draft.products {
                    state.withLock { $0.add(Item(product, indexers)) }
                }
                let all = draft.lines.reduce(0) { $0 + $1.source.size }
                var before = 0
                for lines in draft.lines {
                    let name = lines.source.name
                    lines.source.process(threads: threads, JSONValueReader.init) { reader, block -> Part in
                        let content = ProductLines.content(of: block, block.ranges, by: reader, in: name)
                        return Part(
                            items: content.products.map { Item($0, indexers) }, findings: content.findings,
                            end: block.start.offset + block.count)
                    } _: { [before] part in
                        state.withLock { $0.add(part) }
                        progress?(before + part.end, all)
                        return state.withLock { $0.failure == nil }
                    }
                    before += lines.source.size
                }
                content = try state.withLock { (state) throws(SegmentError) in
                    if let failure = state.failure { throw failure }
                    try state.finish(folder)
                    return state.content
                }
                let shop = try copyShop(to: folder)
                let manifest = SnapshotManifest(
                    day: day.description, products: content.products, lines: ["products.jsonl"],
                    indexes: indexers.map { .init(market: $0.market.id, language: $0.language.description) }, shop: shop
                )
                try manifest.write(to: folder)
            }
        }
        return Report(
            folder: place, products: content.products, findings: content.findings, leftOut: content.leftOut)
    }

    private func indexers(_ catalog: Catalog, on day: CivilDate) throws -> [ProductIndexer] {
        let places =
            places
            ?? catalog.markets.flatMap { market in market.languages.map { (market.id, $0.description) } }
        return try places.map { id, name in
            guard let market = catalog.market(id), let language = market.language(named: name) else {
                throw SegmentError(.noPlace, "\(id):\(name)")
            }
            return try ProductIndexer(catalog, market: market, language: language, on: day)
        }
    }

    /// Copies all but products and pictures.
    private func copyShop(to folder: URL) throws(SegmentError) -> [SnapshotManifest.File] {
        let files = FileManager.default
        let shop = folder.appending(path: "shop")
        var copied: [SnapshotManifest.File] = []
        do {
            for part in ["markets", "price-lists", "stock", "synonyms", "products"] {
                try files.createDirectory(at: shop.appending(path: part), withIntermediateDirectories: true)
            }
            var names = ["categories.yaml", "materials.yaml", "regions.yaml", "warehouses.yaml"]
            for part in ["markets", "price-lists", "stock", "synonyms"] {
                let own = (try? files.contentsOfDirectory(atPath: catalogue.appending(path: part).path)) ?? []
                names += own.sorted().filter { name in [".yaml", ".yml", ".txt"].contains { name.hasSuffix($0) } }
                    .map { "\(part)/\($0)" }
            }
            for name in names where files.fileExists(atPath: catalogue.appending(path: name).path) {
                let data = try Data(contentsOf: catalogue.appending(path: name))
                try SnapshotFile.write(Array(data), to: shop.appending(path: name))
                copied.append(.init(name: name, checksum: SnapshotManifest.checksum(data)))
            }
        } catch { throw SegmentError(.unwritable, shop.path) }
        return copied
    }

    // MARK: What is collected

    private struct Content: Sendable {
        var findings: [Diagnostic]
        var products = 0
        var leftOut = 0

        mutating func add(_ more: [Diagnostic]) {
            let kept = more.prefix(max(0, SnapshotWriter.mostFindings - findings.count))
            findings += kept
            leftOut += more.count - kept.count
        }
    }

    /// A product with what each index takes in of it.
    struct Item: Sendable {
        var id: String
        var line: [UInt8]
        var idPosition: SourcePosition
        var entries: [ProductIndexer.Entry?]

        init(_ product: CatalogDraft.Sourced<Product>, _ indexers: [ProductIndexer]) {
            id = product.value.id
            line = Array(product.source.json.utf8)
            idPosition = product.source["id"]?.position ?? product.source.position
            entries = indexers.map { $0.entry(of: product.value) }
        }
    }

    private struct Part: Sendable {
        var items: [Item]
        var findings: [Diagnostic]
        var end: Int
    }

    /// Used under a lock, by one thread at a time.
    private struct State: @unchecked Sendable {
        var content: Content
        let records: RecordsWriter
        let writers: [IndexWriter]
        var known: [String: SourcePosition] = [:]
        var failure: SegmentError?

        init(content: Content, indexers: [ProductIndexer], records: RecordsWriter) {
            (self.content, self.records) = (content, records)
            writers = indexers.map(IndexWriter.init)
        }

        mutating func add(_ part: Part) {
            content.add(part.findings)
            // A feed that could not be read to its end is not published as if it had been.
            if part.findings.contains(where: { $0.code == .unreadableFile }) {
                failure = failure ?? SegmentError(.unreadable, part.findings.first?.position?.file ?? "")
            }
            for item in part.items { add(item) }
        }

        mutating func add(_ item: Item) {
            guard failure == nil else { return }
            if let first = known[item.id] {
                content.add([
                    Diagnostic(
                        "CAT0102", at: item.idPosition, ["id": .text(item.id), "first": .text("\(first)")])
                ])
                return
            }
            known[item.id] = item.idPosition
            do throws(SegmentError) {
                let number = try records.add(item.line, id: item.id)
                for (writer, entry) in zip(writers, item.entries) {
                    if let entry { writer.add(entry, record: number) }
                }
                content.products += 1
            } catch { failure = error }
        }

        func finish(_ folder: URL) throws(SegmentError) {
            try records.finish(folder)
            for writer in writers {
                try SnapshotFile.write(writer.finished().bytes(), to: folder.appending(path: writer.file))
            }
        }
    }
}
