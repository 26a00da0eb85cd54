internal import Foundation

/// What was paid for an order before it went on its way, as customs are told.
struct DeclaredPayments {
    /// Those that brought something in, in the order of their coming.
    var payments: [(transaction: String, amount: Money)] = []
    /// When the last of it came.
    var at: Date
    var sum: Money

    /// What goes back of too much or of a late payment was never the order's; what goes back of a return was.
    init(_ order: Order) {
        at = order.placed
        sum = .zero(order.total.currency)
        var kept: [Payment.ID: Int64] = [:]
        var ids: [Payment.ID] = []
        var isOfPayment = false
        for event in order.history {
            switch event.change {
            case .captured(let id, let amount):
                if kept[id] == nil { ids.append(id) }
                kept[id, default: 0] += amount.minorUnits
                isOfPayment = true
                if order.total.minorUnits > sum.minorUnits { at = event.at }
                sum.minorUnits += amount.minorUnits
            case .refundRequested(let refund) where isOfPayment:
                kept[refund.payment, default: 0] -= refund.amount.minorUnits
                sum.minorUnits -= refund.amount.minorUnits
            case .refundRequested: break
            default: isOfPayment = event.change == .lapsed
            }
        }
        payments = ids.compactMap { id in
            guard let amount = kept[id], amount > 0 else { return nil }
            return (id.transaction, Money(minorUnits: amount, order.total.currency))
        }
    }
}

extension Payment.ID {
    /// The provider's number without the provider's name.
    var transaction: String {
        description.firstIndex(of: "/").map { String(description[description.index(after: $0)...]) } ?? description
    }
}
