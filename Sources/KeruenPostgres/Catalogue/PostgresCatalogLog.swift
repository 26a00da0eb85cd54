#if Postgres
    public import KeruenTrade

    /// The log of a catalogue's changes in a PostgreSQL database: several machines write it, and it outlives any of them.
    ///
    ///     let log = try await PostgresCatalogLog("postgresql://keruen@db1,db2/catalogue?target_session_attrs=read-write")
    ///     try await log.append([CatalogChange(withdrawn: "dutar")])
    ///
    /// Beside it the table `product_titles` has the products that are on the shelves now, each title in its language's order, for lists
    /// that people look through:
    ///
    ///     SELECT kk FROM product_titles ORDER BY kk
    ///
    /// Orders may stand in the same database; none waits for a product.
    public final class PostgresCatalogLog: CatalogLog {
        private let address: String
        private let pool: ConnectionPool
        private let patience: Duration

        /// Opens a database, and makes or converts its tables where that is to be done.
        /// - Parameters:
        ///   - address: a connection string; what it leaves out comes from the environment, as with `psql`.
        ///   - connections: how many of the server's connections this log takes at most.
        ///   - patience: how long any call may take before it fails; a failover has to fit in.
        /// - Throws: `CatalogLogError`, whose cause says why as `PostgresStore` does.
        public init(
            _ address: String, connections: Int = 2, patience: Duration = .seconds(30)
        ) async throws(CatalogLogError) {
            (self.address, self.patience) = (address, patience)
            pool = ConnectionPool(address: address, most: connections)
            do throws(TradeError) { try PostgresConnection.check(address) } catch {
                throw CatalogLogError(.unreadable, subject, because: error.diagnostic)
            }
            try await doing(.unwritable) { pool throws(PostgresFailure) in try await pool.migrate(within: patience) }
        }

        deinit { pool.close() }

        @discardableResult
        public func append(_ changes: [CatalogChange]) async throws(CatalogLogError) -> Int {
            guard !changes.isEmpty else { return try await newest() }
            let addition = CatalogAddition(changes)
            return try await doing(.unwritable) { pool throws(PostgresFailure) in
                try await pool.use(until: .now + patience) { connection, deadline throws(PostgresFailure) in
                    try await addition.add(over: connection, until: deadline)
                }
            }
        }

        public func entries(after position: Int, limit: Int) async throws(CatalogLogError) -> [CatalogLogEntry] {
            guard limit > 0 else { return [] }
            let rows = try await rows(Self.entries(.integer(Int64(position)), .integer(Int64(limit))))
            return (0..<rows.count).map { row in
                let id = rows.text(row, 1)
                return CatalogLogEntry(
                    position: Int(rows.integer(row, 0)),
                    change: rows.isNull(row, 2)
                        ? CatalogChange(withdrawn: id) : CatalogChange(id: id, product: rows.text(row, 2)))
            }
        }

        public func newest() async throws(CatalogLogError) -> Int { Int(try await rows(Self.newest()).integer(0, 0)) }

        private func rows(_ query: Query) async throws(CatalogLogError) -> PostgresRows {
            try await doing(.unreadable) { pool throws(PostgresFailure) in
                try await pool.use(until: .now + patience) { connection, deadline throws(PostgresFailure) in
                    try await connection.run([query], until: deadline)[0]
                }
            }
        }

        private func doing<T>(
            _ code: CatalogLogError.Code, _ work: (ConnectionPool) async throws(PostgresFailure) -> T
        ) async throws(CatalogLogError) -> T {
            do throws(PostgresFailure) { return try await work(pool) } catch {
                throw CatalogLogError(code, subject, because: TradeError(error).diagnostic)
            }
        }

        /// It may carry a password, so its kind is all that is told.
        private var subject: String { StoreAddress(address).description }

        private static let newest = Statement("SELECT coalesce(max(position), 0) FROM catalog_log")
        private static let entries = Statement(
            "SELECT position, id, product FROM catalog_log WHERE position > $1 ORDER BY position LIMIT $2",
            .integer, .integer)
    }
#endif
