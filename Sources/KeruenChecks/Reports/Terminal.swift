/// Findings as lines that editors and CI logs can jump from: `file:line:column: error: sentence [CAT0301]`.
public struct TerminalReport: Sendable {
    public var language: ReportLanguage
    /// Whether severities are coloured, as on a terminal.
    public var isColoured: Bool

    public init(in language: ReportLanguage, isColoured: Bool = false) {
        (self.language, self.isColoured) = (language, isColoured)
    }

    public func line(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.position.map { "\($0): " } ?? ""
        let severity = language.text("severity.\(diagnostic.severity.rawValue)") ?? diagnostic.severity.rawValue
        let colour = [Diagnostic.Severity.error: 31, .warning: 33, .note: 36][diagnostic.severity] ?? 0
        let shown = isColoured ? "\u{1B}[1;\(colour)m\(severity)\u{1B}[0m" : severity
        return "\(place)\(shown): \(language.sentence(diagnostic)) [\(diagnostic.code)]"
    }

    /// The findings a line each, then how many there are.
    public func text(_ findings: [Diagnostic], checked products: Int) -> String {
        let lines = findings.map(line)
        guard !findings.isEmpty else {
            return language.text("summary.clean", ["count": .integer(products)]) ?? ""
        }
        return (lines + [summary(findings)]).joined(separator: "\n")
    }

    public func summary(_ findings: [Diagnostic]) -> String {
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count { $0.severity == .warning }
        return [
            language.text("summary.errors", ["count": .integer(errors)]),
            language.text("summary.warnings", ["count": .integer(warnings)]),
        ].compactMap(\.self).joined(separator: ", ")
    }
}

extension Coverage.Cell {
    /// The key of what a report says beside a language that the law does not ask for.
    var note: String? { isRequired ? nil : isConverted ? "converted" : "optional" }
}

extension Coverage {
    /// The market × language table, then what is missing.
    public func text(in language: ReportLanguage, isColoured: Bool = false) -> String {
        func label(_ key: String) -> String { language.text("coverage.\(key)") ?? key }
        let header = ["market", "language", "strings", "products", "total"].map(label)
        let rows = cells.map { cell in
            [
                cell.market, cell.language.description,
                "\(cell.strings.present)/\(cell.strings.total)", "\(cell.products.present)/\(cell.products.total)",
                language.percent(cell.percent) + (cell.note.map { " · " + label($0) } ?? ""),
            ]
        }
        let table = TextTable(header: header, rows: rows).lines
        let report = TerminalReport(in: language, isColoured: isColoured)
        return (table + findings.map(report.line)).joined(separator: "\n")
    }
}

/// Columns that line up in a terminal, Chinese included.
struct TextTable {
    var header: [String]
    var rows: [[String]]

    var lines: [String] {
        let all = [header] + rows
        let widths = header.indices.map { column in all.map { $0[column].terminalWidth }.max() ?? 0 }
        return all.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.terminalWidth) }
                .joined(separator: "  ").trimmingTrailingSpaces
        }
    }
}

extension String {
    /// Cells that a terminal gives the text: two for Han and full-width forms.
    var terminalWidth: Int {
        reduce(0) { width, character in
            let value = character.unicodeScalars.first?.value ?? 0
            let isWide =
                (0x2E80...0xA4CF).contains(value) || (0xF900...0xFAFF).contains(value)
                || (0xFF00...0xFF60).contains(value) || (0x20000...0x3FFFD).contains(value)
            return width + (isWide ? 2 : 1)
        }
    }

    fileprivate var trimmingTrailingSpaces: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
