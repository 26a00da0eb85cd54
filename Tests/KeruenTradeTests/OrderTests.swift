import Foundation
import KeruenTesting
import KeruenTrade
import TestSupport
import Testing

@Suite("An order")
struct OrderTests {
    private let now = SmallShop.now
    private let warehouses = ["almaty", "urumqi"]

    private func placed(
        _ lines: [(SKU, Int)] = [(SmallShop.scarf, 2), (SmallShop.cap, 1)], key: String = "k",
        flow: OrderFlow.ID = .domestic, in store: InMemoryStore
    ) async throws -> Order {
        try await store.openStock(of: SmallShop.catalog())
        var request = try SmallShop.request(key, lines)
        request.flow = flow
        if flow != .domestic { request.quote = try SmallShop.landed(request.quote) }
        return try await store.place(request, from: warehouses, at: now)
    }

    private func paid(_ order: Order, as id: String = "p1", in store: InMemoryStore, at time: Date) async throws
        -> Order
    {
        let payment = try Payment.ID(id)
        return try await store.record(
            PaymentMessage(id: "m-\(id)", order: order.id, payment: payment, kind: .captured(order.total)),
            from: "kaspi", at: time)
    }

    @Test("is what its events fold to, and reads the same out of their JSON")
    func replay() async throws {
        let store = InMemoryStore()
        var order = try await placed(in: store)
        order = try await paid(order, in: store, at: now)
        order = try await store.advance(order.id, .packed, reference: "box 7", at: now)
        order = try await store.advance(order.id, .dispatched, at: now)
        order = try await store.advance(order.id, .delivered, at: now)
        order = try await store.startReturn(of: [ReturnLine(line: 0, quantity: 1)], order.id, at: now)
        order = try await store.receiveReturn(of: [ReturnLine(line: 0, quantity: 1)], order.id, into: "almaty", at: now)
        #expect(order.stage == .returned)
        #expect(try Order(id: order.id, history: order.history) == order)
        let reread = try order.history.map {
            try OrderEvent(
                number: $0.number, at: OrderEvent.instant(OrderEvent.milliseconds($0.at)), json: $0.json)
        }
        #expect(reread == order.history)
        #expect(try Order(id: order.id, history: reread).refunds == order.refunds)
    }

    @Test("refuses a history with a gap, without a beginning, or with a second one")
    func broken() async throws {
        let store = InMemoryStore()
        let order = try await paid(try await placed(in: store), in: store, at: now)
        let (first, second) = (order.history[0], order.history[1])
        let histories = [
            [], [second], [first, first], [first, OrderEvent(number: 2, at: second.at, change: second.change)],
            [first, OrderEvent(number: 1, at: first.at, change: first.change)],
        ]
        for history in histories {
            let error = #expect(throws: TradeError.self) { try Order(id: order.id, history: history) }
            #expect(error?.code == .brokenHistory)
        }
        for json in ["", "{}", "{\"event\":\"captured\"}", "{\"event\":\"flew\"}", "[1]", "{\"event\":\"placed\"}"] {
            #expect(throws: TradeError.self) { try OrderEvent(number: 1, at: now, json: json.utf8) }
        }
    }

    @Test("gives its goods back when nobody pays in time, and takes no step afterwards")
    func lapse() async throws {
        let store = InMemoryStore()
        let order = try await placed(in: store)
        #expect(try await store.lapse(at: now.addingTimeInterval(OrderRequest.usualHolding)) == 0)
        #expect(try await store.lapse(at: now.addingTimeInterval(OrderRequest.usualHolding + 1)) == 1)
        #expect(try await store.available(SmallShop.scarf, in: warehouses) == 10)
        let error = await #expect(throws: TradeError.self) { try await store.advance(order.id, .packed, at: now) }
        #expect(error?.code == .notAllowedNow && error?.arguments["stage"] == "lapsed")
    }

    @Test("is paid late: set aside once more where there is enough, else owed back")
    func late() async throws {
        let store = InMemoryStore()
        let late = now.addingTimeInterval(2 * OrderRequest.usualHolding)
        let first = try await placed([(SmallShop.carving, 1)], in: store)
        #expect(try await store.lapse(at: late) == 1)
        let second = try await paid(first, in: store, at: late)
        #expect(second.stage == .paid && second.reservations.count == 1 && second.refunds.isEmpty)

        let other = try await placed([(SmallShop.cap, 5)], key: "caps", in: store)
        #expect(try await store.lapse(at: late) == 1)
        var request = try SmallShop.request("faster", [(SmallShop.cap, 1)])
        request.quote.expires = late
        try await store.place(request, from: warehouses, at: late)
        let refunded = try await paid(other, as: "p2", in: store, at: late)
        #expect(refunded.stage == .lapsed && refunded.reservations.isEmpty)
        #expect(refunded.refunds.map(\.amount) == [other.total] && refunded.kept.minorUnits == 0)
        #expect(try await store.available(SmallShop.cap, in: warehouses) == 4)
    }

