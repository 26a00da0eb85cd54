internal import ArgumentParser
internal import Foundation
internal import Keruen

struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Tells which words are missing for which market and language.",
        discussion: """
            Examples:
              keruen coverage
              keruen coverage --min cn=100 --min ru=100 --min kz=100
              keruen coverage --format json

            Exits with 1 when a market stays below its minimum, and names every missing text.
            """)

    @Option(help: "The catalogue's folder.")
    var catalog = "Catalog"

    @Option(help: "The folder of interface strings.")
    var locales = "Locales"

    @Option(
        name: .customLong("min"),
        help: ArgumentHelp("The least percentage of a market; may be repeated.", valueName: "market=percent"))
    var minimum: [String] = []

    @Option(help: "text or json")
    var format = ReportFormat.text

    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        let coverage: Coverage
        do {
            let strings = try StringTables.load(folder: URL(filePath: locales), as: locales.trimmingTrailingSlashes)
            let draft = try CatalogDraft.load(folder: URL(filePath: catalog), as: catalog.trimmingTrailingSlashes)
            guard draft.findings.isEmpty else { throw Refusal(draft.findings) }
            coverage = Coverage(strings: strings, draft: draft)
        } catch let refusal as Refusal { throw Failure(refusal, in: report) }
        let thresholds = try minimum.map { try threshold($0, coverage, report) }
        switch format {
        case .text: try write(coverage.text(in: report), report)
        case .json: try write(JSONReport(in: report).coverage(coverage), report)
        }
        let failures = thresholds.compactMap { market, least -> Diagnostic? in
            let percent = coverage.percent(of: market) ?? 0
            guard percent < least else { return nil }
            let arguments: [String: Diagnostic.Argument] = [
                "market": .text(market), "percent": .integer(percent), "minimum": .integer(least),
            ]
            return Diagnostic("CLI0103", .error, at: nil, arguments)
        }
        guard failures.isEmpty else { throw Failure(.findings, failures, in: report) }
    }

    private func threshold(
        _ text: String, _ coverage: Coverage, _ report: ReportLanguage
    ) throws -> (market: String, percent: Int) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let percent = Int(parts[1]), (0...100).contains(percent) else {
            throw Failure(.usage, [Diagnostic("CLI0105", .error, at: nil, ["value": .text(text)])], in: report)
        }
        guard coverage.percent(of: String(parts[0])) != nil else {
            let known = Set(coverage.cells.map(\.market)).sorted().joined(separator: ", ")
            let arguments: [String: Diagnostic.Argument] = ["market": .text(String(parts[0])), "known": .text(known)]
            throw Failure(.usage, [Diagnostic(.unknownMarket, .error, at: nil, arguments)], in: report)
        }
        return (String(parts[0]), percent)
    }
}
