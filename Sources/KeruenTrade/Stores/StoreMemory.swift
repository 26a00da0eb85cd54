public import Foundation

/// A store's tables as dictionaries, with what undoes the transaction that runs.
///
/// For one thread: `InMemoryStore` gives it an actor, a simulation drives it bare.
public final class StoreMemory: StoreTransaction {
    private var orders: [Order.ID: Order] = [:]
    private var keys: [IdempotencyKey: (id: Order.ID, fingerprint: String)] = [:]
    private var levels: [StockPlace: StockLevel] = [:]
    private var quotas: [QuotaPlace: Int64] = [:]
    private var quotaKeys: [Int: String] = [:]
    private var bought: [Purchase.ID: Purchase] = [:]
    private var purchaseKeys: [IdempotencyKey: Purchase.ID] = [:]
    /// In the order of their placing.
    private var purchases: [Purchase.ID] = []
    private var waybills: [String: Set<Order.ID>] = [:]
    private var messages: Set<[String]> = []
    private var outbox: [(order: Order.ID, event: OrderEvent)] = []
    private var readers: [String: Int64] = [:]
    private var held: [String: StockHold] = [:]
    private var people: [Order.ID: [SealedRecord]] = [:]
    /// Orders that may lapse, by their time.
    private var waiting: [Order.ID: Date] = [:]
    /// In the order in which things were done; undone from the end.
    private var undo: [(StoreMemory) -> Void] = []

    private struct QuotaPlace: Hashable {
        var buyer: LookupKey
        var year: Int
    }

    public init() {}

    /// Ends a transaction.
    public func keep() { undo.removeAll(keepingCapacity: true) }

    /// Ends a transaction as if it had never been.
    public func giveUp() {
        while let step = undo.popLast() { step(self) }
    }
}

extension StoreMemory {
    public func order(_ id: Order.ID) -> Order? { orders[id] }

    public func placed(by key: IdempotencyKey) -> (id: Order.ID, fingerprint: String)? { keys[key] }

    public func insert(_ order: Order, fingerprint: String) throws(TradeError) -> Bool {
        guard keys[order.key] == nil else { return false }
        guard orders[order.id] == nil else { throw TradeError(.storeFailed, ["reason": "id"]) }
        keys[order.key] = (order.id, fingerprint)
        undo.append { $0.keys[order.key] = nil }
        set(order)
        tell(order.history, of: order.id)
        return true
    }

    public func append(_ events: [OrderEvent], to order: Order) throws(TradeError) {
        guard let before = orders[order.id], before.history.count + events.count == order.history.count else {
            throw TradeError(.brokenHistory, ["id": .text(order.id.description)])
        }
        set(order)
        tell(events, of: order.id)
    }

    private func set(_ order: Order) {
        let (id, before, wait) = (order.id, orders[order.id], waiting[order.id])
        orders[id] = order
        waiting[id] = order.lapses
        undo.append {
            $0.orders[id] = before
            $0.waiting[id] = wait
        }
    }

    private func tell(_ events: [OrderEvent], of id: Order.ID) {
        outbox += events.map { (id, $0) }
        undo.append { $0.outbox.removeLast(events.count) }
        for number in events.compactMap(\.waybill) where waybills[number, default: []].insert(id).inserted {
            undo.append { $0.waybills[number]?.remove(id) }
        }
    }

    public func orders(waybill: String) -> [Order.ID] {
        (waybills[waybill] ?? []).sorted { $0.description < $1.description }
    }

    public func lapsing(before now: Date, limit: Int) -> [Order.ID] {
        waiting.filter { $0.value < now }.sorted { ($0.value, $0.key.description) < ($1.value, $1.key.description) }
            .prefix(max(0, limit)).map(\.key)
    }
}

extension StoreMemory {
    /// Everything that is counted, for a simulation's checks.
    public var stock: [StockPlace: StockLevel] { levels }

    public func level(at place: StockPlace) -> StockLevel? { levels[place] }

    public func levels(of item: StockItem?) -> [(place: StockPlace, level: StockLevel)] {
        levels.filter { item == nil || $0.key.item == item }.sorted { $0.key < $1.key }
            .map { (place: $0.key, level: $0.value) }
    }

    public func open(_ place: StockPlace, count: Int) throws(TradeError) -> Bool {
        guard count >= 0 else { throw TradeError(.stockMismatch, ["sku": .text(place.item.description)]) }
        guard levels[place] == nil else { return false }
        set(StockLevel(onHand: count), at: place)
        return true
    }

    public func reserve(_ quantity: Int, at place: StockPlace) -> Bool {
        guard var level = levels[place], quantity > 0, level.free >= quantity else { return false }
        level.reserved += quantity
        set(level, at: place)
        return true
    }

    public func move(at place: StockPlace, onHand: Int, reserved: Int) throws(TradeError) {
        var level = levels[place] ?? StockLevel(onHand: 0)
        level.onHand += onHand
        level.reserved += reserved
        guard level.reserved >= 0, level.free >= 0 else {
            throw TradeError(.stockMismatch, ["sku": .text(place.item.description)])
        }
        set(level, at: place)
    }

    private func set(_ level: StockLevel, at place: StockPlace) {
        let before = levels.updateValue(level, forKey: place)
        undo.append { $0.levels[place] = before }
    }
}

extension StoreMemory {
    public func quotaUsed(by buyer: LookupKey, in year: Int) -> Int64 {
        quotas[QuotaPlace(buyer: buyer, year: year)] ?? 0
    }

