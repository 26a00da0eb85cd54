#if SQLite
    internal import Foundation
    internal import GRDB
    internal import KeruenTrade

    /// A file's tables as they are, beside whatever the store does with them.
    final class SQLiteTables: StoreTables {
        private let pool: DatabasePool
        private let reader: any DatabaseReader
        /// Writers stand in line behind it.
        private let turn: WriterTurn?

        init(_ pool: DatabasePool, for use: StoreUse, patience: Duration) throws(TradeError) {
            self.pool = pool
            switch use {
            case .looking:
                turn = nil
                do { reader = try pool.makeSnapshot() } catch { throw TradeError(store: error) }
            case .leaving, .filling:
                let turn = try WriterTurn(path: pool.path + "-queue", patience: patience)
                try turn.takeSoon()
                (self.turn, reader) = (turn, pool)
            }
        }

        func close() async { turn?.pass() }

        func count(of table: StoreTable) async throws(TradeError) -> Int {
            try await read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table.name)") ?? 0 }
        }

        func lastKey(of table: StoreTable) async throws(TradeError) -> StoreRow? {
            try await read { db in try Self.rows(db, table.selectLast, []).first }
        }

        func rows(of table: StoreTable, after key: StoreRow?, limit: Int) async throws(TradeError) -> [StoreRow] {
            let sql = table.select(isAfterKey: key != nil) { _ in "?" }
            return try await read { db in try Self.rows(db, sql, (key ?? []) + [.integer(Int64(limit))]) }
        }

        func insert(_ rows: [StoreRow], into table: StoreTable) async throws(TradeError) {
            do {
                try await pool.write { db in
                    for row in rows {
                        // `stock` is two tables here, for those who write.
                        if table.name == "stock" {
                            try Self.insert(row[..<2], "stock_places (item, warehouse)", db)
                            let level: StoreRow = [.integer(db.lastInsertedRowID)] + row[2...]
                            try Self.insert(level[...], "stock_levels (place, on_hand, reserved)", db)
                        } else {
                            let columns = table.columns.map(\.name).joined(separator: ", ")
                            try Self.insert(row[...], "\(table.name) (\(columns))", db)
                        }
                    }
                }
            } catch { throw TradeError(store: error) }
        }

        private static func insert(_ row: ArraySlice<StoreValue>, _ place: String, _ db: Database) throws {
            let marks = row.map { _ in "?" }.joined(separator: ", ")
            let statement = try db.cachedStatement(sql: "INSERT INTO \(place) VALUES (\(marks))")
            try statement.execute(arguments: StatementArguments(row.map(\.databaseValue)))
        }

        private static func rows(_ db: Database, _ sql: String, _ arguments: StoreRow) throws -> [StoreRow] {
            let statement = try db.cachedStatement(sql: sql)
            let cursor = try Row.fetchCursor(
                statement, arguments: StatementArguments(arguments.map(\.databaseValue)))
            var rows: [StoreRow] = []
            while let row = try cursor.next() { rows.append(row.databaseValues.map(StoreValue.init)) }
            return rows
        }

        private func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(TradeError) -> T
        {
            do { return try await reader.read(body) } catch { throw TradeError(store: error) }
        }
    }

    extension StoreValue {
        fileprivate init(_ value: DatabaseValue) {
            self =
                switch value.storage {
                case .null: .null
                case .int64(let number): .integer(number)
                // No column of ours is one.
                case .double(let number): .text("\(number)")
                case .string(let text): .text(text)
                case .blob(let bytes): .bytes(bytes)
                }
        }

        fileprivate var databaseValue: DatabaseValue {
            switch self {
            case .null: .null
            case .integer(let number): number.databaseValue
            case .text(let text): text.databaseValue
            case .bytes(let bytes): bytes.databaseValue
            }
        }
    }
#endif
