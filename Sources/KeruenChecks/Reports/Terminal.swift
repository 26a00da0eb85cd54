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
        let arguments: [String: Diagnostic.Argument] = [
            "severity": .text(shown), "sentence": .text(language.sentence(diagnostic)),
            "code": .text(diagnostic.code.rawValue),
        ]
        return place + (language.text("finding", arguments) ?? "\(shown): \(diagnostic.code)")
    }

    /// The findings, each with the line that it stands in and a mark under its place, then how many there are.
    ///
    /// Files are read by the paths that the findings name, and only those that a finding stands in.
    public func validation(_ validation: Validation) -> String {
        var lines: [String] = []
        var rest = validation.findings[...]
        while let file = rest.first.map({ $0.position?.file }) {
            let here = rest.prefix { $0.position?.file == file }
            let wanted = Set(here.compactMap { $0.position?.line }.filter { $0 > 0 })
            let source = file.map { SourceLines.read(wanted, of: $0) } ?? [:]
            for finding in here {
                lines.append(line(finding))
                guard let position = finding.position, let text = source[position.line] else { continue }
                lines += SourceExcerpt(text, line: position.line, column: position.column).lines.map { "  " + $0 }
            }
            rest = rest.dropFirst(here.count)
        }
        return (lines + summary(validation)).joined(separator: "\n")
    }

    /// How many findings there are, how many were left out or known, and which are gone.
    public func summary(_ validation: Validation) -> [String] {
        var lines: [String?] = []
        if validation.leftOut > 0 { lines.append(count("leftOut", validation.leftOut)) }
        if validation.errors + validation.warnings + validation.notes == 0 {
            lines.append(count(validation.known == 0 ? "clean" : "nothingNew", validation.products))
        } else {
            lines.append(counts(validation.errors, validation.warnings, validation.notes))
        }
        if validation.known > 0 { lines.append(count("known", validation.known)) }
        if !validation.vanished.isEmpty { lines.append(count("vanished", validation.vanished.count)) }
        return lines.compactMap(\.self)
    }

    /// Errors and warnings, and notes where there are any.
    func counts(_ findings: [Diagnostic]) -> String {
        func number(_ severity: Diagnostic.Severity) -> Int { findings.count { $0.severity == severity } }
        return counts(number(.error), number(.warning), number(.note))
    }

    private func counts(_ errors: Int, _ warnings: Int, _ notes: Int) -> String {
        [count("errors", errors), count("warnings", warnings), notes > 0 ? count("notes", notes) : nil]
            .compactMap(\.self).joined(separator: language.tag.language == "zh" ? "，" : ", ")
    }

    private func count(_ key: String, _ count: Int) -> String? {
        language.text("summary.\(key)", ["count": .integer(count)])
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
    /// Cells that a terminal gives the text: two for Han, Hangul, full-width forms and pictures.
    var terminalWidth: Int {
        reduce(0) { width, character in
            switch character.unicodeScalars.first?.value ?? 0 {
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
                0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
                width + 2
            default: width + 1
            }
        }
    }

    fileprivate var trimmingTrailingSpaces: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
