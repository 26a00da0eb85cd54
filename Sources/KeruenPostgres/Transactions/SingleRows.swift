#if Postgres
    internal import Foundation
    internal import KeruenTrade

    /// Questions about single rows, table by table: one statement each, whoever asks.
    struct SingleRows {
        private var orders: [Order.ID] = []
        private var keys: [IdempotencyKey] = []
        private var places: [StockPlace] = []
        private var quotas: [KnownRows.QuotaPlace] = []
        private var years: [Int] = []
        private var purchases: [Purchase.ID] = []
        private var purchaseKeys: [IdempotencyKey] = []
        private var messages: [KnownRows.Message] = []
        private var readers: [String] = []
        private var people: [Order.ID] = []
        private var holds: [String] = []

        mutating func add(_ need: Need) {
            switch need {
            case .order(let id): orders.append(id)
            case .placed(let key): keys.append(key)
            case .level(let place): places.append(place)
            case .quota(let place): quotas.append(place)
            case .quotaKey(let year): years.append(year)
            case .purchase(let id): purchases.append(id)
            case .purchaseKey(let key): purchaseKeys.append(key)
            case .message(let message): messages.append(message)
            case .position(let reader): readers.append(reader)
            case .records(let order): people.append(order)
            case .hold(let id): holds.append(id)
            case .lapsing, .waybill, .levels, .purchases, .events, .person, .holds: break
            }
        }

        func ask(in fetch: inout Fetch) {
            askForOrders(in: &fetch)
            askForStock(in: &fetch)
            askForPurchases(in: &fetch)
            askForMessages(in: &fetch)
        }

        private func askForOrders(in fetch: inout Fetch) {
            if !keys.isEmpty {
                fetch.add(Self.placed(.texts(keys.map(\.description)))) { [keys] rows, transaction throws(TradeError) in
                    for key in keys { transaction.fetched.placed[key] = .some(nil) }
                    for row in 0..<rows.count {
                        transaction.fetched.placed[try IdempotencyKey(rows.text(row, 0))] = KnownRows.Placed(
                            id: try rows.orderID(row, 1), fingerprint: rows.text(row, 2))
                    }
                }
            }
            if !orders.isEmpty {
                fetch.add(Self.orders(.texts(orders.map(\.description)))) {
                    [orders] rows, transaction throws(TradeError) in
                    for id in orders { transaction.fetched.orders[id] = .some(nil) }
                    var histories: [Order.ID: [OrderEvent]] = [:]
                    for row in 0..<rows.count {
                        histories[try rows.orderID(row, 0), default: []].append(try rows.event(row, from: 1))
                    }
                    for (id, history) in histories {
                        transaction.fetched.orders[id] = try Order(id: id, history: history)
                    }
                }
            }
            if !people.isEmpty {
                fetch.add(Self.records(.texts(people.map(\.description)))) {
                    [people] rows, transaction throws(TradeError) in
                    var records: [Order.ID: [SealedRecord]] = [:]
                    for row in 0..<rows.count {
                        records[try rows.orderID(row, 0), default: []].append(
                            SealedRecord(
                                purpose: rows.text(row, 1), keyID: rows.text(row, 2), lookup: rows.text(row, 3),
                                sealed: Data(rows.bytes(row, 4)), eraseAfter: OrderEvent.instant(rows.integer(row, 5))))
                    }
                    for id in people { transaction.fetched.records[id] = .some(records[id] ?? []) }
                }
            }
        }

        private func askForStock(in fetch: inout Fetch) {
            if !places.isEmpty {
                let query = Self.levels(.texts(places.map(\.item.description)), .texts(places.map(\.warehouse)))
                fetch.add(query) { [places] rows, transaction throws(TradeError) in
                    for place in places { transaction.fetched.levels[place] = .some(nil) }
                    for row in 0..<rows.count {
                        transaction.fetched.levels[try rows.place(row)] = rows.level(row, from: 2)
                    }
                }
            }
            if !quotas.isEmpty {
                let query = Self.quotas(.integers(quotas.map { Int64($0.year) }), .texts(quotas.map(\.buyer.text)))
                fetch.add(query) { [quotas] rows, transaction throws(TradeError) in
                    for place in quotas { transaction.fetched.quotas[place] = .some(nil) }
                    for row in 0..<rows.count {
                        transaction.fetched.quotas[quotas[Int(rows.integer(row, 0)) - 1]] = KnownRows.QuotaCount(
                            used: rows.integer(row, 1), most: rows.integer(row, 2))
                    }
                }
            }
            if !years.isEmpty {
                fetch.add(Self.quotaKeys(.integers(years.map { Int64($0) }))) {
                    [years] rows, transaction throws(TradeError) in
                    for year in years { transaction.fetched.quotaKeys[year] = .some(nil) }
                    for row in 0..<rows.count {
                        transaction.fetched.quotaKeys[Int(rows.integer(row, 0))] = rows.text(row, 1)
                    }
                }
            }
            if !holds.isEmpty {
                fetch.add(Self.holds(.texts(holds))) { [holds] rows, transaction throws(TradeError) in
                    for id in holds { transaction.fetched.holds[id] = .some(nil) }
                    for row in 0..<rows.count {
                        transaction.fetched.holds[rows.text(row, 0)] = try StockHold(json: rows.bytes(row, 1))
                    }
                }
            }
        }

        private func askForPurchases(in fetch: inout Fetch) {
            if !purchaseKeys.isEmpty {
                let query = Self.purchaseKeys(.texts(purchaseKeys.map(\.description)))
                fetch.add(query) { [purchaseKeys] rows, transaction throws(TradeError) in
                    for key in purchaseKeys { transaction.fetched.purchaseKeys[key] = .some(nil) }
                    for row in 0..<rows.count {
                        transaction.fetched.purchaseKeys[try IdempotencyKey(rows.text(row, 0))] = try rows.purchaseID(
                            row, 1)
                    }
                }
            }
            if !purchases.isEmpty {
                let query = Self.purchases(.texts(purchases.map(\.description)))
                fetch.add(query) { [purchases] rows, transaction throws(TradeError) in
                    for id in purchases { transaction.fetched.purchases[id] = .some(nil) }
                    var histories: [Purchase.ID: [PurchaseEvent]] = [:]
                    for row in 0..<rows.count {
                        histories[try rows.purchaseID(row, 0), default: []].append(
                            try PurchaseEvent(
                                number: Int(rows.integer(row, 1)), at: OrderEvent.instant(rows.integer(row, 2)),
                                json: rows.bytes(row, 3)))
                    }
                    for (id, history) in histories {
                        transaction.fetched.purchases[id] = try Purchase(id: id, history: history)
                    }
                }
            }
        }

        private func askForMessages(in fetch: inout Fetch) {
            if !messages.isEmpty {
                let query = Self.messages(.texts(messages.map(\.source)), .texts(messages.map(\.id)))
                fetch.add(query) { [messages] rows, transaction throws(TradeError) in
                    for message in messages { transaction.fetched.messages[message] = .some(nil) }
                    for row in 0..<rows.count {
                        let message = KnownRows.Message(source: rows.text(row, 0), id: rows.text(row, 1))
                        transaction.fetched.messages[message] = .some(())
                    }
                }
            }
            if !readers.isEmpty {
                fetch.add(Self.positions(.texts(readers))) { [readers] rows, transaction throws(TradeError) in
                    for reader in readers { transaction.fetched.positions[reader] = .some(nil) }
                    for row in 0..<rows.count {
                        transaction.fetched.positions[rows.text(row, 0)] = rows.integer(row, 1)
                    }
                }
            }
        }

        private static let placed = Statement(
            "SELECT key, id, fingerprint FROM orders WHERE key = ANY ($1)", .listOfTexts)
        private static let orders = Statement(
            """
            SELECT o.id, e.number, e.at, e.body FROM orders o JOIN order_events e ON e.order_number = o.number
            WHERE o.id = ANY ($1) ORDER BY o.number, e.number
            """, .listOfTexts)
        private static let records = Statement(
            """
            SELECT o.id, r.purpose, r.key_id, r.lookup, r.sealed, r.erase_after
            FROM orders o JOIN sealed_records r ON r.order_number = o.number WHERE o.id = ANY ($1) ORDER BY r.record
            """, .listOfTexts)
        private static let levels = Statement(
            """
            SELECT s.item, s.warehouse, s.on_hand, s.reserved
            FROM unnest($1, $2) wanted (item, warehouse) JOIN stock s USING (item, warehouse)
            """, .listOfTexts, .listOfTexts)
        private static let quotas = Statement(
            """
            SELECT wanted.place, q.used, q.most
            FROM unnest($1, $2) WITH ORDINALITY wanted (year, buyer, place) JOIN quotas q USING (year, buyer)
            """, .listOfIntegers, .listOfTexts)
        private static let quotaKeys = Statement(
            "SELECT year, key_id FROM quota_keys WHERE year = ANY ($1)", .listOfIntegers)
        private static let holds = Statement("SELECT id, body FROM holds WHERE id = ANY ($1)", .listOfTexts)
        private static let purchaseKeys = Statement(
            "SELECT key, id FROM purchases WHERE key = ANY ($1)", .listOfTexts)
        private static let purchases = Statement(
            """
            SELECT p.id, e.number, e.at, e.body FROM purchases p JOIN purchase_events e ON e.purchase_number = p.number
            WHERE p.id = ANY ($1) ORDER BY p.number, e.number
            """, .listOfTexts)
        private static let messages = Statement(
            """
            SELECT m.source, m.id FROM unnest($1, $2) wanted (source, id) JOIN messages m USING (source, id)
            """, .listOfTexts, .listOfTexts)
        private static let positions = Statement(
            "SELECT name, position FROM readers WHERE name = ANY ($1)", .listOfTexts)
    }
#endif
