internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenPostgres

/// `--log`, for every command on a log of changes.
struct LogOption: ParsableArguments {
    @Option(help: "The log of changes: a folder, or postgresql://…")
    var log: String

    /// As findings name it; an address carries a password.
    var name: String {
        let address = StoreAddress(log)
        return if case .file(let path) = address.place { path.trimmingTrailingSlashes } else { "\(address)" }
    }

    func open(_ report: ReportLanguage) async throws -> any CatalogLog {
        switch StoreAddress(log).place {
        case .file(let path): return folder(path, report)
        case .database(let address):
            #if Postgres
                return try await report.snapshooting { try await PostgresCatalogLog(address) }
            #else
                throw Failure(.usage, [Diagnostic("CLI0190", .error)], in: report)
            #endif
        }
    }

    /// A log that says when it cut off what was left half.
    private func folder(_ path: String, _ report: ReportLanguage) -> CatalogLogFolder {
        CatalogLogFolder(URL(filePath: path)) { [name] file, bytes in
            let place = SourcePosition(file: "\(name)/\(file)")
            standardError(
                TerminalReport(in: report).line(Diagnostic("SRC0129", .warning, at: place, ["bytes": .integer(bytes)])))
        }
    }
}

/// Where snapshots of a log are published, and of what.
struct PublishingOptions: ParsableArguments {
    @OptionGroup var log: LogOption
    @Option(help: "The folder that snapshots are published in.")
    var to: String
    @Option(
        help: ArgumentHelp("Only this market and language; may be given several times.", valueName: "market:locale"))
    var only: [String] = []
    @Option(help: "The day whose prices count; today when left out.")
    var day: String?
    @Option(help: "How many older snapshots are kept.")
    var keep = 3
    @Option(help: "text or json")
    var format = ReportFormat.text
    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption

    func folder(_ report: ReportLanguage) throws -> SnapshotFolder {
        try ListOptions.require("--keep", keep, least: 0, report)
        return SnapshotFolder(URL(filePath: to), keeping: keep)
    }

    func builder(_ report: ReportLanguage) async throws -> SnapshotBuilder {
        SnapshotBuilder(
            of: try await log.open(report), as: log.name, catalogue: URL(filePath: catalog.catalog),
            named: catalog.catalog.trimmingTrailingSlashes, on: try CivilDate.parse(day, report),
            places: try SnapshotPlaces.parse(only, report))
    }

    /// - Returns: whether every product found its place.
    func tell(_ publication: SnapshotBuilder.Publication, _ report: ReportLanguage) throws -> Bool {
        let terminal = TerminalReport(in: report)
        for finding in publication.findings { standardError(terminal.line(finding)) }
        if publication.leftOut > 0 {
            standardError(report.text("index.leftOut", ["count": .integer(publication.leftOut)]) ?? "")
        }
        switch format {
        case .json: try write(JSONReport(in: report).encode(Body(publication)), report)
        case .text:
            let arguments: [String: Diagnostic.Argument] = [
                "folder": .text(publication.folder.relativePath), "products": .integer(publication.products),
                "position": .integer(publication.position),
            ]
            try write(
                report.text(publication.isAnew ? "snapshot.rebuilt" : "snapshot.published", arguments) ?? "", report)
        }
        return publication.findings.isEmpty
    }

    private struct Body: Encodable {
        var version = 1
        var folder: String
        var position: Int
        var products: Int
        var rebuilt: Bool

        init(_ publication: SnapshotBuilder.Publication) {
            (folder, position) = (publication.folder.relativePath, publication.position)
            (products, rebuilt) = (publication.products, publication.isAnew)
        }
    }
}

/// Markets and languages, as `--only` has them.
enum SnapshotPlaces {
    /// - Returns: nil where none is named: then all are meant.
    /// - Throws: `Failure` with exit code 3.
    static func parse(_ only: [String], _ report: ReportLanguage) throws -> [(market: String, language: String)]? {
        var known: Set<String> = []
        let places = try only.filter { known.insert($0).inserted }.map { text -> (market: String, language: String) in
            let parts = text.split(separator: ":").map(String.init)
            guard parts.count == 2 else {
                throw Failure(.usage, [Diagnostic("CLI0130", .error, at: nil, ["value": .text(text)])], in: report)
            }
            return (parts[0], parts[1])
        }
        return places.isEmpty ? nil : places
    }
}

extension CivilDate {
    /// A day as `--day` has it.
    /// - Throws: `Failure` with exit code 3.
    static func parse(_ day: String?, _ report: ReportLanguage) throws -> CivilDate? {
        guard let day else { return nil }
        if let date = CivilDate(day) { return date }
        throw Failure(.usage, [Diagnostic("CLI0131", .error, at: nil, ["value": .text(day)])], in: report)
    }
}
