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
        let draft = try CatalogDraft.load(folder: catalogue, as: name, readingLines: false)
        // A shop without one of its markets or shelves is not what anybody wants published; a product may be left out.
        let broken = draft.findings.filter { !($0.position?.file.hasPrefix("\(name)/products/") ?? false) }
        guard broken.isEmpty else { throw Refusal(broken) }
        var frame = draft
        frame.products = []
        let catalog = Catalog(frame)
        let day = day ?? catalog.markets.first.map { CivilDate(Date(), in: $0) } ?? CivilDate(daysSince1970: 0)
        let indexers = try indexers(catalog, on: day)
        return try folder.exclusively {
            var written: SnapshotContent?
            let place = try folder.publish { (folder) throws(SegmentError) in
                let content = try content(of: draft, indexers, in: folder, threads, progress)
                let manifest = SnapshotManifest(
                    day: day.description, products: content.products, lines: [Self.lines],
                    indexes: indexers.map { .init(market: $0.market.id, language: $0.language.description) },
                    shop: try copyShop(to: folder))
                try manifest.write(to: folder)
                written = content
            }
            return Report(
                folder: place, products: written?.products ?? 0, findings: written?.findings ?? [],
                leftOut: written?.leftOut ?? 0)
        }
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
}
