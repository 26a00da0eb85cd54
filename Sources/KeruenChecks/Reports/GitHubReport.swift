/// Findings as GitHub's workflow commands, which it shows beside the lines of a pull request.
public struct GitHubReport: Sendable {
    public var language: ReportLanguage

    public init(in language: ReportLanguage) { self.language = language }

    /// - Parameter leftOut: how many more there are; a notice at the end says so.
    public func findings(_ findings: [Diagnostic], leftOut: Int = 0) -> String {
        let notice = language.text("summary.leftOut", ["count": .integer(leftOut)]) ?? ""
        return findings.map { finding in
            let command = finding.severity == .note ? "notice" : finding.severity.rawValue
            let place = finding.position.map { position in
                "file=\(property(position.file))"
                    + (position.line > 0 ? ",line=\(position.line),col=\(position.column)" : "") + ","
            }
            return "::\(command) \(place ?? "")title=\(finding.code)::\(data(language.sentence(finding)))\n"
        }.joined() + (leftOut > 0 ? "::notice::\(data(notice))\n" : "")
    }

    private func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
