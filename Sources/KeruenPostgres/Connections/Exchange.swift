#if Postgres
    internal import PostgresShims

    /// A batch on its way: sent as far as the socket takes it, read as far as it has come. It never waits; it says what for.
    struct Exchange {
        private let connection: PostgresConnection
        private var rows: [PostgresRows] = []
        private var failure: PostgresFailure?
        /// What is still to come back, the next at the end: false for a preparation.
        private var expected: [Bool] = []
        /// Names that the server is about to learn, in order.
        private var prepares: [String] = []
        private var isSent = false
        private var hasEnded = false

        init(_ batch: [Query], on connection: PostgresConnection) throws(PostgresFailure) {
            self.connection = connection
            rows.reserveCapacity(batch.count)
            for query in batch {
                guard send(query) else { throw .lost }
            }
            guard unsafe kpg_sync(connection.raw) else { throw .lost }
            expected.reverse()
        }

        private mutating func send(_ query: Query) -> Bool {
            let statement = query.statement
            let raw = unsafe connection.raw
            if !connection.isPooled, !connection.prepared.contains(statement.name), !prepares.contains(statement.name) {
                let isQueued = unsafe kpg_prepare(
                    raw, statement.name, statement.sql, CInt(statement.types.count), statement.types)
                guard isQueued else { return false }
                prepares.append(statement.name)
                expected.append(false)
            }
            expected.append(true)
            let lengths = query.values.map { CInt($0.bytes.count) }
            // One block, so that there is one thing to keep in place while libpq copies it.
            let block = query.values.flatMap(\.bytes) + [0]
            return unsafe block.withUnsafeBytes { block in
                var next = unsafe block.baseAddress?.assumingMemoryBound(to: CChar.self)
                var values: [UnsafePointer<CChar>?] = unsafe []
                for length in lengths {
                    unsafe values.append(next)
                    unsafe next = unsafe next?.advanced(by: Int(length))
                }
                return connection.isPooled
                    ? unsafe kpg_send(raw, statement.sql, CInt(lengths.count), statement.types, values, lengths)
                    : unsafe kpg_send_prepared(raw, statement.name, CInt(lengths.count), values, lengths)
            }
        }

        /// Goes on as far as it can.
        /// - Returns: what to wait for; nil when the batch is over.
        mutating func advance() throws(PostgresFailure) -> SocketWatch.Readiness? {
            let raw = unsafe connection.raw
            if !isSent {
                switch unsafe kpg_flush(raw) {
                case KPG_DONE: isSent = true
                // A server that is full of answers takes no questions: those are taken in first.
                case KPG_WRITE:
                    guard unsafe kpg_consume(raw) else { throw .lost }
                    return .writable
                default: throw .lost
                }
            } else if unsafe !kpg_consume(raw) {
                // What it said before it went is still to be read.
                try readToEnd()
                throw failure.map { PostgresFailure(state: $0.state, isLost: true) } ?? .lost
            }
            while !hasEnded {
                if unsafe kpg_is_busy(raw) { return .readable }
                try readOne()
            }
            return nil
        }

        private mutating func readOne() throws(PostgresFailure) {
            guard let result = unsafe kpg_next(connection.raw) else {
                // The end of a statement's results.
                guard expected.popLast() != nil else { throw .lost }
                return
            }
            switch unsafe kpg_kind_of(result) {
            case KPG_ROWS:
                if expected.last == true {
                    rows.append(unsafe PostgresRows(result))
                } else {
                    // Prepared for good, whatever becomes of the batch.
                    unsafe kpg_clear(result)
                    connection.prepared.insert(prepares.removeFirst())
                }
            case KPG_ERROR:
                if failure == nil {
                    failure = PostgresFailure(state: unsafe String(cString: kpg_state(result)), isLost: false)
                }
                unsafe kpg_clear(result)
            case KPG_SKIPPED: unsafe kpg_clear(result)
            case KPG_SYNC:
                hasEnded = true
                unsafe kpg_clear(result)
            default:
                unsafe kpg_clear(result)
                throw failure.map { PostgresFailure(state: $0.state, isLost: true) } ?? .lost
            }
        }

        private mutating func readToEnd() throws(PostgresFailure) {
            while !hasEnded, unsafe !kpg_is_busy(connection.raw) { try readOne() }
        }

        /// What each statement gave back.
        func outcome() throws(PostgresFailure) -> [PostgresRows] {
            if var failure {
                // A server that goes down says so, and closes.
                failure.isLost = failure.state.hasPrefix("57P") || failure.state.hasPrefix("08")
                throw failure
            }
            return rows
        }
    }
#endif
