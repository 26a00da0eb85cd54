internal import Foundation
internal import Keruen

/// Orders by stage, which a store can't list: made of the outbox, where every order's events stand in the order of their commits.
///
///     let orders = try await book.current()
///     orders.counts[.screen]
///
/// It reads on from where it was, and looks each order that has changed up whole. Nothing is written and no reader's place is kept:
/// a board that was started anew reads everything once. An index by stage in the store itself would be a table more in every
/// adapter, written with each event, for the sake of one page.
actor OrderBook {
    private let store: any OrderStore
    private var position: Int64 = 0
    private var entries: [Order.ID: Entry] = [:]
    private var known: Orders?

    struct Entry: Sendable {
        var id: Order.ID
        var market: String
        var flow: OrderFlow.ID
        var stage: OrderStage
        var placed: Date
        var changed: Date
        var total: Money
        var owed: Money
        /// How many events it has: the newer of two readings has more.
        var events: Int
        /// What was paid and has not come back, by place.
        var sold: [StockPlace: Int]
        /// What of its claim to the buyer's year still counts.
        var year: YearShare?

        var queue: OrderQueue { OrderQueue(stage, in: flow) }
    }

    struct YearShare: Sendable {
        var buyer: LookupKey
        var year: Int
        var counted: Money
        var limit: Money
    }

    /// All orders at one moment.
    struct Orders: Sendable {
        /// The newest first.
        var entries: [Entry]
        var queues: [OrderQueue: Int]
        var stages: [OrderStage: Int]
        /// Orders of which money is owed back.
        var owing: Int
        var sold: [StockPlace: Int]
    }

    init(store: any OrderStore) { self.store = store }

    /// - Throws: `TradeError` where the store can't be read.
    func current() async throws(TradeError) -> Orders {
        while try await readOn() {}
        if let known { return known }
        let orders = Orders(Array(entries.values))
        known = orders
        return orders
    }

    /// Takes in the next events; false where there are no more.
    private func readOn() async throws(TradeError) -> Bool {
        let (start, limit) = (position, 1_000)
        let (last, orders) = try await store.read { transaction throws(TradeError) in
            let events = try transaction.events(after: start, limit: limit)
            var orders: [Order] = []
            for id in Set(events.map(\.order)) {
                if let order = try transaction.order(id) { orders.append(order) }
            }
            return (events.last?.position, orders)
        }
        guard let last else { return false }
        // Another request may have read on meanwhile, and further.
        position = max(position, last)
        for order in orders where order.history.count > entries[order.id]?.events ?? 0 {
            entries[order.id] = Entry(order)
            known = nil
        }
        return true
    }
}

extension OrderBook.Entry {
    init(_ order: Order) {
        id = order.id
        (market, flow, stage) = (order.market, order.placement.flow, order.stage)
        (placed, changed) = (order.placed, order.history.last?.at ?? order.placed)
        (total, owed, events) = (order.total, order.owed, order.history.count)
        sold = Self.sold(of: order)
        year = order.placement.quota.flatMap { claim in
            guard let counted = order.counted, counted.minorUnits > 0 else { return nil }
            return .init(buyer: claim.buyer, year: claim.year, counted: counted, limit: claim.limit)
        }
    }

    private static func sold(of order: Order) -> [StockPlace: Int] {
        guard ![.placed, .lapsed, .cancelled].contains(order.stage) else { return [:] }
        var places = order.placement.reservations
        // What was set aside a second time may lie elsewhere.
        for case .reheld(let again, _) in order.history.map(\.change) { places = again }
        var sold = places.reduce(into: [StockPlace: Int]()) { $0[$1.place, default: 0] += $1.quantity }
        for line in order.returned where order.lines.indices.contains(line.line) {
            var left = line.quantity
            for place in sold.keys.sorted() where place.item == order.lines[line.line].item && left > 0 {
                let back = min(left, sold[place] ?? 0)
                sold[place, default: 0] -= back
                left -= back
            }
        }
        return sold.filter { $0.value > 0 }
    }
}

extension OrderBook.Orders {
    init(_ all: [OrderBook.Entry]) {
        entries = all.sorted { ($1.placed, $0.id.description) < ($0.placed, $1.id.description) }
        queues = all.reduce(into: [:]) { $0[$1.queue, default: 0] += 1 }
        stages = all.reduce(into: [:]) { $0[$1.stage, default: 0] += 1 }
        owing = all.count { $0.owed.minorUnits > 0 }
        sold = all.reduce(into: [:]) { sold, entry in sold.merge(entry.sold) { $0 + $1 } }
    }
}
