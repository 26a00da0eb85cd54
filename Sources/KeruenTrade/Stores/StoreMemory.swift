public import Foundation

/// A store's tables as dictionaries, with what undoes the transaction that runs.
///
/// For one thread: `InMemoryStore` gives it an actor, a simulation drives it bare.
public final class StoreMemory: StoreTransaction {
    private var orders: [Order.ID: Order] = [:]
    private var keys: [IdempotencyKey: (id: Order.ID, fingerprint: String)] = [:]
    private var levels: [StockPlace: StockLevel] = [:]
    private var messages: Set<[String]> = []
    private var outbox: [(order: Order.ID, event: OrderEvent)] = []
    private var readers: [String: Int64] = [:]
    private var people: [Order.ID: [SealedRecord]] = [:]
    /// Orders that may lapse, by their time.
    private var waiting: [Order.ID: Date] = [:]
    /// In the order in which things were done; undone from the end.
    private var undo: [(StoreMemory) -> Void] = []

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
