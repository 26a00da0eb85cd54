internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Index: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a catalogue as a snapshot that is searched without being loaded, or changes one.",
        discussion: """
            Examples:
              keruen index --to Snapshot
              keruen index --to Snapshot --only kz:kk --only ru:ru
              keruen index --to Snapshot --change arrivals.jsonl --remove dutar,rawap
              keruen search --snapshot Snapshot --market kz --locale kk жібек

            A snapshot is written beside the older ones, tested, and put in their place in one step: who reads an older one goes on with it. \
            Products that do not fit the format are left out and named; then it exits with 1.
            """)

    @Option(help: "The folder that snapshots are published in.")
    var to: String

    @Option(
        help: ArgumentHelp("Only this market and language; may be given several times.", valueName: "market:locale"))
    var only: [String] = []

    @Option(help: "Products to add or change in the newest snapshot, as JSON Lines or a JSON array.")
    var change: String?

    @Option(help: ArgumentHelp("Products to take out of the newest snapshot.", valueName: "id,id"))
    var remove: String?

    @Option(help: "The day whose prices count; today when left out.")
    var day: String?

    @Option(help: "text or json")
    var format = ReportFormat.text

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        let isChange = change != nil || remove != nil
        guard !isChange || only.isEmpty && day == nil else {
            throw Failure(.usage, [Diagnostic("CLI0132")], in: report)
        }
        let folder = SnapshotFolder(URL(filePath: to))
        let outcome: Outcome
        do {
            outcome = try isChange ? revise(folder, report) : write(folder, report)
        } catch let error as SegmentError {
            throw Failure(error, in: report)
        } catch let error as Refusal { throw Failure(error, in: report) }
        let terminal = TerminalReport(in: report)
        for finding in outcome.findings { standardError(terminal.line(finding)) }
        if outcome.leftOut > 0 {
            standardError(report.text("index.leftOut", ["count": .integer(outcome.leftOut)]) ?? "")
        }
        switch format {
        case .json: try keruen.write(JSONReport(in: report).encode(outcome.counts), report)
        case .text: try keruen.write(report.text(outcome.key, outcome.arguments) ?? "", report)
        }
        if !outcome.findings.isEmpty { throw ExitCode(Exit.findings.rawValue) }
    }

    private func write(_ folder: SnapshotFolder, _ report: ReportLanguage) throws -> Outcome {
        let writer = SnapshotWriter(
            catalogue: URL(filePath: catalog.catalog), as: catalog.catalog.trimmingTrailingSlashes,
            on: try CivilDate.parse(day, report), places: try SnapshotPlaces.parse(only, report))
        let bar = ProgressBar()
        let written = try writer.publish(in: folder, progress: bar.show)
        bar.clear()
        return Outcome(
            counts: .init(folder: written.folder.relativePath, products: written.products),
            findings: written.findings, leftOut: written.leftOut, key: "index.written")
    }

    private func revise(_ folder: SnapshotFolder, _ report: ReportLanguage) throws -> Outcome {
        let ids = (remove ?? "").split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
        let change = try SnapshotChange(file: change.map { URL(filePath: $0) }, as: change, removing: Set(ids))
        let revised = try change.publish(in: folder)
        let unknown = revised.unknown.map { Diagnostic("SRC0122", .warning, at: nil, ["id": .text($0)]) }
        return Outcome(
            counts: .init(
                folder: revised.folder.relativePath, products: revised.products, added: revised.added,
                changed: revised.changed, removed: revised.removed),
            findings: revised.findings + unknown, key: "index.changed")
    }

    private struct Outcome {
        var counts: Counts
        var findings: [Diagnostic]
        /// Findings beyond those.
        var leftOut = 0
        /// Of what is said of it.
        var key: String

        struct Counts: Encodable {
            var version = 1
            var folder: String
            var products: Int
            var added: Int?
            var changed: Int?
            var removed: Int?
        }

        var arguments: [String: Diagnostic.Argument] {
            [
                "folder": .text(counts.folder), "products": .integer(counts.products),
                "added": .integer(counts.added ?? 0), "changed": .integer(counts.changed ?? 0),
                "removed": .integer(counts.removed ?? 0),
            ]
        }
    }
}

extension Failure {
    /// What is wrong with a snapshot.
    init(_ error: SegmentError, in language: ReportLanguage) {
        self.init(
            error.code == .noIndex || error.code == .noPlace ? .usage : .unreadable, [error.diagnostic], in: language)
    }
}
