/// A table that every store keeps under the same name, whatever database it lies in.
package struct StoreTable: Sendable {
    package enum Kind: Sendable { case integer, text, bytes }

    package struct Column: Sendable {
        package var name: String
        package var kind: Kind
    }

    package let name: String
    package let columns: [Column]
    /// So many columns at the beginning tell rows apart, and are the order that rows are read in.
    package let keys: Int
    /// Whether the database numbers new rows itself, in the first column.
    package let isNumbered: Bool

    private init(
        _ name: String, by keys: KeyValuePairs<String, Kind>, _ rest: KeyValuePairs<String, Kind> = [:],
        isNumbered: Bool = false
    ) {
        self.name = name
        columns = (Array(keys) + Array(rest)).map { Column(name: $0.key, kind: $0.value) }
        self.keys = keys.count
        self.isNumbered = isNumbered
    }

    /// `SELECT` of a page in the key's order.
    /// - Parameter parameter: how the database writes its parameters, counted from 1: the key, if any, then the limit.
    package func select(isAfterKey: Bool, _ parameter: (Int) -> String) -> String {
        let key = columns.prefix(keys).map(\.name).joined(separator: ", ")
        let places = (1...keys).map(parameter).joined(separator: ", ")
        return """
            SELECT \(columns.map(\.name).joined(separator: ", ")) FROM \(name) \
            \(isAfterKey ? "WHERE (\(key)) > (\(places)) " : "")ORDER BY \(key) LIMIT \(parameter(isAfterKey ? keys + 1 : 1))
            """
    }

    /// `SELECT` of the last key.
    package var selectLast: String {
        let key = columns.prefix(keys).map(\.name)
        return """
            SELECT \(key.joined(separator: ", ")) FROM \(name) \
            ORDER BY \(key.map { $0 + " DESC" }.joined(separator: ", ")) LIMIT 1
            """
    }
}

extension StoreTable {
    /// Every one, each behind those that it refers to.
    package static let all = [
        stock, orders, orderEvents, waybills, quotas, quotaKeys, purchases, purchaseEvents, readers, messages,
        sealedRecords, holds,
    ]

    static let stock = StoreTable(
        "stock", by: ["item": .text, "warehouse": .text], ["on_hand": .integer, "reserved": .integer])
    static let orders = StoreTable(
        "orders", by: ["number": .integer],
        ["id": .text, "key": .text, "fingerprint": .text, "stage": .text, "lapses_at": .integer], isNumbered: true)
    /// Events keep their positions: readers of the outbox have come so far.
    private static let orderEvents = StoreTable(
        "order_events", by: ["position": .integer],
        ["order_number": .integer, "number": .integer, "at": .integer, "body": .text], isNumbered: true)
    /// The same events, order by order.
    static let histories = StoreTable(
        "order_events", by: ["order_number": .integer, "number": .integer], ["at": .integer, "body": .text])
    private static let waybills = StoreTable("waybills", by: ["number": .text, "order_number": .integer])
    static let quotas = StoreTable(
        "quotas", by: ["year": .integer, "buyer": .text], ["used": .integer, "most": .integer])
    private static let quotaKeys = StoreTable("quota_keys", by: ["year": .integer], ["key_id": .text])
    static let purchases = StoreTable(
        "purchases", by: ["number": .integer], ["id": .text, "key": .text], isNumbered: true)
    static let purchaseEvents = StoreTable(
        "purchase_events", by: ["purchase_number": .integer, "number": .integer], ["at": .integer, "body": .text])
    private static let readers = StoreTable("readers", by: ["name": .text], ["position": .integer])
    private static let messages = StoreTable("messages", by: ["source": .text, "id": .text])
    private static let sealedRecords = StoreTable(
        "sealed_records", by: ["record": .integer],
        [
            "order_number": .integer, "purpose": .text, "key_id": .text, "lookup": .text, "sealed": .bytes,
            "erase_after": .integer,
        ], isNumbered: true)
    private static let holds = StoreTable("holds", by: ["id": .text], ["until": .integer, "body": .text])
}
