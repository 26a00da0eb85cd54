/// A store that keeps its orders in tables, which can be checked and moved.
package protocol KeptStore: OrderStore {
    /// Looks whether the store holds together; for a sound one it gives back nothing.
    func check() async throws(TradeError) -> [Diagnostic]
    /// The same for two of the same tables, whatever names they are called by.
    func identity() async throws(TradeError) -> String
    func tables(for use: StoreUse) async throws(TradeError) -> any StoreTables
}

/// What somebody is about to do with a store's tables.
package enum StoreUse: Sendable {
    /// Reads them as they are at one moment, and holds nobody up.
    case looking
    /// Reads them while everybody waits who would write.
    case leaving
    /// Fills them.
    case filling
}

/// The tables of a store, for as long as they are open.
package protocol StoreTables: Sendable {
    func count(of table: StoreTable) async throws(TradeError) -> Int
    /// The key that the table's last row has; nil for an empty table.
    func lastKey(of table: StoreTable) async throws(TradeError) -> StoreRow?
    /// Rows in the order of their keys.
    func rows(of table: StoreTable, after key: StoreRow?, limit: Int) async throws(TradeError) -> [StoreRow]
    /// Writes rows in a transaction of their own; the database numbers its next rows behind them.
    func insert(_ rows: [StoreRow], into table: StoreTable) async throws(TradeError)
    /// Lets everybody go on who waits.
    func close() async
}
