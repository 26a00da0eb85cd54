/// Coverage for CI servers, in the XML that JUnit made common: a suite for each market and language, a case for each table and
/// category, and one for each string that breaks a rule.
public struct JUnitReport: Sendable {
    public var language: ReportLanguage

    public init(in language: ReportLanguage) { self.language = language }

    public func coverage(_ coverage: Coverage) -> String {
        let suites = coverage.cells.map { cell -> String in
            let cases = cell.parts.map { part -> String in
                let name = "\(part.area.rawValue)/\(part.name)/\(part.textClass.rawValue)"
                guard part.count.present < part.count.total else { return testCase(name, cell) }
                return testCase(name, cell, failure: "\(part.count.present)/\(part.count.total)")
            }
            return suite("\(cell.market)/\(cell.language)", cases)
        }
        let byLanguage = Dictionary(grouping: coverage.findings) { $0.arguments["language"]?.description ?? "" }
        let rules = byLanguage.sorted { $0.key < $1.key }.map { language, findings -> String in
            suite("rules/\(language)", findings.map(ruleCase))
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="keruen coverage">
            \((suites + rules).joined(separator: "\n"))
            </testsuites>

            """
    }

    private func suite(_ name: String, _ cases: [String]) -> String {
        let failures = cases.count { $0.contains("<failure") }
        return """
              <testsuite name="\(name.markupEscaped)" tests="\(cases.count)" failures="\(failures)">
            \(cases.joined(separator: "\n"))
              </testsuite>
            """
    }

    private func testCase(_ name: String, _ cell: Coverage.Cell, failure: String? = nil) -> String {
        let start = "    <testcase classname=\"\(cell.market).\(cell.language)\" name=\"\(name.markupEscaped)\""
        return failure.map { "\(start)><failure message=\"\($0)\"/></testcase>" } ?? start + "/>"
    }

    private func ruleCase(_ finding: Diagnostic) -> String {
        let name = finding.arguments["key"]?.description ?? finding.arguments["id"]?.description ?? ""
        let sentence = language.sentence(finding).markupEscaped
        let place = finding.position.map { " file=\"\($0.file.markupEscaped)\" line=\"\($0.line)\"" } ?? ""
        let start = "    <testcase classname=\"\(finding.code)\" name=\"\(name.markupEscaped)\"\(place)>"
        // A note fails nothing.
        return finding.severity == .note
            ? "\(start)<system-out>\(sentence)</system-out></testcase>"
            : "\(start)<failure type=\"\(finding.severity.rawValue)\" message=\"\(sentence)\"/></testcase>"
    }
}
