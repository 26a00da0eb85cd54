public import Foundation

/// A placed order: what its events fold to.
///
///     let order = try await store.place(request, from: warehouses, at: now)
///     order.stage              // placed
///     order.history.last       // what happened last, and when
public struct Order: Hashable, Sendable, Identifiable {
    public let id: ID
    public private(set) var history: [OrderEvent] = []
    public private(set) var stage = OrderFlow.first
    /// What was agreed; its reservations are those of the placing.
    public let placement: OrderEvent.Placement
    /// What is set aside now.
    public private(set) var reservations: [Reservation]
    /// What of its claim to the buyer's year still counts; nil for an order that has none.
    public private(set) var counted: Money?
    /// When it lapses; nil once it does not any more.
    public private(set) var lapses: Date?
    /// In the order in which they were begun.
    public private(set) var payments: [Payment] = []
    public private(set) var refunds: [Refund] = []
    /// What the buyer announced to send back, and what has come and passed its check.
    public private(set) var announced: [ReturnLine] = []
    public private(set) var returned: [ReturnLine] = []
    /// The newest answer of customs to each document.
    public private(set) var receipts: [String: CustomsReceipt] = [:]
    /// What customs has answered since the order's last step, in the order of their times; and where it stood then.
    private var answers: [CustomsReceipt] = []
    private var asked = OrderFlow.first
    /// The newest answer before that step, to whichever document: what is older has nothing to say any more.
    private var settled: CustomsReceipt?
    /// Whether a list was ever with customs, so that any answer may come.
    private var isFiled = false
    /// Beijing's days on which customs released the goods, and on which their return was asked for.
    private var released: CivilDate?
    private var applied: CivilDate?
    /// What the last effects are about: goods that came back, or a payment that nobody waited for.
    private var accepted: [ReturnLine] = []
    private var latest: Payment.ID?

    /// - Throws: `TradeError` with `brokenHistory` unless the first event is the placing and the others follow it.
    public init(id: ID, history: [OrderEvent]) throws(TradeError) {
        guard let first = history.first, first.number == 0, case .placed(let placement) = first.change else {
            throw TradeError(.brokenHistory, ["id": .text(id.description)])
        }
        self.init(id: id, placed: placement, at: first.at)
        for event in history.dropFirst() { _ = try apply(event) }
    }

    init(id: ID, placed placement: OrderEvent.Placement, at now: Date) {
        self.id = id
        self.placement = placement
        reservations = placement.reservations
        counted = placement.quota?.amount
        // What costs nothing waits for no money.
        stage = placement.total.minorUnits == 0 ? .paid : OrderFlow.first
        lapses = stage == .placed ? placement.until : nil
        history = [OrderEvent(number: 0, at: now, change: .placed(placement))]
    }

    public var key: IdempotencyKey { placement.key }
    public var market: String { placement.market }
    public var language: LanguageTag { placement.language }
    public var lines: [Quote.Line] { placement.lines }
    public var total: Money { placement.total }
    public var placed: Date { history.first?.at ?? placement.until }
    public var flow: OrderFlow { .flow(placement.flow) }
}

extension Order {
    /// Adds an event, and says what else it brings about.
    /// - Throws: `TradeError` with `notAllowedNow` where the flow has no such step here, `paymentMismatch`, `refundTooLarge`,
    ///   `returnTooLarge` or `brokenHistory`; then nothing has changed.
    mutating func apply(_ event: OrderEvent) throws(TradeError) -> [OrderFlow.Effect] {
        guard event.number == history.count else {
            throw TradeError(.brokenHistory, ["id": .text(id.description)])
        }
        var next = self
        let effects = try next.enter(event)
        next.history.append(event)
        self = next
        return effects
    }

    private mutating func enter(_ event: OrderEvent) throws(TradeError) -> [OrderFlow.Effect] {
        try account(for: event)
        guard let step = event.change.flowStep else { return [] }
        if case .receipt(let receipt) = event.change {
            try weigh(receipt)
            return []
        }
        guard let transition = flow.transitions(from: stage, on: step).first(where: { holds($0.guards, at: event.at) })
        else {
            // Money that comes or fails to come has no wrong moment: it is written down, and what is too much goes back.
            if step == .captured { return [.refundLatest] }
            if step == .authorised || step == .paymentFailed { return [] }
            throw notAllowed(step.rawValue)
        }
        stage = transition.to
        (asked, answers, settled) = (stage, [], receipts.values.max())
        isFiled = isFiled || flow.transition(from: stage, on: .receiptReleased) != nil
        if stage != .placed { lapses = nil }
        if transition.effects.contains(.releaseReservations) || transition.effects.contains(.takeReservations) {
            // What they were is in the effect's hands: the record reads them before it applies the event.
            reservations = []
        }
        // An order that is called off, or whose goods never reach the buyer, was none for the year.
        if transition.effects.contains(.releaseReservations) || transition.effects.contains(.refundEverything) {
            counted?.minorUnits = 0
        }
        return transition.effects
    }

