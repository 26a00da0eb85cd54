internal import Foundation
internal import KeruenTrade

/// A transaction that tells its store of each write before it is done, and has the planted bugs.
struct FaultyTransaction: StoreTransaction {
    private let base: any StoreTransaction
    private let store: FaultyStore
    private let bug: PlantedBug?

    init(_ base: any StoreTransaction, in store: FaultyStore, bug: PlantedBug?) {
        self.base = base
        self.store = store
        self.bug = bug
    }

    func order(_ id: Order.ID) throws(TradeError) -> Order? {
        let order = try base.order(id)
        guard bug == .readsStale, let order, order.history.count > 3, order.history.count.isMultiple(of: 4) else {
            return order
        }
        return try Order(id: id, history: order.history.dropLast())
    }

    func placed(by key: IdempotencyKey) throws(TradeError) -> (id: Order.ID, fingerprint: String)? {
        bug == .forgetsKeys ? nil : try base.placed(by: key)
    }

    func insert(_ order: Order, fingerprint: String) throws(TradeError) -> Bool {
        try store.willWrite(order: order.id)
        return try base.insert(order, fingerprint: fingerprint)
    }

    func append(_ events: [OrderEvent], to order: Order) throws(TradeError) {
        try store.willWrite(order: order.id)
        // An acknowledged change that is nowhere: the answer is made of what was meant to be written.
        if bug == .losesWrites, order.history.count.isMultiple(of: 5) { return }
        try base.append(events, to: order)
    }

    func lapsing(before now: Date, limit: Int) throws(TradeError) -> [Order.ID] {
        try base.lapsing(before: now, limit: limit)
    }

    func level(at place: StockPlace) throws(TradeError) -> StockLevel? { try base.level(at: place) }

    func levels(of item: StockItem?) throws(TradeError) -> [(place: StockPlace, level: StockLevel)] {
        try base.levels(of: item)
    }

    func open(_ place: StockPlace, count: Int) throws(TradeError) -> Bool {
        try store.willWrite(place: place)
        return try base.open(place, count: count)
    }

    func reserve(_ quantity: Int, at place: StockPlace) throws(TradeError) -> Bool {
        try store.willWrite(place: place)
        let isReserved = try base.reserve(quantity, at: place)
        if bug == .sharesNoSeats, case .departure = place.item { return true }
        return isReserved || bug == .promisesTooMuch
    }

    func move(at place: StockPlace, onHand: Int, reserved: Int) throws(TradeError) {
        try store.willWrite(place: place)
        if bug == .forgetsRelease, onHand == 0, reserved < 0 { return }
        if bug == .sellsAir, onHand < 0 { return try base.move(at: place, onHand: 0, reserved: reserved) }
        try base.move(at: place, onHand: onHand, reserved: reserved)
        if bug == .restocksTwice, onHand > 0, reserved == 0 { try base.move(at: place, onHand: onHand, reserved: 0) }
    }

    func purchase(_ id: Purchase.ID) throws(TradeError) -> Purchase? { try base.purchase(id) }

    func purchase(by key: IdempotencyKey) throws(TradeError) -> Purchase.ID? { try base.purchase(by: key) }

    func insert(_ purchase: Purchase) throws(TradeError) -> Bool {
        try store.willWrite()
        return try base.insert(purchase)
    }

    func append(_ events: [PurchaseEvent], to purchase: Purchase) throws(TradeError) {
        try store.willWrite()
        try base.append(events, to: purchase)
    }

    func purchases(limit: Int) throws(TradeError) -> [Purchase.ID] { try base.purchases(limit: limit) }

    func quotaUsed(by buyer: LookupKey, in year: Int) throws(TradeError) -> Int64 {
        try base.quotaUsed(by: buyer, in: year)
    }

    func claimQuota(
        _ amount: Int64, by buyer: LookupKey, in year: Int, limit: Int64
    ) throws(TradeError) -> Bool {
        try store.willWrite(buyer: buyer, year: year)
        if bug == .forgetsLimits { return try base.claimQuota(amount, by: buyer, in: year, limit: .max) }
        return try base.claimQuota(amount, by: buyer, in: year, limit: limit)
    }

    func returnQuota(_ amount: Int64, by buyer: LookupKey, in year: Int) throws(TradeError) {
        try store.willWrite(buyer: buyer, year: year)
        if bug == .keepsClaims { return }
        try base.returnQuota(amount, by: buyer, in: year)
    }

    func quotaKey(of year: Int) throws(TradeError) -> String? { try base.quotaKey(of: year) }

    func setQuotaKey(_ name: String, of year: Int) throws(TradeError) {
        try store.willWrite()
        try base.setQuotaKey(name, of: year)
    }

    func remember(message id: String, from source: String) throws(TradeError) -> Bool {
        try store.willWrite()
        return try base.remember(message: id, from: source)
    }

    func events(after position: Int64, limit: Int) throws(TradeError) -> [OutboxEvent] {
        try base.events(after: position, limit: limit)
    }

    func position(of reader: String) throws(TradeError) -> Int64 { try base.position(of: reader) }

    func setPosition(_ position: Int64, of reader: String) throws(TradeError) {
        try store.willWrite()
        try base.setPosition(bug == .skipsTelling ? position + 1 : position, of: reader)
    }

    func insert(_ hold: StockHold) throws(TradeError) -> Bool {
        try store.willWrite()
        return try base.insert(hold)
    }

    func hold(_ id: String) throws(TradeError) -> StockHold? { try base.hold(id) }

    func holds(before now: Date, limit: Int) throws(TradeError) -> [StockHold] {
        try base.holds(before: now, limit: limit)
    }

    func remove(hold id: String) throws(TradeError) -> Bool {
        try store.willWrite()
        return try base.remove(hold: id)
    }

    func insert(_ record: SealedRecord, of order: Order.ID) throws(TradeError) {
        try store.willWrite(order: order)
        try base.insert(record, of: order)
    }

    func orders(waybill: String) throws(TradeError) -> [Order.ID] { try base.orders(waybill: waybill) }

    func records(of order: Order.ID) throws(TradeError) -> [SealedRecord] { try base.records(of: order) }

    func orders(lookup: String) throws(TradeError) -> [Order.ID] { try base.orders(lookup: lookup) }

    func eraseRecords(before now: Date) throws(TradeError) -> Int {
        try store.willWrite()
        return bug == .forgetsErasure ? 0 : try base.eraseRecords(before: now)
    }

    func eraseRecords(of order: Order.ID) throws(TradeError) -> Int {
        try store.willWrite(order: order)
        return try base.eraseRecords(of: order)
    }
}
