#if SQLite
    internal import KeruenTrade

    /// A group's bodies in one transaction of the file.
    ///
    /// A savepoint copies each page that its body changes, which costs a third of all orders a second. So they are run without at first;
    /// when one throws and has written, all is taken back, and run again with a savepoint around each.
    struct GroupTransaction {
        let connection: SQLiteConnection
        let transaction: SQLiteTransaction
        /// How many groups more have savepoints: where one body was refused, others are going to be.
        private var guarded = 0

        struct Outcome {
            /// How many bodies were run; the others have a chance in the next group.
            var begun: Int
            /// What became of all those; nil where they are on the disk, or refused by themselves.
            var failure: TradeError?
            var hasCommitted = false
        }

        /// A body has left writes behind that nothing holds apart from the others'.
        private struct Spoilt: Error {}

        init(on connection: SQLiteConnection) {
            self.connection = connection
            transaction = SQLiteTransaction(on: connection)
        }

        mutating func commit(_ group: [any QueuedWork]) -> Outcome {
            // A body that is alone takes everything back with it.
            let isAlone = group.count == 1
            if guarded == 0 || isAlone, let outcome = attempt(group, savepoints: false) { return outcome }
            guarded = guarded == 0 ? 32 : guarded - 1
            return attempt(group, savepoints: true) ?? Outcome(begun: group.count, failure: Self.lost)
        }

        /// - Returns: nil where the group is to be run again, with savepoints; nothing is written then.
        private func attempt(_ group: [any QueuedWork], savepoints: Bool) -> Outcome? {
            // Somebody who does not stand in line has kept the file for too long: then no body of the group has a chance.
            do throws(TradeError) { try connection[.begin].run() } catch {
                return Outcome(begun: group.count, failure: error)
            }
            var (begun, kept) = (0, 0)
            do {
                for work in group {
                    begun += 1
                    let isKept = try savepoints ? runGuarded(work) : run(work, alone: group.count == 1)
                    if isKept { kept += 1 }
                }
                try connection[kept > 0 ? .commit : .rollback].run()
                return Outcome(begun: begun, hasCommitted: kept > 0)
            } catch {
                // SQLite may have rolled back by itself.
                if connection.isInTransaction { try? connection[.rollback].run() }
                guard let failure = error as? TradeError else { return nil }
                return Outcome(begun: begun, failure: failure)
            }
        }

        /// - Returns: whether the body's writes stay.
        private func run(_ work: any QueuedWork, alone: Bool) throws -> Bool {
            let before = connection.totalChanges
            let refusal = work.run(in: transaction)
            try checkTransaction(after: refusal)
            guard refusal != nil else { return true }
            if !alone, connection.totalChanges != before { throw Spoilt() }
            return false
        }

        /// - Returns: whether the body's writes stay.
        private func runGuarded(_ work: any QueuedWork) throws -> Bool {
            try connection[.savepoint].run()
            let refusal = work.run(in: transaction)
            try checkTransaction(after: refusal)
            if refusal != nil { try connection[.rollbackToSavepoint].run() }
            try connection[.release].run()
            return refusal == nil
        }

        /// - Throws: `TradeError` where SQLite has ended the transaction, and with it what the bodies before wrote.
        private func checkTransaction(after refusal: TradeError?) throws(TradeError) {
            guard connection.isInTransaction else { throw refusal ?? Self.lost }
        }

        private static let lost = TradeError(.storeFailed, ["reason": "ROLLBACK"])
    }
#endif
