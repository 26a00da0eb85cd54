#if SQLite
    internal import Foundation
    internal import KeruenTrade
    internal import Synchronization

    /// The one writer of a process: a thread that takes all bodies that wait and commits them together.
    ///
    /// Each body stands in a savepoint, so that one that throws takes back its own writes only. Nobody hears of success before the
    /// commit that holds it is on the disk.
    final class GroupCommit: Sendable {
        /// So that nobody in a long queue waits for all of it.
        static let largestGroup = 256

        private let queue = WriterQueue()
        private let turn: WriterTurn
        private let connection: SQLiteConnection
        private let patience: Duration
        private let committed = Atomic(0)

        init(_ connection: SQLiteConnection, turn: WriterTurn, patience: Duration) {
            self.connection = connection
            self.turn = turn
            self.patience = patience
        }

        /// Begins to serve, until `stop`.
        func start() {
            // A disk's wait is no work for the threads that tasks share.
            let thread = Thread { [self] in serve() }
            thread.name = "keruen-writer"
            thread.start()
        }

        /// Serves what waits, and ends.
        func stop() { queue.close() }

        /// Commits so far.
        var commits: Int { committed.load(ordering: .relaxed) }

        func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            try await withCheckedContinuation { caller in queue.append(QueuedBody(body, caller: caller)) }.get()
        }
    }

    extension GroupCommit {
        private func serve() {
            let transaction = SQLiteTransaction(on: connection)
            while let isWork = queue.wait(atMost: transaction.hasErased ? 1 : nil) {
                do throws(TradeError) {
                    try turn.take { [queue] in
                        for late in queue.takeLate() { late.finish(WriterTurn.tooLong) }
                    }
                } catch {
                    for work in queue.take(.max) { work.finish(error) }
                    continue
                }
                // Taken only now: they may have grown to more, or given up.
                let group = isWork ? queue.take(Self.largestGroup) : []
                let outcome = group.isEmpty ? nil : commit(group, in: transaction)
                if transaction.hasErased { transaction.hasErased = !emptyLog() }
                turn.pass()
                guard let outcome else { continue }
                for work in group.prefix(outcome.begun) { work.finish(outcome.failure) }
                if outcome.begun < group.count { queue.putBack(group.dropFirst(outcome.begun)) }
            }
        }

        /// - Returns: how many were begun, and what became of all those.
        private func commit(
            _ group: [any QueuedWork], in transaction: SQLiteTransaction
        ) -> (begun: Int, failure: TradeError?) {
            // Somebody who does not stand in line has kept the file for too long: then no body of the group has a chance.
            do throws(TradeError) { try connection[.begin].run() } catch { return (group.count, error) }
            var (begun, kept) = (0, 0)
            do throws(TradeError) {
                for work in group {
                    begun += 1
                    if try run(work, alone: group.count == 1, in: transaction) { kept += 1 }
                }
                if kept > 0 {
                    try connection[.commit].run()
                    committed.add(1, ordering: .relaxed)
                } else if connection.isInTransaction {
                    try connection[.rollback].run()
                }
                return (begun, nil)
            } catch {
                // SQLite may have rolled back by itself.
                if connection.isInTransaction { try? connection[.rollback].run() }
                return (begun, error)
            }
        }

        /// - Returns: whether the body's writes stay.
        /// - Throws: `TradeError` where the whole transaction is lost.
        private func run(
            _ work: any QueuedWork, alone: Bool, in transaction: SQLiteTransaction
        ) throws(TradeError) -> Bool {
            if !alone { try connection[.savepoint].run() }
            let refusal = work.run(in: transaction)
            guard connection.isInTransaction else {
                throw refusal ?? TradeError(.storeFailed, ["reason": "ROLLBACK"])
            }
            if alone { return refusal == nil }
            if refusal != nil { try connection[.rollbackToSavepoint].run() }
            try connection[.release].run()
            return refusal == nil
        }

        /// Brings everything into the file and empties the log, where what was erased may still stand.
        /// - Returns: false while a reader needs the log: then it is tried again.
        private func emptyLog() -> Bool {
            connection.waits(for: .milliseconds(100))
            defer { connection.waits(for: patience) }
            // The first column tells whether somebody was in the way.
            return (try? connection.number("PRAGMA wal_checkpoint(TRUNCATE)")) == 0
        }
    }
#endif
