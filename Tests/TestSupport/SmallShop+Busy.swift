internal import Foundation
public import Keruen

extension SmallShop {
    /// Fills every table of a store: orders at many stages, buyers' years, purchases, waybills, people, readers, messages, holds.
    /// - Returns: the orders.
    public static func keepBusy(_ store: any OrderStore) async throws -> [Order.ID] {
        try await store.openStock(of: catalog(scarves: 400))
        var orders: [Order.ID] = []
        for number in 0..<24 {
            var request = try request("kz-\(number)", [(scarf, 1 + number % 3)])
            if number % 4 == 0 {
                request.flow = .export
                request.quote = try landed(request.quote)
            }
            let order = try await store.place(request, from: ["urumqi"], at: now)
            orders.append(order.id)
            switch number % 4 {
            case 0: try await export(order, in: store, number)
            case 1: try await store.cancel(order.id, at: now)
            case 2: _ = try await store.pay(order.id, through: InMemoryPayments(style: .card), at: now)
            default: break
            }
        }
        for buyer in 1...3 {
            var request = try request("cn-\(buyer)", [(scarf, 2)], in: cn)
            (request.flow, request.quotaBuyer) = (.bondedImport, try Residents.buyer(buyer))
            request.quote = try landed(request.quote, from: "KZ")
            orders.append(try await store.place(request, from: ["urumqi"], at: now).id)
        }
        for number in 1...3 {
            let placement = PurchaseEvent.Placement(
                key: try IdempotencyKey("po-\(number)"), supplier: "Алтын қолдар", warehouse: "khorgos",
                lines: [.init(sku: scarf, quantity: 3 * number)])
            let purchase = try await store.place(placement, at: now)
            if number > 1 { try await store.advance(purchase.id, .shipped, reference: "KTZ-\(number)", at: now) }
        }
        try await store.publish(to: "хабарлама", limit: 7) { _ in }
        try await note(orders, in: store)
        return orders
    }

    private static func export(_ order: Order, in store: any OrderStore, _ number: Int) async throws {
        _ = try await store.pay(order.id, through: InMemoryPayments(style: .card), at: now)
        let screening = try catalog().screening(of: order, on: CivilDate(now, in: kz))
        try await store.screen(order.id, by: screening, reference: "SF10\(number)", at: now)
    }

    private static func note(_ orders: [Order.ID], in store: any OrderStore) async throws {
        try await store.write { transaction throws(TradeError) in
            for (number, order) in orders.enumerated() {
                _ = try transaction.remember(message: "м-\(number)", from: "银行")
                let record = SealedRecord(
                    purpose: "delivery", keyID: "1", lookup: "l\(number % 5)",
                    sealed: .init((0..<200).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) } + [0]), eraseAfter: now
                )
                try transaction.insert(record, of: order)
                let hold = StockHold(id: "H-\(number)", market: "kz", changes: [], taken: [], until: now)
                _ = try transaction.insert(hold)
            }
            // Numbers have gaps, as after any erasure.
            _ = try transaction.eraseRecords(of: orders[3])
        }
    }
}
