internal import Keruen

/// Payments that a person notes: what they were told of is true, and what they say was sent back has been.
struct HandPayments: PaymentProvider {
    static let name = "keruen"
    var name: String { Self.name }

    func begin(_ request: PaymentRequest) throws(PaymentError) -> PaymentAnswer { throw PaymentError() }

    func capture(_ payment: Payment.ID, _ amount: Money) throws(PaymentError) -> PaymentAnswer { throw PaymentError() }

    func void(_ payment: Payment.ID) throws(PaymentError) -> PaymentAnswer { throw PaymentError() }

    func outcome(
        of order: Order.ID, attempt: Int
    ) throws(PaymentError) -> (payment: Payment.ID, kind: PaymentMessage.Kind)? { nil }

    func refund(_ refund: Refund, of order: Order.ID) {}
}
