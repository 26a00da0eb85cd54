#if Postgres
    internal import Foundation
    internal import KeruenTrade
    internal import Synchronization

    /// The writer's connection, and what it remembers from group to group. For whoever serves the queue, one at a time.
    final class WriterDesk: @unchecked Sendable {
        private let address: String
        /// Under which it notes its commits.
        let name = UUID().uuidString
        private var connection: PostgresConnection?
        private var turn: Int64 = 0
        /// The last number that was sent to a server. One that nobody answered may still be noted there, so no other turn ever has it.
        private var spent: Int64 = 0
        /// A server that came back may hold commits that its standby never saw: an answer that rests on them waits for a commit behind them.
        private var needsProof = true
        /// How long to wait before the next attempt.
        private(set) var pause = Duration.zero
        private(set) var lastFailure = PostgresFailure.lost
        let recall = StockRecall()
        let commits = Atomic(0)

        init(address: String) { self.address = address }

        func begin(until deadline: ContinuousClock.Instant) async throws(PostgresFailure) -> GroupTransaction {
            let connection = try await connect(until: deadline)
            turn = spend(above: spent)
            return GroupTransaction(
                connection: connection, deadline: deadline, note: Turn.note(.text(name), .integer(turn)),
                needsProof: needsProof)
        }

        func succeed(_ ending: GroupTransaction.Ending) {
            pause = .zero
            guard ending == .committed else { return }
            needsProof = false
            commits.add(1, ordering: .relaxed)
        }

        func fail(_ failure: PostgresFailure) {
            lastFailure = failure
            // One that may only be read is no longer the right server.
            if failure.isLost || failure.isWrongServer { connection = nil }
            pause = min(max(pause * 2, .milliseconds(2)), .milliseconds(500))
        }

        /// Whether the last turn was committed, after a connection broke at it.
        func wasKept(until deadline: ContinuousClock.Instant) async throws(PostgresFailure) -> Bool {
            do throws(PostgresFailure) { return try await isNoted(until: deadline) } catch {
                // It stands in the midst of a transaction.
                connection = nil
                throw error
            }
        }

        private func isNoted(until deadline: ContinuousClock.Instant) async throws(PostgresFailure) -> Bool {
            let connection = try await connect(until: deadline)
            // The lock waits for the old connection's transaction to end, if the server is still at it.
            let opening = Turn.begin(seconds: 30)
            let rows = try await connection.run(opening + [Turn.noted(.text(name))], until: deadline)
            let noted = rows.last.flatMap { $0.count > 0 ? $0.integer(0, 0) : nil }
            guard noted == turn else {
                // It may still be on its way: once a later turn is noted it is refused.
                let later = spend(above: max(noted ?? 0, spent))
                _ = try await connection.run([Turn.note(.text(name), .integer(later)), Turn.commit()], until: deadline)
                return false
            }
            // A commit behind it, so that the standby has both.
            _ = connection.takeWarnings()
            _ = try await connection.run([Turn.touch(.text(name)), Turn.commit()], until: deadline)
            guard connection.takeWarnings() == 0 else { throw .lost }
            needsProof = false
            return true
        }

        private func spend(above number: Int64) -> Int64 {
            spent = number + 1
            return spent
        }

        private func connect(until deadline: ContinuousClock.Instant) async throws(PostgresFailure)
            -> PostgresConnection
        {
            if let connection, connection.isSound { return connection }
            let new = try await PostgresConnection.open(address, until: deadline)
            connection = new
            needsProof = true
            // It may be another server.
            recall.forget()
            return new
        }
    }
#endif
