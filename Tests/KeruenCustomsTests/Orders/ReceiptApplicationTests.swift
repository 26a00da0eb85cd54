import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("Receipts applied to orders")
struct ReceiptApplicationTests {
    private let samples: OrderSamples
    private static let later = OrderSamples.now.addingTimeInterval(9_000)

    init() throws { samples = try OrderSamples() }

    /// A message of receipts as the port sends it.
    private static func message(
        _ kind: String, _ element: String, _ key: String, _ number: String, _ answers: [(status: Int, second: Int)]
    ) -> Data {
        var writer = XMLWriter(into: "")
        writer.open(
            "ceb:\(kind)Message",
            [
                ("xmlns:ceb", "http://www.chinaport.gov.cn/ceb"), ("guid", "4CDE1CFD-EDED-46B1-946C-B8022E42FC94"),
                ("version", "1.0"),
            ])
        for (status, second) in answers {
            writer.open("ceb:\(element)")
            for (name, text) in [
                ("guid", "0A0B0C0D-EDED-46B1-946C-\(100_000_000_000 + status + 10_000 * second)"), (key, number),
                ("preNo", "B20261222000000001"), ("invtNo", "94072026E000000001"), ("returnStatus", "\(status)"),
                ("returnTime", "202612220930\(second < 10 ? "0" : "")\(second)000"),
                ("returnInfo", "[Code:\(status);Desc:回执]"),
            ] { writer.element("ceb:\(name)", [], text) }
            writer.close()
        }
        writer.close()
        return Data(writer.sink.utf8)
    }

    private static func list(_ order: Order, _ answers: [(status: Int, second: Int)]) throws -> [CEBReceipt] {
        let isExport = order.flow.id == .export
        return try CEBReceipts().read(
            message(
                isExport ? "CEB604" : "CEB622", "InventoryReturn", "copNo",
                DocumentNumber(.list, of: order.id).description, answers), as: "receipts.xml")
    }

    /// An order whose list is with customs.
    private func filed(_ way: OrderSamples.Way, in store: InMemoryStore) async throws -> Order {
        let sku = OrderSamples.sku(way.flow == .export ? "XJ-DUT-315" : "KZ-DMB-001-98")
        let order = try await samples.ready(
            try await samples.paid(way, [(sku, 1)], in: store), in: store, waybill: "YT2027")
        let steps: [OrderStep] = way.flow == .export ? [.declared] : [.matched, .listed]
        var filed = order
        for step in steps {
            filed = try await store.advance(order.id, step, at: OrderSamples.now.addingTimeInterval(7_200))
        }
        return filed
    }

    private struct State: Hashable {
        var stage: OrderStage
        var receipts: [String: CustomsReceipt]
        var kept: Money
    }

    private func state(_ order: Order?) throws -> State {
        let order = try #require(order)
        #expect(try Order(id: order.id, history: order.history) == order)
        return State(stage: order.stage, receipts: order.receipts, kept: order.kept)
    }

