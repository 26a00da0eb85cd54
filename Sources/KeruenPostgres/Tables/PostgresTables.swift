#if Postgres
    internal import Foundation
    internal import KeruenTrade

    /// A database's tables as they are, beside whatever the store does with them.
    final class PostgresTables: StoreTables {
        private let pool: ConnectionPool
        private let patience: Duration
        /// In a transaction that lasts until these tables are closed.
        private let held: PostgresConnection?

        init(_ pool: ConnectionPool, for use: StoreUse, patience: Duration) async throws(TradeError) {
            self.pool = pool
            self.patience = patience
            let opening: [Query]
            switch use {
            case .looking: opening = Turn.beginReading(seconds: Self.seconds(patience))
            // Under the writers' lock, which they stand in line for, all statements see the same.
            case .leaving: opening = Turn.begin(seconds: Self.seconds(patience))
            case .filling:
                held = nil
                return
            }
            do throws(PostgresFailure) {
                let deadline = ContinuousClock.now + patience
                let connection = try await pool.take(until: deadline)
                do throws(PostgresFailure) { _ = try await connection.run(opening, until: deadline) } catch {
                    pool.drop()
                    throw error
                }
                held = connection
            } catch { throw TradeError(error) }
        }

        func close() async {
            guard let held else { return }
            do throws(PostgresFailure) {
                _ = try await held.run([Turn.rollback()], until: .now + .seconds(5))
                pool.give(held)
            } catch { pool.drop() }
        }

        func count(of table: StoreTable) async throws(TradeError) -> Int {
            // A table of hundreds of millions is counted longer than any order may take.
            Int(
                try await read(Statement("SELECT count(*) FROM \(table.name)")(), within: .seconds(3_600)).integer(0, 0)
            )
        }

        func lastKey(of table: StoreTable) async throws(TradeError) -> StoreRow? {
            let rows = try await read(Statement(table.selectLast)())
            return rows.storeRows(table.columns.prefix(table.keys)).first
        }

        func rows(of table: StoreTable, after key: StoreRow?, limit: Int) async throws(TradeError) -> [StoreRow] {
            let types = key == nil ? [] : table.columns.prefix(table.keys).map(\.kind.wire)
            let select = Statement(table.select(isAfterKey: key != nil) { "$\($0)" }, of: types + [.integer])
            let values = (key ?? []).map(\.wire) + [.integer(Int64(limit))]
            return try await read(Query(statement: select, values: values)).storeRows(table.columns[...])
        }

        func insert(_ rows: [StoreRow], into table: StoreTable) async throws(TradeError) {
            var batch = Turn.begin(seconds: Self.seconds(patience))
            batch.append(rows.insertion(into: table))
            if table.isNumbered, let last = rows.last?[0].integer {
                batch.append(Self.number(.text(table.name), .text(table.columns[0].name), .integer(last)))
            }
            do throws(PostgresFailure) { _ = try await run(batch + [Turn.commit()]) } catch { throw TradeError(error) }
        }

        private func read(_ query: Query, within time: Duration? = nil) async throws(TradeError) -> PostgresRows {
            let time = time ?? patience
            do throws(PostgresFailure) {
                if let held {
                    let seconds = Self.wait(.text("\(Self.seconds(time))s"))
                    return try await held.run([seconds, query], until: .now + time)[1]
                }
                let opening = Turn.beginReading(seconds: Self.seconds(time))
                return try await run(opening + [query, Turn.commit()], within: time)[opening.count]
            } catch { throw TradeError(error) }
        }

        /// A transaction on any connection.
        private func run(_ batch: [Query], within time: Duration? = nil) async throws(PostgresFailure) -> [PostgresRows]
        {
            let deadline = ContinuousClock.now + (time ?? patience)
            let connection = try await pool.take(until: deadline)
            do throws(PostgresFailure) {
                let rows = try await connection.run(batch, until: deadline)
                pool.give(connection)
                return rows
            } catch {
                pool.drop()
                throw error
            }
        }

        /// Longer than a page takes on the other side.
        private static func seconds(_ patience: Duration) -> Int { max(60, Int(patience / .seconds(1)) + 1) }

        private static let wait = Statement("SELECT set_config('statement_timeout', $1, true)", .text)
        private static let number = Statement(
            "SELECT setval(pg_get_serial_sequence($1, $2), $3)", .text, .text, .integer)
    }
#endif
