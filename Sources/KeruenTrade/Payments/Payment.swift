/// What was paid towards an order by one payment, and what of it went back.
public struct Payment: Hashable, Sendable, Identifiable {
    public var id: ID
    public var authorised: Money
    public var captured: Money
    /// Requested or done; never more than `captured`.
    public var refunded: Money
    public var hasFailed = false

    /// Whether a card still holds money for it that nobody has taken.
    public var isAuthorisedOnly: Bool { authorised.minorUnits > 0 && captured.minorUnits == 0 && !hasFailed }

    init(id: ID, _ currency: Currency) {
        self.id = id
        authorised = .zero(currency)
        captured = .zero(currency)
        refunded = .zero(currency)
    }

    /// A provider's name for it, 1 to 64 printable ASCII characters; within an order, the provider's own name is before it: two
    /// providers may count alike.
    public struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
        /// `kaspi/20270001`, or the number alone as the provider says it.
        public let description: String

        /// - Throws: `TradeError` with `badPaymentID`.
        public init(_ text: String) throws(TradeError) {
            guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw TradeError(.badPaymentID)
            }
            description = text
        }

        /// The same payment as an order knows it.
        func at(_ provider: String) -> ID { ID(known: "\(provider)/\(description)") }

        /// As the provider knows it; nil for a payment of another one.
        func number(at provider: String) -> ID? {
            guard description.hasPrefix(provider + "/") else { return nil }
            return ID(known: String(description.dropFirst(provider.count + 1)))
        }

        /// Reads what an order has written.
        init(known text: String) { description = text }

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
