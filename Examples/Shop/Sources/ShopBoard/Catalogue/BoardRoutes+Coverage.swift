internal import Foundation
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension BoardRoutes {
    /// A heat map: markets and their languages by areas of texts. Colour is never alone: each square has its numbers, and a sentence.
    func coverage(_ visit: BoardVisit) async throws -> Response {
        let (view, words) = (visit.view, visit.view.strings)
        let report = await inspection.report(of: view.site)
        var content: [String: Any] = [
            "heading": words.coverageHeading(), "about": words.coverageAbout(), "missing": words.coverageMissing(),
        ]
        if let coverage = report?.coverage {
            let map = CoverageMap(coverage, view: view)
            content["map"] = map.values
            content["groups"] = FindingGroups(coverage.findings.prefix(200), report?.lines ?? [:], view: view).values
            content["whyLabel"] = words.findingsWhy()
            content["hasFindings"] = !coverage.findings.isEmpty
            if coverage.findings.count > 200 {
                content["leftOut"] = words.importsLeftOut(count: coverage.findings.count - 200)
            }
        }
        var notes: [String] = []
        if let report {
            content["fresh"] = words.pageFresh(time: view.time(report.made, withZone: true))
            if report.leavesLinesOut { notes.append(words.coverageLinesLeft()) }
            if !report.refusal.isEmpty {
                notes.append(words.findingsUnreadable())
                content["hasFindings"] = true
                content["groups"] = FindingGroups(report.refusal, report.lines, view: view).values
            }
        } else {
            notes.append(words.overviewChecking())
            content["isWaiting"] = true
        }
        content["notes"] = notes
        return page("board-coverage", visit, title: words.coverageHeading(), content)
    }
}

/// Coverage as a table: rows are a market's languages, columns its tables of strings and categories of products.
struct CoverageMap {
    let coverage: Coverage
    let view: BoardView

    init(_ coverage: Coverage, view: BoardView) { (self.coverage, self.view) = (coverage, view) }

    private struct Column: Hashable {
        var area: Coverage.Area
        var name: String
    }

    var values: [String: Any] {
        let columns = columns
        return [
            "market": view.reader.text("coverage.market") ?? "",
            "language": view.reader.text("coverage.language") ?? "",
            "total": view.reader.text("coverage.total") ?? "",
            "columns": columns.map { ["name": name(of: $0)] }, "rows": coverage.cells.map { row($0, columns) },
        ]
    }

    /// Tables first, then the shelves in the shop's order.
    private var columns: [Column] {
        let all = Set(coverage.cells.flatMap { $0.parts.map { Column(area: $0.area, name: $0.name) } })
        return all.sorted { ($0.area, $0.name) < ($1.area, $1.name) }
    }

    private func name(of column: Column) -> String {
        guard column.area == .products else { return view.name("area", column.name) }
        return view.text(view.site.catalog.categories[column.name]?.name) ?? column.name
    }

    private func row(_ cell: Coverage.Cell, _ columns: [Column]) -> [String: Any] {
        let note =
            cell.isRequired
            ? view.strings.coverageRequired()
            : view.reader.text(cell.isConverted ? "coverage.converted" : "coverage.optional") ?? ""
        return [
            "market": view.marketName(cell.market), "language": BoardFrame.autonym(cell.language),
            "tag": cell.language.description, "note": note,
            "squares": columns.map { column in
                square(cell.parts.filter { $0.area == column.area && $0.name == column.name }.map(\.count))
            },
            "total": view.percent(cell.percent), "step": Self.step(cell.percent),
        ]
    }

    private func square(_ counts: [Coverage.Count]) -> [String: Any] {
        let (present, total) = counts.reduce((0, 0)) { ($0.0 + $1.present, $0.1 + $1.total) }
        guard total > 0 else { return ["step": "none", "text": "–", "label": view.strings.coverageEmpty()] }
        let isWhole = present == total
        return [
            "step": Self.step(present * 100 / total),
            "text": isWhole ? view.number(total) : "\(view.number(present))/\(view.number(total))",
            "label": isWhole
                ? view.strings.coverageWhole(total: total)
                : view.strings.coveragePart(missing: total - present, present: present, total: total),
        ]
    }

    private static func step(_ percent: Int) -> String {
        switch percent {
        case 100...: "whole"
        case 90..<100: "high"
        case 60..<90: "middle"
        default: "low"
        }
    }
}
