#if Postgres
    internal import Foundation
    internal import KeruenTrade

    /// A group's bodies in one transaction of the database.
    struct GroupTransaction {
        let connection: PostgresConnection
        let deadline: ContinuousClock.Instant
        /// What is written with the group, so that it can be asked for afterwards.
        let note: Query
        /// Even a group that writes nothing is committed: its answers may rest on what this server has and no other yet.
        let needsProof: Bool

        /// What became of a group.
        enum Ending {
            case committed
            /// Decided without anything to keep.
            case unwritten
        }

        enum Failure: Error {
            /// Nothing was written.
            case refused(PostgresFailure)
            /// The connection broke at the commit. Those apart were not run.
            case uncertain(PostgresFailure, apart: [any QueuedWork] = [])
            /// Rows are not what they have to be.
            case broken(TradeError)
        }

        /// Decides a group and commits it: with what the writer remembers, in one message; where that was wrong, with what the server says.
        /// - Returns: those that need a thread of their own; they were not run.
        func commit(
            _ group: [any QueuedWork], recalling recall: StockRecall
        ) async throws(Failure) -> (Ending, apart: [any QueuedWork]) {
            if recall.trusts() {
                do throws(Failure) {
                    if let ending = try await attempt(group, recalling: recall) { return (ending, []) }
                } catch {
                    // A connection whose transaction could not be ended is nothing to go on with.
                    guard case .refused(let failure) = error, failure.isAboutRows, connection.isSound else {
                        throw error
                    }
                    recall.forget()
                }
                recall.doubt()
            }
            let transaction = PostgresTransaction()
            let (ending, apart) = try await commit(group, in: transaction)
            recall.remember(transaction.fetched.levels)
            return (ending, apart)
        }

        /// Decides a group without a question.
        /// - Returns: nil where that can't be done; nothing was sent then.
        private func attempt(
            _ group: [any QueuedWork], recalling recall: StockRecall
        ) async throws(Failure) -> Ending? {
            let transaction = PostgresTransaction(recalling: recall)
            for work in group where transaction.run(work) != .kept { return nil }
            let ending = try await finish(transaction, opening: Turn.begin(seconds: seconds))
            recall.remember(transaction.fetched.levels)
            return ending
        }

        /// Runs bodies until each is decided, and commits.
        private func commit(
            _ group: [any QueuedWork], in transaction: PostgresTransaction
        ) async throws(Failure) -> (Ending, apart: [any QueuedWork]) {
            var (undecided, apart) = (group, [any QueuedWork]())
            var opening = Turn.begin(seconds: seconds)
            for _ in 0..<Self.mostRounds {
                var needs: Set<Need> = []
                undecided = undecided.filter { work in
                    switch transaction.run(work) {
                    case .kept, .refused: return false
                    case .missed(let more):
                        needs.formUnion(more)
                        return true
                    case .wantsThread:
                        apart.append(work)
                        return false
                    }
                }
                guard !undecided.isEmpty else { break }
                // Those that are decided are sent first where a question goes over many rows.
                let before = opening + (needs.contains(where: \.isOverMany) ? transaction.takeWrites() : [])
                let fetch = Fetch(needs)
                let rows = try await run(before + fetch.queries)
                opening = []
                do throws(TradeError) { try fetch.read(rows.dropFirst(before.count), into: transaction) } catch {
                    await rollback()
                    throw .broken(error)
                }
            }
            apart += undecided
            do throws(Failure) { return (try await finish(transaction, opening: opening), apart) } catch {
                guard case .uncertain(let failure, _) = error else { throw error }
                throw .uncertain(failure, apart: apart)
            }
        }

        /// A body that goes from question to question is better off where it can wait.
        private static let mostRounds = 8

        /// Runs a body on a thread of its own, where it may ask and wait as often as it likes.
        func commit(apart work: any QueuedWork) async throws(Failure) -> Ending {
            let server = ThreadedServer(connection, opening: Turn.begin(seconds: seconds), until: deadline)
            let box = ThreadedRun(server)
            let ending = await box.run(work)
            if let failure = server.failure {
                if !failure.isLost { await rollback() }
                throw .refused(failure)
            }
            if ending == .refused {
                // What it sent before goes with it.
                if server.hasBegun { await rollback() }
                return .unwritten
            }
            return try await finish(box.transaction, opening: server.hasBegun ? [] : Turn.begin(seconds: seconds))
        }

        private func finish(
            _ transaction: PostgresTransaction, opening: [Query]
        ) async throws(Failure) -> Ending {
            let hasBegun = opening.isEmpty
            let writes = transaction.takeWrites()
            guard transaction.hasSent || (hasBegun && needsProof) else {
                if hasBegun { await rollback() }
                return .unwritten
            }
            // All in one message: where the server refuses a write, it skips what is behind it, the commit too.
            _ = connection.takeWarnings()
            do throws(PostgresFailure) {
                _ = try await connection.run(opening + writes + [note, Turn.commit()], until: deadline)
            } catch {
                guard error.isLost, !error.isWrongServer else {
                    await rollback()
                    throw .refused(error)
                }
                throw .uncertain(error)
            }
            // "canceling wait for synchronous replication": it is on this server alone.
            guard connection.takeWarnings() == 0 else { throw .uncertain(.lost) }
            return .committed
        }

        private func run(_ batch: [Query]) async throws(Failure) -> [PostgresRows] {
            do throws(PostgresFailure) { return try await connection.run(batch, until: deadline) } catch {
                if !error.isLost { await rollback() }
                throw .refused(error)
            }
        }

        /// Nobody waits for it to succeed: a connection that can't is closed with its transaction.
        private func rollback() async {
            _ = try? await connection.run([Turn.rollback()], until: .now + .seconds(5))
        }

        private var seconds: Int { max(1, Int((deadline - .now) / .seconds(1)) + 1) }
    }
#endif
