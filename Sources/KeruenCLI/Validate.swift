internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks a catalogue and says what is wrong, and where.",
        discussion: """
            Examples:
              keruen validate Catalog
              keruen validate Catalog --language kk
              keruen validate Catalog --format json | jq '.findings[].code'

            Exits with 1 when there is an error, with 2 when a file can't be read.
            """)

    @Argument(help: "The catalogue's folder.")
    var folder = "Catalog"

    @Option(help: "text or json")
    var format = ReportFormat.text

    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        let draft: CatalogDraft
        do { draft = try CatalogDraft.load(folder: URL(filePath: folder), as: folder.trimmingTrailingSlashes) } catch {
            throw Failure(error, in: report)
        }
        let findings = draft.validate()
        switch format {
        case .text: try write(TerminalReport(in: report).text(findings, checked: draft.products.count), report)
        case .json: try write(JSONReport(in: report).validation(findings, checked: draft.products.count), report)
        }
        if findings.contains(where: { $0.code == .unreadableFile || $0.code == .notUTF8 }) {
            throw ExitCode(Exit.unreadable.rawValue)
        }
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(Exit.findings.rawValue) }
    }
}

extension String {
    /// `Catalog/` and `Catalog` are one folder; reports name it one way.
    var trimmingTrailingSlashes: String {
        let trimmed = String(reversed().drop { $0 == "/" }.reversed())
        return trimmed.isEmpty ? self : trimmed
    }
}
