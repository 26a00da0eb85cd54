#if Postgres
    internal import Foundation
    internal import KeruenTrade

    /// A body that reads, on one connection, with the store as it is at one moment.
    struct ReadTransaction {
        let connection: PostgresConnection
        let deadline: ContinuousClock.Instant

        /// Runs a body until all it asks for is answered; one that asks again and again goes to a thread where it may wait.
        func run(_ work: any QueuedWork) async throws(PostgresFailure) {
            let transaction = PostgresTransaction()
            var hasBegun = false
            for _ in 0..<Self.mostRounds {
                guard case .missed(let needs) = transaction.run(work) else {
                    if hasBegun { try await end() }
                    return
                }
                let before = hasBegun ? [] : opening
                let fetch = Fetch(needs)
                let rows = try await ask(before + fetch.queries)
                hasBegun = true
                do throws(TradeError) { try fetch.read(rows.dropFirst(before.count), into: transaction) } catch {
                    // Nobody can answer that: the body meets it where it asks, on its own thread.
                    break
                }
            }
            if hasBegun { try await end() }
            let server = ThreadedServer(connection, opening: opening, until: deadline)
            await ThreadedRun(server).run(work)
            if let failure = server.failure {
                if !failure.isLost { try await end() }
                throw failure
            }
            if server.hasBegun { try await end() }
        }

        private static let mostRounds = 8

        private var opening: [Query] { Turn.beginReading(seconds: max(1, Int((deadline - .now) / .seconds(1)) + 1)) }

        private func ask(_ batch: [Query]) async throws(PostgresFailure) -> [PostgresRows] {
            do throws(PostgresFailure) { return try await connection.run(batch, until: deadline) } catch {
                if !error.isLost { try await end() }
                throw error
            }
        }

        private func end() async throws(PostgresFailure) {
            _ = try await connection.run([Turn.rollback()], until: .now + .seconds(5))
        }
    }
#endif
