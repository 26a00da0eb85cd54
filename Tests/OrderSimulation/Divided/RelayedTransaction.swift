internal import Foundation
internal import KeruenTrade

/// A transaction that hands everything on but what it does itself.
protocol RelayedTransaction: StoreTransaction {
    var base: any StoreTransaction { get }
}

extension RelayedTransaction {
    func order(_ id: Order.ID) throws(TradeError) -> Order? { try base.order(id) }

    func placed(by key: IdempotencyKey) throws(TradeError) -> (id: Order.ID, fingerprint: String)? {
        try base.placed(by: key)
    }

    func insert(_ order: Order, fingerprint: String) throws(TradeError) -> Bool {
        try base.insert(order, fingerprint: fingerprint)
    }

    func append(_ events: [OrderEvent], to order: Order) throws(TradeError) { try base.append(events, to: order) }

    func lapsing(before now: Date, limit: Int) throws(TradeError) -> [Order.ID] {
        try base.lapsing(before: now, limit: limit)
    }

    func orders(waybill: String) throws(TradeError) -> [Order.ID] { try base.orders(waybill: waybill) }

    func level(at place: StockPlace) throws(TradeError) -> StockLevel? { try base.level(at: place) }

    func levels(of item: StockItem?) throws(TradeError) -> [(place: StockPlace, level: StockLevel)] {
        try base.levels(of: item)
    }

    func open(_ place: StockPlace, count: Int) throws(TradeError) -> Bool { try base.open(place, count: count) }

    func reserve(_ quantity: Int, at place: StockPlace) throws(TradeError) -> Bool {
        try base.reserve(quantity, at: place)
    }

    func move(at place: StockPlace, onHand: Int, reserved: Int) throws(TradeError) {
        try base.move(at: place, onHand: onHand, reserved: reserved)
    }

    func quotaUsed(by buyer: LookupKey, in year: Int) throws(TradeError) -> Int64 {
        try base.quotaUsed(by: buyer, in: year)
    }

    func claimQuota(_ amount: Int64, by buyer: LookupKey, in year: Int, limit: Int64) throws(TradeError) -> Bool {
        try base.claimQuota(amount, by: buyer, in: year, limit: limit)
    }

    func returnQuota(_ amount: Int64, by buyer: LookupKey, in year: Int) throws(TradeError) {
        try base.returnQuota(amount, by: buyer, in: year)
    }

    func quotaKey(of year: Int) throws(TradeError) -> String? { try base.quotaKey(of: year) }

    func setQuotaKey(_ name: String, of year: Int) throws(TradeError) { try base.setQuotaKey(name, of: year) }

    func purchase(_ id: Purchase.ID) throws(TradeError) -> Purchase? { try base.purchase(id) }

    func purchase(by key: IdempotencyKey) throws(TradeError) -> Purchase.ID? { try base.purchase(by: key) }

    func insert(_ purchase: Purchase) throws(TradeError) -> Bool { try base.insert(purchase) }

    func append(_ events: [PurchaseEvent], to purchase: Purchase) throws(TradeError) {
        try base.append(events, to: purchase)
    }

    func purchases(limit: Int) throws(TradeError) -> [Purchase.ID] { try base.purchases(limit: limit) }

    func remember(message id: String, from source: String) throws(TradeError) -> Bool {
        try base.remember(message: id, from: source)
    }

    func events(after position: Int64, limit: Int) throws(TradeError) -> [OutboxEvent] {
        try base.events(after: position, limit: limit)
    }

    func position(of reader: String) throws(TradeError) -> Int64 { try base.position(of: reader) }

    func setPosition(_ position: Int64, of reader: String) throws(TradeError) {
        try base.setPosition(position, of: reader)
    }

    func insert(_ hold: StockHold) throws(TradeError) -> Bool { try base.insert(hold) }

    func hold(_ id: String) throws(TradeError) -> StockHold? { try base.hold(id) }

    func holds(before now: Date, limit: Int) throws(TradeError) -> [StockHold] {
        try base.holds(before: now, limit: limit)
    }

    func remove(hold id: String) throws(TradeError) -> Bool { try base.remove(hold: id) }

    func insert(_ record: SealedRecord, of order: Order.ID) throws(TradeError) { try base.insert(record, of: order) }

    func records(of order: Order.ID) throws(TradeError) -> [SealedRecord] { try base.records(of: order) }

    func orders(lookup: String) throws(TradeError) -> [Order.ID] { try base.orders(lookup: lookup) }

    func eraseRecords(before now: Date) throws(TradeError) -> Int { try base.eraseRecords(before: now) }

    func eraseRecords(of order: Order.ID) throws(TradeError) -> Int { try base.eraseRecords(of: order) }
}
