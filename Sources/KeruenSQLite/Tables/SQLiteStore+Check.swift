#if SQLite
    internal import Foundation
    internal import GRDB
    public import KeruenTrade

    extension SQLiteStore: KeptStore {
        /// Looks whether the file holds together; for a sound one it gives back nothing.
        ///
        ///     for fault in try await store.check() { print(fault.code) }      // TRD0304
        ///
        /// SQLite's own check first; then every order is folded from its events, and what open orders have set aside is summed up place
        /// by place, and what they count to each buyer's year. It reads all of the file and holds nobody up.
        /// - Throws: `TradeError` with `storeFailed` where the file can't even be read.
        public func check() async throws(TradeError) -> [Diagnostic] {
            do throws(TradeError) {
                let (isWhole, hasStrays) = try await soundness()
                // What is damaged may fold to anything.
                guard isWhole else { return [TradeError(.storeDamaged).diagnostic] }
                let tables = try await tables(for: .looking)
                let faults = try await StoreCheck.faults(in: tables)
                return (hasStrays ? [TradeError(.storeDamaged).diagnostic] : []) + faults
            } catch {
                guard error.code == .storeDamaged else { throw error }
                return [error.diagnostic]
            }
        }

        private func soundness() async throws(TradeError) -> (isWhole: Bool, hasStrays: Bool) {
            do {
                return try await pool.read { db in
                    let isWhole = try String.fetchAll(db, sql: "PRAGMA quick_check(1)") == ["ok"]
                    return (isWhole, try isWhole && !Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
                }
            } catch { throw TradeError(store: error) }
        }

        /// The file's place on its disk, whatever links lead to it.
        package func identity() async throws(TradeError) -> String {
            "sqlite " + (StoreFile.identity(pool.path)?.map(String.init).joined(separator: " ") ?? pool.path)
        }

        package func tables(for use: StoreUse) async throws(TradeError) -> any StoreTables {
            try SQLiteTables(pool, for: use, patience: patience)
        }
    }
#endif
