/// Findings in SARIF 2.1.0, which code hosts show beside the lines: stable rule ids, file, line and column.
public struct SARIFReport: Sendable {
    public var language: ReportLanguage

    public init(in language: ReportLanguage) { self.language = language }

    /// - Parameter leftOut: how many more there are; the tool says so in a notification.
    public func findings(_ findings: [Diagnostic], leftOut: Int = 0) -> String {
        let codes = Set(findings.map(\.code)).sorted()
        let rules = codes.map { code in
            let explanation = language.explanation(of: code)
            return Rule(
                id: code.rawValue, shortDescription: Text(text: explanation?.title ?? code.rawValue),
                fullDescription: explanation.map { Text(text: $0.reason) })
        }
        let results = findings.map { finding in
            Result(
                ruleId: finding.code.rawValue, level: finding.severity.rawValue,
                message: Text(text: language.sentence(finding)),
                locations: finding.position.map { [Location($0)] } ?? [])
        }
        let notice = language.text("summary.leftOut", ["count": .integer(leftOut)]) ?? ""
        let invocation = Invocation(
            executionSuccessful: true, toolExecutionNotifications: [Notification(message: Text(text: notice))])
        let log = Log(
            schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0",
            runs: [
                Run(
                    tool: Tool(driver: Driver(name: "keruen", rules: rules)), columnKind: "unicodeCodePoints",
                    results: results, invocations: leftOut > 0 ? [invocation] : nil)
            ])
        return JSONReport(in: language).encode(log) + "\n"
    }

    private struct Log: Encodable {
        var schema: String
        var version: String
        var runs: [Run]

        enum CodingKeys: String, CodingKey { case schema = "$schema", version, runs }
    }

    private struct Run: Encodable {
        var tool: Tool
        var columnKind: String
        var results: [Result]
        var invocations: [Invocation]?
    }

    private struct Invocation: Encodable {
        var executionSuccessful: Bool
        var toolExecutionNotifications: [Notification]
    }

    private struct Notification: Encodable {
        var level = "note"
        var message: Text
    }

    private struct Tool: Encodable { var driver: Driver }

    private struct Driver: Encodable {
        var name: String
        var rules: [Rule]
    }

    private struct Rule: Encodable {
        var id: String
        var shortDescription: Text
        var fullDescription: Text?
    }

    private struct Text: Encodable { var text: String }

    private struct Result: Encodable {
        var ruleId: String
        var level: String
        var message: Text
        var locations: [Location]
    }

    private struct Location: Encodable {
        var physicalLocation: Physical

        init(_ position: SourcePosition) {
            let region =
                position.line > 0 ? Region(startLine: position.line, startColumn: max(1, position.column)) : nil
            physicalLocation = Physical(artifactLocation: Artifact(uri: position.file), region: region)
        }
    }

    private struct Physical: Encodable {
        var artifactLocation: Artifact
        var region: Region?
    }

    private struct Artifact: Encodable { var uri: String }

    private struct Region: Encodable {
        var startLine: Int
        var startColumn: Int
    }
}
