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
              keruen validate Catalog --baseline catalog-baseline.json

            Every finding has a code that `keruen explain` explains. How much a rule matters, and its limits, stand in keruen.yaml in \
            the catalogue's folder.
            Exits with 1 when there is an error, or anything that the baseline does not have; with 2 when a file can't be read.
            """)

    @Argument(help: "The catalogue's folder.")
    var folder = "Catalog"

    @Option(help: "text, json, sarif, junit or github.")
    var format = Format.text

    @Option(help: "A file of severities and limits; keruen.yaml in the catalogue's folder when left out.")
    var config: String?

    @Option(help: "A file of findings that were there before: only new ones fail.")
    var baseline: String?

    @Flag(help: "Write the baseline anew from what is found now.")
    var updateBaseline = false

    @Option(help: "How many findings to show; the others are counted.")
    var maxFindings = 1_000

    @OptionGroup var language: LanguageOption

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, junit, github }

    func validate() throws {
        guard maxFindings >= 0 else { throw ValidationError("--max-findings wants a number from 0") }
    }

    func run() throws {
        let report = language.report()
        guard baseline != nil || !updateBaseline else {
            throw Failure(.usage, [Diagnostic("CLI0118", .error, at: nil, [:])], in: report)
        }
        let settings = try settings(report)
        var validation = try check(settings, report)
        let isUnreadable = validation.findings.contains { $0.code == .unreadableFile || $0.code == .notUTF8 }
        if let baseline { validation.pass(try known(in: baseline, validation, report)) }
        validation.limit(to: maxFindings)
        try write(text(of: validation, report), report)

        if isUnreadable { throw ExitCode(Exit.unreadable.rawValue) }
        let count = validation.findings.count + validation.leftOut
        if baseline != nil, count > 0 {
            throw Failure(.findings, [Diagnostic("CLI0116", .error, at: nil, ["count": .integer(count)])], in: report)
        }
        if validation.errors > 0 { throw ExitCode(Exit.findings.rawValue) }
    }

    private var name: String { folder.trimmingTrailingSlashes }

    /// The catalogue's own settings, where it has some and no others are asked for.
    private func settings(_ report: ReportLanguage) throws -> CatalogSettings {
        let own = URL(filePath: folder).appending(path: "keruen.yaml")
        guard config != nil || FileManager.default.fileExists(atPath: own.path) else { return CatalogSettings() }
        do {
            return try CatalogSettings.load(
                file: config.map { URL(filePath: $0) } ?? own, as: config ?? "\(name)/keruen.yaml")
        } catch { throw Failure(error, in: report) }
    }

    private func check(_ settings: CatalogSettings, _ report: ReportLanguage) throws -> Validation {
        do {
            let draft = try CatalogDraft.load(folder: URL(filePath: folder), as: name, readingLines: false)
            let bar = ProgressBar()
            defer { bar.clear() }
            return Validation(draft, settings: settings, progress: bar.show)
        } catch { throw Failure(error, in: report) }
    }

    /// The findings that were there before; written first where that is asked for.
    private func known(in path: String, _ validation: Validation, _ report: ReportLanguage) throws -> Baseline {
        if updateBaseline {
            let baseline = Baseline(validation.findings)
            try write(Data(baseline.json.utf8), to: URL(filePath: path), as: path, report)
            return baseline
        }
        // Not a finding: nobody knows what was there before.
        do { return try Baseline(try read(path, report), file: path) } catch let refusal as Refusal {
            throw Failure(.unreadable, refusal.diagnostics, in: report)
        }
    }

    private func text(of validation: Validation, _ report: ReportLanguage) -> String {
        switch format {
        case .text: TerminalReport(in: report, isColoured: isatty(STDOUT_FILENO) == 1).validation(validation)
        case .json: JSONReport(in: report).validation(validation)
        case .sarif: SARIFReport(in: report).findings(validation.findings, leftOut: validation.leftOut)
        case .junit: JUnitReport(in: report).validation(validation)
        case .github: GitHubReport(in: report).findings(validation.findings, leftOut: validation.leftOut)
        }
    }
}

extension String {
    /// `Catalog/` and `Catalog` are one folder; reports name it one way.
    var trimmingTrailingSlashes: String {
        let trimmed = String(reversed().drop { $0 == "/" }.reversed())
        return trimmed.isEmpty ? self : trimmed
    }
}
