public import Foundation

/// Findings that were there before: new ones fail, repaired ones shrink it, and what the law asks for can't be in it.
///
///     let baseline = try Baseline(data, file: "coverage-baseline.json")
///     baseline.new(among: coverage.findings)
public struct Baseline: Sendable, Equatable {
    /// A finding without its line, which moves with every edit: its code, its string or product, its language.
    public private(set) var entries: Set<String>

    public init(_ findings: [Diagnostic], legalKeys: Set<String>) {
        entries = Set(findings.filter { !Self.isLegal($0, legalKeys) }.map(Self.entry))
    }

    /// - Throws: `Refusal` where the file is no list of texts.
    public init(_ data: Data, file: String) throws(Refusal) {
        let root = try DocumentReader().read(data, as: file)
        entries = Set(root["findings"]?.elements.compactMap(\.text) ?? [])
    }

    /// What is not in the baseline.
    public func new(among findings: [Diagnostic], legalKeys: Set<String>) -> [Diagnostic] {
        findings.filter { Self.isLegal($0, legalKeys) || !entries.contains(Self.entry($0)) }
    }

    /// Sorted, a line each.
    public var json: String {
        let lines = entries.sorted().map { "    \"\($0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" }
        return "{\n  \"version\": 1,\n  \"findings\": [\n\(lines.joined(separator: ",\n"))\n  ]\n}\n"
    }

    private static func entry(_ finding: Diagnostic) -> String {
        let subject = finding.arguments["key"] ?? finding.arguments["id"]
        let field = finding.arguments["field"].map { "/\($0)" } ?? ""
        return
            "\(finding.code) \(subject?.description ?? finding.position?.file ?? "")\(field) \(finding.arguments["language"]?.description ?? "")"
    }

    private static func isLegal(_ finding: Diagnostic, _ keys: Set<String>) -> Bool {
        finding.arguments["key"].map { keys.contains($0.description) } ?? false
    }
}
