internal import Synchronization
package import Keruen

/// Another store's tables, which fail after so many pages were written.
package final class StoppingTables: StoreTables {
    private let tables: any StoreTables
    private let left: Mutex<Int>

    package init(_ tables: any StoreTables, afterPages count: Int) {
        self.tables = tables
        left = Mutex(count)
    }

    package func count(of table: StoreTable) async throws(TradeError) -> Int { try await tables.count(of: table) }

    package func lastKey(of table: StoreTable) async throws(TradeError) -> StoreRow? {
        try await tables.lastKey(of: table)
    }

    package func rows(of table: StoreTable, after key: StoreRow?, limit: Int) async throws(TradeError) -> [StoreRow] {
        try await tables.rows(of: table, after: key, limit: limit)
    }

    package func insert(_ rows: [StoreRow], into table: StoreTable) async throws(TradeError) {
        let goesOn = left.withLock { left in
            left -= 1
            return left >= 0
        }
        guard goesOn else { throw TradeError(.storeAway) }
        try await tables.insert(rows, into: table)
    }

    package func close() async { await tables.close() }
}

extension KeptStore {
    /// Moves everything into another store, and reads both through.
    /// - Parameter pages: after so many written pages the target fails; nil when never.
    package func move(to target: any KeptStore, stoppingAfter pages: Int? = nil) async throws -> [StoreMove.Table]? {
        let ours = try await tables(for: .leaving)
        let theirs = try await target.tables(for: .filling)
        let filled: any StoreTables = pages.map { StoppingTables(theirs, afterPages: $0) } ?? theirs
        let move = StoreMove(from: ours, to: filled, page: 7)
        do {
            let stranger = try await move.stranger()
            if stranger == nil { try await move.copy() }
            let found = stranger == nil ? try await move.verify() : nil
            await theirs.close()
            await ours.close()
            return found
        } catch {
            await theirs.close()
            await ours.close()
            throw error
        }
    }
}