    /// Moves the order to where customs' answers lead in the order of their times, whatever the order of their coming.
    ///
    /// Once a list was filed no answer has a wrong moment: one that moves nothing any more is written down. Before that, only what is on
    /// its way may be answered.
    private mutating func weigh(_ receipt: CustomsReceipt) throws(TradeError) {
        let step = receipt.step
        guard isFiled || step == .receiptNoted || flow.transition(from: asked, on: step) != nil else {
            throw notAllowed(step.rawValue)
        }
        answers.insert(receipt, at: answers.firstIndex { receipt < $0 } ?? answers.endIndex)
        stage = answers.reduce(asked) { stage, answer in flow.transition(from: stage, on: answer.step)?.to ?? stage }
    }

    /// Whether an answer of customs still has something to say: it is newer than what was known when the order last went on.
    func isNews(_ receipt: CustomsReceipt) -> Bool { settled.map { $0 < receipt } ?? true }

    /// What people may do next: steps that are only said, and paying, cancelling and returning, which have ways of their own.
    public var possible: [OrderStep] {
        flow.steps(from: stage).filter { step in
            switch step {
            case .cancelled, .returnStarted, .returnReceived: true
            // Money that comes late is taken in as well, but nobody is asked for it.
            case .captured: stage == .placed
            // Customs has the word.
            case .receiptReleased: true
            default: OrderStep.plain.contains(step)
            }
        }
    }

    /// Says where the order stands, and what may be done there.
    func notAllowed(_ step: String) -> TradeError {
        let known = possible.map(\.rawValue).joined(separator: ", ")
        return TradeError(
            .notAllowedNow,
            [
                "id": .text(id.description), "stage": .text(stage.rawValue), "step": .text(step),
                "known": .text(known.isEmpty ? "—" : known),
            ])
    }

    private func holds(_ guards: [OrderFlow.Guard], at now: Date) -> Bool {
        guards.allSatisfy { question in
            switch question {
            case .paidInFull: kept.minorUnits >= total.minorUnits
            case .freeCancellation: placement.freeCancellation.map { now <= $0 } ?? true
            }
        }
    }

    /// The part of an event that is not its step: sums, promises, documents.
    private mutating func account(for event: OrderEvent) throws(TradeError) {
        switch event.change {
        case .placed: throw TradeError(.brokenHistory, ["id": .text(id.description)])
        case .paymentStarted(let id): try edit(id) { _ in }
        case .authorised(let id, let amount):
            try check(amount)
            try edit(id) { $0.authorised = amount }
        case .captured(let id, let amount):
            try check(amount)
            guard payments.first(where: { $0.id == id })?.captured.minorUnits ?? 0 == 0 else {
                throw TradeError(.alreadyCaptured, ["payment": .text(id.description)])
            }
            try edit(id) { $0.captured = amount }
            latest = id
        case .paymentFailed(let id): try edit(id) { $0.hasFailed = true }
        case .reheld(let reservations, let until):
            self.reservations = reservations
            lapses = until
            counted = placement.quota?.amount
        case .refundRequested(let refund):
            try check(refund.amount)
            guard refund.number == refunds.count, !refund.isDone,
                let payment = payments.first(where: { $0.id == refund.payment }),
                refund.amount.minorUnits <= payment.captured.minorUnits - payment.refunded.minorUnits
            else { throw TradeError(.refundTooLarge, ["id": .text(id.description)]) }
            try edit(refund.payment) { $0.refunded.minorUnits += refund.amount.minorUnits }
            refunds.append(refund)
        case .refunded(let number):
            guard refunds.indices.contains(number) else {
                throw TradeError(.refundTooLarge, ["id": .text(id.description)])
            }
            refunds[number].isDone = true
        case .returnStarted(let lines):
            try check(lines)
            announced = lines
            applied = BeijingTime.day(at: event.at)
        case .returnReceived(let lines, _):
            try check(lines)
            returned += lines
            accepted = lines
            giveBack(at: event.at)
        case .receipt(let receipt):
            receipts[receipt.document] = receipts[receipt.document].map { max($0, receipt) } ?? receipt
            if receipt.step == .receiptReleased, let day = BeijingTime.day(of: receipt.time) {
                released = min(released ?? day, day)
            }
        case .lapsed, .cancelled, .step: break
        }
    }

