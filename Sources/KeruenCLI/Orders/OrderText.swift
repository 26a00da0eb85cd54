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
            order.history.count == 1 ? "order.placed" : "order.title",
            ["id": .text(order.id.description), "total": .text(total)])
        var lines = [head ?? order.id.description]
        lines += order.lines.map { line in
            let name = line.departure.map { "\(line.sku)@\($0)" } ?? line.sku.description
            return "\(line.quantity) × \(name)  \(line.total.formatted(for: market, in: report.tag))"
        }
        if let landing = order.placement.landing {
            let way: [String: Diagnostic.Argument] = [
                "origin": .text(landing.shipsFrom), "destination": .text(landing.destination),
                "incoterm": .text(landing.incoterm.rawValue),
            ]
            lines.append(report.text("order.way", way) ?? "")
            lines += landing.charges.map { $0.line(in: market, report) }
            if landing.dueAtBorder.minorUnits > 0 {
                let amount = landing.dueAtBorder.formatted(for: market, in: report.tag)
                lines.append(report.text("quote.border", ["amount": .text(amount)]) ?? "")
            }
        }
        lines.append(report.text("order.stage.\(order.stage.rawValue)", [:]) ?? order.stage.rawValue)
        if let lapses = order.lapses {
            lines.append(report.text("order.until", ["time": .text(market.clock(lapses))]) ?? "")
        }
        if order.kept.minorUnits > 0 {
            let amount = order.kept.formatted(for: market, in: report.tag)
            lines.append(report.text("order.paid", ["amount": .text(amount)]) ?? "")
        }
        if order.owed.minorUnits > 0 {
            let amount = order.owed.formatted(for: market, in: report.tag)
            lines.append(report.text("order.owed", ["amount": .text(amount)]) ?? "")
        }
        if !order.possible.isEmpty {
            let names = order.possible.map(\.command).joined(separator: ", ")
            lines.append(report.text("order.next", ["steps": .text(names)]) ?? "")
        }
        return lines
    }

    private struct Body: Encodable {
        var version = 1
        var id: String
        var key: String
        var market: String
        var language: String
        var flow: String
        var stage: String
        var placed: Date
        var until: Date?
        var currency: String
        var total: String
        var paid: String
        var owed: String
        var lines: [Line]
        var reservations: [Pieces]
        var landing: Way?

        /// How it gets there; nil for goods alone.
        struct Way: Encodable {
            var origin: String
            var destination: String
            var incoterm: String
            var dueAtBorder: String
            var charges: [QuoteBody.Part]
        }

        struct Line: Encodable {
            var sku: String
            var departure: String?
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
            flow = order.flow.id.rawValue
            stage = order.stage.rawValue
            placed = order.placed
            until = order.lapses
            currency = order.total.currency.code
            total = order.total.decimalText
            paid = order.kept.decimalText
            owed = order.owed.decimalText
            lines = order.lines.map {
                Line(
                    sku: $0.sku.description, departure: $0.departure?.description, quantity: $0.quantity,
                    unitPrice: $0.unitPrice.decimalText, total: $0.total.decimalText, includesTax: $0.includesTax)
            }
            reservations = order.reservations.map {
                Pieces(
                    warehouse: $0.place.warehouse, item: $0.place.item.description, quantity: $0.quantity)
            }
            landing = order.placement.landing.map {
                Way(
                    origin: $0.shipsFrom, destination: $0.destination, incoterm: $0.incoterm.rawValue,
                    dueAtBorder: $0.dueAtBorder.decimalText, charges: $0.charges.map(QuoteBody.Part.init))
            }
        }
    }
}
