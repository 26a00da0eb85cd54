/// Copies one store's tables into another's, in pages, and looks at the end whether both are the same.
///
///     let move = StoreMove(from: old, to: new)
///     guard try await move.stranger() == nil else { … }       // rows of its own: not ours to write over
///     try await move.copy { done, all in bar.show(done, of: all) }
///     for table in try await move.verify() { print(table.name, table.rows, table.isSame) }
///
/// Nothing but the target's rows says how far it has come, so one that was killed goes on where it was.
package struct StoreMove: Sendable {
    private let source: any StoreTables
    private let target: any StoreTables
    /// How many rows a transaction writes.
    private let page: Int

    package init(from source: any StoreTables, to target: any StoreTables, page: Int = 1_000) {
        (self.source, self.target, self.page) = (source, target, page)
    }

    /// What a table was found to be, on both sides.
    package struct Table: Sendable {
        package var name: String
        package var rows: Int
        /// SHA-256 of the source's rows.
        package var digest: String
        package var isSame: Bool
    }

    /// The first table of the target with other rows than the source's own first ones; nil where the copy may begin or go on.
    package func stranger() async throws(TradeError) -> String? {
        for table in StoreTable.all {
            let (ours, theirs) = try await digests(of: table, upToTarget: true)
            if ours.count != theirs.count || ours.text != theirs.text { return table.name }
        }
        return nil
    }

    /// - Parameter progress: hears how many rows are there, and of how many.
    package func copy(progress: @Sendable (Int, Int) -> Void = { _, _ in }) async throws(TradeError) {
        var (done, all) = (0, 0)
        for table in StoreTable.all {
            done += try await target.count(of: table)
            all += try await source.count(of: table)
        }
        for table in StoreTable.all {
            var last = try await target.lastKey(of: table)
            while true {
                let rows = try await source.rows(of: table, after: last, limit: page)
                guard let row = rows.last else { break }
                try await target.insert(rows, into: table)
                last = Array(row.prefix(table.keys))
                done += rows.count
                progress(done, all)
            }
        }
    }

    /// Reads both sides through, once.
    package func verify(progress: @Sendable (Int, Int) -> Void = { _, _ in }) async throws(TradeError) -> [Table] {
        var found: [Table] = []
        for table in StoreTable.all {
            let (ours, theirs) = try await digests(of: table, upToTarget: false)
            let isSame = ours.count == theirs.count && ours.text == theirs.text
            found.append(Table(name: table.name, rows: ours.count, digest: ours.text, isSame: isSame))
            progress(found.count, StoreTable.all.count)
        }
        return found
    }

    /// Both sides by turns, so that neither waits longer than for a page of the other.
    /// - Parameter upToTarget: reads only as many of the source's rows as the target has.
    private func digests(
        of table: StoreTable, upToTarget: Bool
    ) async throws(TradeError) -> (ours: RowDigest, theirs: RowDigest) {
        var (ours, theirs) = (RowDigest(), RowDigest())
        var (ourLast, theirLast): (StoreRow?, StoreRow?)
        while true {
            let copied = try await target.rows(of: table, after: theirLast, limit: page)
            theirLast = copied.last.map { Array($0.prefix(table.keys)) } ?? theirLast
            for row in copied { theirs.add(row) }
            let limit = upToTarget ? copied.count : page
            let rows = limit > 0 ? try await source.rows(of: table, after: ourLast, limit: limit) : []
            ourLast = rows.last.map { Array($0.prefix(table.keys)) } ?? ourLast
            for row in rows { ours.add(row) }
            if copied.isEmpty, rows.isEmpty { return (ours, theirs) }
        }
    }
}
