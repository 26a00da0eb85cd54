#if SQLite
    /// Every statement of a store's transactions.
    enum Query: Int, CaseIterable {
        case begin, commit, rollback, savepoint, release, rollbackToSavepoint
        case placed, insertOrder, order, orderState, insertEvent, updateOrder, lapsing
        case level, levels, allLevels, enterPlace, enterLevel, reserve, move
        case insertWaybill, ordersOfWaybill
        case quotaUsed, claimQuota, returnQuota, quotaKey, setQuotaKey
        case remember, events, position, setPosition
        case purchase, purchaseOfKey, insertPurchase, purchaseState, insertPurchaseEvent, purchases
        case insertHold, hold, holds, removeHold
        case insertRecord, records, ordersOfPerson, eraseOverdue, eraseOfOrder

        var sql: String {
            switch self {
            case .begin: "BEGIN IMMEDIATE"
            case .commit: "COMMIT"
            case .rollback: "ROLLBACK"
            case .savepoint: "SAVEPOINT body"
            case .release: "RELEASE body"
            case .rollbackToSavepoint: "ROLLBACK TO body"

            case .placed: "SELECT id, fingerprint FROM orders WHERE key = ?"
            case .insertOrder:
                """
                INSERT INTO orders (id, key, fingerprint, stage, lapses_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (key) DO NOTHING
                """
            case .order:
                """
                SELECT e.number, e.at, e.body FROM orders o JOIN order_events e ON e.order_number = o.number
                WHERE o.id = ? ORDER BY e.number
                """
            case .orderState:
                """
                SELECT o.number, (SELECT count(*) FROM order_events e WHERE e.order_number = o.number)
                FROM orders o WHERE o.id = ?
                """
            case .insertEvent: "INSERT INTO order_events (order_number, number, at, body) VALUES (?, ?, ?, ?)"
            case .updateOrder: "UPDATE orders SET stage = ?, lapses_at = ? WHERE number = ?"
            case .lapsing: "SELECT id FROM orders WHERE lapses_at < ? ORDER BY lapses_at, id LIMIT ?"

            case .insertWaybill: "INSERT INTO waybills (number, order_number) VALUES (?, ?) ON CONFLICT DO NOTHING"
            case .ordersOfWaybill:
                """
                SELECT o.id FROM waybills w JOIN orders o ON o.number = w.order_number WHERE w.number = ? ORDER BY o.id
                """

            case .level: "SELECT on_hand, reserved FROM stock WHERE item = ? AND warehouse = ?"
            case .levels:
                "SELECT item, warehouse, on_hand, reserved FROM stock WHERE item = ? ORDER BY warehouse"
            case .allLevels: "SELECT item, warehouse, on_hand, reserved FROM stock ORDER BY item, warehouse"
            case .enterPlace:
                "INSERT INTO stock_places (item, warehouse) VALUES (?, ?) ON CONFLICT (item, warehouse) DO NOTHING"
            case .enterLevel:
                """
                INSERT INTO stock_levels (place, on_hand, reserved)
                SELECT number, ?3, ?4 FROM stock_places WHERE item = ?1 AND warehouse = ?2
                ON CONFLICT (place) DO NOTHING
                """
            case .reserve:
                """
                UPDATE stock_levels SET reserved = reserved + ?3
                WHERE place = (SELECT number FROM stock_places WHERE item = ?1 AND warehouse = ?2)
                AND on_hand - reserved >= ?3
                """
            case .move:
                """
                UPDATE stock_levels SET on_hand = on_hand + ?3, reserved = reserved + ?4
                WHERE place = (SELECT number FROM stock_places WHERE item = ?1 AND warehouse = ?2)
                """

            case .quotaUsed: "SELECT used FROM quotas WHERE year = ? AND buyer = ?"
            case .claimQuota:
                """
                INSERT INTO quotas (year, buyer, used, most) VALUES (?, ?, ?, ?)
                ON CONFLICT (year, buyer) DO UPDATE SET used = used + excluded.used, most = excluded.most
                WHERE used + excluded.used <= excluded.most
                """
            case .returnQuota: "UPDATE quotas SET used = used - ? WHERE year = ? AND buyer = ?"
            case .quotaKey: "SELECT key_id FROM quota_keys WHERE year = ?"
            case .setQuotaKey: "INSERT INTO quota_keys (year, key_id) VALUES (?, ?) ON CONFLICT DO NOTHING"

            case .remember: "INSERT INTO messages (source, id) VALUES (?, ?) ON CONFLICT DO NOTHING"
            case .events:
                """
                SELECT e.position, o.id, e.number, e.at, e.body
                FROM order_events e JOIN orders o ON o.number = e.order_number
                WHERE e.position > ? ORDER BY e.position LIMIT ?
                """
            case .position: "SELECT position FROM readers WHERE name = ?"
            case .setPosition:
                """
                INSERT INTO readers (name, position) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET position = excluded.position
                """

            case .purchase:
                """
                SELECT e.number, e.at, e.body FROM purchases p JOIN purchase_events e ON e.purchase_number = p.number
                WHERE p.id = ? ORDER BY e.number
                """
            case .purchaseOfKey: "SELECT id FROM purchases WHERE key = ?"
            case .insertPurchase: "INSERT INTO purchases (id, key) VALUES (?, ?) ON CONFLICT (key) DO NOTHING"
            case .purchaseState:
                """
                SELECT p.number, (SELECT count(*) FROM purchase_events e WHERE e.purchase_number = p.number)
                FROM purchases p WHERE p.id = ?
                """
            case .insertPurchaseEvent:
                "INSERT INTO purchase_events (purchase_number, number, at, body) VALUES (?, ?, ?, ?)"
            case .purchases: "SELECT id FROM purchases ORDER BY number DESC LIMIT ?"

            case .insertHold: "INSERT INTO holds (id, until, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING"
            case .hold: "SELECT body FROM holds WHERE id = ?"
            case .holds: "SELECT body FROM holds WHERE until < ? ORDER BY until, id LIMIT ?"
            case .removeHold: "DELETE FROM holds WHERE id = ?"

            case .insertRecord:
                """
                INSERT INTO sealed_records (order_number, purpose, key_id, lookup, sealed, erase_after)
                SELECT number, ?, ?, ?, ?, ? FROM orders WHERE id = ?
                """
            case .records:
                """
                SELECT r.purpose, r.key_id, r.lookup, r.sealed, r.erase_after
                FROM orders o JOIN sealed_records r ON r.order_number = o.number WHERE o.id = ? ORDER BY r.record
                """
            case .ordersOfPerson:
                """
                SELECT DISTINCT o.id FROM sealed_records r JOIN orders o ON o.number = r.order_number
                WHERE r.lookup = ? ORDER BY o.id
                """
            case .eraseOverdue: "DELETE FROM sealed_records WHERE erase_after < ?"
            case .eraseOfOrder:
                "DELETE FROM sealed_records WHERE order_number = (SELECT number FROM orders WHERE id = ?)"
            }
        }
    }
#endif
