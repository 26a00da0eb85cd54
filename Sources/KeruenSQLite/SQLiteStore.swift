#if SQLite
    internal import Foundation
    internal import GRDB
    public import KeruenTrade

    /// Orders and stock in one SQLite file that survives a power cut: WAL, `synchronous=FULL`, checked after opening.
    ///
    ///     let store = try SQLiteStore(path: "keruen.sqlite")
    ///     try await store.openStock(of: catalog)
    ///
    /// Callers that write at the same time share a commit. Several processes may use the file at once; writers stand in line in
    /// `keruen.sqlite-queue`, each for up to a minute.
    public final class SQLiteStore: OrderStore {
        public let makeID: @Sendable () -> Order.ID
        let pool: DatabasePool
        let patience: Duration
        private let writer: GroupCommit

        /// - Throws: `TradeError` with `storeDamaged` for a file that is no store, `storeTooNew` for one of a later version,
        ///   `storeFolderMissing`, `storeForbidden` or `storeFailed`.
        public convenience init(
            path: String, makeID: @escaping @Sendable () -> Order.ID = Order.ID.random
        ) throws(TradeError) {
            try self.init(path: path, patience: .seconds(60), makeID: makeID)
        }

        /// - Parameter patience: how long anybody waits for other writers.
        package init(
            path: String, patience: Duration, makeID: @escaping @Sendable () -> Order.ID = Order.ID.random
        ) throws(TradeError) {
            self.makeID = makeID
            self.patience = patience
            var configuration = Configuration()
            configuration.busyMode = .timeout(patience.timeInterval)
            try StoreFile.check(path)
            let turn = try WriterTurn(path: path + "-queue", patience: patience)
            // Two programs that make or convert the same file at the same time would meet halfway.
            try turn.takeSoon()
            defer { turn.pass() }
            do {
                pool = try DatabasePool(path: path, configuration: configuration)
                // GRDB sets NORMAL after its own preparation, so FULL has to be set on the open connection.
                try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
                let migrator = Self.migrator
                guard try pool.read({ try !migrator.hasBeenSuperseded($0) }) else { throw TradeError(.storeTooNew) }
                try migrator.migrate(pool)
                // What was erased before a crash may still stand in the log; other programs that read it keep it, and empty it later.
                _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            } catch { throw TradeError(store: error) }
            writer = GroupCommit(
                try SQLiteConnection(path: path, patience: patience), turn: turn, patience: patience)
            writer.start()
        }

        deinit { writer.stop() }

        public func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            try await writer.write(body)
        }

        public func read<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            do {
                return try await pool.read { db in
                    try body(SQLiteTransaction(on: SQLiteConnection(borrowed: db)))
                }
            } catch { throw TradeError(store: error) }
        }

        /// How often this store has written to the disk since it was opened: less often than it was asked to where callers came together.
        public var commits: Int { writer.commits }
    }
#endif
