#if Postgres
    internal import Foundation
    internal import KeruenTrade

    /// A body on its way to a thread and back.
    final class ThreadedRun: @unchecked Sendable {
        let transaction: PostgresTransaction

        init(_ server: ThreadedServer) { transaction = PostgresTransaction(server: server) }

        @discardableResult
        func run(_ work: any QueuedWork) async -> PostgresTransaction.Ending {
            await withCheckedContinuation { (caller: CheckedContinuation<PostgresTransaction.Ending, Never>) in
                let thread = Thread { [self] in
                    caller.resume(returning: transaction.run(work))
                }
                thread.name = "keruen-body"
                thread.start()
            }
        }
    }
#endif
