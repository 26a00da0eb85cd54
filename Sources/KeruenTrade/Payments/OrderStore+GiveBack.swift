public import Foundation

extension OrderStore {
    /// Sends the refunds that are owed on this provider's payments, each until it has it.
    /// - Returns: how many were sent; those that failed stay owed.
    @discardableResult
    public func sendRefunds(
        of id: Order.ID, through provider: some PaymentProvider, at now: Date
    ) async throws(TradeError) -> Int {
        guard let order = try await order(id) else { throw TradeError(.unknownOrder, ["id": .text(id.description)]) }
        var sent = 0
        for refund in order.refunds where !refund.isDone {
            guard let payment = refund.payment.number(at: provider.name) else { continue }
            let order = Refund(number: refund.number, payment: payment, amount: refund.amount)
            do throws(PaymentError) { try await provider.refund(order, of: id) } catch { continue }
            _ = try await change(id, at: now) { record, _ throws(TradeError) in
                guard !record.order.refunds[refund.number].isDone else { return }
                try record.add(.refunded(number: refund.number))
            }
            sent += 1
        }
        return sent
    }

    /// Lets go of what cards have authorised for an order that does not wait for money any more, each until the provider has it.
    ///
    ///     try await store.voidAuthorisations(of: order.id, through: bank, at: now)
    ///
    /// Money that turns out to be taken already is noted as a late message of it would be.
    /// - Returns: how many were let go; those that failed stay.
    @discardableResult
    public func voidAuthorisations(
        of id: Order.ID, through provider: some PaymentProvider, at now: Date
    ) async throws(TradeError) -> Int {
        guard let order = try await order(id) else { throw TradeError(.unknownOrder, ["id": .text(id.description)]) }
        guard order.stage != .placed else { return 0 }
        var count = 0
        for payment in order.payments where payment.isAuthorisedOnly {
            guard let number = payment.id.number(at: provider.name) else { continue }
            let answer: PaymentAnswer
            do throws(PaymentError) { answer = try await provider.void(number) } catch { continue }
            _ = try await change(id, at: now) { record, transaction throws(TradeError) in
                switch answer {
                case .captured: try record.add(.captured(payment.authorised), of: payment.id, in: transaction)
                case .declined: try record.add(.failed, of: payment.id, in: transaction)
                // Not let go: asked again next time.
                case .authorised, .pending: return
                }
            }
            if case .declined = answer { count += 1 }
        }
        return count
    }
}
