#if SQLite
    internal import KeruenTrade
    internal import Synchronization

    /// A transaction that waits for its group, whatever it gives back.
    protocol QueuedWork: AnyObject, Sendable {
        /// Runs the body; its outcome is nobody's yet.
        /// - Returns: why it was given up, if it was.
        func run(in transaction: SQLiteTransaction) -> TradeError?
        /// Tells the caller: the body's outcome once its group is durable, or the group's failure.
        func finish(_ failure: TradeError?)
    }

    /// A caller's body, and where the caller waits.
    final class QueuedBody<T: Sendable>: QueuedWork, @unchecked Sendable {
        private let body: @Sendable (any StoreTransaction) throws(TradeError) -> T
        private let caller: CheckedContinuation<Result<T, TradeError>, Never>
        /// For the writer's thread alone.
        private var outcome: Result<T, TradeError> = .failure(WriterTurn.tooLong)

        init(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T,
            caller: CheckedContinuation<Result<T, TradeError>, Never>
        ) {
            self.body = body
            self.caller = caller
        }

        func run(in transaction: SQLiteTransaction) -> TradeError? {
            do throws(TradeError) {
                outcome = .success(try body(transaction))
                return nil
            } catch {
                outcome = .failure(error)
                return error
            }
        }

        func finish(_ failure: TradeError?) {
            // A refusal may rest on what its neighbours wrote: it falls with them, and the caller asks again.
            if let failure { outcome = .failure(failure) }
            caller.resume(returning: outcome)
        }
    }
#endif