    private mutating func edit(_ id: Payment.ID, _ change: (inout Payment) -> Void) throws(TradeError) {
        if !payments.contains(where: { $0.id == id }) { payments.append(Payment(id: id, total.currency)) }
        guard let index = payments.firstIndex(where: { $0.id == id }) else { return }
        change(&payments[index])
    }

    private func check(_ amount: Money) throws(TradeError) {
        guard amount.currency == total.currency, amount.minorUnits > 0, amount.minorUnits <= Int64.max / 64 else {
            throw TradeError(
                .paymentMismatch, ["expected": .text(total.description), "found": .text(amount.description)])
        }
    }

    /// Goods that are back in time are taken off the buyer's year, by their price.
    private mutating func giveBack(at now: Date) {
        guard let claim = placement.quota, let counted,
            claim.isGivenBack(released: released, applied: applied, back: BeijingTime.day(at: now))
        else { return }
        self.counted = Money(
            minorUnits: counted.minorUnits - min(counted.minorUnits, worth(of: accepted)), counted.currency)
    }

    /// Nobody returns more of a line than they bought, in all their returns together.
    private func check(_ lines: [ReturnLine]) throws(TradeError) {
        var counts: [Int: Int] = [:]
        for line in returned + lines {
            guard self.lines.indices.contains(line.line), (1...Cart.maximumQuantity).contains(line.quantity) else {
                throw TradeError(.returnTooLarge, ["id": .text(id.description)])
            }
            counts[line.line, default: 0] += line.quantity
        }
        guard counts.allSatisfy({ $0.value <= self.lines[$0.key].quantity }) else {
            throw TradeError(.returnTooLarge, ["id": .text(id.description)])
        }
    }
}

extension Order {
    /// Captured, less what goes back.
    public var kept: Money {
        Money(minorUnits: payments.reduce(0) { $0 + $1.captured.minorUnits - $1.refunded.minorUnits }, total.currency)
    }

    /// What is to be paid back and was not sent yet.
    public var owed: Money {
        Money(minorUnits: refunds.reduce(0) { $0 + ($1.isDone ? 0 : $1.amount.minorUnits) }, total.currency)
    }

    /// What an effect owes the buyer, by payment, the last one first.
    func owed(by effect: OrderFlow.Effect) -> [(payment: Payment.ID, amount: Money)] {
        var left: Int64 =
            switch effect {
            case .refundEverything: kept.minorUnits
            case .refundExcess: max(0, kept.minorUnits - total.minorUnits)
            case .refundLatest: payments.first { $0.id == latest }?.captured.minorUnits ?? 0
            case .refundReturned: min(kept.minorUnits, worth(of: accepted))
            case .releaseReservations, .takeReservations, .restockAccepted: 0
            }
        var owed: [(Payment.ID, Money)] = []
        for payment in payments.reversed() where effect != .refundLatest || payment.id == latest {
            let amount = min(left, payment.captured.minorUnits - payment.refunded.minorUnits)
            guard amount > 0 else { continue }
            owed.append((payment.id, Money(minorUnits: amount, total.currency)))
            left -= amount
        }
        return owed
    }

    /// Shares of what the lines cost after discounts, so reckoned that all pieces of a line together are worth exactly that.
    private func worth(of lines: [ReturnLine]) -> Int64 {
        var before: [Int: Int] = [:]
        // These lines are among what has been returned by now.
        for line in returned.dropLast(lines.count) { before[line.line, default: 0] += line.quantity }
        return lines.reduce(0) { sum, line in
            let (net, all) = (net(of: line.line), Int64(self.lines[line.line].quantity))
            let (first, last) = (Int64(before[line.line] ?? 0), Int64((before[line.line] ?? 0) + line.quantity))
            before[line.line] = Int(last)
            return sum + share(last, of: all, net) - share(first, of: all, net)
        }
    }

    private func share(_ part: Int64, of all: Int64, _ amount: Int64) -> Int64 {
        let product = amount.multipliedFullWidth(by: part)
        return all.dividingFullWidth(product).quotient
    }
}
