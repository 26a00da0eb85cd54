public import Foundation

/// Derives snapshots from the log of a catalogue's changes, and publishes them.
///
///     let builder = SnapshotBuilder(of: CatalogLogFolder(URL(filePath: "Log")), catalogue: URL(filePath: "Catalog"))
///     let folder = SnapshotFolder(URL(filePath: "Published"), keeping: 3)
///     while let publication = try await builder.follow(in: folder) { print(publication.position) }
///
/// A snapshot notes the entry of the log up to which it was made, and is published in one step. So whoever stops, at whichever moment, has
/// taken each entry in once or not at all, and the next run goes on from what is there. Products come from the log; markets, shelves, price lists
/// and the like from the catalogue's folder.
public struct SnapshotBuilder: Sendable {
    private let log: any CatalogLog
    private let name: String
    private let writer: SnapshotWriter
    private let batch: Int

    /// - Parameters:
    ///   - name: the log's, as findings show it.
    ///   - day: whose prices the indexes have; today where the first market is, when nil, and a new snapshot on each new day.
    ///   - batch: how many entries one publication takes in at most.
    public init(
        of log: any CatalogLog, as name: String = "Log", catalogue: URL, named catalogueName: String? = nil,
        on day: CivilDate? = nil, places: [(market: String, language: String)]? = nil, batch: Int = 50_000
    ) {
        (self.log, self.name, self.batch) = (log, name, max(1, batch))
        writer = SnapshotWriter(catalogue: catalogue, as: catalogueName, on: day, places: places)
    }

    public struct Publication: Sendable {
        public var folder: URL
        /// The entry of the log up to which changes are in it.
        public var position: Int
        /// How many products there are.
        public var products: Int
        /// Whether it was made from nothing.
        public var isAnew: Bool
        /// Why products were left out; the line is the position of the entry.
        public var findings: [Diagnostic]
        /// Findings that were counted and not kept.
        public var leftOut = 0
    }

    /// Publishes what the log says behind the newest snapshot. Where there is no snapshot of it, or that one is damaged, is of another day, of other
    /// markets, shelves or prices, or was changed too often, a new one is made from nothing.
    ///
    /// Builders of one folder wait for each other.
    /// - Returns: nil where nothing is new.
    /// - Throws: `CatalogLogError`, `Refusal` or `SegmentError`; what was published before stays.
    public func follow(
        in folder: SnapshotFolder, threads: Int = 2, progress: (@Sendable (_ read: Int, _ all: Int) -> Void)? = nil
    ) async throws -> Publication? {
        try await folder.exclusively(waits: true) {
            let current = try? folder.current()
            let base = current.flatMap { try? Snapshot($0) }
            // Also before one is made anew: a log that has lost its end, or is not there, is no empty shop.
            let least = base?.position ?? (current == nil ? 0 : 1)
            let newest = try await log.newest()
            guard newest >= least else { throw SegmentError(.otherLog, "\(least) > \(newest)") }
            guard let base, let position = base.position, !base.isWorn, writer.agrees(with: base) else {
                return try await anew(in: folder, threads, progress)
            }
            let entries = try await log.entries(after: position, limit: batch)
            guard let last = entries.last else { return nil }
            do {
                let report = try SnapshotChange(entries, of: name).change(folder)
                return Publication(
                    folder: report.folder, position: last.position, products: report.products, isAnew: false,
                    findings: report.findings)
            } catch let error as SegmentError where error.code != .unwritable {
                // It is derived: what is damaged is made again, not mended.
                return try await anew(in: folder, threads, progress)
            }
        }
    }

    /// Makes a snapshot of all that the log says, from nothing.
    public func rebuild(
        in folder: SnapshotFolder, threads: Int = 2, progress: (@Sendable (_ read: Int, _ all: Int) -> Void)? = nil
    ) async throws -> Publication {
        try await folder.exclusively(waits: true) { try await anew(in: folder, threads, progress) }
    }

    private func anew(
        in folder: SnapshotFolder, _ threads: Int, _ progress: (@Sendable (_ read: Int, _ all: Int) -> Void)?
    ) async throws -> Publication {
        let fold = try await LogFold(log, batch: batch)
        let file = folder.url.appending(path: ".draft-feed-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let positions = try await fold.write(to: file)
        let feed = SnapshotWriter.Feed(
            file: positions.isEmpty ? nil : file, name: name, position: fold.newest)
        let report: SnapshotWriter.Report
        do {
            report = try writer.write(in: folder, of: feed, threads: threads, progress: progress)
        } catch let refusal as Refusal { throw Refusal(refusal.diagnostics.map { placed($0, by: positions) }) }
        return Publication(
            folder: report.folder, position: fold.newest, products: report.products, isAnew: true,
            findings: report.findings.map { placed($0, by: positions) }, leftOut: report.leftOut)
    }

    /// A finding in the feed, by the entry that its line was.
    private func placed(_ finding: Diagnostic, by positions: [Int]) -> Diagnostic {
        guard let place = finding.position, place.file == name, positions.indices.contains(place.line - 1) else {
            return finding
        }
        return finding.moved(to: positions[place.line - 1], of: name)
    }
}

extension Snapshot {
    /// Whether it stands on so many older files, or holds so many lines that nobody wants any more, that a new one costs less.
    fileprivate var isWorn: Bool {
        manifest.lines.count > 64 || records.count > 2 * count + 10_000
    }
}
