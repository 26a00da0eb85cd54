/// Coverage as one page without anything from outside: a heat map of market and language by table and category, and what was found.
public struct HTMLReport: Sendable {
    public var language: ReportLanguage

    public init(in language: ReportLanguage) { self.language = language }

    public func coverage(_ coverage: Coverage) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.tag)">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(label("coverage.title"))</title>
        <style>
        \(Self.style)
        </style>
        <main>
        <h1>\(label("coverage.title"))</h1>
        <p class="sum">\(summary(coverage))</p>
        \(heatMap(coverage))
        \(findings(coverage.findings))
        </main>
        </html>

        """
    }

    private func label(_ key: String) -> String { (language.text(key) ?? key).markupEscaped }

    private func summary(_ coverage: Coverage) -> String {
        let markets = Set(coverage.cells.map(\.market)).sorted()
        let tiles = markets.map { market -> String in
            let percent = coverage.percent(of: market) ?? 0
            return
                "<span class=\"tile \(Self.step(percent))\"><b>\(market.markupEscaped)</b> \(language.percent(percent))</span>"
        }
        return tiles.joined(separator: " ") + " "
            + TerminalReport(in: language).counts(coverage.findings).markupEscaped
    }

    // MARK: The heat map

    private func heatMap(_ coverage: Coverage) -> String {
        let columns = columns(of: coverage)
        let heads = columns.map { column in
            "<th scope=\"col\"><span>\(column.name.markupEscaped)</span></th>"
        }
        let rows = coverage.cells.map { cell -> String in
            let cells = columns.map { column -> String in
                let parts = cell.parts.filter { $0.area == column.area && $0.name == column.name }
                return square(parts.map(\.count).total)
            }
            return """
                <tr><th scope="row">\(cell.market.markupEscaped)</th><th scope="row">\(cell.language)\(cell.note.map { " <small>\(label("coverage.\($0)"))</small>" } ?? "")</th>\
                \(cells.joined())<td class="total \(Self.step(cell.percent))">\(language.percent(cell.percent))</td></tr>
                """
        }
        return """
            <div class="scroll"><table class="heat">
            <thead><tr><th scope="col">\(label("coverage.market"))</th><th scope="col">\(label("coverage.language"))</th>\
            \(heads.joined())<th scope="col">\(label("coverage.total"))</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table></div>
            """
    }

    private struct Column: Hashable {
        var area: Coverage.Area
        var name: String
    }

    /// Tables of strings first, then the categories of products.
    private func columns(of coverage: Coverage) -> [Column] {
        var seen: Set<Column> = []
        let all = coverage.cells.flatMap { $0.parts.map { Column(area: $0.area, name: $0.name) } }
        return all.filter { seen.insert($0).inserted }
            .sorted { ($0.area == .products ? 1 : 0, $0.name) < ($1.area == .products ? 1 : 0, $1.name) }
    }

    private func square(_ count: Coverage.Count) -> String {
        guard count.total > 0 else { return "<td class=\"none\"></td>" }
        let text = count.present == count.total ? "\(count.total)" : "\(count.present)/\(count.total)"
        return "<td class=\"\(Self.step(count.percent))\">\(text)</td>"
    }

    /// Colour is never alone: what is not whole shows its fraction too.
    private static func step(_ percent: Int) -> String {
        switch percent {
        case 100...: "whole"
        case 90..<100: "high"
        case 60..<90: "middle"
        default: "low"
        }
    }

    // MARK: Findings

    private func findings(_ findings: [Diagnostic]) -> String {
        guard !findings.isEmpty else { return "" }
        let rows = findings.map { finding -> String in
            """
            <tr class="\(finding.severity.rawValue)"><td>\(label("severity.\(finding.severity.rawValue)"))</td>\
            <td><code>\(finding.code)</code></td><td>\(language.sentence(finding).markupEscaped)</td>\
            <td><code>\((finding.position?.description ?? "").markupEscaped)</code></td></tr>
            """
        }
        return
            "<div class=\"scroll\"><table class=\"findings\"><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table></div>"
    }

    private static let style = """
        :root { color-scheme: light dark; --ink: #1c2430; --paper: #fbfaf7; --line: #d9d4c8; --whole: #cfe8d2; --high: #e6ecc0;
          --middle: #fbe0b0; --low: #f5c3b8; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8e6e0; --paper: #171b21; --line: #3a4150; --whole: #1f4d2b;
          --high: #48501d; --middle: #664614; --low: #6b2a20; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
        main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { font-size: 1.5rem; margin: 0 0 .75rem; }
        .sum { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
        .tile { padding: .25rem .75rem; border-radius: .5rem; }
        .scroll { overflow-x: auto; margin-top: 1.25rem; }
        table { border-collapse: separate; border-spacing: 2px; }
        th { font-weight: 600; text-align: left; padding: .35rem .5rem; white-space: nowrap; }
        .heat td { text-align: center; padding: .4rem .5rem; min-width: 2.5rem; border-radius: .35rem; font-variant-numeric: tabular-nums; }
        .heat thead th span { display: inline-block; max-width: 9rem; overflow: hidden; text-overflow: ellipsis; vertical-align: bottom; }
        .whole { background: var(--whole); } .high { background: var(--high); } .middle { background: var(--middle); } .low { background: var(--low); }
        .total { font-weight: 700; }
        .findings { border-spacing: 0; width: 100%; } .findings td { border-top: 1px solid var(--line); padding: .4rem .6rem; vertical-align: top; }
        .error td:first-child { font-weight: 700; } code { font-size: .9em; }
        """
}
