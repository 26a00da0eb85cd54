import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("Receipts that come late, twice or out of turn")
struct ReceiptOrderTests {
    private typealias Answer = (document: String, status: Int, time: Int)

    private func receipt(_ answer: Answer) -> CustomsReceipt {
        let seconds = answer.time < 10 ? "0\(answer.time)" : "\(answer.time)"
        return CustomsReceipt(document: answer.document, status: answer.status, time: "202612220930\(seconds)000")
    }

    /// An order that stands where its list was filed.
    private func filed(
        _ flow: OrderFlow.ID, _ steps: [OrderStep], in store: InMemoryStore
    ) async throws -> Order.ID {
        try await store.openStock(of: SmallShop.catalog())
        var request = try SmallShop.request("k", [(SmallShop.scarf, 2)])
        (request.flow, request.quotaRules) = (flow, nil)
        request.quote = try SmallShop.landed(request.quote)
        let order = try await store.place(request, from: ["urumqi"], at: SmallShop.now)
        let id = order.id
        _ = try await store.pay(id, through: InMemoryPayments(style: .card), at: SmallShop.now)
        for step in steps {
            if step == .screened {
                let screening = try SmallShop.catalog().screening(
                    of: order, on: CivilDate(SmallShop.now, in: SmallShop.kz))
                try await store.screen(id, by: screening, at: SmallShop.now)
            } else {
                try await store.advance(id, step, at: SmallShop.now)
            }
        }
        return id
    }

    /// What an order has become, but for the order in which it came to be.
    private struct State: Hashable {
        var stage: OrderStage
        var receipts: [String: CustomsReceipt]
        var reservations: [Reservation]
        var kept: Money
    }

    private func state(
        after answers: [Answer], _ flow: OrderFlow.ID, _ steps: [OrderStep], then: [OrderStep] = [], late: [Answer] = []
    ) async throws -> State {
        let store = InMemoryStore()
        let id = try await filed(flow, steps, in: store)
        for answer in answers { try await store.record(receipt(answer), of: id, at: SmallShop.now) }
        for step in then { try await store.advance(id, step, at: SmallShop.now) }
        for answer in late { try await store.record(receipt(answer), of: id, at: SmallShop.now) }
        let order = try #require(try await store.order(id))
        // The events alone lead to the same order.
        #expect(try Order(id: id, history: order.history) == order)
        return State(stage: order.stage, receipts: order.receipts, reservations: order.reservations, kept: order.kept)
    }

    private static let ways: [(answers: [Answer], end: OrderStage)] = [
        (
            [("603", 2, 1), ("603", 3, 2), ("603", 120, 3), ("603", 399, 4), ("603", 800, 5), ("603", 899, 6)],
            .exitCleared
        ),
        ([("603", 120, 1), ("603", 300, 2), ("603", 500, 3), ("603", 399, 4)], .held),
        ([("603", 120, 1), ("603", 500, 2), ("603", 501, 3), ("603", 800, 4)], .exitCleared),
        ([("603", 120, 1), ("603", 500, 2), ("603", 599, 3), ("603", 120, 4)], .detained),
        ([("603", 2, 1), ("603", -603_001, 2)], .correction),
        (
            [("303", 120, 1), ("303", 399, 2), ("403", 399, 3), ("505", 120, 4), ("603", 120, 5), ("603", 800, 6)],
            .exitCleared
        ),
        ([("303", 120, 1), ("303", 100, 2), ("603", 120, 3)], .correction),
        ([("603", 100, 1), ("603", 800, 2)], .exitCleared),
        ([("603", 120, 1), ("603", 500, 2), ("603", 700, 3), ("603", 399, 2)], .turnedBack),
        // In one millisecond the greater number is the later.
        ([("603", 800, 5), ("603", 500, 5), ("603", 399, 5)], .exitCleared),
        ([("603", 399, 5), ("603", 500, 5), ("603", 120, 5)], .held),
    ]

    @Test("lead an export to the same stage in every order", arguments: ways.indices)
    func export(way: Int) async throws {
        var random = SeededGenerator(seed: UInt64(way))
        let (answers, end) = Self.ways[way]
        let steps: [OrderStep] = [.screened, .declared]
        let expected = try await state(after: answers, .export, steps)
        #expect(expected.stage == end)
        for _ in 0..<25 {
            let shuffled = (answers + answers.prefix(Int.random(in: 0...answers.count, using: &random))).shuffled(
                using: &random)
            #expect(try await state(after: shuffled, .export, steps) == expected)
        }
    }

