#if SQLite
    internal import Foundation
    internal import KeruenTrade
    internal import Synchronization

    /// The one writer of a process: a thread that takes all bodies that wait and commits them together.
    ///
    /// One that throws takes back its own writes only. Nobody hears of success before the commit that holds it is on the disk.
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
            var file = GroupTransaction(on: connection)
            while let isWork = queue.wait(atMost: file.transaction.hasErased ? 1 : nil) {
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
                let outcome = group.isEmpty ? nil : file.commit(group)
                if file.transaction.hasErased { file.transaction.hasErased = !emptyLog() }
                turn.pass()
                guard let outcome else { continue }
                if outcome.hasCommitted { committed.add(1, ordering: .relaxed) }
                for work in group.prefix(outcome.begun) { work.finish(outcome.failure) }
                if outcome.begun < group.count { queue.putBack(group.dropFirst(outcome.begun)) }
            }
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
