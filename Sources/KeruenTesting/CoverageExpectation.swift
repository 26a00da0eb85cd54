@_exported public import KeruenChecks
public import Testing

/// What a shop's own tests expect of its texts; each fault fails at the file and line of the text itself.
///
///     @Test func textsAreComplete() throws {
///         let coverage = Coverage(strings: strings, draft: draft, on: today)
///         CoverageExpectation(markets: ["kz", "ru"]).check(coverage)
///     }
public struct CoverageExpectation: Sendable {
    /// Market → the least percentage.
    public var minimum: [String: Int]
    /// Findings of these severities fail.
    public var severities: Set<Diagnostic.Severity>
    /// The language of the sentences.
    public var language: ReportLanguage

    public init(
        markets: [String], percent: Int = 100, severities: Set<Diagnostic.Severity> = [.error],
        language: ReportLanguage = ReportLanguage(.en)
    ) {
        minimum = Dictionary(markets.map { ($0, percent) }, uniquingKeysWith: { first, _ in first })
        self.severities = severities
        self.language = language
    }

    /// Records an issue for each text that is missing or faulty, and one for each market below its minimum.
    ///
    /// - Parameter root: the folder that the findings' files lie in, so that an editor finds them.
    public func check(_ coverage: Coverage, root: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
        for fault in faults(of: coverage) {
            let place = fault.position.map { position in
                SourceLocation(
                    fileID: "Texts/\(position.file)", filePath: root + position.file, line: max(1, position.line),
                    column: max(1, position.column))
            }
            Issue.record(
                Comment(rawValue: "\(language.sentence(fault)) [\(fault.code)]"),
                sourceLocation: place ?? sourceLocation)
        }
    }

    /// What `check` records: the findings that count, and `CLI0103` for a market that stays below.
    public func faults(of coverage: Coverage) -> [Diagnostic] {
        let findings = coverage.findings.filter { severities.contains($0.severity) }
        let low = minimum.sorted { $0.key < $1.key }.compactMap { market, least -> Diagnostic? in
            let percent = coverage.percent(of: market) ?? 0
            guard percent < least else { return nil }
            return Diagnostic(
                "CLI0103", .error, at: nil,
                ["market": .text(market), "percent": .integer(percent), "minimum": .integer(least)])
        }
        return findings + low
    }
}
