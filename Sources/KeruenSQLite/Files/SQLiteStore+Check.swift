#if SQLite
    internal import Foundation
    internal import GRDB
    public import KeruenTrade

    extension SQLiteStore {
        /// Looks whether the file holds together; for a sound one it gives back nothing.
        ///
        ///     for fault in try await store.check() { print(fault.code) }      // TRD0304
        ///
        /// SQLite's own check first; then every order is folded from its events, and what open orders have set aside is summed up place
        /// by place, and what they count to each buyer's year. It reads all of the file and holds nobody up.
        /// - Throws: `TradeError` with `storeFailed` where the file can't even be read.
        public func check() async throws(TradeError) -> [Diagnostic] {
            do {
                return try await pool.read { db in
                    let damage = try String.fetchAll(db, sql: "PRAGMA quick_check(1)").filter { $0 != "ok" }
                    // What is damaged may fold to anything.
                    guard damage.isEmpty else { return [TradeError(.storeDamaged).diagnostic] }
                    let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
                    let faults = try Ledger(db).faults
                    return (strays > 0 ? [TradeError(.storeDamaged).diagnostic] : []) + faults
                }
            } catch {
                let failure = TradeError(store: error)
                guard failure.code == .storeDamaged else { throw failure }
                return [failure.diagnostic]
            }
        }
    }

    /// Orders and stock added up anew, beside what the tables say.
    private struct Ledger {
        private(set) var faults: [Diagnostic] = []
        private var reserved: [StockPlace: Int] = [:]
        private var claimed: [Buyer: Int64] = [:]

        private struct Buyer: Hashable {
            var key: String
            var year: Int
        }

        init(_ db: Database) throws {
            let select = try db.cachedStatement(
                sql: """
                    SELECT o.id, o.key, o.stage, o.lapses_at, e.number, e.at, e.body
                    FROM orders o LEFT JOIN order_events e ON e.order_number = o.number ORDER BY o.number, e.number
                    """)
            var current: (row: Summary, history: [OrderEvent], isReadable: Bool)?
            let rows = try Row.fetchCursor(select)
            while let row = try rows.next() {
                let summary = Summary(id: row[0], key: row[1], stage: row[2], lapses: row[3])
                if current?.row != summary {
                    if let current { add(current.row, current.isReadable ? current.history : []) }
                    current = (summary, [], true)
                }
                guard let number: Int = row[4] else { continue }
                let body: String = row[6]
                let event = try? OrderEvent(number: number, at: OrderEvent.instant(row[5]), json: Array(body.utf8))
                if let event { current?.history.append(event) } else { current?.isReadable = false }
            }
            if let current { add(current.row, current.isReadable ? current.history : []) }
            try compare(db)
            try compareQuotas(db)
            try foldPurchases(db)
        }

        private struct Summary: Equatable {
            var id: String
            var key: String
            var stage: String
            var lapses: Int64?
        }

        private mutating func add(_ row: Summary, _ history: [OrderEvent]) {
            guard let id = Order.ID(row.id), let order = try? Order(id: id, history: history),
                order.key.description == row.key, order.stage.rawValue == row.stage,
                order.lapses.map(OrderEvent.milliseconds) == row.lapses
            else {
                faults.append(TradeError(.brokenHistory, ["id": .text(row.id)]).diagnostic)
                return
            }
            for reservation in order.reservations { reserved[reservation.place, default: 0] += reservation.quantity }
            if let claim = order.placement.quota, let counted = order.counted {
                claimed[Buyer(key: claim.buyer.text, year: claim.year), default: 0] += counted.minorUnits
            }
        }

        private mutating func compare(_ db: Database) throws {
            let rows = try Row.fetchCursor(
                db, sql: "SELECT item, warehouse, reserved FROM stock ORDER BY item, warehouse")
            while let row = try rows.next() {
                let (text, warehouse, counted): (String, String, Int) = (row[0], row[1], row[2])
                let promised =
                    StockItem(text).flatMap { reserved.removeValue(forKey: StockPlace($0, in: warehouse)) } ?? 0
                if promised != counted { report(text, warehouse, counted: counted, promised: promised) }
            }
            for (place, promised) in reserved.sorted(by: { $0.key < $1.key }) {
                report(place.item.description, place.warehouse, counted: 0, promised: promised)
            }
        }

        private mutating func foldPurchases(_ db: Database) throws {
            let transaction = SQLiteTransaction(on: try SQLiteConnection(borrowed: db))
            for text in try String.fetchAll(db, sql: "SELECT id FROM purchases ORDER BY number") {
                let purchase = try? Purchase.ID(text).flatMap { try transaction.purchase($0) }
                guard purchase == nil else { continue }
                faults.append(TradeError(.brokenPurchase, ["id": .text(text)]).diagnostic)
            }
        }

        private mutating func compareQuotas(_ db: Database) throws {
            var years: Set<Int> = []
            let rows = try Row.fetchCursor(db, sql: "SELECT buyer, year, used FROM quotas")
            while let row = try rows.next() {
                let (buyer, used): (Buyer, Int64) = (Buyer(key: row[0], year: row[1]), row[2])
                if claimed.removeValue(forKey: buyer) ?? 0 != used { years.insert(buyer.year) }
            }
            for (buyer, promised) in claimed where promised != 0 { years.insert(buyer.year) }
            // Whose it is stays unsaid.
            for year in years.sorted() { faults.append(TradeError.quotaDisagrees(in: year).diagnostic) }
        }

        private mutating func report(_ item: String, _ warehouse: String, counted: Int, promised: Int) {
            let error = TradeError(
                .stockDisagrees,
                [
                    "sku": .text(item), "warehouse": .text(warehouse), "counted": .integer(counted),
                    "promised": .integer(promised),
                ])
            faults.append(error.diagnostic)
        }
    }
#endif
