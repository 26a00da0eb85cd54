/// A table row by row, read in pages.
struct RowCursor {
    private let tables: any StoreTables
    private let table: StoreTable
    private let page: Int
    private var rows: ArraySlice<StoreRow> = []
    private var last: StoreRow?
    private var isOver = false

    init(_ table: StoreTable, of tables: any StoreTables, page: Int = 1_000) {
        (self.tables, self.table, self.page) = (tables, table, page)
    }

    /// The next row, which stays the next one.
    mutating func peek() async throws(TradeError) -> StoreRow? {
        if rows.isEmpty, !isOver {
            let next = try await tables.rows(of: table, after: last, limit: page)
            isOver = next.count < page
            last = next.last.map { Array($0.prefix(table.keys)) } ?? last
            rows = next[...]
        }
        return rows.first
    }

    mutating func next() async throws(TradeError) -> StoreRow? {
        let row = try await peek()
        rows = rows.dropFirst()
        return row
    }

    /// The rows that belong to this number, which stands in their first column; what lies before them is passed over.
    mutating func rows(of number: Int64) async throws(TradeError) -> [StoreRow] {
        var found: [StoreRow] = []
        while true {
            let row = try await peek()
            guard let row, let owner = row[0].integer, owner <= number else { return found }
            if owner == number { found.append(row) }
            rows = rows.dropFirst()
        }
    }
}
