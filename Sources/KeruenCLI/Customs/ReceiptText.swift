internal import Foundation
internal import Keruen
internal import KeruenCustoms

/// What became of receipts, as the command line shows it: numbers and stages, and nothing of customs' own words, which may name people.
struct ReceiptText {
    let applied: [AppliedReceipt]
    let report: ReportLanguage

    init(_ applied: [AppliedReceipt], report: ReportLanguage) { (self.applied, self.report) = (applied, report) }

    /// Whether a receipt has not found its order, or not been taken.
    var isAnyLeft: Bool {
        applied.contains { receipt in
            switch receipt.outcome {
            case .nobodys, .refused: true
            case .taken, .known, .forStaff: false
            }
        }
    }

    /// Why receipts could not be taken, each reason once.
    var refusals: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return applied.compactMap { receipt in
            guard case .refused(let error) = receipt.outcome, seen.insert(error.diagnostic).inserted else { return nil }
            return error.diagnostic
        }
    }

    var lines: [String] {
        applied.map { receipt in
            var arguments: [String: Diagnostic.Argument] = ["receipt": .text(receipt.receipt.description)]
            arguments["id"] = receipt.order.map { .text($0.description) }
            if case .taken(_, let stage) = receipt.outcome {
                arguments["stage"] = .text(report.text("order.stage.\(stage.rawValue)") ?? stage.rawValue)
            }
            return report.text("receipt.\(receipt.outcome.name)", arguments) ?? receipt.receipt.description
        }
    }

    var json: String { JSONReport(in: report).encode(Body(applied)) }

    private struct Body: Encodable {
        var version = 1
        var receipts: [Line]

        struct Line: Encodable {
            var kind: String
            var document: String
            var status: Int
            var time: String
            var outcome: String
            var order: String?
            var from: String?
            var stage: String?
            var code: String?
        }

        init(_ applied: [AppliedReceipt]) {
            receipts = applied.map { each in
                var line = Line(
                    kind: each.receipt.kind.rawValue, document: each.receipt.document, status: each.receipt.status,
                    time: each.receipt.time, outcome: each.outcome.name, order: each.order?.description)
                switch each.outcome {
                case .taken(let from, let to): (line.from, line.stage) = (from.rawValue, to.rawValue)
                case .refused(let error): line.code = error.code.rawValue
                case .known, .nobodys, .forStaff: break
                }
                return line
            }
        }
    }
}

extension AppliedReceipt.Outcome {
    fileprivate var name: String {
        switch self {
        case .taken: "taken"
        case .known: "known"
        case .nobodys: "nobodys"
        case .forStaff: "forStaff"
        case .refused: "refused"
        }
    }
}
