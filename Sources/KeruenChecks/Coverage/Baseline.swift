public import Foundation

/// Findings that were there before: new ones fail, repaired ones shrink it, and faults in what the law asks for can't be in it.
///
///     let baseline = try Baseline(data, file: "coverage-baseline.json")
///     baseline.new(among: coverage.findings, legalKeys: strings.legalKeys)
public struct Baseline: Sendable, Equatable {
    /// A finding without its line, which moves with every edit: its code, its string or product, its language; of a catalogue its
    /// code, its file and what its sentence names.
    public private(set) var entries: Set<String>

    public init(_ findings: [Diagnostic], legalKeys: Set<String> = []) {
        let passing = findings.filter { !Self.isFaultOfLaw($0, legalKeys) }
        entries = Set(Self.entries(of: passing))
    }

    /// - Throws: `Refusal` where the file is no baseline of this version.
    public init(_ data: Data, file: String) throws(Refusal) {
        let root = try DocumentReader().read(data, as: file)
        let findings = Self.shape.check(root, field: "baseline")
        guard findings.isEmpty else { throw Refusal(findings) }
        entries = Set(root["findings"]?.elements.compactMap(\.text) ?? [])
    }

    /// What is not in the baseline.
    public func new(among findings: [Diagnostic], legalKeys: Set<String> = []) -> [Diagnostic] {
        zip(findings, Self.entries(of: findings)).filter { finding, entry in
            Self.isFaultOfLaw(finding, legalKeys) || !entries.contains(entry)
        }.map(\.0)
    }

    /// What the baseline has and nothing finds any more, sorted.
    public func vanished(among findings: [Diagnostic]) -> [String] {
        entries.subtracting(Self.entries(of: findings)).sorted()
    }

    /// Sorted, a line each.
    public var json: String { JSONReport(in: ReportLanguage(.en)).encode(File(findings: entries.sorted())) + "\n" }

    private struct File: Encodable {
        var version = 1
        var findings: [String]
    }

    private static let shape = Shape.record(
        "Baseline", [.required("version", .choice(["1"])), .required("findings", .list(.text))])

    /// In the findings' order. The same slip a second time in one file is another finding, and has a number.
    private static func entries(of findings: [Diagnostic]) -> [String] {
        var seen: [String: Int] = [:]
        return findings.map { finding in
            guard !finding.code.rawValue.hasPrefix("LOC") else { return entry(finding) }
            let named = finding.arguments.filter { !moving.contains($0.key) }.sorted { $0.key < $1.key }
            let text = ([finding.code.rawValue, finding.position?.file ?? ""] + named.map { "\($0.key)=\($0.value)" })
                .joined(separator: " ")
            let times = seen[text, default: 0] + 1
            seen[text] = times
            return times == 1 ? text : "\(text) #\(times)"
        }
    }

    /// Places, and lists of what there is: they change without the finding.
    private static let moving: Set<String> = ["first", "known", "choices"]

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
