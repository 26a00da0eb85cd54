/// What was paid towards an order by one payment, and what of it went back.
public struct Payment: Hashable, Sendable, Identifiable {
    public var id: ID
    public var authorised: Money
    public var captured: Money
    /// Requested or done; never more than `captured`.
    public var refunded: Money
    public var hasFailed = false

    init(id: ID, _ currency: Currency) {
        self.id = id
        authorised = .zero(currency)
        captured = .zero(currency)
        refunded = .zero(currency)
    }

    /// A provider's name for it, 1 to 64 printable ASCII characters.
    public struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
        public let description: String

        /// - Throws: `TradeError` with `badPaymentID`.
        public init(_ text: String) throws(TradeError) {
            guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw TradeError(.badPaymentID)
            }
            description = text
        }

        public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
    }
}

/// Money that is owed back, under a number that makes asking twice harmless.
public struct Refund: Hashable, Sendable {
    /// From 0 within the order.
    public var number: Int
    public var payment: Payment.ID
    public var amount: Money
    public var isDone = false

    public init(number: Int, payment: Payment.ID, amount: Money, isDone: Bool = false) {
        self.number = number
        self.payment = payment
        self.amount = amount
        self.isDone = isDone
    }
}
