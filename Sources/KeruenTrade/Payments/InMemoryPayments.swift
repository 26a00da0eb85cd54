/// A provider without a bank: for tests, previews and trying a shop out. It is a card or a wallet, as it is told.
///
///     let payments = InMemoryPayments(style: .wallet)
///     let (order, action) = try await store.pay(order.id, through: payments, at: now)
///     try await store.record(payments.settle(order.id), from: payments.name, at: now)
public actor InMemoryPayments: PaymentProvider {
    public enum Style: Sendable { case card, wallet }

    public nonisolated let name: String
    private let style: Style
    /// What is taken and what went back, by payment.
    public private(set) var taken: [Payment.ID: Money] = [:]
    public private(set) var sentBack: [Payment.ID: [Int: Money]] = [:]
    /// What was authorised and let go.
    public private(set) var voided: Set<Payment.ID> = []
    private var begun: [Payment.ID: PaymentRequest] = [:]

    public init(style: Style, name: String = "memory") {
        self.style = style
        self.name = name
    }

    public func begin(_ request: PaymentRequest) throws(PaymentError) -> PaymentAnswer {
        let id = try Self.id(request.order, request.attempt)
        begun[id] = begun[id] ?? request
        if taken[id] != nil { return .captured(id) }
        if voided.contains(id) { return .declined(id) }
        return style == .card ? .authorised(id) : .pending(id, action: "\(name):\(id)")
    }

    public func capture(_ payment: Payment.ID, _ amount: Money) throws(PaymentError) -> PaymentAnswer {
        guard begun[payment] != nil else { throw PaymentError() }
        guard !voided.contains(payment) else { return .declined(payment) }
        taken[payment] = taken[payment] ?? amount
        return .captured(payment)
    }

    public func void(_ payment: Payment.ID) throws(PaymentError) -> PaymentAnswer {
        guard begun[payment] != nil else { throw PaymentError() }
        if taken[payment] != nil { return .captured(payment) }
        voided.insert(payment)
        return .declined(payment)
    }

    public func outcome(
        of order: Order.ID, attempt: Int
    ) throws(PaymentError) -> (payment: Payment.ID, kind: PaymentMessage.Kind)? {
        let id = try Self.id(order, attempt)
        return taken[id].map { (id, .captured($0)) }
    }

    public func refund(_ refund: Refund, of order: Order.ID) throws(PaymentError) {
        let before = (sentBack[refund.payment] ?? [:]).values.reduce(0) { $0 + $1.minorUnits }
        guard let taken = taken[refund.payment] else { throw PaymentError() }
        guard sentBack[refund.payment]?[refund.number] == nil else { return }
        guard before + refund.amount.minorUnits <= taken.minorUnits else { throw PaymentError() }
        sentBack[refund.payment, default: [:]][refund.number] = refund.amount
    }

    /// The buyer has scanned and paid: what the wallet then tells the shop.
    public func settle(_ order: Order.ID, attempt: Int = 0) throws(PaymentError) -> PaymentMessage {
        let id = try Self.id(order, attempt)
        guard let request = begun[id] else { throw PaymentError() }
        taken[id] = taken[id] ?? request.amount
        return PaymentMessage(id: "\(id)-settled", order: order, payment: id, kind: .captured(request.amount))
    }

    private static func id(_ order: Order.ID, _ attempt: Int) throws(PaymentError) -> Payment.ID {
        do throws(TradeError) { return try Payment.ID("\(order)-\(attempt)") } catch { throw PaymentError() }
    }
}