    public func claimQuota(_ amount: Int64, by buyer: LookupKey, in year: Int, limit: Int64) -> Bool {
        let used = quotaUsed(by: buyer, in: year)
        guard amount > 0, limit >= used, amount <= limit - used else { return false }
        set(used + amount, at: QuotaPlace(buyer: buyer, year: year))
        return true
    }

    public func returnQuota(_ amount: Int64, by buyer: LookupKey, in year: Int) throws(TradeError) {
        let used = quotaUsed(by: buyer, in: year)
        guard amount > 0, amount <= used else { throw TradeError.quotaDisagrees(in: year) }
        set(used - amount, at: QuotaPlace(buyer: buyer, year: year))
    }

    public func quotaKey(of year: Int) -> String? { quotaKeys[year] }

    public func setQuotaKey(_ name: String, of year: Int) {
        guard quotaKeys[year] == nil else { return }
        quotaKeys[year] = name
        undo.append { $0.quotaKeys[year] = nil }
    }

    private func set(_ used: Int64, at place: QuotaPlace) {
        let before = quotas.updateValue(used, forKey: place)
        undo.append { $0.quotas[place] = before }
    }
}

extension StoreMemory {
    public func purchase(_ id: Purchase.ID) -> Purchase? { bought[id] }

    public func purchase(by key: IdempotencyKey) -> Purchase.ID? { purchaseKeys[key] }

    public func insert(_ purchase: Purchase) throws(TradeError) -> Bool {
        guard purchaseKeys[purchase.key] == nil else { return false }
        guard bought[purchase.id] == nil else { throw TradeError(.storeFailed, ["reason": "id"]) }
        purchaseKeys[purchase.key] = purchase.id
        bought[purchase.id] = purchase
        purchases.append(purchase.id)
        undo.append {
            $0.purchaseKeys[purchase.key] = nil
            $0.bought[purchase.id] = nil
            $0.purchases.removeLast()
        }
        return true
    }

    public func append(_ events: [PurchaseEvent], to purchase: Purchase) throws(TradeError) {
        guard let before = bought[purchase.id], before.history.count + events.count == purchase.history.count else {
            throw TradeError(.brokenPurchase, ["id": .text(purchase.id.description)])
        }
        bought[purchase.id] = purchase
        undo.append { $0.bought[purchase.id] = before }
    }

    public func purchases(limit: Int) -> [Purchase.ID] { purchases.suffix(max(0, limit)).reversed() }
}

extension StoreMemory {
    public func remember(message id: String, from source: String) -> Bool {
        let message = [source, id]
        guard messages.insert(message).inserted else { return false }
        undo.append { $0.messages.remove(message) }
        return true
    }

    public func events(after position: Int64, limit: Int) -> [OutboxEvent] {
        guard position >= 0, position < outbox.count, limit > 0 else { return [] }
        return outbox[Int(position)...].prefix(limit).enumerated().map { offset, told in
            OutboxEvent(position: position + Int64(offset) + 1, order: told.order, event: told.event)
        }
    }

    public func position(of reader: String) -> Int64 { readers[reader] ?? 0 }

    public func setPosition(_ position: Int64, of reader: String) {
        let before = readers.updateValue(position, forKey: reader)
        undo.append { $0.readers[reader] = before }
    }
}

extension StoreMemory {
    /// Everything that is held, for a simulation's checks.
    public var holds: [StockHold] { holds(before: .distantFuture, limit: .max) }

    public func insert(_ hold: StockHold) -> Bool {
        guard held[hold.id] == nil else { return false }
        held[hold.id] = hold
        undo.append { $0.held[hold.id] = nil }
        return true
    }

    public func hold(_ id: String) -> StockHold? { held[id] }

    public func holds(before now: Date, limit: Int) -> [StockHold] {
        Array(
            held.values.filter { $0.until < now }.sorted { ($0.until, $0.id) < ($1.until, $1.id) }
                .prefix(max(0, limit)))
    }

    public func remove(hold id: String) -> Bool {
        guard let hold = held.removeValue(forKey: id) else { return false }
        undo.append { $0.held[id] = hold }
        return true
    }
}

extension StoreMemory {
    public func insert(_ record: SealedRecord, of order: Order.ID) throws(TradeError) {
        guard orders[order] != nil else { throw TradeError(.unknownOrder, ["id": .text(order.description)]) }
        set((people[order] ?? []) + [record], of: order)
    }

    public func records(of order: Order.ID) -> [SealedRecord] { people[order] ?? [] }

    public func orders(lookup: String) -> [Order.ID] {
        people.filter { $0.value.contains { $0.lookup == lookup } }.map(\.key)
            .sorted { $0.description < $1.description }
    }

    public func eraseRecords(before now: Date) -> Int {
        people.reduce(0) { count, entry in
            let kept = entry.value.filter { $0.eraseAfter >= now }
            if kept.count < entry.value.count { set(kept, of: entry.key) }
            return count + entry.value.count - kept.count
        }
    }

    public func eraseRecords(of order: Order.ID) -> Int {
        let count = people[order]?.count ?? 0
        if count > 0 { set([], of: order) }
        return count
    }

    private func set(_ records: [SealedRecord], of order: Order.ID) {
        let before = people[order]
        people[order] = records.isEmpty ? nil : records
        undo.append { $0.people[order] = before }
    }
}
