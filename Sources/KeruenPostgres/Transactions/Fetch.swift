#if Postgres
    internal import Foundation
    internal import KeruenTrade

    /// Questions as statements, and where their answers go. Those about single rows are asked for all bodies of a group at once.
    struct Fetch {
        typealias Reader = (PostgresRows, PostgresTransaction) throws(TradeError) -> Void

        private(set) var queries: [Query] = []
        private var readers: [Reader] = []

        init(_ needs: Set<Need>) {
            addRows(of: needs)
            for need in needs where need.isOverMany { addMany(need) }
        }

        mutating func add(_ query: Query, _ read: @escaping Reader) {
            queries.append(query)
            readers.append(read)
        }

        /// Tells a transaction what came back.
        /// - Throws: `TradeError` with `storeFailed` or `brokenHistory` where other hands have changed the rows.
        func read(_ answers: ArraySlice<PostgresRows>, into transaction: PostgresTransaction) throws(TradeError) {
            for (rows, read) in zip(answers, readers) { try read(rows, transaction) }
        }

        private mutating func addRows(of needs: Set<Need>) {
            var rows = SingleRows()
            for need in needs { rows.add(need) }
            rows.ask(in: &self)
        }

        private mutating func addMany(_ need: Need) {
            switch need {
            case .lapsing(let before, let limit):
                add(Self.lapsing(.integer(before), .integer(Int64(limit)))) { rows, transaction throws(TradeError) in
                    transaction.keep(.orders(try rows.orders()), to: need)
                }
            case .waybill(let number):
                add(Self.ordersOfWaybill(.text(number))) { rows, transaction throws(TradeError) in
                    transaction.keep(.orders(try rows.orders()), to: need)
                }
            case .person(let lookup):
                add(Self.ordersOfPerson(.text(lookup))) { rows, transaction throws(TradeError) in
                    transaction.keep(.orders(try rows.orders()), to: need)
                }
            case .levels(let item):
                let query = item.map { Self.levelsOfItem(.text($0.description)) } ?? Self.levels()
                add(query) { rows, transaction throws(TradeError) in
                    transaction.keep(.levels(try rows.levels()), to: need)
                }
            case .purchases(let limit):
                add(Self.purchases(.integer(Int64(limit)))) { rows, transaction throws(TradeError) in
                    transaction.keep(.purchases(try rows.purchases()), to: need)
                }
            case .events(let after, let limit):
                add(Self.events(.integer(after), .integer(Int64(limit)))) { rows, transaction throws(TradeError) in
                    transaction.keep(.events(try rows.events()), to: need)
                }
            case .holds(let before, let limit):
                add(Self.holds(.integer(before), .integer(Int64(limit)))) { rows, transaction throws(TradeError) in
                    transaction.keep(.holds(try rows.holds()), to: need)
                }
            case .order, .placed, .level, .quota, .quotaKey, .purchase, .purchaseKey, .message, .position, .records,
                .hold:
                break
            }
        }

        private static let lapsing = Statement(
            """
            SELECT id FROM orders WHERE lapses_at < $1 ORDER BY lapses_at, id LIMIT $2
            """, .integer, .integer)
        private static let ordersOfWaybill = Statement(
            """
            SELECT o.id FROM waybills w JOIN orders o ON o.number = w.order_number WHERE w.number = $1 ORDER BY o.id
            """, .text)
        private static let ordersOfPerson = Statement(
            """
            SELECT DISTINCT o.id FROM sealed_records r JOIN orders o ON o.number = r.order_number
            WHERE r.lookup = $1 ORDER BY o.id
            """, .text)
        private static let levels = Statement(
            "SELECT item, warehouse, on_hand, reserved FROM stock ORDER BY item, warehouse")
        private static let levelsOfItem = Statement(
            "SELECT item, warehouse, on_hand, reserved FROM stock WHERE item = $1 ORDER BY warehouse", .text)
        private static let purchases = Statement("SELECT id FROM purchases ORDER BY number DESC LIMIT $1", .integer)
        private static let events = Statement(
            """
            SELECT e.position, o.id, e.number, e.at, e.body FROM order_events e JOIN orders o ON o.number = e.order_number
            WHERE e.position > $1 ORDER BY e.position LIMIT $2
            """, .integer, .integer)
        private static let holds = Statement(
            "SELECT body FROM holds WHERE until < $1 ORDER BY until, id LIMIT $2", .integer, .integer)
    }

    extension PostgresRows {
        fileprivate func orders() throws(TradeError) -> [Order.ID] {
            var ids: [Order.ID] = []
            for row in 0..<count { ids.append(try orderID(row, 0)) }
            return ids
        }

        fileprivate func levels() throws(TradeError) -> [(place: StockPlace, level: StockLevel)] {
            var levels: [(place: StockPlace, level: StockLevel)] = []
            for row in 0..<count { levels.append((try place(row), level(row, from: 2))) }
            return levels
        }

        fileprivate func purchases() throws(TradeError) -> [Purchase.ID] {
            var ids: [Purchase.ID] = []
            for row in 0..<count { ids.append(try purchaseID(row, 0)) }
            return ids
        }

        fileprivate func events() throws(TradeError) -> [OutboxEvent] {
            var events: [OutboxEvent] = []
            for row in 0..<count {
                events.append(
                    OutboxEvent(position: integer(row, 0), order: try orderID(row, 1), event: try event(row, from: 2)))
            }
            return events
        }

        fileprivate func holds() throws(TradeError) -> [StockHold] {
            var holds: [StockHold] = []
            for row in 0..<count { holds.append(try StockHold(json: bytes(row, 0))) }
            return holds
        }
    }
#endif
