#if Postgres
    internal import Foundation
    internal import KeruenTrade

    /// A body on its way to a thread and back.
    final class ThreadedRun: @unchecked Sendable {
        let transaction: PostgresTransaction

        init(_ server: ThreadedServer) { transaction = PostgresTransaction(server: server) }

        func run(_ work: any QueuedWork) async {
            await withCheckedContinuation { (caller: CheckedContinuation<Void, Never>) in
                let thread = Thread { [self] in
                    _ = transaction.run(work)
                    caller.resume()
                }
                thread.name = "keruen-body"
                thread.start()
            }
        }
    }
#endif
