#if Postgres
    internal import Foundation
    internal import KeruenTrade

    extension PendingWrites {
        /// The writes as statements: one for each table that has any, whatever the number of bodies.
        /// - Parameters:
        ///   - rows: what the written rows are now.
        ///   - before: what the server has.
        func queries(of rows: KnownRows, over before: KnownRows) -> [Query] {
            orderQueries(rows) + stockQueries(rows, before) + quotaQueries(rows) + purchaseQueries(rows)
                + messageQueries(rows) + peopleQueries() + holdQueries(rows)
        }

        private func orderQueries(_ rows: KnownRows) -> [Query] {
            var queries: [Query] = []
            let new = placed.compactMap { entry in rows.orders[entry.id].flatMap(\.self).map { ($0, entry.fingerprint) }
            }
            if !new.isEmpty {
                queries.append(
                    Self.insertOrders(
                        .texts(new.map(\.0.id.description)), .texts(new.map(\.0.key.description)), .texts(new.map(\.1)),
                        .texts(new.map(\.0.stage.rawValue)),
                        .integers(new.map { $0.0.lapses.map(OrderEvent.milliseconds) })))
            }
            let inserted = Set(placed.map(\.id))
            let changed = changed.subtracting(inserted).compactMap { rows.orders[$0].flatMap(\.self) }
            if !changed.isEmpty {
                queries.append(
                    Self.updateOrders(
                        .texts(changed.map(\.id.description)), .texts(changed.map(\.stage.rawValue)),
                        .integers(changed.map { $0.lapses.map(OrderEvent.milliseconds) })))
            }
            if !events.isEmpty {
                queries.append(
                    Self.insertEvents(
                        .texts(events.map(\.order.description)), .integers(events.map { Int64($0.event.number) }),
                        .integers(events.map { OrderEvent.milliseconds($0.event.at) }),
                        .texts(utf8: events.map(\.event.json))))
                let waybills = events.compactMap { told in told.event.waybill.map { ($0, told.order.description) } }
                if !waybills.isEmpty {
                    queries.append(Self.insertWaybills(.texts(waybills.map(\.0)), .texts(waybills.map(\.1))))
                }
            }
            return queries
        }

        private func stockQueries(_ rows: KnownRows, _ before: KnownRows) -> [Query] {
            // Every transaction goes through places in their order, and writes differences: a count that other hands put right stays so.
            var (new, moved): ([(StockPlace, StockLevel)], [(StockPlace, StockLevel)]) = ([], [])
            for place in levels.sorted() {
                guard let level = rows.levels[place].flatMap(\.self) else { continue }
                guard let old = before.levels[place].flatMap(\.self) else {
                    new.append((place, level))
                    continue
                }
                guard level != old else { continue }
                moved.append(
                    (place, StockLevel(onHand: level.onHand - old.onHand, reserved: level.reserved - old.reserved)))
            }
            func query(_ statement: Statement, _ rows: [(StockPlace, StockLevel)]) -> [Query] {
                guard !rows.isEmpty else { return [] }
                return [
                    statement(
                        .texts(rows.map(\.0.item.description)), .texts(rows.map(\.0.warehouse)),
                        .integers(rows.map { Int64($0.1.onHand) }), .integers(rows.map { Int64($0.1.reserved) }))
                ]
            }
            return query(Self.insertStock, new) + query(Self.moveStock, moved)
        }

        private func quotaQueries(_ rows: KnownRows) -> [Query] {
            var queries: [Query] = []
            let counts = quotas.compactMap { place in rows.quotas[place].flatMap(\.self).map { (place, $0) } }
            if !counts.isEmpty {
                queries.append(
                    Self.setQuotas(
                        .integers(counts.map { Int64($0.0.year) }), .texts(counts.map(\.0.buyer.text)),
                        .integers(counts.map(\.1.used)), .integers(counts.map(\.1.most))))
            }
            let keys = quotaKeys.compactMap { year in rows.quotaKeys[year].flatMap(\.self).map { (year, $0) } }
            if !keys.isEmpty {
                queries.append(Self.insertQuotaKeys(.integers(keys.map { Int64($0.0) }), .texts(keys.map(\.1))))
            }
            return queries
        }

        private func purchaseQueries(_ rows: KnownRows) -> [Query] {
            var queries: [Query] = []
            let new = purchases.compactMap { rows.purchases[$0].flatMap(\.self) }
            if !new.isEmpty {
                queries.append(
                    Self.insertPurchases(.texts(new.map(\.id.description)), .texts(new.map(\.key.description))))
            }
            if !purchaseEvents.isEmpty {
                queries.append(
                    Self.insertPurchaseEvents(
                        .texts(purchaseEvents.map(\.purchase.description)),
                        .integers(purchaseEvents.map { Int64($0.event.number) }),
                        .integers(purchaseEvents.map { OrderEvent.milliseconds($0.event.at) }),
                        .texts(utf8: purchaseEvents.map(\.event.json))))
            }
            return queries
        }

        private func messageQueries(_ rows: KnownRows) -> [Query] {
            var queries: [Query] = []
            if !messages.isEmpty {
                queries.append(Self.insertMessages(.texts(messages.map(\.source)), .texts(messages.map(\.id))))
            }
            let places = positions.compactMap { name in rows.positions[name].flatMap(\.self).map { (name, $0) } }
            if !places.isEmpty {
                queries.append(Self.setPositions(.texts(places.map(\.0)), .integers(places.map { Int64($0.1) })))
            }
            return queries
        }

        private func peopleQueries() -> [Query] {
            var queries: [Query] = []
            if !erased.isEmpty { queries.append(Self.eraseRecords(.texts(erased.map(\.description)))) }
            if !records.isEmpty {
                queries.append(
                    Self.insertRecords(
                        .texts(records.map(\.order.description)), .texts(records.map(\.record.purpose)),
                        .texts(records.map(\.record.keyID)), .texts(records.map(\.record.lookup)),
                        .blobs(records.map(\.record.sealed)),
                        .integers(records.map { OrderEvent.milliseconds($0.record.eraseAfter) })))
            }
            return queries
        }

        private func holdQueries(_ rows: KnownRows) -> [Query] {
            guard !holds.isEmpty else { return [] }
            let kept = holds.sorted().compactMap { rows.holds[$0].flatMap(\.self) }
            var queries = [Self.removeHolds(.texts(holds))]
            if !kept.isEmpty {
                queries.append(
                    Self.insertHolds(
                        .texts(kept.map(\.id)), .integers(kept.map { OrderEvent.milliseconds($0.until) }),
                        .texts(utf8: kept.map(\.json))))
            }
            return queries
        }
    }

    extension PendingWrites {
        private static let insertOrders = Statement(
            """
            INSERT INTO orders (id, key, fingerprint, stage, lapses_at) SELECT * FROM unnest($1, $2, $3, $4, $5)
            """, .listOfTexts, .listOfTexts, .listOfTexts, .listOfTexts, .listOfIntegers)
        private static let updateOrders = Statement(
            """
            UPDATE orders o SET stage = new.stage, lapses_at = new.lapses_at
            FROM unnest($1, $2, $3) new (id, stage, lapses_at) WHERE o.id = new.id
            """, .listOfTexts, .listOfTexts, .listOfIntegers)
        // Numbered as they are sorted: a place in the outbox is a place in time.
        private static let insertEvents = Statement(
            """
            INSERT INTO order_events (order_number, number, at, body)
            SELECT o.number, e.number, e.at, e.body
            FROM unnest($1, $2, $3, $4) WITH ORDINALITY e (id, number, at, body, turn) JOIN orders o ON o.id = e.id
            ORDER BY e.turn
            """, .listOfTexts, .listOfIntegers, .listOfIntegers, .listOfTexts)
        private static let insertWaybills = Statement(
            """
            INSERT INTO waybills (number, order_number)
            SELECT w.number, o.number FROM unnest($1, $2) w (number, id) JOIN orders o ON o.id = w.id
            ON CONFLICT DO NOTHING
            """, .listOfTexts, .listOfTexts)
        private static let insertStock = Statement(
            "INSERT INTO stock (item, warehouse, on_hand, reserved) SELECT * FROM unnest($1, $2, $3, $4)",
            .listOfTexts, .listOfTexts, .listOfIntegers, .listOfIntegers)
        // Divides by zero where other hands have taken a place away: nothing is moved then.
        private static let moveStock = Statement(
            """
            WITH moved AS (
                UPDATE stock s SET on_hand = s.on_hand + new.on_hand, reserved = s.reserved + new.reserved
                FROM unnest($1, $2, $3, $4) new (item, warehouse, on_hand, reserved)
                WHERE s.item = new.item AND s.warehouse = new.warehouse RETURNING 1
            )
            SELECT 1 / (count(*) = cardinality($1))::int FROM moved
            """, .listOfTexts, .listOfTexts, .listOfIntegers, .listOfIntegers)
        private static let setQuotas = Statement(
            """
            INSERT INTO quotas (year, buyer, used, most) SELECT * FROM unnest($1, $2, $3, $4)
            ON CONFLICT (year, buyer) DO UPDATE SET used = excluded.used, most = excluded.most
            """, .listOfIntegers, .listOfTexts, .listOfIntegers, .listOfIntegers)
        private static let insertQuotaKeys = Statement(
            "INSERT INTO quota_keys (year, key_id) SELECT * FROM unnest($1, $2)", .listOfIntegers, .listOfTexts)
        private static let insertPurchases = Statement(
            "INSERT INTO purchases (id, key) SELECT * FROM unnest($1, $2)", .listOfTexts, .listOfTexts)
        private static let insertPurchaseEvents = Statement(
            """
            INSERT INTO purchase_events (purchase_number, number, at, body)
            SELECT p.number, e.number, e.at, e.body
            FROM unnest($1, $2, $3, $4) e (id, number, at, body) JOIN purchases p ON p.id = e.id
            """, .listOfTexts, .listOfIntegers, .listOfIntegers, .listOfTexts)
        private static let insertMessages = Statement(
            "INSERT INTO messages (source, id) SELECT * FROM unnest($1, $2)", .listOfTexts, .listOfTexts)
        private static let setPositions = Statement(
            """
            INSERT INTO readers (name, position) SELECT * FROM unnest($1, $2)
            ON CONFLICT (name) DO UPDATE SET position = excluded.position
            """, .listOfTexts, .listOfIntegers)
        private static let eraseRecords = Statement(
            """
            DELETE FROM sealed_records WHERE order_number IN (SELECT number FROM orders WHERE id = ANY ($1))
            """, .listOfTexts)
        private static let insertRecords = Statement(
            """
            INSERT INTO sealed_records (order_number, purpose, key_id, lookup, sealed, erase_after)
            SELECT o.number, r.purpose, r.key_id, r.lookup, r.sealed, r.erase_after
            FROM unnest($1, $2, $3, $4, $5, $6) WITH ORDINALITY r (id, purpose, key_id, lookup, sealed, erase_after, turn)
            JOIN orders o ON o.id = r.id ORDER BY r.turn
            """, .listOfTexts, .listOfTexts, .listOfTexts, .listOfTexts, .listOfBytes, .listOfIntegers)
        private static let removeHolds = Statement("DELETE FROM holds WHERE id = ANY ($1)", .listOfTexts)
        private static let insertHolds = Statement(
            "INSERT INTO holds (id, until, body) SELECT * FROM unnest($1, $2, $3)", .listOfTexts, .listOfIntegers,
            .listOfTexts)
    }
#endif
