internal import Foundation
internal import KeruenTrade

extension StoreTrial {
    func takesAKeyOnce() async throws {
        let (first, second) = (try TrialGoods.order(1, key: "same"), try TrialGoods.order(2, key: "same"))
        try await store.write { [self] transaction throws(TradeError) in
            expect(try transaction.placed(by: first.key) == nil, "a free key has placed nothing")
            expect(try transaction.insert(first, fingerprint: "first"), "the first order is new")
        }
        try await store.write { [self] transaction throws(TradeError) in
            expect(try !transaction.insert(second, fingerprint: "second"), "the key is taken")
            expectEqual(try transaction.placed(by: first.key)?.id, first.id, "the order of the key")
            expectEqual(try transaction.placed(by: first.key)?.fingerprint, "first", "the key's request")
            expect(try transaction.order(second.id) == nil, "nothing of the second order is written")
            expectEqual(try transaction.events(after: 0, limit: 9).map(\.order), [first.id], "events")
        }
        let taken = try TrialGoods.order(1, key: "other")
        let code = await refusal { transaction throws(TradeError) in try transaction.insert(taken, fingerprint: "f") }
        expectEqual(code, .storeFailed, "an id names one order")
        let found = try await store.read { transaction throws(TradeError) in
            try (transaction.placed(by: taken.key) == nil, transaction.order(first.id))
        }
        expect(found.0, "nothing stands under the other key")
        expectEqual(found.1, first, "the first order is what it was")
    }

    func foldsEvents() async throws {
        let order = try TrialGoods.order(1, pieces: 2)
        let payment = try Payment.ID("p-1")
        let steps: [[OrderEvent.Change]] = [
            [.paymentStarted(payment), .authorised(payment, order.total)], [.captured(payment, order.total)],
            [.step(.packed, reference: nil), .step(.dispatched, reference: "KZ-2027/1")],
            [.step(.delivered, reference: nil)],
        ]
        try await store.write { transaction throws(TradeError) in _ = try transaction.insert(order, fingerprint: "f") }
        var current = order
        for changes in steps {
            let (before, next) = (current, try current.after(changes))
            let found = try await store.write { transaction throws(TradeError) in
                let found = try transaction.order(order.id)
                try transaction.append(next.events, to: next.order)
                return found
            }
            expectEqual(found, before, "the order before \(changes.count) more")
            current = next.order
        }
        expectEqual(try await store.order(order.id), current, "the order in the end")
        let told = try await store.read { transaction throws(TradeError) in
            try transaction.events(after: 0, limit: 100)
        }
        expectEqual(try Order(id: order.id, history: told.map(\.event)), current, "its events, folded anew")
        expect(try await store.order(TrialGoods.id(9)) == nil, "another order is not there")
    }

    func refusesGaps() async throws {
        let order = try TrialGoods.order(1)
        try await store.write { transaction throws(TradeError) in _ = try transaction.insert(order, fingerprint: "f") }
        let (started, first) = try order.after([.paymentStarted(try Payment.ID("p1"))])
        let (_, second) = try started.after([.paymentFailed(try Payment.ID("p1"))])
        let gap = await refusal { transaction throws(TradeError) in
            try transaction.append(second, to: try started.after([.paymentFailed(try Payment.ID("p1"))]).order)
        }
        expectEqual(gap, .brokenHistory, "an event after one that is missing")
        try await store.write { transaction throws(TradeError) in try transaction.append(first, to: started) }
        // What another caller has read before.
        let twice = await refusal { transaction throws(TradeError) in try transaction.append(first, to: started) }
        expectEqual(twice, .brokenHistory, "the same event again")
        let stranger = try TrialGoods.order(2).after([.paymentStarted(try Payment.ID("p1"))])
        let unknown = await refusal { transaction throws(TradeError) in
            try transaction.append(stranger.events, to: stranger.order)
        }
        expectEqual(unknown, .brokenHistory, "an event of an order that is not there")
        expectEqual(try await store.order(order.id), started, "the order")
    }

