#if SQLite
    internal import GRDB
    internal import GRDBSQLite
    internal import KeruenTrade

    /// A connection with its statements, each prepared once. For one thread at a time.
    ///
    /// The writer has one of its own; readers borrow GRDB's.
    @safe
    final class SQLiteConnection: @unchecked Sendable {
        private let handle: OpaquePointer
        /// Whose connection it is; nil for our own.
        private let owner: Database?
        private var statements = unsafe [OpaquePointer?](repeating: nil, count: Query.allCases.count)

        /// Opens a file that is there.
        /// - Throws: `TradeError` with `storeFailed`.
        init(path: String, patience: Duration) throws(TradeError) {
            var opened: OpaquePointer?
            let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
            let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
            guard code == SQLITE_OK, let opened = unsafe opened else {
                unsafe sqlite3_close_v2(opened)
                throw TradeError(sqlite: code)
            }
            unsafe handle = opened
            owner = nil
            waits(for: patience)
            // A log of 32 MB: pages that many orders change are written back once for all of them, and most syncs write to space
            // that the file has already.
            try execute(
                """
                PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536;
                PRAGMA wal_autocheckpoint = 8192
                """)
            guard try number("PRAGMA synchronous") == 2 else {
                throw TradeError(.storeFailed, ["reason": "PRAGMA synchronous"])
            }
        }

        /// GRDB's, for as long as it lends it.
        init(borrowed database: Database) throws(TradeError) {
            guard let connection = unsafe database.sqliteConnection else { throw TradeError(sqlite: SQLITE_MISUSE) }
            unsafe handle = connection
            owner = database
        }

        deinit {
            guard owner == nil else { return }
            for query in Query.allCases { unsafe sqlite3_finalize(statements[query.rawValue]) }
            unsafe sqlite3_close_v2(handle)
        }

        subscript(_ query: Query) -> PreparedStatement {
            get throws(TradeError) {
                if let ready = unsafe statements[query.rawValue] { return unsafe PreparedStatement(pointer: ready) }
                let prepared = unsafe try prepare(query.sql)
                unsafe statements[query.rawValue] = prepared
                return unsafe PreparedStatement(pointer: prepared)
            }
        }

        private func prepare(_ sql: String) throws(TradeError) -> OpaquePointer {
            if let owner {
                do { return unsafe try owner.cachedStatement(sql: sql).sqliteStatement } catch {
                    throw TradeError(store: error)
                }
            }
            var statement: OpaquePointer?
            let code = unsafe sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
            guard code == SQLITE_OK, let statement = unsafe statement else { throw TradeError(sqlite: code) }
            return unsafe statement
        }

        /// For statements that are run once or give nothing back.
        func execute(_ sql: String) throws(TradeError) {
            let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
            guard code == SQLITE_OK else { throw TradeError(sqlite: code) }
        }

        /// The first figure that a statement gives.
        func number(_ sql: String) throws(TradeError) -> Int64? {
            let statement = unsafe PreparedStatement(pointer: try prepare(sql))
            defer { statement.finish() }
            return try statement.step() ? statement.integer(0) : nil
        }

        /// How long it waits for programs that write without standing in line.
        func waits(for patience: Duration) {
            unsafe sqlite3_busy_timeout(handle, Int32(patience.timeInterval * 1_000))
        }

        /// Rows that the last statement changed.
        var changes: Int { Int(unsafe sqlite3_changes(handle)) }

        /// Rows that were ever changed, those included that were taken back.
        var totalChanges: Int { Int(unsafe sqlite3_total_changes(handle)) }

        /// The number of the row that was inserted last.
        var lastRow: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

        /// SQLite ends a transaction by itself where the disk is full or broken.
        var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }
    }
#endif
