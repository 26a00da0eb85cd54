/// Coverage as Markdown, for the description of a change.
public struct MarkdownReport: Sendable {
    public var language: ReportLanguage

    public init(in language: ReportLanguage) { self.language = language }

    public func coverage(_ coverage: Coverage) -> String {
        func label(_ key: String) -> String { language.text("coverage.\(key)") ?? key }
        var lines = [
            "| \(["market", "language", "strings", "products", "legal", "total"].map(label).joined(separator: " | ")) |",
            "|---|---|--:|--:|--:|--:|",
        ]
        for cell in coverage.cells {
            let columns = [
                cell.market, cell.language.description, count(cell.strings), count(cell.products), count(cell.legal),
                language.percent(cell.percent) + (cell.note.map { " · " + label($0) } ?? ""),
            ]
            lines.append("| \(columns.joined(separator: " | ")) |")
        }
        guard !coverage.findings.isEmpty else { return lines.joined(separator: "\n") + "\n" }
        lines.append("")
        lines += coverage.findings.map { finding in
            let place = finding.position.map { "`\($0)` " } ?? ""
            return "- \(place)**\(finding.code)** \(escaped(language.sentence(finding)))"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func count(_ count: Coverage.Count) -> String { "\(count.present)/\(count.total)" }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_[]<>|".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