    private static func permutations<Element>(_ elements: [Element]) -> [[Element]] {
        guard let first = elements.first else { return [[]] }
        return permutations(Array(elements.dropFirst())).flatMap { rest in
            (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
        }
    }

    @Test("lead to the same end in every order, each twice", arguments: [OrderSamples.Way.kazakhstan, .bonded])
    func everyOrder(way: OrderSamples.Way) async throws {
        let base = InMemoryStore()
        let order = try await filed(way, in: base)
        let released: OrderStage = way.flow == .export ? .exitCleared : .released
        let ways: [(answers: [(Int, Int)], end: OrderStage)] = [
            ([(120, 1), (300, 2), (399, 3), (500, 4), (800, 5), (899, 6)], released),
            ([(120, 1), (500, 2), (501, 3), (399, 4)], .detained),
            ([(120, 1), (300, 2), (100, 3)], .correction),
            ([(2, 1), (120, 2), (399, 3)], order.stage),
        ]
        for (answers, end) in ways {
            let newest = answers.map(\.1).max()
            for receipts in Self.permutations(try Self.list(order, answers)) {
                let store = try await Self.copy(of: order)
                // The first two come again at the end.
                let applied = try await store.apply(receipts + receipts.prefix(2), at: Self.later)
                #expect(applied.allSatisfy { $0.order == order.id })
                #expect(applied.suffix(2).allSatisfy { $0.outcome == .known })
                let moved = try #require(try await store.order(order.id))
                #expect(
                    moved.stage == end && moved.receipts.values.first?.time == "202612220930\(Self.two(newest ?? 0))000"
                )
            }
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A store with that order alone, where it stands.
    private static func copy(of order: Order) async throws -> InMemoryStore {
        let store = InMemoryStore()
        let (first, rest) = (try Order(id: order.id, history: [order.history[0]]), Array(order.history.dropFirst()))
        try await store.write { transaction throws(TradeError) in
            _ = try transaction.insert(first, fingerprint: "")
            try transaction.append(rest, to: order)
        }
        return store
    }

    @Test("lead a corrected order on, whatever comes late of the first declaration", arguments: 0..<20 as Range<UInt64>)
    func correction(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let base = InMemoryStore()
        let order = try await filed(.russia, in: base)
        let first: [(Int, Int)] = [(120, 1), (300, 2), (100, 4)]
        let second: [(Int, Int)] = [(120, 5), (399, 6), (500, 7), (800, 8), (899, 9)]
        let store = try await Self.copy(of: order)
        _ = try await store.apply(try Self.list(order, first.shuffled(using: &random)), at: Self.later)
        #expect(try await store.order(order.id)?.stage == .correction)
        try await store.advance(order.id, .declared, at: Self.later)
        // What was known and what is late come between the new answers.
        let late: [(Int, Int)] = first + [(399, 3)] + second.prefix(Int(random.next() % 3))
        let all = (second + late).shuffled(using: &random)
        for answer in all { _ = try await store.apply(try Self.list(order, [answer]), at: Self.later) }
        let expected = try state(try await store.order(order.id))
        #expect(expected.stage == .exitCleared && expected.receipts.values.first?.status == 899)
        for answer in all.shuffled(using: &random) {
            for applied in try await store.apply(try Self.list(order, [answer]), at: Self.later) {
                #expect(applied.outcome == .known)
            }
        }
        #expect(try state(try await store.order(order.id)) == expected)
    }

    @Test("never release on anything but 800 and 899")
    func release() async throws {
        let order = try await filed(.bonded, in: InMemoryStore())
        for status in [1, 2, 3, 4, 120, 300, 399, 801, 8_000] {
            let store = try await Self.copy(of: order)
            _ = try await store.apply(try Self.list(order, [(status, 1)]), at: Self.later)
            #expect(try await store.order(order.id)?.stage == .listed, "\(status)")
        }
        for status in [800, 899] {
            let store = try await Self.copy(of: order)
            _ = try await store.apply(try Self.list(order, [(status, 1)]), at: Self.later)
            #expect(try await store.order(order.id)?.stage == .released)
        }
    }

    @Test("find their order by the numbers of each document, a carrier's and a provider's among them")
    func found() async throws {
        let store = InMemoryStore()
        let order = try await filed(.bonded, in: store)
        let list = DocumentNumber(.list, of: order.id).description
        let message = CEBGUID(.importList, of: order.id, version: 1, isMessage: true).description
        for (kind, element, key, number) in [
            ("CEB312", "OrderReturn", "orderNo", order.id.description),
            ("CEB412", "PaymentReturn", "payTransactionId", "20270001-1"),
            ("CEB512", "LogisticsReturn", "logisticsNo", "YT2027"), ("CEB622", "InventoryReturn", "copNo", list),
        ] {
            let receipts = try CEBReceipts().read(Self.message(kind, element, key, number, [(120, 1)]), as: "r.xml")
            let applied = try #require(try await store.apply(receipts, at: Self.later).first)
            #expect(applied.order == order.id && applied.outcome == .taken(from: .listed, to: .listed), "\(kind)")
        }
        for (kind, element, key, number) in [
            ("CEB624", "InvtCancelReturn", "copNo", DocumentNumber(.cancellation(2), of: order.id).description),
            ("CEB626", "InvtRefundReturn", "copNo", DocumentNumber(.refund(1), of: order.id).description),
            ("CEB900", "MessageReturn", "oriCopMsgId", message),
        ] {
            let receipts = try CEBReceipts().read(Self.message(kind, element, key, number, [(100, 1)]), as: "r.xml")
            let applied = try #require(try await store.apply(receipts, at: Self.later).first)
            #expect(applied.order == order.id && applied.outcome == .forStaff, "\(kind)")
        }
        #expect(try await store.order(order.id)?.stage == .listed)
    }

    @Test("of nobody's order are told and change nothing, nor do those that come before anything was filed")
    func nobodys() async throws {
        let store = InMemoryStore()
        let order = try await samples.ready(
            try await samples.paid(.kazakhstan, [(OrderSamples.sku("XJ-DUT-315"), 1)], in: store), in: store)
        var random = SeededGenerator(seed: 9)
        let stranger = Order.ID(using: &random)
        for (kind, element, key, number) in [
            ("CEB604", "InventoryReturn", "copNo", DocumentNumber(.list, of: stranger).description),
            ("CEB604", "InventoryReturn", "copNo", "ERP-00017"),
            ("CEB304", "OrderReturn", "orderNo", stranger.description),
            ("CEB506", "LogisticsReturn", "logisticsNo", "SF1"), ("CEB900", "MessageReturn", "oriCopMsgId", "x"),
        ] {
            let receipts = try CEBReceipts().read(Self.message(kind, element, key, number, [(800, 1)]), as: "r.xml")
            #expect(try await store.apply(receipts, at: Self.later).map(\.outcome) == [.nobodys])
        }
        let early = try await store.apply(try Self.list(order, [(800, 1), (120, 0)]), at: Self.later)
        #expect(early.map(\.order) == [order.id, order.id])
        guard case .refused(let error) = early[0].outcome else { return #expect(Bool(false)) }
        #expect(error.code == .notAllowedNow)
        // The same file, once the list was filed.
        try await store.advance(order.id, .declared, at: Self.later)
        _ = try await store.apply(try Self.list(order, [(800, 1), (120, 0)]), at: Self.later)
        #expect(try await store.order(order.id)?.stage == .exitCleared)
    }

    @Test("of two orders with one waybill's number are nobody's: customs would have refused the second")
    func ambiguous() throws {
        var random = SeededGenerator(seed: 10)
        var index = ReceiptIndex()
        let (one, two) = (Order.ID(using: &random), Order.ID(using: &random))
        func screened(_ number: String) -> OrderEvent {
            OrderEvent(number: 3, at: OrderSamples.now, change: .step(.screened, reference: number))
        }
        index.add(screened("EX1"), of: one)
        index.add(screened("EX1"), of: one)
        index.add(screened("EX2"), of: one)
        index.add(screened("EX2"), of: two)
        func order(_ number: String) throws -> Order.ID? {
            let receipts = try CEBReceipts().read(
                Self.message("CEB506", "LogisticsReturn", "logisticsNo", number, [(120, 1)]), as: "r.xml")
            return index.order(of: receipts[0])
        }
        #expect(try order("EX1") == one)
        #expect(try order("EX2") == nil)
    }
}
