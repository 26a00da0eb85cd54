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

    /// - Parameter progress: told the bytes read and the bytes that there are, by any thread.
    public func publish(
        in folder: SnapshotFolder, threads: Int = 2, progress: (@Sendable (_ read: Int, _ all: Int) -> Void)? = nil
    ) throws -> Report {
        try folder.exclusively { try write(in: folder, threads: threads, progress: progress) }
    }

    /// The products of a log as they are at one of its entries.
    struct Feed {
        /// JSON Lines; nil where there are none.
        var file: URL?
        var name: String
        var position: Int
    }

    /// - Parameter feed: what has the products, in the place of the catalogue's own.
    func write(
        in folder: SnapshotFolder, of feed: Feed? = nil, threads: Int,
        progress: (@Sendable (_ read: Int, _ all: Int) -> Void)?
    ) throws -> Report {
        var draft = try CatalogDraft.load(folder: catalogue, as: name, readingLines: false)
        if let feed {
            draft.products = []
            draft.findings.removeAll { $0.position?.file.hasPrefix("\(name)/products/") ?? false }
            draft.lines =
                try feed.file.map { file throws(Refusal) in [try ProductLines(file: file, as: feed.name)] } ?? []
        }
        // A shop without one of its markets or shelves is not what anybody wants published; a product may be left out.
        let broken = draft.findings.filter { !($0.position?.file.hasPrefix("\(name)/products/") ?? false) }
        guard broken.isEmpty else { throw Refusal(broken) }
        var frame = draft
        frame.products = []
        let catalog = Catalog(frame)
        let day = day(in: catalog)
        let indexers = try indexers(catalog, on: day)
        var written: SnapshotContent?
        let place = try folder.publish { [draft] (folder) throws(SegmentError) in
            let content = try content(of: draft, indexers, in: folder, threads, progress)
            var manifest = SnapshotManifest(
                day: day.description, products: content.products, lines: [Self.lines],
                indexes: indexers.map { .init(market: $0.market.id, language: $0.language.description) },
                shop: try copyShop(to: folder), position: feed?.position)
            try manifest.seal(folder)
            written = content
        }
        return Report(
            folder: place, products: written?.products ?? 0, findings: written?.findings ?? [],
            leftOut: written?.leftOut ?? 0)
    }

    private func day(in catalog: Catalog) -> CivilDate {
        day ?? catalog.markets.first.map { CivilDate(Date(), in: $0) } ?? CivilDate(daysSince1970: 0)
    }

    /// Whether a snapshot has the day, the indexes and all but the products as they would be written now.
    func agrees(with snapshot: Snapshot) -> Bool {
        guard day(in: snapshot.catalog) == snapshot.day, let shop = try? shopFiles() else { return false }
        let own = shop.map { [$0.name, SnapshotManifest.checksum($0.data)] }
        let theirs = snapshot.manifest.shop.map { [$0.name, $0.checksum] }
        let indexes = snapshot.manifest.indexes.map { [$0.market, $0.language] }
        return own == theirs && indexes == places(in: snapshot.catalog).map { [$0.market, $0.language] }
    }

    private func places(in catalog: Catalog) -> [(market: String, language: String)] {
        places ?? catalog.markets.flatMap { market in market.languages.map { (market.id, $0.description) } }
    }

    private static let lines = "products.jsonl"

    /// Writes all products and their indexes, those of files of many as they come.
    private func content(
        of draft: CatalogDraft, _ indexers: [ProductIndexer], in folder: URL, _ threads: Int,
        _ progress: (@Sendable (_ read: Int, _ all: Int) -> Void)?
    ) throws(SegmentError) -> SnapshotContent {
        typealias Item = SnapshotContent.Item
        let content = Mutex(SnapshotContent(try RecordsWriter(folder.appending(path: Self.lines)), indexers))
        content.withLock { content in
            content.add(draft.findings)
            for product in draft.products { content.add(Item(product, indexers)) }
        }
        let all = draft.lines.reduce(0) { $0 + $1.source.size }
        var before = 0
        for lines in draft.lines {
            let name = lines.source.name
            lines.source.process(threads: threads, JSONValueReader.init) { reader, block in
                let read = ProductLines.content(of: block, block.ranges, by: reader, in: name)
                return (
                    items: read.products.map { Item($0, indexers) }, findings: read.findings,
                    end: block.start.offset + block.count
                )
            } _: { [before] part in
                progress?(before + part.end, all)
                return content.withLock { content in
                    content.add(part.findings)
                    for item in part.items { content.add(item) }
                    return content.failure == nil
                }
            }
            before += lines.source.size
        }
        return try content.withLock { (content) throws(SegmentError) in
            try content.finish(folder)
            return content
        }
    }

    private func indexers(_ catalog: Catalog, on day: CivilDate) throws -> [ProductIndexer] {
        try places(in: catalog).map { id, name in
            guard let market = catalog.market(id), let language = market.language(named: name) else {
                throw SegmentError(.noPlace, "\(id):\(name)")
            }
            return try ProductIndexer(catalog, market: market, language: language, on: day)
        }
    }

    /// All but products and pictures.
    private func shopFiles() throws -> [(name: String, data: Data)] {
        let files = FileManager.default
        var names = ["categories.yaml", "materials.yaml", "regions.yaml", "warehouses.yaml"]
        for part in ["markets", "price-lists", "stock", "synonyms"] {
            let own = (try? files.contentsOfDirectory(atPath: catalogue.appending(path: part).path)) ?? []
            names += own.sorted().filter { name in [".yaml", ".yml", ".txt"].contains { name.hasSuffix($0) } }
                .map { "\(part)/\($0)" }
        }
        return try names.filter { files.fileExists(atPath: catalogue.appending(path: $0).path) }
            .map { ($0, try Data(contentsOf: catalogue.appending(path: $0))) }
    }

    private func copyShop(to folder: URL) throws(SegmentError) -> [SnapshotManifest.File] {
        try SnapshotManifest.makeShop(in: folder)
        var copied: [SnapshotManifest.File] = []
        do {
            for (name, data) in try shopFiles() {
                try SnapshotFile.write(Array(data), to: folder.shop.appending(path: name))
                copied.append(.init(name: name, checksum: SnapshotManifest.checksum(data)))
            }
        } catch { throw SegmentError(.unwritable, folder.shop.path) }
        return copied
    }
}
