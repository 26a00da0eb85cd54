internal import Foundation
internal import KeruenTrade

/// What the auditor knows of one order: its own reading of the events, simpler than the order's and not made with its code.
struct Account {
    let id: Order.ID
    let placement: OrderEvent.Placement
    var count = 1
    /// How many of them were folded again from what is kept of them.
    var replayed = 0
    var last: Date
    var stage = OrderStage.placed
    var held: [Reservation]
    var captured: [(payment: Payment.ID, amount: Int64)] = []
    var refunds: [(payment: Payment.ID, amount: Int64, isDone: Bool)] = []
    var returned: [Int: Int] = [:]
    /// The newest answer of customs by document; the same when the order last went on by itself, where it stood then, and what was
    /// answered since.
    var receipts: [String: CustomsReceipt] = [:]
    var settled: CustomsReceipt?
    var asked = OrderStage.placed
    var answers: [CustomsReceipt] = []
    /// Cancelled when it cost the whole price.
    var isForfeit = false
    /// On its way back from customs, or back: the buyer never had it.
    var isTurnedBack = false
    /// Whose year it counts to, and how much of it, in fen.
    let year: QuotaPlace?
    var claimed: Int64
    /// Beijing's days on which customs first released it, and on which the open return was asked for.
    var released: Int?
    var applied: Int?
    /// Days on which what is kept of its people is erased.
    var people: [Date] = []

    init(id: Order.ID, _ placement: OrderEvent.Placement, at now: Date) {
        self.id = id
        self.placement = placement
        last = now
        held = placement.reservations
        year = placement.quota.map { QuotaPlace(buyer: $0.buyer, year: $0.year) }
        claimed = placement.quota?.amount.minorUnits ?? 0
    }

    /// Captured, less what goes back.
    var kept: Int64 { captured.reduce(0) { $0 + $1.amount } - refunds.reduce(0) { $0 + $1.amount } }

    func captured(_ payment: Payment.ID) -> Int64 {
        captured.reduce(0) { $0 + ($1.payment == payment ? $1.amount : 0) }
    }

    func refunded(_ payment: Payment.ID) -> Int64 {
        refunds.reduce(0) { $0 + ($1.payment == payment ? $1.amount : 0) }
    }

    /// What was accepted back, in money.
    var worthReturned: Int64 {
        returned.reduce(0) { $0 + placement.lines[$1.key].unitPrice.minorUnits * Int64($1.value) }
    }

    var isOver: Bool { [.closed, .cancelled, .lapsed, .destroyed, .lost].contains(stage) }

    /// What has to be kept of the money where the order stands; nil before it is paid in full.
    var due: Int64? {
        switch stage {
        case .placed: nil
        case .lapsed, .destroyed, .lost: 0
        case _ where isTurnedBack: 0
        case .cancelled: isForfeit ? placement.total.minorUnits : 0
        default: placement.total.minorUnits - worthReturned
        }
    }

    /// Where a change leads, by the change alone.
    func stage(after change: OrderEvent.Change) -> OrderStage {
        switch change {
        case .placed, .reheld: .placed
        case .paymentStarted, .authorised, .paymentFailed, .refundRequested, .refunded: stage
        case .captured: stage == .placed && kept >= placement.total.minorUnits ? .paid : stage
        case .lapsed: .lapsed
        case .cancelled: .cancelled
        case .returnStarted: .returning
        case .returnReceived: .returned
        case .receipt: answers.sorted(by: Self.isEarlier).reduce(asked) { lead($0, $1.status) }
        case .step(let step, _): Self.leads[step] ?? stage
        }
    }

    /// The order went on by itself: what customs said before has been heard.
    mutating func settle(after change: OrderEvent.Change) {
        switch change {
        case .step, .cancelled, .returnStarted, .returnReceived, .lapsed, .reheld:
            (asked, settled, answers) = (stage, receipts.values.max(by: Self.isEarlier), [])
        case .receipt: break
        // Money may move an order that customs has spoken of too early.
        default: if stage != asked, answers.allSatisfy({ $0.step == .receiptNoted }) { asked = stage }
        }
    }

    static func isEarlier(_ a: CustomsReceipt, _ b: CustomsReceipt) -> Bool {
        (a.time, a.status, a.document) < (b.time, b.status, b.document)
    }

    private func lead(_ stage: OrderStage, _ status: Int) -> OrderStage {
        if stage == .cancelling { return [800, 899].contains(status) ? .released : stage }
        let isOpen = [.declared, .listed, .held, .detained, .correction].contains(stage)
        switch status {
        case 800, 899: return isOpen ? (placement.flow == .export ? .exitCleared : .released) : stage
        case 700: return isOpen ? .turnedBack : stage
        case 500: return isOpen && stage != .detained ? .held : stage
        case 501...599: return isOpen ? .detained : stage
        case 100, ..<0: return (isOpen && stage != .detained) || stage == .submitted ? .correction : stage
        default: return stage
        }
    }

    private static let leads: [OrderStep: OrderStage] = [
        .packed: .packed, .dispatched: .lastMile, .screened: .screened, .declared: .declared,
        .consolidated: .consolidated, .departed: .inTransit, .importDeclared: .importDeclared,
        .importCleared: .importCleared, .importRefused: .importRefused, .submitted: .submitted, .matched: .matched,
        .listed: .listed, .outForDelivery: .lastMile, .undelivered: .undelivered, .delivered: .delivered,
        .destroyed: .destroyed, .lost: .lost, .cancelRequested: .cancelling, .cancelGranted: .cancelled,
        .cancelRefused: .listed, .confirmed: .confirmed, .redeemed: .redeemed, .noShow: .closed, .closed: .closed,
    ]

    /// Whether the goods leave the house, or the seats are used, with this step.
    static func takes(_ step: OrderStep) -> Bool {
        [.dispatched, .departed, .redeemed, .noShow, .destroyed, .lost].contains(step)
    }
}
