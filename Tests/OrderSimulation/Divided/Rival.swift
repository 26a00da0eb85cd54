internal import Foundation
internal import KeruenTrade

/// Another market that sells from the same regions: it places orders and cancels them, and its server ends at times.
final class Rival: @unchecked Sendable {
    let market: Database
    private let server = Server()
    private let chance: Chance
    private let clock: DividedBase.Clock
    private let store: DividedStore
    /// Orders whose placing was answered.
    private var acknowledged: [Order.ID] = []
    /// What it has asked for and heard no answer of; asked again under the same key.
    private var unanswered: [(OrderRequest, [Fulfilment])] = []
    private var holding: [Order.ID: [Reservation]] = [:]
    private var heard: Int64 = 0
    private(set) var fault: String?
    private(set) var placed = 0

    init(
        chance: Chance, bug: PlantedBug?, clock: DividedBase.Clock, makeID: @escaping @Sendable () -> Order.ID,
        open: (Wire) -> DividedStore
    ) {
        self.chance = chance
        self.clock = clock
        market = Database(bug: bug)
        store = open(Wire(database: market, server: server, makeID: makeID))
    }

    /// What its orders hold.
    var held: [Reservation] {
        for event in market.memory.events(after: heard, limit: .max) {
            heard = event.position
            let reservations = market.memory.order(event.order)?.reservations ?? []
            holding[event.order] = reservations.isEmpty ? nil : reservations
        }
        return holding.values.flatMap(\.self)
    }

    func act() async {
        if chance.happens(200) { server.arm(by: chance) }
        do throws(TradeError) {
            if chance.happens(150) { try await store.recoverHolds(at: clock.now) }
            if acknowledged.count > 6 || chance.happens(300) { try await cancel() } else { try await place() }
        } catch {
            let isUsual: Set<Diagnostic.Code> = [.storeFailed, .outOfStock, .stockContended, .quoteExpired]
            if !isUsual.contains(error.code) { fault = fault ?? "the other market fails with \(error)" }
        }
        server.disarm()
        server.isUp = true
    }

    private func place() async throws(TradeError) {
        guard let (request, fulfilments) = unanswered.popLast() ?? newRequest() else { return }
        do throws(TradeError) {
            let order = try await store.place(request, by: fulfilments, at: clock.now)
            if !acknowledged.contains(order.id) { acknowledged.append(order.id) }
            placed += 1
        } catch {
            if error.code == .storeFailed { unanswered.append((request, fulfilments)) }
            throw error
        }
    }

    private func newRequest() -> (OrderRequest, [Fulfilment])? {
        guard let offer = chance.pick(SimulatedShop.offers), offer.quote.market == "kz", !offer.isTour,
            let key = try? IdempotencyKey("R\(chance.next())")
        else { return nil }
        var quote = offer.quote
        quote.made = clock.now
        quote.expires = clock.now.addingTimeInterval(Quote.validity)
        return (OrderRequest(key: key, quote: quote, language: .ru), offer.fulfilments)
    }

    private func cancel() async throws(TradeError) {
        guard let id = chance.pick(acknowledged) else { return }
        try await store.cancel(id, at: clock.now)
        acknowledged.removeAll { $0 == id }
        if market.memory.order(id)?.stage != .cancelled { fault = "the other market’s \(id) is not cancelled" }
    }

    func recover() async throws(TradeError) {
        try await store.recoverHolds(at: clock.now)
        for id in acknowledged where market.memory.order(id) == nil { fault = "the other market’s \(id) is gone" }
    }
}
