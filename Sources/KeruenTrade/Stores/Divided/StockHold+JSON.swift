extension StockHold {
    /// The hold as a store keeps it: JSON of version 1, with its id and its time in milliseconds since 1970.
    public var json: [UInt8] {
        var writer = JSONWriter(capacity: 256)
        writer.object { json in
            json.field("id", id)
            json.field("market", market)
            json.field("until", OrderEvent.milliseconds(until))
            json.array("changes") { json in
                for change in changes {
                    json.object { json in
                        json.place(change.place)
                        json.field("onHand", change.onHand)
                        json.field("reserved", change.reserved)
                    }
                }
            }
            json.array("taken") { json in
                for reservation in taken {
                    json.object { json in
                        json.place(reservation.place)
                        json.field("quantity", reservation.quantity)
                    }
                }
            }
        }
        return writer.bytes
    }

    /// Reads what `json` has written.
    /// - Throws: `TradeError` with `storeFailed` for anything else: a store that other hands have changed.
    public init(json: some Collection<UInt8>) throws(TradeError) {
        let node = try? JSONValueReader().read(Array(json), in: "")
        guard let hold = node.flatMap({ StockHold($0) }) else { throw TradeError(.storeFailed, ["reason": "holds"]) }
        self = hold
    }

    private init?(_ node: DocumentNode) {
        guard let id = node["id"]?.text, let market = node["market"]?.text,
            let until = node["until"]?.text.flatMap({ Int64($0) }),
            let changes = node["changes"]?.elements.map({ StockChange($0) }), !changes.contains(nil),
            let taken = node["taken"]?.elements.map({ Reservation(held: $0) }), !taken.contains(nil)
        else { return nil }
        self.init(
            id: id, market: market, changes: changes.compactMap(\.self), taken: taken.compactMap(\.self),
            until: OrderEvent.instant(until))
    }
}

extension StockChange {
    fileprivate init?(_ node: DocumentNode) {
        guard let place = StockPlace(held: node), let onHand = node["onHand"]?.integer,
            let reserved = node["reserved"]?.integer
        else { return nil }
        self.init(at: place, onHand: onHand, reserved: reserved)
    }
}

extension Reservation {
    fileprivate init?(held node: DocumentNode) {
        guard let place = StockPlace(held: node), let quantity = node["quantity"]?.integer else { return nil }
        self.init(place, quantity: quantity)
    }
}

extension StockPlace {
    fileprivate init?(held node: DocumentNode) {
        guard let item = node["item"]?.text.flatMap({ StockItem($0) }), let warehouse = node["warehouse"]?.text else {
            return nil
        }
        self.init(item, in: warehouse)
    }
}

extension JSONWriter {
    fileprivate mutating func place(_ place: StockPlace) {
        field("item", place.item.description)
        field("warehouse", place.warehouse)
    }
}
