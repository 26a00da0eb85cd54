public import Foundation

/// Findings that were there before: new ones fail, repaired ones shrink it, and faults in what the law asks for can't be in it.
///
///     let baseline = try Baseline(data, file: "coverage-baseline.json")
///     baseline.new(among: coverage.findings, legalKeys: strings.legalKeys)
public struct Baseline: Sendable, Equatable {
    /// A finding without its line, which moves with every edit: its code, its string or product, its language.
    public private(set) var entries: Set<String>

    public init(_ findings: [Diagnostic], legalKeys: Set<String>) {
        entries = Set(findings.filter { !Self.isFaultOfLaw($0, legalKeys) }.map(Self.entry))
    }

    /// - Throws: `Refusal` where the file is no baseline of this version.
    public init(_ data: Data, file: String) throws(Refusal) {
        let root = try DocumentReader().read(data, as: file)
        let findings = Self.shape.check(root, field: "baseline")
        guard findings.isEmpty else { throw Refusal(findings) }
        entries = Set(root["findings"]?.elements.compactMap(\.text) ?? [])
    }

    /// What is not in the baseline.
    public func new(among findings: [Diagnostic], legalKeys: Set<String>) -> [Diagnostic] {
        findings.filter { Self.isFaultOfLaw($0, legalKeys) || !entries.contains(Self.entry($0)) }
    }

    /// Sorted, a line each.
    public var json: String { JSONReport(in: ReportLanguage(.en)).encode(File(findings: entries.sorted())) + "\n" }

    private struct File: Encodable {
        var version = 1
        var findings: [String]
    }

    private static let shape = Shape.record(
        "Baseline", [.required("version", .choice(["1"])), .required("findings", .list(.text))])

    private static func entry(_ finding: Diagnostic) -> String {
        let subject = finding.arguments["key"] ?? finding.arguments["id"]
        let field = finding.arguments["field"].map { "/\($0)" } ?? ""
        return
            "\(finding.code) \(subject?.description ?? finding.position?.file ?? "")\(field) \(finding.arguments["language"]?.description ?? "")"
    }

    /// A warning on a legal text is a matter of style, which may wait.
    private static func isFaultOfLaw(_ finding: Diagnostic, _ keys: Set<String>) -> Bool {
        finding.severity == .error && finding.arguments["key"].map { keys.contains($0.description) } ?? false
    }
}

extension StringTables {
    /// The keys of the texts that the law asks for.
    public var legalKeys: Set<String> { Set(sources.values.filter { $0.textClass == .legal }.map(\.key)) }
}
