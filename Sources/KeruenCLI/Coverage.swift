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
              keruen coverage --format html > coverage.html
              keruen coverage --baseline coverage-baseline.json

            Every finding has a code that `keruen explain` explains. Exits with 1 when a market stays below its minimum or something \
            is found that the baseline does not have; legal texts can't be in a baseline.
            """)

    @Option(help: "The catalogue's folder.")
    var catalog = "Catalog"

    @Option(help: "The folder of interface strings.")
    var locales = "Locales"

    @Option(
        name: .customLong("min"),
        help: ArgumentHelp("The least percentage of a market; may be repeated.", valueName: "market=percent"))
    var minimum: [String] = []

    @Option(help: "text, json, junit, sarif, github, markdown or html.")
    var format = Format.text

    @Option(help: "A file of findings that were there before: only new ones fail.")
    var baseline: String?

    @Flag(help: "Write the baseline anew from what is found now.")
    var updateBaseline = false

    @OptionGroup var language: LanguageOption

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, junit, sarif, github, markdown, html }

    func run() throws {
        let report = language.report()
        guard baseline != nil || !updateBaseline else {
            throw Failure(.usage, [Diagnostic("CLI0118", .error, at: nil, [:])], in: report)
        }
        let strings = try StringTables.load(locales, report)
        let draft: CatalogDraft
        do {
            draft = try CatalogDraft.load(folder: URL(filePath: catalog), as: catalog.trimmingTrailingSlashes)
            guard draft.findings.isEmpty else { throw Refusal(draft.findings) }
        } catch let refusal as Refusal { throw Failure(refusal, in: report) }
        // What was mistyped is said before the work.
        let markets = draft.markets.map(\.id).sorted()
        let thresholds = try minimum.map { try threshold($0, markets, report) }
        let coverage = Coverage(strings: strings, draft: draft)
        try write(text(of: coverage, report), report)

        var failures = thresholds.compactMap { market, least -> Diagnostic? in
            let percent = coverage.percent(of: market) ?? 0
            guard percent < least else { return nil }
            let arguments: [String: Diagnostic.Argument] = [
                "market": .text(market), "percent": .integer(percent), "minimum": .integer(least),
            ]
            return Diagnostic("CLI0103", .error, at: nil, arguments)
        }
        failures += try regressions(of: coverage, strings, report)
        // What the law asks for is no matter of percentages.
        failures += Set(coverage.findings.filter { $0.code == "LOC0127" }.compactMap { $0.arguments["market"] })
            .map(\.description).sorted().map { Diagnostic("CLI0117", .error, at: nil, ["market": .text($0)]) }
        guard failures.isEmpty else { throw Failure(.findings, failures, in: report) }
    }

    private func text(of coverage: Coverage, _ report: ReportLanguage) -> String {
        switch format {
        case .text: coverage.text(in: report, isColoured: isatty(STDOUT_FILENO) == 1)
        case .json: JSONReport(in: report).coverage(coverage)
        case .junit: JUnitReport(in: report).coverage(coverage)
        case .sarif: SARIFReport(in: report).findings(coverage.findings)
        case .github: GitHubReport(in: report).findings(coverage.findings)
        case .markdown: MarkdownReport(in: report).coverage(coverage)
        case .html: HTMLReport(in: report).coverage(coverage)
        }
    }

    /// What is new since the baseline; nothing where none is asked for.
    private func regressions(
        of coverage: Coverage, _ strings: StringTables, _ report: ReportLanguage
    ) throws -> [Diagnostic] {
        guard let path = baseline else { return [] }
        if updateBaseline {
            let json = Baseline(coverage.findings, legalKeys: strings.legalKeys).json
            try write(Data(json.utf8), to: URL(filePath: path), as: path, report)
            return []
        }
        let data = try read(path, report)
        let known: Baseline
        do { known = try Baseline(data, file: path) } catch {
            // Not a finding: nobody knows what was there before.
            throw Failure(.unreadable, error.diagnostics, in: report)
        }
        let new = known.new(among: coverage.findings, legalKeys: strings.legalKeys)
        return new.isEmpty ? [] : [Diagnostic("CLI0116", .error, at: nil, ["count": .integer(new.count)])]
    }

    private func threshold(
        _ text: String, _ markets: [String], _ report: ReportLanguage
    ) throws -> (market: String, percent: Int) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let percent = Int(parts[1]), (0...100).contains(percent) else {
            throw Failure(.usage, [Diagnostic("CLI0105", .error, at: nil, ["value": .text(text)])], in: report)
        }
        guard markets.contains(String(parts[0])) else {
            let arguments: [String: Diagnostic.Argument] = [
                "market": .text(String(parts[0])), "known": .text(markets.joined(separator: ", ")),
            ]
            throw Failure(.usage, [Diagnostic(.unknownMarket, .error, at: nil, arguments)], in: report)
        }
        return (String(parts[0]), percent)
    }
}
