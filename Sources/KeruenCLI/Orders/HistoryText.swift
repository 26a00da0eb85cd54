internal import Foundation
internal import Keruen

/// An order's events as the command line shows them.
struct HistoryText {
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
        case .text: order.history.map(line).joined(separator: "\n")
        }
    }

    private func line(_ event: OrderEvent) -> String {
        let what = report.text("order.event.\(event.change.name)", [:]) ?? event.change.name
        let detail = event.change.detail(in: market, report)
        return "\(market.clock(event.at))  \(what)" + (detail.isEmpty ? "" : "  \(detail)")
    }

    private struct Body: Encodable {
        var version = 1
        var id: String
        var events: [Event]

        struct Event: Encodable {
            var number: Int
            var at: Date
            var event: String
            var payment: String?
            var amount: String?
            var currency: String?
            var reference: String?
            var status: Int?
        }

        init(_ order: Order) {
            id = order.id.description
            events = order.history.map { event in
                var result = Event(number: event.number, at: event.at, event: event.change.name)
                switch event.change {
                case .authorised(let id, let amount), .captured(let id, let amount):
                    (result.payment, result.amount) = (id.description, amount.decimalText)
                    result.currency = amount.currency.code
                case .paymentStarted(let id), .paymentFailed(let id): result.payment = id.description
                case .refundRequested(let refund):
                    (result.payment, result.amount) = (refund.payment.description, refund.amount.decimalText)
                    result.currency = refund.amount.currency.code
                case .receipt(let receipt): (result.reference, result.status) = (receipt.document, receipt.status)
                case .step(_, let reference): result.reference = reference
                case .placed, .lapsed, .reheld, .refunded, .cancelled, .returnStarted, .returnReceived: break
                }
                return result
            }
        }
    }
}

extension OrderEvent.Change {
    /// The figure or number that belongs to it.
    fileprivate func detail(in market: Market, _ report: ReportLanguage) -> String {
        switch self {
        case .placed(let placement): placement.total.formatted(for: market, in: report.tag)
        case .authorised(let id, let amount), .captured(let id, let amount):
            "\(amount.formatted(for: market, in: report.tag))  \(Payment.shown(id.description))"
        case .paymentStarted(let id), .paymentFailed(let id): Payment.shown(id.description)
        case .refundRequested(let refund): refund.amount.formatted(for: market, in: report.tag)
        case .receipt(let receipt): "\(receipt.status)  \(receipt.document)"
        case .step(_, let reference): reference ?? ""
        case .lapsed, .reheld, .refunded, .cancelled, .returnStarted, .returnReceived: ""
        }
    }
}

extension Market {
    /// An instant by the market's clock, with its distance from UTC: `2027-01-05 14:30 +05:00`.
    func clock(_ instant: Date) -> String {
        guard let local = try? ZonedInstant(instant, zone: timeZone) else { return "\(instant)" }
        return "\(local.day) \(local.clock) \(local.offsetText)"
    }
}