    func lapsesInOrder() async throws {
        let waits: [Double] = [300, 60, 120, 60, 900]
        let orders = try waits.enumerated().map { number, wait in try TrialGoods.order(number + 1, until: wait) }
        for order in orders {
            try await store.write { transaction throws(TradeError) in
                _ = try transaction.insert(order, fingerprint: "f")
            }
        }
        func due(_ seconds: Double, limit: Int = 9) async throws -> [Order.ID] {
            try await store.read { transaction throws(TradeError) in
                try transaction.lapsing(before: TrialGoods.now.addingTimeInterval(seconds), limit: limit)
            }
        }
        expectEqual(try await due(60), [], "nobody is overdue at the very time")
        expectEqual(try await due(301), [2, 4, 3, 1].map(TrialGoods.id), "overdue, by time and then by id")
        expectEqual(try await due(301, limit: 2), [2, 4].map(TrialGoods.id), "the first two")
        let (paid, events) = try orders[1].after([.captured(try Payment.ID("p1"), orders[1].total)])
        try await store.write { transaction throws(TradeError) in try transaction.append(events, to: paid) }
        expectEqual(try await due(301), [4, 3, 1].map(TrialGoods.id), "who has paid is not overdue")
    }

    func tellsEventsInOrder() async throws {
        let orders = try (1...4).map { number throws(TradeError) in try TrialGoods.order(number) }
        var wanted: [(Order.ID, OrderEvent)] = []
        for order in orders {
            let (after, events) = try order.after([.paymentStarted(try Payment.ID("p\(order.id)"))])
            try await store.write { transaction throws(TradeError) in
                _ = try transaction.insert(order, fingerprint: "f")
            }
            // What is given up leaves no gap that a reader would wait at.
            _ = await refusal { transaction throws(TradeError) in
                try transaction.append(events, to: after)
                throw TrialGoods.refused
            }
            try await store.write { transaction throws(TradeError) in try transaction.append(events, to: after) }
            wanted += after.history.map { (order.id, $0) }
        }
        let all = try await store.read { transaction throws(TradeError) in
            try transaction.events(after: 0, limit: 100)
        }
        expectEqual(all.map(\.order), wanted.map(\.0), "the events' orders")
        expectEqual(all.map(\.event), wanted.map(\.1), "the events")
        expect(zip(all, all.dropFirst()).allSatisfy { $0.position < $1.position }, "positions grow")
        expect(all.first.map { $0.position > 0 } ?? false, "positions begin after 0")
        for (index, event) in all.enumerated() {
            let rest = try await store.read { transaction throws(TradeError) in
                try transaction.events(after: event.position, limit: 2)
            }
            expectEqual(rest, Array(all[(index + 1)...].prefix(2)), "what comes after \(event.position)")
        }
        let collected = Told()
        while try await store.publish(to: "mail", limit: 3, { await collected.append($0) }) == 3 {}
        let told = await collected.events
        expectEqual(told, all, "what a reader is handed")
        expectEqual(try await store.publish(to: "mail") { _ in }, 0, "nothing is handed on twice")
        expectEqual(try await store.publish(to: "warehouse") { _ in }, all.count, "another reader gets everything")
    }

    func remembersMessages() async throws {
        let messages = [("kaspi", "1"), ("kaspi", "2"), ("alipay", "1"), ("a b", "c"), ("a", "b c"), ("kaspi", "1")]
        var news: [Bool] = []
        for (source, id) in messages {
            news.append(
                try await store.write { transaction throws(TradeError) in
                    try transaction.remember(message: id, from: source)
                })
        }
        expectEqual(news, [true, true, true, true, true, false], "which are new")
    }
}

private actor Told {
    var events: [OutboxEvent] = []
    func append(_ event: OutboxEvent) { events.append(event) }
}
