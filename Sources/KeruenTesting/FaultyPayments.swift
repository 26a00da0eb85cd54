internal import Synchronization
public import KeruenTrade

/// A provider whose line is bad: calls that never arrive, and calls that work while their answer is lost.
///
///     let payments = FaultyPayments(InMemoryPayments(style: .card)) { call in call == 1 ? .answerLost : nil }
public final class FaultyPayments<Base: PaymentProvider>: PaymentProvider {
    public enum Fault: Sendable { case callLost, answerLost }

    public let base: Base
    private let fault: @Sendable (Int) -> Fault?
    private let calls = Mutex(0)

    /// - Parameter fault: what goes wrong with a call, counted from 0; nil where nothing does.
    public init(_ base: Base, fault: @escaping @Sendable (Int) -> Fault?) {
        self.base = base
        self.fault = fault
    }

    public var name: String { base.name }

    public func begin(_ request: PaymentRequest) async throws(PaymentError) -> PaymentAnswer {
        try await pass { base async throws(PaymentError) in try await base.begin(request) }
    }

    public func capture(_ payment: Payment.ID, _ amount: Money) async throws(PaymentError) -> PaymentAnswer {
        try await pass { base async throws(PaymentError) in try await base.capture(payment, amount) }
    }

    public func void(_ payment: Payment.ID) async throws(PaymentError) -> PaymentAnswer {
        try await pass { base async throws(PaymentError) in try await base.void(payment) }
    }

    public func outcome(
        of order: Order.ID, attempt: Int
    ) async throws(PaymentError) -> (payment: Payment.ID, kind: PaymentMessage.Kind)? {
        try await pass { base async throws(PaymentError) in try await base.outcome(of: order, attempt: attempt) }
    }

    public func refund(_ refund: Refund, of order: Order.ID) async throws(PaymentError) {
        try await pass { base async throws(PaymentError) in try await base.refund(refund, of: order) }
    }

    private func pass<T>(_ call: (Base) async throws(PaymentError) -> T) async throws(PaymentError) -> T {
        let number = calls.withLock { count in
            defer { count += 1 }
            return count
        }
        let fault = fault(number)
        if fault == .callLost { throw PaymentError() }
        let answer = try await call(base)
        if fault == .answerLost { throw PaymentError() }
        return answer
    }
}