    @Test("takes a payment's message once, however often it comes, and owes a second payment back")
    func repeated() async throws {
        let store = InMemoryStore()
        var order = try await placed(in: store)
        for _ in 0..<3 { order = try await paid(order, in: store, at: now) }
        #expect(order.stage == .paid && order.kept == order.total && order.payments.count == 1)
        order = try await paid(order, as: "another-tab", in: store, at: now)
        #expect(order.refunds.map(\.payment.description) == ["kaspi/another-tab"] && order.kept == order.total)
    }

    @Test("owes everything back when it is cancelled, once, and the provider hears of it until it has done it")
    func cancelled() async throws {
        let store = InMemoryStore()
        var order = try await placed(in: store)
        let payments = InMemoryPayments(style: .wallet)
        #expect(try await store.pay(order.id, through: payments, at: now).action == "memory:\(order.id)-0")
        order = try await store.record(payments.settle(order.id), from: payments.name, at: now)
        order = try await store.cancel(order.id, at: now)
        #expect(try await store.cancel(order.id, at: now) == order)
        #expect(order.refunds.map(\.amount) == [order.total])
        #expect(try await store.available(SmallShop.scarf, in: warehouses) == 10)
        #expect(try await store.sendRefunds(of: order.id, through: payments, at: now) == 1)
        #expect(try await store.sendRefunds(of: order.id, through: payments, at: now) == 0)
        #expect(await payments.sentBack.values.flatMap(\.values) == [order.total])
    }

