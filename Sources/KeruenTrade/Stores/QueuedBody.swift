/// A transaction that waits for its group, whatever it gives back.
package protocol QueuedWork: AnyObject, Sendable {
    /// Runs the body; its outcome is nobody's yet.
    /// - Returns: why it was given up, if it was.
    func run(in transaction: any StoreTransaction) -> TradeError?
    /// Tells the caller: the body's outcome once its group is durable, or the group's failure.
    func finish(_ failure: TradeError?)
}

/// A caller's body, and where the caller waits.
package final class QueuedBody<T: Sendable>: QueuedWork, @unchecked Sendable {
    private let body: @Sendable (any StoreTransaction) throws(TradeError) -> T
    private let caller: CheckedContinuation<Result<T, TradeError>, Never>?
    /// For whoever runs it alone.
    package private(set) var outcome: Result<T, TradeError> = .failure(TradeError(.storeFailed, ["reason": "queue"]))

    package init(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T,
        caller: CheckedContinuation<Result<T, TradeError>, Never>? = nil
    ) {
        self.body = body
        self.caller = caller
    }

    package func run(in transaction: any StoreTransaction) -> TradeError? {
        do throws(TradeError) {
            outcome = .success(try body(transaction))
            return nil
        } catch {
            outcome = .failure(error)
            return error
        }
    }

    package func finish(_ failure: TradeError?) {
        // A refusal may rest on what its neighbours wrote: it falls with them, and the caller asks again.
        if let failure { outcome = .failure(failure) }
        caller?.resume(returning: outcome)
    }
}
