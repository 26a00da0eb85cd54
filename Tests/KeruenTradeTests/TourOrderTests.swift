import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("A tour's order")
struct TourOrderTests {
    private let catalog: Catalog
    private let (adult, child): (SKU, SKU)
    private let day: CivilDate
    private let now = Date(timeIntervalSince1970: 1_800_000_000)  // 2027-01-15

    init() throws {
        catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
        adult = try #require(SKU("TR-CRV-312-AD"))
        child = try #require(SKU("TR-CRV-312-CH"))
        day = try #require(CivilDate("2027-05-16"))
    }

    private func request(_ key: String, _ lines: [(SKU, Int, CivilDate?)]) throws -> OrderRequest {
        let kz = try #require(catalog.market("kz"))
        var cart = Cart()
        for (sku, quantity, day) in lines { try cart.add(sku, quantity: quantity, departure: day) }
        let quote = try Quote(cart, in: kz, from: catalog, at: now)
        return OrderRequest(key: try IdempotencyKey(key), quote: quote, language: .kk)
    }

    private func place(_ request: OrderRequest, in store: InMemoryStore) async throws -> Order {
        try await store.openStock(of: catalog)
        return try await store.place(request, by: try catalog.fulfilments(of: request.quote), at: now)
    }

    @Test("counts all fares against the seats of its day: ten, whoever sits on them")
    func shared() async throws {
        let store = InMemoryStore()
        let order = try await place(try request("a", [(adult, 6, day), (child, 3, day)]), in: store)
        #expect(order.flow.id == .tour)
        let place = StockPlace(.departure(tour: "caravan-week", day: day), in: StockPlace.departures)
        #expect(order.reservations == [Reservation(place, quantity: 9)])
        let second = try request("b", [(adult, 1, day), (child, 1, day)])
        let error = await #expect(throws: TradeError.self) { try await self.place(second, in: store) }
        #expect(error?.code == .outOfStock && error?.arguments["available"] == 1)
        let later = try #require(CivilDate("2027-06-13"))
        #expect(try await self.place(try request("c", [(adult, 10, later)]), in: store).reservations.count == 1)
    }

    @Test("wants one of its coming days, and no goods beside it")
    func refused() async throws {
        let store = InMemoryStore()
        #expect(
            throws: TradeError(.badDeparture, ["sku": "TR-CRV-312-AD", "known": "2027-05-16, 2027-06-13, 2027-09-12"])
        ) {
            try request("a", [(adult, 1, CivilDate("2027-05-17"))])
        }
        let open = await #expect(throws: TradeError.self) {
            try await self.place(try request("b", [(adult, 1, nil)]), in: store)
        }
        #expect(open?.code == .badDeparture)
        let dutar = try #require(SKU("XJ-DUT-315"))
        let mixed = await #expect(throws: TradeError.self) {
            try await self.place(try request("c", [(adult, 1, day), (dutar, 1, nil)]), in: store)
        }
        #expect(mixed?.code == .mixedOrder)
    }

    @Test("is cancelled for nothing until a week before its start in Urumqi's time, and for the price afterwards")
    func cutOff() async throws {
        let store = InMemoryStore()
        let (first, second) = (try request("a", [(adult, 2, day)]), try request("b", [(adult, 2, day)]))
        // 08:00 in Beijing's time is midnight in UTC; 168 hours before it is a week.
        let cutOff = try #require(first.quote.freeCancellation)
        #expect(cutOff == Date(timeIntervalSince1970: Double(day.daysSince1970 - 7) * 86_400))
        for (request, time, owed) in [(first, cutOff, 1), (second, cutOff.addingTimeInterval(1), 0)] {
            var order = try await place(request, in: store)
            order = try await store.record(
                PaymentMessage(
                    id: request.key.description, order: order.id, payment: Payment.ID(request.key.description),
                    kind: .captured(order.total)), from: "kaspi", at: now)
            order = try await store.advance(order.id, .confirmed, at: now)
            order = try await store.cancel(order.id, at: time)
            #expect(order.stage == .cancelled && order.refunds.count == owed)
        }
        let seats = try await store.available(.departure(tour: "caravan-week", day: day), in: [StockPlace.departures])
        #expect(seats == 10)
    }

    @Test("is sold until three days before its start, and no quote outlasts that")
    func closing() throws {
        let kz = try #require(catalog.market("kz"))
        var cart = Cart()
        try cart.add(adult, quantity: 1, departure: day)
        let end = Date(timeIntervalSince1970: Double(day.daysSince1970 - 3) * 86_400)
        let quote = try Quote(cart, in: kz, from: catalog, at: end.addingTimeInterval(-600))
        #expect(quote.expires == end)
        #expect(try Quote(cart, in: kz, from: catalog, at: end.addingTimeInterval(-7_200)).expires < end)
        let error = #expect(throws: TradeError.self) {
            try Quote(cart, in: kz, from: catalog, at: end.addingTimeInterval(1))
        }
        #expect(error?.arguments["known"] == "2027-06-13, 2027-09-12")
    }

    @Test("lapses when its sale ends, and late money takes no seat afterwards")
    func late() async throws {
        let store = InMemoryStore()
        try await store.openStock(of: catalog)
        let kz = try #require(catalog.market("kz"))
        var cart = Cart()
        try cart.add(adult, quantity: 1, departure: day)
        let end = Date(timeIntervalSince1970: Double(day.daysSince1970 - 3) * 86_400)
        let quote = try Quote(cart, in: kz, from: catalog, at: end - 60)
        let order = try await store.place(
            OrderRequest(key: IdempotencyKey("late"), quote: quote, language: .kk), by: catalog.fulfilments(of: quote),
            at: end - 60)
        #expect(order.lapses == end)
        try await store.lapse(at: end + 1)
        let after = try await store.record(
            PaymentMessage(id: "m", order: order.id, payment: Payment.ID("p"), kind: .captured(order.total)),
            from: "kaspi", at: end + 2)
        #expect(after.stage == .lapsed && after.refunds.map(\.amount) == [order.total])
    }

    @Test("starts by the zone that its page names, as the system's tzdata has it")
    func start() throws {
        let medeu = try #require(catalog["almaty-medeu"])
        guard case .tour(let tour) = medeu.details else { return }
        let start = try #require(tour.start(on: CivilDate("2027-07-01") ?? day))
        // Kazakhstan is five hours ahead since March 2024.
        let clock = tour.startTime.split(separator: ":").compactMap { Int($0) }
        let seconds = Int(start.timeIntervalSince1970) % 86_400
        #expect(tour.timeZone == "Asia/Almaty" && (seconds / 3_600 + 5) % 24 == clock[0])
    }
}
