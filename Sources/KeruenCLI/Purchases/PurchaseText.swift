internal import Foundation
internal import Keruen

/// A purchase as the command line shows it.
struct PurchaseText {
    let purchase: Purchase
    let report: ReportLanguage

    init(_ purchase: Purchase, report: ReportLanguage) { (self.purchase, self.report) = (purchase, report) }

    func text(_ format: ReportFormat) -> String {
        switch format {
        case .json: JSONReport(in: report).encode(Body(purchase))
        case .text: lines.joined(separator: "\n")
        }
    }

    /// Many purchases as one document, or one below the other.
    static func text(_ purchases: [Purchase], _ format: ReportFormat, report: ReportLanguage) -> String {
        switch format {
        case .json: JSONReport(in: report).encode(Bodies(purchases: purchases.map { Body($0) }))
        case .text:
            purchases.map { PurchaseText($0, report: report).text(.text) }.joined(separator: "\n")
        }
    }

    private struct Bodies: Encodable {
        var version = 1
        var purchases: [Body]
    }

    private var lines: [String] {
        let placement = purchase.placement
        let head = report.text(
            "purchase.head",
            [
                "id": .text(purchase.id.description), "supplier": .text(placement.supplier),
                "warehouse": .text(placement.warehouse), "mode": .text(placement.mode.rawValue),
            ])
        var lines = [head ?? purchase.id.description]
        let differences = purchase.differences
        for (number, line) in purchase.lines.enumerated() {
            let text = "\(line.quantity) × \(line.sku)"
            guard differences.indices.contains(number) else {
                lines.append(text)
                continue
            }
            let found = differences[number]
            let counted = report.text(
                "purchase.found",
                [
                    "intact": .integer(found.intact), "damaged": .integer(found.damaged),
                    "short": .integer(found.short),
                    "over": .integer(found.over),
                ])
            lines.append("\(text)  \(counted ?? "")")
        }
        lines.append(report.text("purchase.stage.\(purchase.stage.rawValue)", [:]) ?? purchase.stage.rawValue)
        let steps = purchase.flow.steps(from: purchase.stage).map(\.command).joined(separator: ", ")
        if !steps.isEmpty { lines.append(report.text("order.next", ["steps": .text(steps)]) ?? "") }
        return lines
    }

    private struct Body: Encodable {
        var version = 1
        var id: String
        var key: String
        var supplier: String
        var warehouse: String
        var mode: String
        var stage: String
        var lines: [Line]
        var events: [Event]

        struct Line: Encodable {
            var sku: String
            var quantity: Int
            var intact: Int?
            var damaged: Int?
            var short: Int?
            var over: Int?
        }

        struct Event: Encodable {
            var number: Int
            var at: Date
            var event: String
            var reference: String?
        }

        init(_ purchase: Purchase) {
            (id, key) = (purchase.id.description, purchase.key.description)
            (supplier, warehouse) = (purchase.placement.supplier, purchase.placement.warehouse)
            (mode, stage) = (purchase.placement.mode.rawValue, purchase.stage.rawValue)
            let differences = purchase.differences
            lines = purchase.lines.enumerated().map { number, line in
                let found = differences.indices.contains(number) ? differences[number] : nil
                return Line(
                    sku: line.sku.description, quantity: line.quantity, intact: found?.intact, damaged: found?.damaged,
                    short: found?.short, over: found?.over)
            }
            events = purchase.history.map { event in
                let reference: String? = if case .step(_, let text) = event.change { text } else { nil }
                return Event(number: event.number, at: event.at, event: event.change.name, reference: reference)
            }
        }
    }
}
