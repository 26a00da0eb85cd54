internal import Foundation
internal import Keruen
internal import KeruenCustoms

/// A classification as the command line shows it.
struct ClassificationText {
    let item: ClassifiedItem
    let market: Market?
    let report: ReportLanguage

    init(_ item: ClassifiedItem, market: Market?, report: ReportLanguage) {
        (self.item, self.market, self.report) = (item, market, report)
    }

    func text(_ format: ReportFormat) -> String {
        switch format {
        case .json: JSONReport(in: report).encode(ClassificationBody(item, report: report))
        case .text: lines.joined(separator: "\n")
        }
    }

    private func words(_ key: String, _ arguments: [String: Diagnostic.Argument] = [:]) -> String {
        report.text("classify.\(key)", arguments) ?? key
    }

    private var lines: [String] {
        let found = item.classification
        let day = market.map { found.day.formatted(for: $0, in: report.tag) } ?? found.day.description
        var lines = [
            words("head", ["sku": .text(found.sku.description), "country": .text(found.country), "day": .text(day)]),
            found.code.map { code in
                let schedule = words("schedule.\(code.schedule?.rawValue ?? "common")")
                return words("code", ["code": .text(code.grouped), "schedule": .text(schedule)])
            } ?? words("codeless"),
            quantity("declared", found.quantity, found.unit),
        ]
        if let statutory = found.statutory {
            lines.append(quantity("first", statutory.first, statutory.firstUnit))
            if let second = statutory.second, let unit = statutory.secondUnit {
                lines.append(quantity("second", second, unit))
            }
        }
        if let row = found.legalUnit { lines.append(rule(row)) }
        if let origin = found.origin {
            lines.append(words("origin", ["origin": .text(origin.iso ?? ""), "code": .text(origin.code)]))
        }
        if case .listed(let row) = item.listed {
            lines.append(words("listed", ["line": .text(row.line), "name": .text(row.name)]))
            if let remark = row.remark { lines.append("  " + words("remark", ["remark": .text(remark)])) }
            lines.append(rule(row))
        }
        lines.append(words("channel.\(item.channel.rawValue)"))
        for (key, rows) in [("required", item.marks.required), ("exempt", item.marks.exempt)] {
            for row in rows { lines += ["  " + words(key, ["goodsMark": .text(row.mark.rawValue)]), rule(row)] }
        }
        return lines + restrictions + reviews
    }

    private var restrictions: [String] {
        guard !item.restrictions.isEmpty else { return [words("unrestricted")] }
        let terminal = TerminalReport(in: report)
        return [words("restricted")]
            + item.restrictions.flatMap { ["  " + terminal.line(item.diagnostic($0)), rule($0)] }
    }

    private var reviews: [String] {
        let reviews = item.reviews
        guard !reviews.isEmpty else { return [] }
        let terminal = TerminalReport(in: report)
        return [words("review")] + reviews.map { "  " + terminal.line($0) }
    }

    private func quantity(_ key: String, _ quantity: CEBDecimal, _ unit: CustomsUnit) -> String {
        let style = NumberStyle(.decimal, fractionDigits: 0...5)
        let formatter = try? DecimalFormatter.shared(market?.formattingTag(for: report.tag) ?? report.tag, style)
        let number = (try? formatter?.format(quantity.description)) ?? quantity.description
        return words(key, ["customsUnit": .text(unit.code), "quantity": .text(number)])
    }

    private func rule(_ row: some DatedRule) -> String {
        let confidence = report.text("quote.confidence.\(row.validity.confidence.rawValue)") ?? ""
        let arguments: [String: Diagnostic.Argument] = [
            "rule": .text(row.id), "source": .text(row.validity.source), "confidence": .text(confidence),
        ]
        return "    " + words("rule", arguments)
    }
}
