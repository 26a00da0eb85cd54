public import Foundation

/// One thing that happened to an order. Events are only ever added; an order is what they fold to.
public struct OrderEvent: Hashable, Sendable {
    /// From 0, without gaps, within one order.
    public var number: Int
    public var at: Date
    public var change: Change

    public init(number: Int, at: Date, change: Change) {
        self.number = number
        self.at = at
        self.change = change
    }

    public enum Change: Hashable, Sendable {
        case placed(Placement)
        /// The buyer was sent to pay; nothing has moved yet.
        case paymentStarted(Payment.ID)
        case authorised(Payment.ID, Money)
        case captured(Payment.ID, Money)
        /// Declined, given up or run out; another payment may be tried while the reservation stands.
        case paymentFailed(Payment.ID)
        case lapsed
        /// Set aside once more after the reservation had lapsed, until a new time.
        case reheld([Reservation], until: Date)
        /// From here on the refund is owed; it is sent until the provider has it.
        case refundRequested(Refund)
        case refunded(number: Int)
        case cancelled
        case returnStarted([ReturnLine])
        /// After the intake check: what may be sold again, and where it was put.
        case returnReceived([ReturnLine], restock: [Reservation])
        case receipt(CustomsReceipt)
        /// A step of the flow that carries nothing but perhaps a number of a document: a waybill, a declaration.
        case step(OrderStep, reference: String?)
    }
}

extension OrderEvent {
    /// What was agreed when the order was placed.
    public struct Placement: Hashable, Sendable {
        public var key: IdempotencyKey
        public var market: String
        public var language: LanguageTag
        public var flow: OrderFlow.ID
        public var lines: [Quote.Line]
        public var total: Money
        public var reservations: [Reservation]
        /// Where it may be taken from, the preferred first.
        public var warehouses: [String]
        /// When the reservation lapses unless the order is paid.
        public var until: Date
        /// After it, late money sets no seat aside once more; nil without tours.
        public var salesEnd: Date?
        public var freeCancellation: Date?
        /// Nil for goods alone.
        public var landing: Landing?
        /// What it takes of its buyer's year; nil where nothing is counted.
        public var quota: QuotaClaim?

        public init(
            key: IdempotencyKey, market: String, language: LanguageTag, flow: OrderFlow.ID, lines: [Quote.Line],
            total: Money, reservations: [Reservation], warehouses: [String], until: Date, salesEnd: Date? = nil,
            freeCancellation: Date? = nil, landing: Landing? = nil, quota: QuotaClaim? = nil
        ) {
            self.key = key
            self.market = market
            self.language = language
            self.flow = flow
            self.lines = lines
            self.total = total
            self.reservations = reservations
            self.warehouses = warehouses
            self.until = until
            self.salesEnd = salesEnd
            self.freeCancellation = freeCancellation
            self.landing = landing
            self.quota = quota
        }
    }
}

/// Pieces of one line that come back.
public struct ReturnLine: Hashable, Sendable {
    /// The place of the line in the order, from 0.
    public var line: Int
    public var quantity: Int

    public init(line: Int, quantity: Int) {
        self.line = line
        self.quantity = quantity
    }
}

/// An answer of customs to one document of an order.
public struct CustomsReceipt: Hashable, Sendable {
    public var document: String
    public var status: Int
    /// `yyyyMMddHHmmssSSS`, as customs writes it: later answers sort after earlier ones.
    public var time: String

    public init(document: String, status: Int, time: String) {
        self.document = document
        self.status = status
        self.time = time
    }

    /// Whether the goods' list is answered. An order, a payment or a waybill that customs has passed is a paper in order, and releases nothing.
    var isOfList: Bool {
        let number = document.hasPrefix("CEB") ? document.dropFirst(3) : document[...]
        return !["303", "311", "403", "411", "505", "511"].contains { number.hasPrefix($0) }
    }

    /// Only 800 (released) and 899 (closed) release: 120 (received) and 399 (approved) are on the way there.
    public var step: OrderStep {
        switch status {
        case 500...899 where !isOfList: .receiptNoted
        case 800, 899: .receiptReleased
        case 500: .receiptHeld
        case 501...599: .receiptDetained
        case 100, ..<0: .receiptRejected
        case 700: .receiptReturned
        default: .receiptNoted
        }
    }
}

extension CustomsReceipt {
    /// - Throws: `TradeError` with `badReceipt` for a time that is none or lies ahead, `badReference` for a document's number that is none.
    func check(at now: Date) throws(TradeError) {
        guard OrderStep.isReference(document) else { throw TradeError(.badReference) }
        // Customs' clock is Beijing's; a time ahead of it would make every later answer an old one.
        let beijing = OrderEvent.instant(OrderEvent.milliseconds(now) + 8 * 3_600_000)
        guard time.utf8.count == 17, time.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let day = CivilDate("\(time.prefix(4))-\(time.dropFirst(4).prefix(2))-\(time.dropFirst(6).prefix(2))"),
            let hour = Int(time.dropFirst(8).prefix(2)), hour < 24,
            let minute = Int(time.dropFirst(10).prefix(2)), minute < 60,
            Double(day.daysSince1970) * 86_400 + Double(hour * 3_600 + minute * 60)
                <= beijing.timeIntervalSince1970 + 86_400
        else { throw TradeError(.badReceipt) }
    }
}

extension CustomsReceipt: Comparable {
    /// By time; of answers in the same millisecond the greater status is the later: customs' numbers rise along a document's way.
    public static func < (a: Self, b: Self) -> Bool {
        (a.time, a.status, a.document) < (b.time, b.status, b.document)
    }
}

extension OrderEvent.Change {
    /// The step of the flow that it is; nil where the stage has no say in it.
    public var flowStep: OrderStep? {
        switch self {
        case .placed, .paymentStarted, .refundRequested, .refunded: nil
        case .authorised: .authorised
        case .captured: .captured
        case .paymentFailed: .paymentFailed
        case .lapsed: .lapsed
        case .reheld: .reheld
        case .cancelled: .cancelled
        case .returnStarted: .returnStarted
        case .returnReceived: .returnReceived
        case .receipt(let receipt): receipt.step
        case .step(let step, _): step
        }
    }
}
