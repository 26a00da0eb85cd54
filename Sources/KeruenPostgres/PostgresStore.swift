#if Postgres
    public import KeruenTrade

    /// Orders and stock in a PostgreSQL database, for shops of many machines.
    ///
    ///     let store = try await PostgresStore("postgresql://keruen@db1,db2,db3/orders?target_session_attrs=read-write")
    ///     try await store.openStock(of: catalog)
    ///
    /// The string is libpq's, with TLS, several hosts and all; the tables are made in the search path's first schema. Callers that write
    /// at the same time share a transaction, whichever machine they are on they take turns, and a commit that broke with its connection
    /// is asked for at the next server before anybody hears of it. It works through a pooler in transaction mode.
    public final class PostgresStore: OrderStore {
        public let makeID: @Sendable () -> Order.ID
        let pool: ConnectionPool
        private let writer: GroupCommit
        let patience: Duration

        /// Opens a database, and makes or converts its tables where that is to be done.
        /// - Parameters:
        ///   - address: a connection string; what it leaves out comes from the environment, as with `psql`.
        ///   - connections: how many of the server's connections this store takes at most, the writer's with them.
        ///   - patience: how long any call may take before it fails; a failover has to fit in.
        /// - Throws: `TradeError` with `badStoreAddress`, `storeAway`, `storeLoginRefused`, `storeDatabaseMissing`, `storeForbidden`,
        ///   `storeTooNew`, `storeReadOnly`, `storeBusy` or `storeFailed`.
        public init(
            _ address: String, connections: Int = 10, patience: Duration = .seconds(30),
            makeID: @escaping @Sendable () -> Order.ID = Order.ID.random
        ) async throws(TradeError) {
            try PostgresConnection.check(address)
            self.makeID = makeID
            self.patience = patience
            pool = ConnectionPool(address: address, most: connections - 1)
            writer = GroupCommit(address: address, patience: patience)
            try await migrate()
        }

        deinit {
            writer.queue.close()
            pool.close()
        }

        private func migrate() async throws(TradeError) {
            let deadline = ContinuousClock.now + patience
            while true {
                do throws(PostgresFailure) {
                    let connection = try await pool.take(until: deadline)
                    do throws(PostgresFailure) {
                        try await Migrator(connection: connection, deadline: deadline).migrate()
                    } catch {
                        pool.drop()
                        throw error
                    }
                    pool.give(connection)
                    return
                } catch {
                    // A server that is starting, or a standby that is about to take over; one that is not there is told at once.
                    guard error.passes, !error.state.isEmpty, ContinuousClock.now < deadline else {
                        throw TradeError(error)
                    }
                    try? await Task.sleep(for: .milliseconds(200))
                }
            }
        }

        public func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            try await writer.write(body)
        }

        public func read<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            let deadline = ContinuousClock.now + patience
            let work = QueuedBody(body)
            var pause = Duration.zero
            while true {
                do throws(PostgresFailure) {
                    try await read(work, until: deadline)
                    break
                } catch {
                    guard error.passes, ContinuousClock.now + pause < deadline else { throw TradeError(error) }
                    if pause > .zero { try? await Task.sleep(for: pause) }
                    pause = min(max(pause * 2, .milliseconds(2)), .milliseconds(500))
                }
            }
            return try work.outcome.get()
        }

        private func read(_ work: any QueuedWork, until deadline: ContinuousClock.Instant) async throws(PostgresFailure)
        {
            let connection = try await pool.take(until: deadline)
            do throws(PostgresFailure) {
                try await ReadTransaction(connection: connection, deadline: deadline).run(work)
            } catch {
                if connection.isSound { pool.give(connection) } else { pool.drop() }
                throw error
            }
            pool.give(connection)
        }

        /// How often this store has committed since it was opened: less often than it was asked to where callers came together.
        public var commits: Int { writer.commits }

        /// Closes what is idle; what waits is still done, and nothing new is taken.
        public func close() {
            writer.queue.close()
            pool.close()
        }
    }
#endif
