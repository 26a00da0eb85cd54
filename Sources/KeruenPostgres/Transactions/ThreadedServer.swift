#if Postgres
    internal import KeruenTrade

    /// A transaction's server for a body that has a thread of its own, where it may wait.
    final class ThreadedServer {
        private let connection: PostgresConnection
        private let deadline: ContinuousClock.Instant
        /// Sent with the first question.
        private var opening: [Query]
        /// What ended the transaction; nothing can be asked after it.
        private(set) var failure: PostgresFailure?

        init(_ connection: PostgresConnection, opening: [Query], until deadline: ContinuousClock.Instant) {
            self.connection = connection
            self.opening = opening
            self.deadline = deadline
        }

        func fetch(_ needs: Set<Need>, into transaction: PostgresTransaction) throws(TradeError) {
            let fetch = Fetch(needs)
            try fetch.read(try run(fetch.queries)[...], into: transaction)
        }

        func send(_ writes: [Query]) throws(TradeError) { if !writes.isEmpty { _ = try run(writes) } }

        func change(_ query: Query) throws(TradeError) -> Int { try run([query]).first?.changes ?? 0 }

        /// - Returns: what the batch gave back, without what begins the transaction.
        func run(_ batch: [Query]) throws(TradeError) -> [PostgresRows] {
            if let failure { throw TradeError(failure) }
            let rows: [PostgresRows]
            do throws(PostgresFailure) { rows = try connection.runHere(opening + batch, until: deadline) } catch {
                failure = error
                throw TradeError(error)
            }
            defer { opening = [] }
            return Array(rows.dropFirst(opening.count))
        }

        /// Whether anything was asked.
        var hasBegun: Bool { opening.isEmpty }
    }
#endif
