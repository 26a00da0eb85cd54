import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("A carrier's number")
struct WaybillTests {
    private let samples: OrderSamples
    private let dutar = OrderSamples.sku("XJ-DUT-315")
    private let dombra = OrderSamples.sku("KZ-DMB-001-98")
    private let later = OrderSamples.now.addingTimeInterval(7_200)

    init() throws { samples = try OrderSamples() }

    private func order(
        _ key: String, _ way: OrderSamples.Way = .kazakhstan, in store: InMemoryStore
    ) async throws -> Order {
        try await samples.paid(way, [(way.flow == .export ? dutar : dombra, 1)], key: key, in: store, isOpen: true)
    }

    private func store() async throws -> InMemoryStore {
        let store = InMemoryStore()
        try await store.openStock(of: samples.catalog)
        return store
    }

    private func refusal(_ body: () async throws(TradeError) -> Void) async -> TradeError? {
        do throws(TradeError) {
            try await body()
            return nil
        } catch { return error }
    }

    @Test("serves one order: a second is refused where it is noted, and told the first one's id")
    func repeated() async throws {
        let store = try await store()
        let first = try await samples.ready(try await order("a", in: store), in: store, waybill: "SF1027")
        let second = try await order("b", in: store)
        let error = await #expect(throws: TradeError.self) {
            try await samples.ready(second, in: store, waybill: "SF1027")
        }
        #expect(error?.code == .waybillTaken)
        #expect(
            error?.arguments == [
                "waybill": "SF1027", "id": .text(second.id.description), "other": .text(first.id.description),
            ])
        #expect(try await store.order(second.id)?.stage == .paid)
        // An import goes by the same carrier.
        let third = try await order("c", .bonded, in: store)
        let crossed = await refusal { () throws(TradeError) in
            try await store.advance(third.id, .submitted, reference: "SF1027", at: later)
        }
        #expect(crossed?.code == .waybillTaken && crossed?.arguments["other"] == .text(first.id.description))
        _ = try await samples.ready(second, in: store, waybill: "SF1028")
        _ = try await store.advance(third.id, .submitted, reference: "SF1029", at: later)
        #expect(try await store.order(third.id)?.waybill == "SF1029")
    }

    @Test(
        "is asked for before documents are made, and is free for its own order, after six months, and when its order was called off in time"
    )
    func free() async throws {
        let store = try await store()
        let first = try await samples.ready(try await order("a", in: store), in: store, waybill: "SF1027")
        let second = try await order("b", in: store)
        func taken(_ days: Double = 0, of id: Order.ID? = nil) async -> Diagnostic.Code? {
            await refusal { () throws(TradeError) in
                try await store.check(
                    waybill: "SF1027", of: id ?? second.id, at: later.addingTimeInterval(days * 86_400))
            }?.code
        }
        #expect(await taken() == .waybillTaken)
        #expect(await taken(of: first.id) == nil)
        #expect(await taken(183) == .waybillTaken)
        #expect(await taken(185) == nil)
        try await store.cancel(first.id, at: later)
        #expect(await taken() == nil)
        // Of an import, customs had the waybill with the order.
        let third = try await order("c", .bonded, in: store)
        try await store.advance(third.id, .submitted, reference: "SF1027", at: later)
        #expect(await taken() == .waybillTaken)
        try await store.cancel(third.id, at: later)
        #expect(await taken() == .waybillTaken)
    }
}
