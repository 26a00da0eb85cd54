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
        ///   - connections: how many of the server's connections this store takes at most, the writer's with them; two at least.
        ///   - patience: how long any call may take before it fails; a failover has to fit in.
        ///   - isMade: makes tables where there are none; else that is `storeTablesMissing`.
        /// - Throws: `TradeError` with `badStoreAddress`, `storeAway`, `storeUntrusted`, `storeLoginRefused`, `storeDatabaseMissing`,
        ///   `storeForbidden`, `storeTooNew`, `storeReadOnly`, `storeBusy` or `storeFailed`.
        public init(
            _ address: String, connections: Int = 10, patience: Duration = .seconds(30), making isMade: Bool = true,
            makeID: @escaping @Sendable () -> Order.ID = Order.ID.random
        ) async throws(TradeError) {
            try PostgresConnection.check(address)
            self.makeID = makeID
            self.patience = patience
            pool = ConnectionPool(address: address, most: connections - 1)
            writer = GroupCommit(address: address, patience: patience)
            do throws(PostgresFailure) { try await pool.migrate(within: patience, making: isMade) } catch {
                throw TradeError(error)
            }
        }

        deinit {
            writer.queue.close()
            pool.close()
        }

        public func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            try await writer.write(body)
        }

        public func read<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            let work = QueuedBody(body)
            do throws(PostgresFailure) {
                try await pool.use(until: .now + patience) { connection, deadline throws(PostgresFailure) in
                    try await ReadTransaction(connection: connection, deadline: deadline).run(work)
                }
            } catch { throw TradeError(error) }
            return try work.outcome.get()
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
