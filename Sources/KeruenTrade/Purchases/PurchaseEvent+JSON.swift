public import Foundation

extension PurchaseEvent {
    /// The event as a store keeps it: JSON of version 1. Its purchase, number and time are the store's to keep beside it.
    public var json: [UInt8] {
        var writer = JSONWriter(capacity: 256)
        writer.object { json in
            json.field("event", change.name)
            switch change {
            case .placed(let placement): placement.write(to: &json)
            case .step(_, let reference): if let reference { json.field("reference", reference) }
            case .counted(let counts):
                json.array("counts") { json in
                    for count in counts {
                        json.object { json in
                            json.field("line", count.line)
                            json.field("intact", count.intact)
                            json.field("damaged", count.damaged)
                        }
                    }
                }
            case .released(let goods):
                json.array("goods") { json in
                    for piece in goods {
                        json.object { json in
                            json.field("item", piece.place.item.description)
                            json.field("warehouse", piece.place.warehouse)
                            json.field("quantity", piece.quantity)
                        }
                    }
                }
            }
        }
        return writer.bytes
    }

    /// Reads what `json` has written.
    /// - Throws: `TradeError` with `brokenPurchase` for anything else: a file that other hands have changed.
    public init(number: Int, at: Date, json: some Collection<UInt8>) throws(TradeError) {
        let node = try? JSONValueReader().read(Array(json), in: "")
        guard let change = node.flatMap({ Change($0) }) else {
            throw TradeError(.brokenPurchase, ["id": .text("#\(number)")])
        }
        self.init(number: number, at: at, change: change)
    }
}

extension PurchaseEvent.Placement {
    fileprivate func write(to json: inout JSONWriter) {
        json.field("key", key.description)
        json.field("supplier", supplier)
        json.field("warehouse", warehouse)
        json.field("mode", mode.rawValue)
        json.array("lines") { json in
            for line in lines {
                json.object { json in
                    json.field("sku", line.sku.description)
                    json.field("quantity", line.quantity)
                }
            }
        }
    }

    fileprivate init?(_ node: DocumentNode) {
        guard let key = node["key"]?.text.flatMap({ try? IdempotencyKey($0) }), let supplier = node["supplier"]?.text,
            let warehouse = node["warehouse"]?.text, let mode = node["mode"]?.text.flatMap(Purchase.Mode.init),
            let lines = node["lines"]?.elements.map({ Purchase.Line($0) }), !lines.contains(nil)
        else { return nil }
        self.init(
            key: key, supplier: supplier, warehouse: warehouse, mode: mode, lines: lines.compactMap(\.self))
    }
}

extension Purchase.Line {
    fileprivate init?(_ node: DocumentNode) {
        guard let sku = node["sku"]?.text.flatMap({ SKU($0) }), let quantity = node["quantity"]?.integer else {
            return nil
        }
        self.init(sku: sku, quantity: quantity)
    }
}

extension PurchaseEvent.Change {
    fileprivate init?(_ node: DocumentNode) {
        switch node["event"]?.text {
        case "placed":
            guard let placement = PurchaseEvent.Placement(node) else { return nil }
            self = .placed(placement)
        case "counted":
            let counts = (node["counts"]?.elements ?? []).map { node -> PurchaseCount? in
                guard let line = node["line"]?.integer, let intact = node["intact"]?.integer,
                    let damaged = node["damaged"]?.integer
                else { return nil }
                return PurchaseCount(line: line, intact: intact, damaged: damaged)
            }
            guard !counts.contains(nil) else { return nil }
            self = .counted(counts.compactMap(\.self))
        case "released":
            let goods = (node["goods"]?.elements ?? []).map { node -> Reservation? in
                guard let item = node["item"]?.text.flatMap({ StockItem($0) }),
                    let warehouse = node["warehouse"]?.text, let quantity = node["quantity"]?.integer
                else { return nil }
                return Reservation(StockPlace(item, in: warehouse), quantity: quantity)
            }
            guard !goods.contains(nil) else { return nil }
            self = .released(goods.compactMap(\.self))
        case let name?:
            guard let step = PurchaseFlow.Step(rawValue: name) else { return nil }
            self = .step(step, reference: node["reference"]?.text)
        case nil: return nil
        }
    }
}
