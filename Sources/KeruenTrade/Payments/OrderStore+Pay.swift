public import Foundation

extension OrderStore {
    /// Begins to pay an order, and notes what the provider answers at once.
    ///
    /// 1. The provider is asked, outside of any transaction.
    /// 2. A transaction notes the answer; a card that was authorised is asked for the money then, and that answer noted in another one.
    ///
    /// After a crash between the two, `reconcile` asks what became of it: the attempt's number leads to the same payment.
    /// - Returns: the order, and what the buyer has to do, if anything.
    public func pay(
        _ id: Order.ID, through provider: some PaymentProvider, attempt: Int = 0, at now: Date
    ) async throws(TradeError) -> (order: Order, action: String?) {
        guard let order = try await order(id) else { throw TradeError(.unknownOrder, ["id": .text(id.description)]) }
        // Nobody is sent to pay for what is not set aside any more.
        guard order.stage == .placed, let lapses = order.lapses, now <= lapses else {
            throw order.notAllowed("pay")
        }
        let request = PaymentRequest(order: id, attempt: attempt, amount: order.total, expires: lapses)
        var answer = try await ask(provider) { provider async throws(PaymentError) in try await provider.begin(request)
        }
        if case .authorised(let payment) = answer {
            let after = try await change(id, at: now) { record, transaction throws(TradeError) in
                try record.add(.authorised(order.total), of: payment.at(provider.name), in: transaction)
            }
            // Called off or paid otherwise while the bank thought: nothing more is taken, and `voidAuthorisations` lets go of this.
            guard after.stage == .placed else { return (after, nil) }
            answer = try await ask(provider) { provider async throws(PaymentError) in
                try await provider.capture(payment, order.total)
            }
        }
        let action: String? = if case .pending(_, let text) = answer { text } else { nil }
        let noted = answer
        let after = try await change(id, at: now) { record, transaction throws(TradeError) in
            switch noted {
            case .authorised, .pending:
                let payment = noted.payment.at(provider.name)
                guard !record.order.payments.contains(where: { $0.id == payment }) else { return }
                try record.add(.paymentStarted(payment))
            case .captured(let payment):
                try record.add(.captured(order.total), of: payment.at(provider.name), in: transaction)
            case .declined(let payment): try record.add(.failed, of: payment.at(provider.name), in: transaction)
            }
        }
        return (after, action)
    }

    /// Asks the provider what became of the payments that were begun, and takes in what it says: after a crash, and for wallets whose
    /// message never came. Money for an order that has lapsed or was cancelled since is treated as a late message is.
    /// - Parameter attempts: how many were begun at most.
    @discardableResult
    public func reconcile(
        _ id: Order.ID, with provider: some PaymentProvider, attempts: Int = 1, at now: Date
    ) async throws(TradeError) -> Order {
        guard var order = try await order(id) else { throw TradeError(.unknownOrder, ["id": .text(id.description)]) }
        for attempt in 0..<max(0, attempts) {
            let told: (payment: Payment.ID, kind: PaymentMessage.Kind)?
            do throws(PaymentError) { told = try await provider.outcome(of: id, attempt: attempt) } catch {
                throw TradeError(.paymentUnanswered, ["provider": .text(provider.name)])
            }
            guard let told else { continue }
            order = try await change(id, at: now) { record, transaction throws(TradeError) in
                try record.add(told.kind, of: told.payment.at(provider.name), in: transaction)
            }
        }
        return order
    }

    private func ask<Provider: PaymentProvider>(
        _ provider: Provider, _ question: (Provider) async throws(PaymentError) -> PaymentAnswer
    ) async throws(TradeError) -> PaymentAnswer {
        do throws(PaymentError) { return try await question(provider) } catch {
            throw TradeError(.paymentUnanswered, ["provider": .text(provider.name)])
        }
    }

    /// Takes in a provider's message. One that was taken in already changes nothing.
    /// - Throws: `TradeError` with `messageOfAnotherOrder` where it was taken in for another one: one sum pays no two orders.
    @discardableResult
    public func record(
        _ message: PaymentMessage, from provider: String, at now: Date
    ) async throws(TradeError) -> Order {
        try await change(message.order, at: now) { record, transaction throws(TradeError) in
            guard try transaction.remember(message: message.id, from: provider) else {
                let payment = message.payment.at(provider)
                guard record.order.payments.contains(where: { $0.id == payment }) else {
                    throw TradeError(
                        .messageOfAnotherOrder,
                        ["payment": .text(message.payment.description), "id": .text(message.order.description)])
                }
                return
            }
            try record.add(message.kind, of: message.payment.at(provider), in: transaction)
        }
    }
}
