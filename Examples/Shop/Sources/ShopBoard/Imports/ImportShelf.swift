internal import Foundation
internal import Keruen
internal import ShopSite

/// Where an import lands: a file in the catalogue's `products/`, or a change of the newest snapshot where the shop has one.
///
/// With a catalogue's folder the file is held against everything in it, as `keruen validate` would after it was copied there. A
/// snapshot replaces products that it knows, so there the file is held against markets, shelves and vocabularies alone.
struct ImportShelf: Sendable {
    let folders: BoardRoutes.Folders
    let name: String

    private var catalog: CatalogFolder { CatalogFolder(folders.catalog) }
    private var file: String { "\(name).jsonl" }

    struct Checked: Sendable {
        var validation: Validation
        /// The lines of the file that its findings stand in: it is gone when they are shown.
        var lines: [SourcePosition: MarkedLine]
        /// No error in the file, and none that the catalogue did not have before.
        var isSound: Bool
    }

    struct Published: Sendable {
        /// What has stock to be entered.
        var opening: Catalog
    }

    // MARK: Checking

    /// - Parameter progress: told the bytes that were checked and those there are, each counted once for the file alone and once for
    ///   the whole.
    func check(
        _ upload: URL, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) throws(Refusal) -> Checked {
        if let publisher = folders.publisher {
            throw Refusal(Diagnostic("SRC0130", .error, at: nil, ["subject": .text(publisher)]))
        }
        let settings = try catalog.settings()
        let draft = try CatalogDraft.load(folder: catalog.url, as: catalog.name, readingLines: false)
        var alone = draft
        alone.products = []
        alone.lines = [try ProductLines(file: upload, as: file)]
        let own = Validation(alone, settings: settings, keeping: Self.kept) { progress($0, 2 * $1) }
        guard folders.snapshots == nil else { return checked(upload, own, own.findings.filter(isOwn), of: own) }
        var whole = draft
        whole.lines = try others() + [try ProductLines(file: upload, as: file)]
        let after = Validation(whole, settings: settings, keeping: Self.kept) { progress($1 + $0, 2 * $1) }
        let elsewhere = after.findings.filter { !isOwn($0) && $0.severity == .error }
        // What is wrong already is no reason to refuse: only what comes with the file.
        let before =
            elsewhere.isEmpty ? [] : Validation(draft, settings: settings, keeping: Self.kept).findings
        return checked(upload, own, after.findings.filter(isOwn) + Baseline(before).new(among: elsewhere), of: after)
    }

    /// Findings of one check that are kept; with more errors than that the file is refused anyway.
    private static let kept = 5_000

    private func isOwn(_ finding: Diagnostic) -> Bool { finding.position?.file == file }

    private func checked(
        _ upload: URL, _ own: Validation, _ findings: [Diagnostic], of all: Validation
    ) -> Checked {
        let validation = Validation(findings: findings, products: own.products, clean: own.clean)
        let lines = MarkedLine.all(of: findings.prefix(ImportDesk.findings)) { $0 == file ? upload.path : nil }
        let hidden = all.errors - all.findings.count { $0.severity == .error }
        return Checked(
            validation: validation, lines: lines,
            isSound: validation.errors == 0 && hidden == 0 && validation.products > 0)
    }

    /// The catalogue's other files of many products: the one of this name will be replaced.
    private func others() throws(Refusal) -> [ProductLines] {
        var lines: [ProductLines] = []
        for other in catalog.lineFiles where other.lastPathComponent != file {
            lines.append(try ProductLines(file: other, as: "\(catalog.name)/products/\(other.lastPathComponent)"))
        }
        return lines
    }

    // MARK: Publishing

    /// Puts a checked file on the shelves and has the site load it; where that fails, everything is as it was.
    func publish(
        _ upload: URL, _ live: LiveSite, where isServable: (Site) -> Bool
    ) throws(Refusal) -> Published {
        if let snapshots = folders.snapshots { return try change(snapshots, upload, live, isServable) }
        let place = catalog.url.appending(path: "products/\(file)")
        let mark = UUID().uuidString
        // Names that the loader does not read.
        let draft = catalog.url.appending(path: "products/.import-\(mark)")
        let old = catalog.url.appending(path: "products/.replaced-\(mark)")
        let files = FileManager.default
        defer {
            try? files.removeItem(at: draft)
            try? files.removeItem(at: old)
        }
        do {
            try files.copyItem(at: upload, to: draft)
            try Self.synchronize(draft)
            if files.fileExists(atPath: place.path) { try files.linkItem(at: place, to: old) }
            try Self.rename(draft, to: place)
        } catch {
            throw Refusal(
                Diagnostic(.unwritableFile, .error, at: SourcePosition(file: "\(catalog.name)/products/\(file)")))
        }
        do {
            try live.reload(where: isServable)
        } catch {
            if files.fileExists(atPath: old.path) {
                try? Self.rename(old, to: place)
            } else {
                try? files.removeItem(at: place)
            }
            throw (error as? Refusal) ?? Self.unloadable(folders.catalog)
        }
        return Published(opening: live.current.catalog)
    }

    private func change(
        _ folder: String, _ upload: URL, _ live: LiveSite, _ isServable: (Site) -> Bool
    ) throws(Refusal) -> Published {
        let products = try ProductLines(file: upload, as: file).read().products.map(\.value)
        do {
            _ = try SnapshotChange(file: upload, as: file).publish(in: SnapshotFolder(URL(filePath: folder)))
            try live.reload(where: isServable)
        } catch {
            throw (error as? Refusal) ?? Self.unloadable(folder)
        }
        let catalog = live.current.catalog
        return Published(
            opening: Catalog(
                products: products, categories: catalog.categories, markets: catalog.markets,
                warehouses: catalog.warehouses))
    }

    private static func unloadable(_ folder: String) -> Refusal {
        Refusal(Diagnostic(.unreadableFile, .error, at: SourcePosition(file: URL(filePath: folder).lastPathComponent)))
    }

    /// What was written is on the disk before it has its name.
    private static func synchronize(_ file: URL) throws {
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try handle.synchronize()
    }

    /// In one step: whoever reads the folder sees the old file or the new one.
    private static func rename(_ from: URL, to place: URL) throws {
        guard unsafe Foundation.rename(from.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
