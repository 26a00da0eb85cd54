internal import Foundation
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension BoardRoutes {
    /// What the rules find in the catalogue: by severity, then by file, each with its place and the reason for its rule.
    func findings(_ visit: BoardVisit) async throws -> Response {
        let (view, words) = (visit.view, visit.view.strings)
        let report = await inspection.report(of: view.site)
        let wanted = visit.query("severity").flatMap(Diagnostic.Severity.init)
        let text = visit.query("q")
        let all = report?.validation.findings ?? []
        let found = FindingList(all, view: view).matching(severity: wanted, text: text)
        let pages = BoardPaging(visit, count: found.count, length: 100)
        var content: [String: Any] = [
            "heading": words.findingsHeading(),
            "groups": FindingGroups(found[pages.range], report?.lines ?? [:], view: view).values,
            "query": text ?? "", "paging": pages.values(view, query(wanted, text)),
            "severities": severities(wanted, report, view),
            "labels": [
                "severity": words.findingsSeverity(), "all": words.pageAll(), "search": words.findingsSearch(),
                "show": words.pageShow(),
            ],
            "whyLabel": words.findingsWhy(),
            "notes": notes(report, isFiltered: wanted != nil || text != nil, isEmpty: found.isEmpty, view),
        ]
        if report == nil { content["isWaiting"] = true }
        if let report {
            content["fresh"] = words.pageFresh(time: view.time(report.made, withZone: true))
            content["products"] = words.findingsProducts(count: report.validation.products)
        }
        return page("board-findings", visit, title: words.findingsHeading(), content)
    }

    private func notes(
        _ report: CatalogInspection.Report?, isFiltered: Bool, isEmpty: Bool, _ view: BoardView
    ) -> [String] {
        let words = view.strings
        guard let report else { return [words.overviewChecking()] }
        if !report.refusal.isEmpty { return [words.findingsUnreadable()] }
        var notes: [String] = []
        if isEmpty { notes.append(isFiltered ? words.findingsNone() : words.findingsClean()) }
        if report.validation.leftOut > 0 { notes.append(words.importsLeftOut(count: report.validation.leftOut)) }
        return notes
    }

    private func severities(
        _ wanted: Diagnostic.Severity?, _ report: CatalogInspection.Report?, _ view: BoardView
    ) -> [[String: Any]] {
        let (words, validation) = (view.strings, report?.validation)
        let all: [(Diagnostic.Severity, String, Int)] = [
            (.error, words.findingsErrors(), validation?.errors ?? 0),
            (.warning, words.findingsWarnings(), validation?.warnings ?? 0),
            (.note, words.findingsNotes(), validation?.notes ?? 0),
        ]
        return all.map { severity, name, count in
            ["value": severity.rawValue, "name": "\(name) · \(view.number(count))", "isChosen": severity == wanted]
        }
    }

    private func query(_ severity: Diagnostic.Severity?, _ text: String?) -> [(String, String)] {
        [("severity", severity?.rawValue), ("q", text)].compactMap { name, value in value.map { (name, $0) } }
    }
}

/// Findings as a reader asks for them.
struct FindingList {
    let findings: [Diagnostic]
    let view: BoardView

    init(_ findings: [Diagnostic], view: BoardView) { (self.findings, self.view) = (findings, view) }

    /// Errors first, each severity in reading order.
    func matching(severity: Diagnostic.Severity?, text: String?) -> [Diagnostic] {
        let wanted = text?.lowercased()
        return Diagnostic.Severity.allCases.filter { severity == nil || $0 == severity }.flatMap { severity in
            findings.filter { finding in
                guard finding.severity == severity else { return false }
                guard let wanted else { return true }
                let own = [finding.code.rawValue, finding.position?.file ?? "", title(of: finding) ?? ""]
                return (own + finding.arguments.values.map(\.description)).contains {
                    $0.lowercased().contains(wanted)
                }
            }
        }
    }

    /// The title of the product that a finding's file or id names.
    private func title(of finding: Diagnostic) -> String? { FindingGroups.title(of: finding, in: view) }
}

/// Findings by severity and file, for a page.
struct FindingGroups {
    let findings: [Diagnostic]
    let lines: [SourcePosition: MarkedLine]
    let view: BoardView

    init(_ findings: some Sequence<Diagnostic>, _ lines: [SourcePosition: MarkedLine], view: BoardView) {
        (self.findings, self.lines, self.view) = (Array(findings), lines, view)
    }

    var values: [[String: Any]] {
        var groups: [(severity: Diagnostic.Severity, file: String, findings: [Diagnostic])] = []
        for finding in findings {
            let file = finding.position?.file ?? ""
            if let last = groups.last, last.severity == finding.severity, last.file == file {
                groups[groups.count - 1].findings.append(finding)
            } else {
                groups.append((finding.severity, file, [finding]))
            }
        }
        return groups.map { group in
            [
                "severity": view.reader.text("severity.\(group.severity.rawValue)") ?? group.severity.rawValue,
                "kind": group.severity.rawValue, "file": group.file,
                "title": group.findings.first.flatMap { Self.title(ofFile: $0, in: view) } ?? "",
                "findings": group.findings.map(finding),
            ]
        }
    }

    func finding(_ finding: Diagnostic) -> [String: Any] {
        var values: [String: Any] = [
            "sentence": view.reader.sentence(finding), "code": finding.code.rawValue, "kind": finding.severity.rawValue,
            "severity": view.reader.text("severity.\(finding.severity.rawValue)") ?? finding.severity.rawValue,
            "place": finding.position?.description ?? "",
        ]
        if let line = finding.position.flatMap({ lines[$0] }) {
            values["line"] = ["before": line.before, "mark": line.mark, "after": line.after]
        }
        if let why = view.reader.explanation(of: finding.code) {
            var reason: [String: Any] = ["title": why.title, "reason": why.reason]
            if let example = RuleExample(of: finding.code) {
                reason["bad"] = view.reader.text("rules.bad", ["example": .text(example.bad)]) ?? ""
                reason["good"] = view.reader.text("rules.good", ["example": .text(example.good)]) ?? ""
            }
            values["why"] = reason
        }
        return values
    }

    /// The product that a finding names, or whose file it is in.
    static func title(of finding: Diagnostic, in view: BoardView) -> String? {
        finding.arguments["id"].flatMap { view.text(view.site.product($0.description)?.title) }
            ?? title(ofFile: finding, in: view)
    }

    /// A file of one product has its id for a name; one of many is nobody's.
    private static func title(ofFile finding: Diagnostic, in view: BoardView) -> String? {
        guard let file = finding.position.map({ URL(filePath: $0.file) }), ["yaml", "yml"].contains(file.pathExtension)
        else { return nil }
        return view.text(view.site.product(file.deletingPathExtension().lastPathComponent)?.title)
    }
}
