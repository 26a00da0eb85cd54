/// Coverage and validation for CI servers, in the XML that JUnit made common: a suite for each market and language, a case for each table and
/// category, and one for each string that breaks a rule.
public struct JUnitReport: Sendable {
    public var language: ReportLanguage

    public init(in language: ReportLanguage) { self.language = language }

    public func coverage(_ coverage: Coverage) -> String {
        // Only what a market needs can fail; languages that are written over from others owe nothing.
        let suites = coverage.cells.filter(\.isRequired).map { cell -> String in
            let cases = cell.parts.map { part -> Case in
                let name = "\(part.area.rawValue)/\(part.name)/\(part.textClass.rawValue)"
                let start = "<testcase classname=\"\(cell.market).\(cell.language)\" name=\"\(name.markupEscaped)\""
                guard part.count.present < part.count.total else { return Case(start + "/>") }
                let message = "\(part.count.present)/\(part.count.total)"
                return Case("\(start)><failure message=\"\(message)\"/></testcase>", isFailure: true)
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

    /// A suite for each file that something is found in, a case for each finding; the products without any are one case, and counted.
    public func validation(_ validation: Validation) -> String {
        var suites = Dictionary(grouping: validation.findings) { $0.position?.file ?? "" }.sorted { $0.key < $1.key }
            .map { file, findings in suite(file, findings.map(ruleCase)) }
        let clean = language.text("summary.cleanProducts", ["count": .integer(validation.clean)]) ?? ""
        suites.append(suite("products", [Case("<testcase classname=\"products\" name=\"\(clean.markupEscaped)\"/>")]))
        if validation.leftOut > 0 {
            let text = language.text("summary.leftOut", ["count": .integer(validation.leftOut)]) ?? ""
            suites.append(
                suite(
                    "left out",
                    [Case("<testcase classname=\"left out\" name=\"\(text.markupEscaped)\"><skipped/></testcase>")]))
        }
        let tests = validation.findings.count + (validation.leftOut > 0 ? 2 : 1)
        let failures = validation.findings.count { $0.severity == .error }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="keruen validate" tests="\(tests)" failures="\(failures)">
            \(suites.joined(separator: "\n"))
            </testsuites>

            """
    }

    private struct Case {
        var xml: String
        var isFailure = false

        init(_ xml: String, isFailure: Bool = false) { (self.xml, self.isFailure) = (xml, isFailure) }
    }

    private func suite(_ name: String, _ cases: [Case]) -> String {
        """
          <testsuite name="\(name.markupEscaped)" tests="\(cases.count)" failures="\(cases.count(where: \.isFailure))">
        \(cases.map { "    " + $0.xml }.joined(separator: "\n"))
          </testsuite>
        """
    }

    private func ruleCase(_ finding: Diagnostic) -> Case {
        let subject = ["key", "id", "sku"].lazy.compactMap { finding.arguments[$0]?.description }.first
        let name = subject ?? finding.position.map { "\($0)" } ?? finding.code.rawValue
        let sentence = language.sentence(finding).markupEscaped
        let place = finding.position.map { " file=\"\($0.file.markupEscaped)\" line=\"\($0.line)\"" } ?? ""
        let start = "<testcase classname=\"\(finding.code)\" name=\"\(name.markupEscaped)\"\(place)>"
        // Warnings and notes fail nothing.
        return finding.severity == .error
            ? Case("\(start)<failure message=\"\(sentence)\"/></testcase>", isFailure: true)
            : Case("\(start)<system-out>\(finding.severity.rawValue): \(sentence)</system-out></testcase>")
    }
}
