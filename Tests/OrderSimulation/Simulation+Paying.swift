internal import Foundation
internal import KeruenTrade

extension Simulation {
    func pay() async throws(TradeError) -> Order.ID? {
        guard let account = order(at: [.placed]) else { return nil }
        // Mostly the same payment asked for again; at times another card while the first still may work.
        var attempt = attempts[account.id, default: 0]
        if chance.happens(350) {
            attempt += 1
            attempts[account.id] = attempt
        }
        // What comes in between may set the clock back.
        let asked = now
        do throws(TradeError) {
            let (order, _) = try await store.pay(account.id, through: bank, attempt: attempt, at: asked)
            require(order.id == account.id, "paying \(account.id) answers with \(order.id)")
        } catch {
            await audit()
            if error.code == .notAllowedNow, let account = auditor.accounts[account.id], account.stage == .placed {
                // Set aside anew while the first reservation's time was over, or overdue and not lapsed yet.
                let order = try await store.base.read { transaction throws(TradeError) in
                    try transaction.order(account.id)
                }
                require(order?.lapses.map { $0 < asked } ?? true, "\(account.id) waits for its money and can't be paid")
            }
            throw error
        }
        return account.id
    }

    func hear() async throws(TradeError) -> Order.ID? {
        guard let message = chance.draw(&bank.messages) else { return nil }
        // It comes once more until somebody says that it was taken in, and at times even then.
        do throws(TradeError) {
            let order = try await store.record(message, from: bank.name, at: now)
            require(order.id == message.order, "a message to \(message.order) is answered with \(order.id)")
        } catch {
            bank.messages.append(message)
            throw error
        }
        if chance.happens(150) { bank.messages.append(message) }
        return message.order
    }

    func refund() async throws(TradeError) -> Order.ID? {
        guard let account = creditor() else { return nil }
        try await store.sendRefunds(of: account.id, through: bank, at: now)
        return account.id
    }

    /// Lets go of what was authorised for an order that wants no money any more, and at times asks in vain.
    func void() async throws(TradeError) -> Order.ID? {
        guard let id = chance.pick(auditor.placed.suffix(64)) else { return nil }
        try await store.voidAuthorisations(of: id, through: bank, at: now)
        return id
    }

    func lapse() async throws(TradeError) -> Order.ID? {
        // Clocks of two servers differ.
        try await store.lapse(at: now.addingTimeInterval(Double(chance.below(40)) - 20), limit: 1 + chance.below(30))
        return nil
    }

    func wait() -> Order.ID? {
        now += chance.happens(100) ? Double(chance.below(86_400)) : Double(chance.below(1_800)) - 60
        return nil
    }
}
