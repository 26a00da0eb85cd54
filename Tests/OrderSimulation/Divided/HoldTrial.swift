internal import Foundation
internal import KeruenTrade

/// One order over two regions and one fault at one of its requests, whatever that is; then a restart, the same order again, recovery.
///
///     await HoldTrial("endsAfter", request: 5, recoversFirst: true)?.run().violation      // nil: nothing sold twice, lost or left
public struct HoldTrial: Sendable {
    private let fault: Server.Fault
    private let request: Int
    private let recoversFirst: Bool

    /// How the server or its wires fail.
    public static let faults = Server.Fault.allCases.map { "\($0)" }

    /// - Parameters:
    ///   - fault: one of `faults`.
    ///   - request: which request it strikes, counted from 0.
    ///   - recoversFirst: whether recovery comes before the order is asked for again, or after it.
    public init?(_ fault: String, request: Int, recoversFirst: Bool) {
        guard let fault = Server.Fault.allCases.first(where: { "\($0)" == fault }) else { return nil }
        self.fault = fault
        self.request = request
        self.recoversFirst = recoversFirst
    }

    public struct Outcome: Sendable {
        /// Whether there was a request of that number.
        public var hasStruck: Bool
        public var violation: String?
    }

    public func run() async -> Outcome {
        let (server, market) = (Server(), Database(bug: nil))
        let regions = ["almaty", "urumqi"].map { ($0, Database(bug: nil)) }
        let clock = DividedBase.Clock()
        let store = Self.store(market, regions, server, clock)
        var outcome = Outcome(hasStruck: false)
        do throws(TradeError) {
            try await store.openStock(of: SimulatedShop.catalog)
            server.arm(fault, request: request)
            let first = try? await Self.place(store, clock)
            outcome.hasStruck = server.takeStrikes()
            server.disarm()
            server.isUp = true
            if recoversFirst { try await Self.recover(store, clock) }
            let again = try await Self.placeAgain(store, clock)
            if let first, first.id != again.id { outcome.violation = "two orders under one key" }
            try await Self.recover(store, clock)
            outcome.violation = outcome.violation ?? Self.fault(of: again, market, regions)
            try await store.cancel(again.id, at: clock.now)
            outcome.violation = outcome.violation ?? Self.remainder(in: regions)
        } catch { outcome.violation = "fails with \(error)" }
        return outcome
    }

    private static func store(
        _ market: Database, _ regions: [(String, Database)], _ server: Server, _ clock: DividedBase.Clock
    ) -> DividedStore {
        var terms = HoldTerms()
        terms.now = { clock.now }
        terms.pause = { _ in }
        let wire = { Wire(database: $0, server: server, makeID: Order.ID.random) }
        return DividedStore(
            market: "kz", orders: wire(market),
            stock: regions.map { StockRegion($0.0, warehouses: [$0.0], store: wire($0.1)) }, terms: terms)
    }

    /// Of the first hot thing there are three in the one place and two in the other.
    private static func place(_ store: DividedStore, _ clock: DividedBase.Clock) async throws(TradeError) -> Order {
        var cart = Cart()
        try? cart.add(SimulatedShop.hot[0], quantity: 5)
        guard
            var quote = try? Quote(
                cart, in: SimulatedShop.catalog.markets[0], from: SimulatedShop.catalog, at: SimulatedShop.opened)
        else { throw TradeError(.emptyCart) }
        quote.destination = try? Destination(country: "KZ")
        quote.shipsFrom = "CN"
        let request = OrderRequest(key: try IdempotencyKey("one"), quote: quote, language: .kk)
        return try await store.place(
            request, by: [Fulfilment(.domestic, from: ["almaty", "urumqi"])], at: SimulatedShop.opened)
    }

    /// The buyer asks again under the same key; while nobody has recovered what is held for nobody, in vain.
    private static func placeAgain(
        _ store: DividedStore, _ clock: DividedBase.Clock
    ) async throws(TradeError) -> Order {
        do throws(TradeError) { return try await place(store, clock) } catch {
            guard error.code == .outOfStock else { throw error }
            try await recover(store, clock)
            return try await place(store, clock)
        }
    }

    private static func recover(_ store: DividedStore, _ clock: DividedBase.Clock) async throws(TradeError) {
        clock.now += 100
        try await store.recoverHolds(at: clock.now)
    }

    private static func fault(of order: Order, _ market: Database, _ regions: [(String, Database)]) -> String? {
        if market.memory.events(after: 0, limit: 9).count != 1 { return "not one event" }
        for (name, database) in regions {
            let place = StockPlace(.sku(SimulatedShop.hot[0]), in: name)
            let wanted = order.reservations.filter { $0.place == place }.reduce(0) { $0 + $1.quantity }
            let level = database.memory.level(at: place)
            if level?.reserved != wanted { return "\(name) has \(level?.reserved ?? 0) set aside, not \(wanted)" }
            if !database.memory.holds.isEmpty { return "\(name) still holds something" }
        }
        return nil
    }

    private static func remainder(in regions: [(String, Database)]) -> String? {
        for (name, database) in regions {
            let reserved = database.memory.stock.values.reduce(0) { $0 + $1.reserved }
            if reserved != 0 || !database.memory.holds.isEmpty {
                return "\(name) keeps \(reserved) of a cancelled order"
            }
        }
        return nil
    }
}