    @Test("is authorised and captured by a card in one go")
    func card() async throws {
        let store = InMemoryStore()
        let order = try await placed(in: store)
        let (paid, action) = try await store.pay(order.id, through: InMemoryPayments(style: .card), at: now)
        #expect(paid.stage == .paid && action == nil && paid.payments.map(\.authorised) == [order.total])
        let error = await #expect(throws: TradeError.self) {
            try await store.pay(order.id, through: InMemoryPayments(style: .card), at: now)
        }
        #expect(error?.code == .notAllowedNow)
    }

    @Test("lets go of what a card still holds once it wants no money any more, and asks until the bank has done it")
    func voided() async throws {
        let store = InMemoryStore()
        let bank = InMemoryPayments(style: .card)
        // The bank authorises, and its line breaks before the money is taken.
        let broken = FaultyPayments(bank) { call in [1, 2].contains(call) ? .callLost : nil }
        let order = try await placed(in: store)
        let lost = await #expect(throws: TradeError.self) {
            try await store.pay(order.id, through: broken, at: now)
        }
        #expect(lost?.code == .paymentUnanswered)
        #expect(try await store.voidAuthorisations(of: order.id, through: broken, at: now) == 0)
        try await store.cancel(order.id, at: now)
        #expect(try await store.voidAuthorisations(of: order.id, through: broken, at: now) == 0)
        #expect(try await store.order(order.id)?.payments.map(\.isAuthorisedOnly) == [true])
        #expect(try await store.voidAuthorisations(of: order.id, through: broken, at: now) == 1)
        #expect(try await store.voidAuthorisations(of: order.id, through: broken, at: now) == 0)
        #expect(try await store.order(order.id)?.payments.map(\.hasFailed) == [true])
        #expect(await bank.voided.count == 1)
    }

    @Test("gives money back that was taken before the bank could let go of it")
    func takenAfterAll() async throws {
        let store = InMemoryStore()
        let bank = InMemoryPayments(style: .card)
        let broken = FaultyPayments(bank) { call in call == 1 ? .answerLost : nil }
        let order = try await placed(in: store)
        await #expect(throws: TradeError.self) { try await store.pay(order.id, through: broken, at: now) }
        try await store.cancel(order.id, at: now)
        #expect(try await store.voidAuthorisations(of: order.id, through: bank, at: now) == 0)
        #expect(try await store.sendRefunds(of: order.id, through: bank, at: now) == 1)
        #expect(await bank.sentBack.values.flatMap(\.values) == [order.total])
    }

    @Test("has the milliseconds that stores keep, whatever the clock's fractions")
    func instants() async throws {
        let store = InMemoryStore()
        try await store.openStock(of: SmallShop.catalog())
        let order = try await store.place(
            try SmallShop.request("ms", [(SmallShop.cap, 1)]), from: warehouses, at: now.addingTimeInterval(0.000_4))
        let history = try order.history.map {
            try OrderEvent(number: $0.number, at: OrderEvent.instant(OrderEvent.milliseconds($0.at)), json: $0.json)
        }
        #expect(history == order.history)
    }

    @Test("refuses money of another currency, and amounts that are none")
    func wrongMoney() async throws {
        let store = InMemoryStore()
        let order = try await placed(in: store)
        for amount in [Money(minorUnits: 100, .rub), Money.zero(.kzt), Money(minorUnits: -5, .kzt)] {
            let error = await #expect(throws: TradeError.self) {
                try await store.record(
                    PaymentMessage(id: "\(amount)", order: order.id, payment: Payment.ID("p"), kind: .captured(amount)),
                    from: "kaspi", at: now)
            }
            #expect(error?.code == .paymentMismatch)
        }
        #expect(try await store.order(order.id) == order)
    }

    @Test("never takes back more than was bought, in all returns together")
    func returns() async throws {
        let store = InMemoryStore()
        var order = try await paid(try await placed(in: store), in: store, at: now)
        for step in [OrderStep.packed, .dispatched, .delivered] {
            order = try await store.advance(order.id, step, at: now)
        }
        for lines in [
            [ReturnLine(line: 0, quantity: 3)], [ReturnLine(line: 2, quantity: 1)], [ReturnLine(line: 0, quantity: -1)],
            [ReturnLine(line: 1, quantity: 1), ReturnLine(line: 1, quantity: 1)],
        ] {
            let id = order.id
            let error = await #expect(throws: TradeError.self) { try await store.startReturn(of: lines, id, at: now) }
            #expect(error?.code == .returnTooLarge)
        }
        order = try await store.startReturn(of: [ReturnLine(line: 0, quantity: 2)], order.id, at: now)
        order = try await store.receiveReturn(of: [ReturnLine(line: 0, quantity: 1)], order.id, into: "almaty", at: now)
        #expect(order.refunds.map(\.amount.decimalText) == ["19900.00"])
        // Ten were there; two were sold, one of them is back.
        #expect(try await store.available(SmallShop.scarf, in: warehouses) == 9)
    }

    @Test("is served from a bonded zone abroad, and at home by no way without customs")
    func bonded() throws {
        let small = SmallShop.catalog()
        let zone = Warehouse(
            id: "zone", name: [.zhHans: "霍尔果斯保税仓"], country: "CN", markets: ["kz", "cn"],
            openingStock: [SmallShop.scarf: 3], isBonded: true)
        let catalog = Catalog(
            products: small.products, categories: small.categories, markets: small.markets,
            priceLists: small.priceLists, warehouses: small.warehouses + [zone])
        let home = try SmallShop.request("a", [(SmallShop.scarf, 1)], in: SmallShop.cn).quote
        #expect(try catalog.fulfilments(of: home).map(\.warehouses) == [["urumqi"]])
        let abroad = try SmallShop.request("b", [(SmallShop.scarf, 1)]).quote
        #expect(try catalog.fulfilments(of: abroad).map(\.warehouses) == [["almaty"], ["urumqi", "zone"]])
    }

    @Test("over a border wants a quote that knows its way, and is served from where the quote says")
    func landed() async throws {
        let store = InMemoryStore()
        try await store.openStock(of: SmallShop.catalog())
        let ways = try SmallShop.catalog().fulfilments(of: SmallShop.request("a", [(SmallShop.scarf, 6)]).quote)
        #expect(ways.map(\.flow) == [.domestic, .export] && ways.map(\.crossesBorder) == [false, true])
        // The jade carving lies in China alone, and there is no second one.
        for (sku, count, code) in [
            (SmallShop.carving, 1, Diagnostic.Code.notLanded), (SmallShop.carving, 2, .outOfStock),
        ] {
            let error = await #expect(throws: TradeError.self) {
                try await store.place(SmallShop.request("b", [(sku, count)]), by: ways, at: now)
            }
            #expect(error?.code == code)
        }
        let abroad = await #expect(throws: TradeError.self) {
            try await store.place(
                SmallShop.request("c", [(SmallShop.carving, 1)]), by: ways.filter(\.crossesBorder), at: now)
        }
        #expect(abroad?.code == .notLanded)
        var request = try SmallShop.request("d", [(SmallShop.scarf, 1)])
        request.quote = try SmallShop.landed(request.quote)
        #expect(try await store.place(request, by: ways, at: now).reservations.map(\.place.warehouse) == ["urumqi"])
    }

    @Test("does not take the payment of another order for its own")
    func anothersPayment() async throws {
        let store = InMemoryStore()
        let (first, second) = (try await placed(key: "a", in: store), try await placed(key: "b", in: store))
        _ = try await paid(first, as: "r", in: store, at: now)
        let error = await #expect(throws: TradeError.self) { try await paid(second, as: "r", in: store, at: now) }
        #expect(error?.code == .messageOfAnotherOrder)
        #expect(try await paid(first, as: "r", in: store, at: now).kept == first.total)
    }

    @Test("that is lost on its way is owed back, and takes nothing twice")
    func lost() async throws {
        let store = InMemoryStore()
        var order = try await paid(try await placed(in: store), in: store, at: now)
        for step in [OrderStep.packed, .dispatched, .lost] {
            order = try await store.advance(order.id, step, at: now)
        }
        #expect(order.stage == .lost && order.refunds.map(\.amount) == [order.total])
        #expect(try await store.available(SmallShop.scarf, in: warehouses) == 8)
    }

    @Test("pays a faulty piece back and never sells it again")
    func faulty() async throws {
        let store = InMemoryStore()
        var order = try await paid(try await placed(in: store), in: store, at: now)
        for step in [OrderStep.packed, .dispatched, .delivered] {
            order = try await store.advance(order.id, step, at: now)
        }
        let (id, both) = (order.id, [ReturnLine(line: 0, quantity: 2)])
        try await store.startReturn(of: both, id, at: now)
        for sellable in [[ReturnLine(line: 0, quantity: 3)], [ReturnLine(line: 1, quantity: 1)]] {
            let error = await #expect(throws: TradeError.self) {
                try await store.receiveReturn(of: both, sellable: sellable, id, into: "almaty", at: now)
            }
            #expect(error?.code == .returnTooLarge)
        }
        order = try await store.receiveReturn(
            of: both, sellable: [ReturnLine(line: 0, quantity: 1)], id, into: "almaty", at: now)
        #expect(order.refunds.map(\.amount.decimalText) == ["39800.00"])
        #expect(order.returned == both)
        // Ten were there; two were sold, both are back, one of them broken.
        #expect(try await store.available(SmallShop.scarf, in: warehouses) == 9)
    }

    @Test("goes by the newest answer of customs: an old or repeated one moves nothing")
    func receipts() async throws {
        let store = InMemoryStore()
        var order = try await paid(try await placed(flow: .export, in: store), in: store, at: now)
        let screening = try SmallShop.catalog().screening(of: order, on: CivilDate(now, in: SmallShop.kz))
        try await store.screen(order.id, by: screening, at: now)
        order = try await store.advance(order.id, .declared, at: now)
        func answer(_ status: Int, _ time: String) async throws -> OrderStage {
            try await store.record(
                CustomsReceipt(document: "603", status: status, time: "20261222\(time)000"), of: order.id, at: now
            ).stage
        }
        #expect(try await answer(120, "090000") == .declared)
        #expect(try await answer(500, "100000") == .held)
        #expect(try await answer(399, "110000") == .held)
        #expect(try await answer(100, "093000") == .held)
        #expect(try await answer(800, "120000") == .exitCleared)
        #expect(try await answer(500, "100000") == .exitCleared)
        #expect(try await answer(800, "120000") == .exitCleared)
    }

    @Test("publishes each of its events at least once, in their order, to every reader")
    func outbox() async throws {
        let store = InMemoryStore()
        let order = try await paid(try await placed(in: store), in: store, at: now)
        let told = Told()
        let failing = await #expect(throws: TradeError.self) {
            try await store.publish(to: "mail") { event throws(TradeError) in
                await told.add(event)
                if event.event.number == 1 { throw TradeError(.storeFailed) }
            }
        }
        #expect(failing?.code == .storeFailed)
        #expect(try await store.publish(to: "mail") { event throws(TradeError) in await told.add(event) } == 2)
        #expect(try await store.publish(to: "mail") { event throws(TradeError) in await told.add(event) } == 0)
        #expect(await told.events.map(\.event.number) == [0, 1, 0, 1])
        #expect(await told.events.allSatisfy { $0.order == order.id })
        #expect(try await store.publish(to: "customs") { _ throws(TradeError) in } == 2)
    }

    /// Whose readers may be shown what is not safe yet.
    private struct StoreForWriters: OrderStore {
        let store = InMemoryStore()

        func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T { try await store.write(body) }

        func read<T: Sendable>(
            _: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T { throw TradeError(.storeReadOnly) }
    }

    @Test("publishes what writers see: others hear of nothing that may be taken back")
    func safeOutbox() async throws {
        let store = StoreForWriters()
        _ = try await placed(in: store.store)
        #expect(try await store.publish(to: "mail") { _ throws(TradeError) in } == 1)
    }

    private actor Told {
        var events: [OutboxEvent] = []
        func add(_ event: OutboxEvent) { events.append(event) }
    }
}
