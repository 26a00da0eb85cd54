internal import Foundation
internal import Keruen
internal import ShopSite

/// What the rules find in the catalogue's folder and what is missing of its texts, found once for each state of the site.
///
///     let report = await inspection.report(of: site)
///     report?.validation.errors
///
/// A large catalogue takes a while: then there is none yet, or that of the state before, and the next request asks again.
actor CatalogInspection {
    private let folders: BoardRoutes.Folders
    private var last: Report?
    private weak var inspected: Site?
    private weak var wanted: Site?

    struct Report: Sendable {
        var made: Date
        var validation: Validation
        var coverage: Coverage?
        /// The lines that its findings stand in.
        var lines: [SourcePosition: MarkedLine] = [:]
        /// Whether large files were left out of the coverage.
        var leavesLinesOut: Bool
        /// Why nothing could be read.
        var refusal: [Diagnostic] = []
    }

    init(folders: BoardRoutes.Folders) { self.folders = folders }

    /// Waits for it a moment; afterwards what there is.
    func report(of site: Site, patience: Duration = .seconds(3)) async -> Report? {
        if inspected !== site, wanted !== site {
            wanted = site
            let folders = folders
            Task {
                let report = await Blocking.run { Self.inspect(folders) }
                keep(report, of: site)
            }
        }
        let end = ContinuousClock.now + patience
        while inspected !== site, .now < end { try? await Task.sleep(for: .milliseconds(50)) }
        return last
    }

    private func keep(_ report: Report, of site: Site) {
        // A slow inspection of an older state does not push a newer one out.
        guard wanted === site else { return }
        (last, inspected) = (report, site)
    }

    /// Coverage counts texts of products that are in memory: so many bytes of them are taken there.
    private static let linesInMemory = 64 << 20

    private static func inspect(_ folders: BoardRoutes.Folders) -> Report {
        let name = URL(filePath: folders.catalog).lastPathComponent
        do throws(Refusal) {
            let settings = try CatalogFolder(folders.catalog).settings()
            let lazy = try CatalogDraft.load(folder: URL(filePath: folders.catalog), as: name, readingLines: false)
            let validation = Validation(lazy, settings: settings, keeping: 5_000)
            let isLarge = CatalogFolder(folders.catalog).lineBytes > linesInMemory
            let draft =
                isLarge || lazy.lines.isEmpty
                ? lazy : try CatalogDraft.load(folder: URL(filePath: folders.catalog), as: name)
            let strings = try StringTables.load(folder: URL(filePath: folders.locales), as: "Locales")
            let coverage = Coverage(strings: strings, draft: draft)
            return Report(
                made: Date(), validation: validation, coverage: coverage,
                lines: lines(validation.findings + coverage.findings, folders), leavesLinesOut: isLarge)
        } catch {
            return Report(
                made: Date(), validation: Validation(findings: error.diagnostics, products: 0, clean: 0),
                coverage: nil, lines: lines(error.diagnostics, folders), leavesLinesOut: false,
                refusal: error.diagnostics)
        }
    }

    /// As findings name files: by the last parts of the folders' names.
    private static func lines(
        _ findings: [Diagnostic], _ folders: BoardRoutes.Folders
    ) -> [SourcePosition: MarkedLine] {
        let catalog = URL(filePath: folders.catalog)
        return MarkedLine.all(of: findings) { file in
            if file.hasPrefix("Locales/") {
                return URL(filePath: folders.locales).path + file.dropFirst("Locales".count)
            }
            guard file.hasPrefix(catalog.lastPathComponent + "/") else { return nil }
            return catalog.path + file.dropFirst(catalog.lastPathComponent.count)
        }
    }
}

/// Work that takes a thread for a while: off the few that all requests share.
enum Blocking {
    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: work()) }
        }
    }
}
