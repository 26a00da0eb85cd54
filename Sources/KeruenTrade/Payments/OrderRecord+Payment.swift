internal import Foundation

extension OrderRecord {
    /// Takes in what happened to a payment, from an answer or a message: whichever comes second changes nothing.
    ///
    /// Money for an order whose reservation has lapsed sets the goods aside once more, where there are still enough, and room in the
    /// buyer's year; else it goes back.
    mutating func add(
        _ kind: PaymentMessage.Kind, of id: Payment.ID, in transaction: any StoreTransaction
    ) throws(TradeError) {
        let known = order.payments.first { $0.id == id }
        switch kind {
        case .authorised(let amount):
            guard known?.authorised != amount else { return }
            try add(.authorised(id, amount))
        case .failed:
            guard known?.hasFailed != true else { return }
            try add(.paymentFailed(id))
        case .captured(let amount):
            guard known?.captured != amount else { return }
            if order.stage == .lapsed, amount == order.total, !isOver { try holdAgain(in: transaction) }
            try add(.captured(id, amount))
        }
    }

    /// A tour that is not sold any more is not set aside once more.
    private var isOver: Bool {
        if let end = order.placement.salesEnd { return now > end }
        // Written before the moment was kept: the day before is the last one anywhere.
        let today = CivilDate(daysSince1970: Int32(clamping: Int((now.timeIntervalSince1970 / 86_400).rounded(.down))))
        for line in order.lines {
            if case .departure(_, let day) = line.item, day <= today { return true }
        }
        return false
    }

    private mutating func holdAgain(in transaction: any StoreTransaction) throws(TradeError) {
        guard try QuotaLedger(transaction: transaction).hasRoom(for: order.placement.quota) else { return }
        do throws(TradeError) {
            let reservations = try StockLedger(transaction: transaction).reserve(
                Demand(order.lines), from: order.placement.warehouses)
            let until = now.addingTimeInterval(OrderRequest.usualHolding)
            try add(.reheld(reservations, until: min(until, order.placement.salesEnd ?? .distantFuture)))
        } catch {
            guard error.code == .outOfStock else { throw error }
        }
    }
}
