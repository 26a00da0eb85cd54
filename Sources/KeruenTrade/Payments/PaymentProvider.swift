public import Foundation

/// A bank's or wallet's side of a payment. Two styles fit it:
///
/// - *cards*: `begin` authorises, `capture` takes the money, each answered at once;
/// - *wallets* (Alipay, WeChat Pay, СБП, Kaspi): `begin` gives something to scan, and the answer comes later as a message, or never.
///
/// Calls cross a network: they are made outside of transactions, may fail after they have worked, and are repeated under the same key.
public protocol PaymentProvider: Sendable {
    /// Short and stable: it stands beside each of its messages.
    var name: String { get }

    /// Begins a payment. The same order and attempt again is the same payment.
    func begin(_ request: PaymentRequest) async throws(PaymentError) -> PaymentAnswer
    /// Takes what a card has authorised; of no use to wallets, which do it themselves.
    func capture(_ payment: Payment.ID, _ amount: Money) async throws(PaymentError) -> PaymentAnswer
    /// Lets go of what a card has authorised and nobody took: `.declined` once it is let go, `.captured` where it was taken after all.
    func void(_ payment: Payment.ID) async throws(PaymentError) -> PaymentAnswer
    /// What became of an attempt, whenever it is asked; nil while nothing has, or where it was never begun.
    func outcome(of order: Order.ID, attempt: Int) async throws(PaymentError)
        -> (payment: Payment.ID, kind: PaymentMessage.Kind)?
    /// Sends money back. The same payment and number again is the same refund.
    func refund(_ refund: Refund, of order: Order.ID) async throws(PaymentError)
}

public struct PaymentRequest: Hashable, Sendable {
    public var order: Order.ID
    /// 0 for the first try; another card is another attempt.
    public var attempt: Int
    public var amount: Money
    /// After it, a wallet no longer takes the money; that it took it in the last second may be heard of later.
    public var expires: Date

    public init(order: Order.ID, attempt: Int, amount: Money, expires: Date) {
        self.order = order
        self.attempt = attempt
        self.amount = amount
        self.expires = expires
    }
}

public enum PaymentAnswer: Hashable, Sendable {
    case authorised(Payment.ID)
    case captured(Payment.ID)
    /// The buyer has to do something: a text for a QR code, or an address to open.
    case pending(Payment.ID, action: String)
    case declined(Payment.ID)

    public var payment: Payment.ID {
        switch self {
        case .authorised(let id), .captured(let id), .pending(let id, _), .declined(let id): id
        }
    }
}

/// A provider that could not be asked, or whose answer was lost. Whether it did anything is not known: ask again.
public struct PaymentError: Error, Hashable, Sendable {
    public init() {}
}

/// What a provider tells by itself, a webhook's body: perhaps late, twice, or in the wrong order.
public struct PaymentMessage: Hashable, Sendable {
    /// The provider's own id for this message.
    public var id: String
    public var order: Order.ID
    public var payment: Payment.ID
    public var kind: Kind

    public init(id: String, order: Order.ID, payment: Payment.ID, kind: Kind) {
        self.id = id
        self.order = order
        self.payment = payment
        self.kind = kind
    }

    public enum Kind: Hashable, Sendable {
        case authorised(Money)
        case captured(Money)
        case failed
    }
}
