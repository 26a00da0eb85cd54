public import Foundation
internal import Synchronization

/// A catalogue as `keruen index` wrote it: products, and an index for each market and language, in mapped files that never change.
///
///     let snapshot = try Snapshot(SnapshotFolder(URL(filePath: "Snapshot")).current())
///     let index = try snapshot.index(market: "kz", language: .kk)
///     index.search("жібек").map(\.product.id)
///
/// Opening reads no product: the header, the tables of contents and what else names places are tested, the rest when it is first wanted.
/// What is damaged is never read past its end; `damage` tells of it. See docs/snapshot.md.
public final class Snapshot: Sendable {
    public let folder: URL
    /// Markets, categories, vocabularies, price lists, warehouses and synonyms; without a product.
    public let catalog: Catalog
    /// The day whose prices are in the indexes.
    public let day: CivilDate
    /// How many products there are.
    public let count: Int
    /// The entry of the catalogue's log up to which its changes are in it; nil where it was not made of a log.
    public var position: Int? { manifest.position }
    /// What can be searched.
    public let indexes: [(market: String, language: LanguageTag)]

    let manifest: SnapshotManifest
    let records: ProductRecords
    private let opened = Mutex<[String: SearchIndex]>([:])
    private let readers = ReaderPool()

    /// - Throws: `SegmentError` where a file is missing, truncated, of another version or damaged.
    public init(_ folder: URL) throws(SegmentError) {
        self.folder = folder
        manifest = try SnapshotManifest.read(folder)
        guard let day = CivilDate(manifest.day) else { throw SegmentError(.damaged, SnapshotManifest.file) }
        (self.day, count) = (day, manifest.products)
        records = try ProductRecords(folder: folder, files: manifest.lines)
        guard records.live == count else { throw SegmentError(.damaged, ProductRecords.table) }
        for file in manifest.shop {
            let url = folder.appending(path: "shop").appending(path: file.name)
            guard let data = try? Data(contentsOf: url) else { throw SegmentError(.unreadable, url.path) }
            guard SnapshotManifest.checksum(data) == file.checksum else {
                throw SegmentError(.damaged, file.name)
            }
        }
        do {
            catalog = Catalog(try CatalogDraft.load(folder: folder.appending(path: "shop"), as: "shop"))
        } catch { throw SegmentError(.damaged, "shop") }
        indexes = manifest.indexes.compactMap { index in
            (try? LanguageTag(index.language)).map { (index.market, $0) }
        }
    }

    /// The index of a market in a language; opened once.
    /// - Throws: `SegmentError` with `noIndex` where the snapshot has none, or what is wrong with its file.
    public func index(market id: String, language: LanguageTag) throws(SegmentError) -> SearchIndex {
        guard let entry = manifest.indexes.first(where: { $0.market == id && $0.language == language.description }),
            let market = catalog.market(id)
        else { throw SegmentError(.noIndex, "\(id) \(language)") }
        if let known = opened.withLock({ $0[entry.file] }) { return known }
        let segment = try Segment(path: folder.appending(path: entry.file).path)
        let index: SearchIndex
        do throws(TextError) {
            index = try SearchIndex(segment, of: catalog, market: market, language: language) {
                [records, readers] number in
                records.line(number).flatMap { readers.product($0) } ?? .unreadable
            }
        } catch { throw SegmentError(.noIndex, "\(id) \(language)") }
        return opened.withLock { opened in
            // Another thread may have been faster; then it is the one that everybody has.
            let first = opened[entry.file] ?? index
            opened[entry.file] = first
            return first
        }
    }

    /// A product by its id.
    public subscript(id: String) -> Product? {
        records.number(of: id).flatMap { records.line($0) }.flatMap { readers.product($0) }
    }

    /// The first damage that a product or an index was found with since the snapshot was opened; products that it hit are shown as
    /// `Product.unreadable`, and words and filters find nothing.
    public var damage: SegmentError? {
        records.damage ?? opened.withLock { indexes in indexes.values.lazy.compactMap(\.damage).first }
    }

    /// Tests every byte by its checksum.
    public func verify() throws(SegmentError) {
        try records.verify()
        for index in manifest.indexes { try Segment(path: folder.appending(path: index.file).path).verify() }
    }
}

extension Product {
    /// What stands in for a product whose record is damaged.
    public static let unreadable = Product(
        id: "", category: "", title: [:], summary: [:], image: "", origin: nil, hsCode: nil,
        details: .imported(
            ImportedGood(
                brand: "", manufacturer: [:], materials: [], composition: [:], netWeight: nil, shelfLifeMonths: nil,
                storage: [:], care: [:], region: "")),
        variants: [])
}

/// Readers of JSON, lent to one at a time.
private final class ReaderPool: Sendable {
    private struct Lent: @unchecked Sendable { let reader: JSONValueReader }

    private let free = Mutex<[Lent]>([])

    func product(_ line: [UInt8]) -> Product? {
        let lent = free.withLock { $0.popLast() } ?? Lent(reader: JSONValueReader())
        defer { free.withLock { $0.append(lent) } }
        return (try? lent.reader.read(line, in: "products.jsonl")).flatMap { try? Product($0) }
    }
}