    @Test("lead an import to the same stage in every order", arguments: ways.indices)
    func bondedImport(way: Int) async throws {
        var random = SeededGenerator(seed: UInt64(way))
        let answers = Self.ways[way].answers
        let end = Self.ways[way].end == .exitCleared ? OrderStage.released : Self.ways[way].end
        let steps: [OrderStep] = [.submitted, .matched, .listed]
        for _ in 0..<25 {
            let shuffled = (answers + answers.suffix(2)).shuffled(using: &random)
            #expect(try await state(after: shuffled, .bondedImport, steps).stage == end)
        }
    }

    @Test("change nothing any more once the order has gone on: not its stage, and not what is taken or set aside")
    func late() async throws {
        let answers: [Answer] = [("603", 120, 1), ("603", 500, 2), ("603", 800, 5)]
        let then: [OrderStep] = [.consolidated, .departed]
        let expected = try await state(after: answers, .export, [.screened, .declared], then: then)
        #expect(expected.stage == .inTransit && expected.reservations.isEmpty)
        for late in [answers, answers.reversed(), [("603", 100, 3), ("603", 501, 4)]] {
            #expect(
                try await state(after: answers, .export, [.screened, .declared], then: then, late: late) == expected)
        }
        let closed = try await state(
            after: answers, .export, [.screened, .declared], then: then, late: [("603", 899, 9)])
        #expect(closed.stage == .inTransit && closed.receipts["603"]?.status == 899)
    }

    @Test("to what was rejected and declared anew leave the new declaration alone")
    func again() async throws {
        let rejected: [Answer] = [("603", 120, 1), ("603", 100, 3)]
        let steps: [OrderStep] = [.screened, .declared]
        let after = try await state(
            after: rejected, .export, steps, then: [.declared],
            late: [("603", 500, 2), ("603", 100, 3), ("603", 120, 4)])
        #expect(after.stage == .declared)
        let released = try await state(
            after: rejected, .export, steps, then: [.declared], late: [("603", 800, 6), ("603", 120, 4)])
        #expect(released.stage == .exitCleared)
    }

    @Test("that are older than a correction's declaration are old for every document")
    func otherDocument() async throws {
        let after = try await state(
            after: [("603", 100, 3)], .export, [.screened, .declared], then: [.declared], late: [("303", 100, 2)])
        #expect(after.stage == .declared)
    }

    @Test("to a list that is being cancelled: released goods are not cancelled, and let go of they are")
    func cancelling() async throws {
        for (answers, step, end) in [
            ([("621", 800, 5)], OrderStep?.none, OrderStage.released), ([("621", 399, 5)], .cancelGranted, .cancelled),
            ([], .cancelRefused, .listed),
        ] as [([Answer], OrderStep?, OrderStage)] {
            let store = InMemoryStore()
            let id = try await filed(.bondedImport, [.submitted, .matched, .listed], in: store)
            #expect(try await store.cancel(id, at: SmallShop.now).stage == .cancelling)
            #expect(try await store.cancel(id, at: SmallShop.now).reservations.isEmpty == false)
            for answer in answers { try await store.record(receipt(answer), of: id, at: SmallShop.now) }
            if let step { try await store.advance(id, step, at: SmallShop.now) }
            let order = try #require(try await store.order(id))
            #expect(order.stage == end && order.reservations.isEmpty == (end == .cancelled))
            #expect(order.refunds.isEmpty == (end != .cancelled))
        }
    }

    @Test("never release on 120 or 399, and are refused while nothing was filed")
    func early() async throws {
        for status in [1, 2, 3, 4, 120, 300, 399] {
            #expect(try await state(after: [("603", status, 1)], .export, [.screened, .declared]).stage == .declared)
        }
        for status in [800, 500, 501, 100] {
            let error = await #expect(throws: TradeError.self) {
                _ = try await state(after: [("603", status, 1)], .export, [.screened])
            }
            #expect(error?.code == .notAllowedNow)
        }
    }
}
