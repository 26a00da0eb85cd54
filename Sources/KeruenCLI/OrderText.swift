internal import Foundation
internal import Keruen

/// An order as the command line shows it.
struct OrderText {
    let order: Order
    let market: Market
    let report: ReportLanguage

    init(_ order: Order, market: Market, report: ReportLanguage) {
        self.order = order
        self.market = market
        self.report = report
    }

    func text(_ format: ReportFormat) -> String {
        switch format {
        case .json: JSONReport(in: report).encode(Body(order))
        case .text: lines.joined(separator: "\n")
        }
    }

    private var lines: [String] {
        let total = order.total.formatted(for: market, in: report.tag)
        let head = report.text(
            "order.placed", ["id": .text(order.id.description), "total": .text(total)])
        return [head ?? order.id.description]
            + order.lines.map { line in
                "\(line.quantity) × \(line.sku)  \(line.total.formatted(for: market, in: report.tag))"
            }
    }

    private struct Body: Encodable {
        var version = 1
        var id: String
        var key: String
        var market: String
        var language: String
        var placed: Date
        var currency: String
        var total: String
        var lines: [Line]
        var reservations: [Pieces]

        struct Line: Encodable {
            var sku: String
            var quantity: Int
            var unitPrice: String
            var total: String
            var includesTax: Bool
        }

        struct Pieces: Encodable {
            var warehouse: String
            var item: String
            var quantity: Int
        }

        init(_ order: Order) {
            id = order.id.description
            key = order.key.description
            market = order.market
            language = order.language.description
            placed = order.placed
            currency = order.total.currency.code
            total = order.total.decimalText
            lines = order.lines.map {
                Line(
                    sku: $0.sku.description, quantity: $0.quantity, unitPrice: $0.unitPrice.decimalText,
                    total: $0.total.decimalText, includesTax: $0.includesTax)
            }
            reservations = order.reservations.map {
                Pieces(warehouse: $0.place.warehouse, item: $0.place.item.description, quantity: $0.quantity)
            }
        }
    }
}
