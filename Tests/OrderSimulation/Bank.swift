internal import Foundation
internal import KeruenTrade

/// The other side of all payments, with a ledger of its own: what it really took and gave back.
///
/// It answers over a bad network: questions and answers get lost, messages come late, twice and in any order. Three kinds of payment
/// fit its protocol: cards, wallets, and instalments, which are paid in two halves.
final class Bank: PaymentProvider, @unchecked Sendable {
    enum Style { case card, wallet, instalment }

    struct Entry {
        var order: Order.ID
        var style: Style
        var amount: Money
        var expires: Date
        var isAuthorised = false
        var hasFailed = false
        var taken: Int64 = 0
        var refunds: [Int: Int64] = [:]
        var givenBack: Int64 = 0
    }

    private struct Attempt: Hashable {
        var order: Order.ID
        var number: Int
    }

    let name = "bank"
    private(set) var entries: [Payment.ID: Entry] = [:]
    private var attempts: [Attempt: Payment.ID] = [:]
    /// Wallets whose buyers have not decided yet.
    private(set) var undecided: [Payment.ID] = []
    /// On their way to us.
    var messages: [PaymentMessage] = []
    private(set) var fault: String?
    private let chance: Chance
    private let bug: PlantedBug?
    private var sent = 0
    var isReliable = false
    var between: (() async -> Void)?

    init(chance: Chance, bug: PlantedBug?) {
        self.chance = chance
        self.bug = bug
    }

    func begin(_ request: PaymentRequest) async throws(PaymentError) -> PaymentAnswer {
        try await cross()
        let attempt = Attempt(order: request.order, number: request.attempt)
        let id: Payment.ID
        if let known = attempts[attempt] {
            id = known
        } else {
            guard let new = try? Payment.ID("P\(attempts.count)") else { throw PaymentError() }
            id = new
            attempts[attempt] = id
            open(id, request)
        }
        try await cross()
        return answer(id)
    }

    func capture(_ payment: Payment.ID, _ amount: Money) async throws(PaymentError) -> PaymentAnswer {
        try await cross()
        guard let entry = entries[payment], entry.isAuthorised, amount.minorUnits <= entry.amount.minorUnits else {
            fault = "the bank is asked for \(payment), which is not authorised"
            throw PaymentError()
        }
        if entry.taken == 0, !entry.hasFailed { take(payment, amount) }
        try await cross()
        return answer(payment)
    }

    func void(_ payment: Payment.ID) async throws(PaymentError) -> PaymentAnswer {
        try await cross()
        guard let entry = entries[payment], entry.isAuthorised else {
            fault = "the bank is asked to let go of \(payment), which is not authorised"
            throw PaymentError()
        }
        if entry.taken == 0, !entry.hasFailed {
            entries[payment]?.hasFailed = true
            send(payment, .failed)
        }
        try await cross()
        return answer(payment)
    }

    func refund(_ refund: Refund, of order: Order.ID) async throws(PaymentError) {
        try await cross(losing: 150)
        guard var entry = entries[refund.payment], entry.order == order else {
            fault = "the bank is asked to give back \(refund.payment), which it does not know"
            throw PaymentError()
        }
        if entry.refunds.updateValue(refund.amount.minorUnits, forKey: refund.number) == nil || bug == .refundsTwice {
            entry.givenBack += refund.amount.minorUnits
            if entry.givenBack > entry.taken { fault = "the bank gave back more of \(refund.payment) than it took" }
        }
        entries[refund.payment] = entry
        try await cross(losing: 150)
    }

    func outcome(
        of order: Order.ID, attempt: Int
    ) async throws(PaymentError) -> (payment: Payment.ID, kind: PaymentMessage.Kind)? {
        try await cross()
        guard let id = attempts[Attempt(order: order, number: attempt)], let entry = entries[id] else { return nil }
        if entry.taken > 0 { return (id, .captured(Money(minorUnits: entry.taken, entry.amount.currency))) }
        return entry.hasFailed ? (id, .failed) : nil
    }

    /// As the bank itself knows a payment that an order knows with the bank's name before it.
    func own(_ payment: Payment.ID) -> Payment.ID {
        (try? Payment.ID(String(payment.description.dropFirst(name.count + 1)))) ?? payment
    }

    /// What is asked or answered crosses a network, and meanwhile other things happen.
    private func cross(losing perMille: Int = 40) async throws(PaymentError) {
        if let between { await between() }
        if !isReliable, chance.happens(perMille) { throw PaymentError() }
    }

    private func open(_ id: Payment.ID, _ request: PaymentRequest) {
        let style: Style = [.card, .card, .wallet, .wallet, .wallet, .instalment][chance.below(6)]
        var amount = request.amount
        if style == .instalment { amount.minorUnits = max(1, amount.minorUnits / 2) }
        var entry = Entry(order: request.order, style: style, amount: amount, expires: request.expires)
        if style != .card {
            undecided.append(id)
        } else if chance.happens(120) {
            entry.hasFailed = true
        } else {
            entry.isAuthorised = true
        }
        entries[id] = entry
        if entry.hasFailed { send(id, .failed) }
        if entry.isAuthorised { send(id, .authorised(amount)) }
    }

    private func answer(_ id: Payment.ID) -> PaymentAnswer {
        guard let entry = entries[id], !entry.hasFailed else { return .declined(id) }
        // That a part was taken can only be told by a message.
        if entry.style == .instalment { return .pending(id, action: "https://bank.example/\(id)") }
        if entry.taken > 0 { return .captured(id) }
        return entry.isAuthorised ? .authorised(id) : .pending(id, action: "https://bank.example/\(id)")
    }

    private func take(_ id: Payment.ID, _ amount: Money) {
        entries[id]?.taken = amount.minorUnits
        send(id, .captured(amount))
    }

    private func send(_ id: Payment.ID, _ kind: PaymentMessage.Kind) {
        guard let order = entries[id]?.order else { return }
        sent += 1
        messages.append(PaymentMessage(id: "M\(sent)", order: order, payment: id, kind: kind))
    }

    /// A buyer looks at the wallet's question: pays, gives up, or finds that it has run out.
    func decide(at now: Date) -> Order.ID? {
        guard let id = chance.draw(&undecided), let entry = entries[id] else { return nil }
        if now <= entry.expires, chance.happens(800) {
            take(id, entry.amount)
        } else {
            entries[id]?.hasFailed = true
            send(id, .failed)
        }
        return entry.order
    }
}

extension Bank {
    func hasAuthorised(_ id: Payment.ID, of order: Order.ID, _ amount: Int64) -> Bool {
        entries[own(id)].map { $0.order == order && $0.isAuthorised && $0.amount.minorUnits == amount } ?? false
    }

    func hasTaken(_ id: Payment.ID, of order: Order.ID, _ amount: Int64) -> Bool {
        entries[own(id)].map { $0.order == order && $0.taken == amount } ?? false
    }

    func hasFailed(_ id: Payment.ID, of order: Order.ID) -> Bool {
        entries[own(id)].map { $0.order == order && $0.hasFailed } ?? false
    }

    func hasGivenBack(_ id: Payment.ID, _ number: Int) -> Bool { entries[own(id)]?.refunds[number] != nil }

    /// What cards hold for orders and nobody took.
    func authorisedOnly() -> Set<Order.ID> {
        Set(entries.values.filter { $0.isAuthorised && $0.taken == 0 && !$0.hasFailed }.map(\.order))
    }

    /// What it holds for an order at the end of the day.
    func balances() -> [Order.ID: Int64] {
        entries.values.reduce(into: [:]) { $0[$1.order, default: 0] += $1.taken - $1.givenBack }
    }
}
