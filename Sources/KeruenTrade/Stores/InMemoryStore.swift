public import Foundation

/// A store that forgets: for tests, previews and carts that never end in an order.
public actor InMemoryStore: OrderStore {
    private struct Level {
        var onHand: Int
        var reserved = 0
    }

    private struct Place: Hashable {
        var warehouse: String
        var sku: SKU
    }

    private var levels: [Place: Level] = [:]
    private var orders: [Order.ID: Order] = [:]
    private var placed: [IdempotencyKey: (id: Order.ID, fingerprint: String)] = [:]
    private let makeID: @Sendable () -> Order.ID

    public init(makeID: @escaping @Sendable () -> Order.ID = Order.ID.random) { self.makeID = makeID }

    @discardableResult
    public func openStock(of catalog: Catalog) -> Int {
        var entered = 0
        for warehouse in catalog.warehouses {
            for (sku, count) in warehouse.openingStock {
                let place = Place(warehouse: warehouse.id, sku: sku)
                guard levels[place] == nil else { continue }
                levels[place] = Level(onHand: count)
                entered += 1
            }
        }
        return entered
    }

    public func place(
        _ request: OrderRequest, from warehouses: [String], at now: Date
    ) throws(TradeError) -> Order {
        if let earlier = placed[request.key], let order = orders[earlier.id] {
            guard earlier.fingerprint == request.fingerprint else { throw TradeError(.reusedIdempotencyKey) }
            return order
        }
        guard now <= request.quote.expires else { throw TradeError(.quoteExpired) }
        let reservations = try Allocation.reserve(request.quote.lines) { sku in
            warehouses.firstOccurrences.map { ($0, free(Place(warehouse: $0, sku: sku))) }
        }
        for reservation in reservations {
            levels[Place(warehouse: reservation.warehouse, sku: reservation.sku)]?.reserved += reservation.quantity
        }
        let order = Order(
            id: makeID(), key: request.key, market: request.quote.market, language: request.language,
            lines: request.quote.lines, total: request.quote.total, placed: now, reservations: reservations)
        orders[order.id] = order
        placed[request.key] = (order.id, request.fingerprint)
        return order
    }

    public func order(_ id: Order.ID) -> Order? { orders[id] }

    public func available(_ sku: SKU, in warehouses: [String]) -> Int {
        warehouses.firstOccurrences.reduce(0) { $0 + free(Place(warehouse: $1, sku: sku)) }
    }

    private func free(_ place: Place) -> Int {
        levels[place].map { $0.onHand - $0.reserved } ?? 0
    }
}
