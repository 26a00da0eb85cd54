internal import Foundation
internal import KeruenTrade

extension StoreTrial {
    func findsWaybills() async throws {
        let orders = try (1...3).map { number throws(TradeError) in try TrialGoods.order(number, flow: .export) }
        let payment = try Payment.ID("p-1")
        let paid: [OrderEvent.Change] = [.captured(payment, orders[0].total)]
        let screened = try orders.map { order in try order.after(paid + [.step(.screened, reference: "SF1027")]) }
        try await store.write { transaction throws(TradeError) in
            for order in orders { _ = try transaction.insert(order, fingerprint: "f") }
        }
        // The later id first: what is found is in the ids' order, not in that of the noting.
        for index in [1, 0] {
            let (after, events) = screened[index]
            try await store.write { transaction throws(TradeError) in try transaction.append(events, to: after) }
        }
        _ = await refusal { transaction throws(TradeError) in
            try transaction.append(screened[2].events, to: screened[2].order)
            throw TrialGoods.refused
        }
        let declared = try screened[0].order.after([.step(.declared, reference: "SF9999")])
        try await store.write { [self] transaction throws(TradeError) in
            try transaction.append(declared.events, to: declared.order)
            expectEqual(
                try transaction.orders(waybill: "SF1027"), [orders[0].id, orders[1].id], "each order that was kept")
            expectEqual(try transaction.orders(waybill: "SF102"), [], "no part of a number finds an order")
            expectEqual(try transaction.orders(waybill: "SF9999"), [], "another step's number is no waybill's")
        }
    }
}
