internal import Foundation
internal import KeruenTrade

extension StoreTrial {
    func sellsTheLastPieceOnce() async throws {
        let place = try TrialGoods.place()
        try await store.write { transaction throws(TradeError) in _ = try transaction.open(place, count: 5) }
        let sold = try await crowd(of: 40) { number, transaction throws(TradeError) in
            guard try transaction.reserve(1, at: place) else { throw TradeError(.outOfStock) }
            return try transaction.insert(try TrialGoods.order(number), fingerprint: "f")
        }
        expectEqual(sold.count, 5, "pieces sold")
        try await store.read { [self] transaction throws(TradeError) in
            expectEqual(try transaction.level(at: place), StockLevel(onHand: 5, reserved: 5), "the level")
            let told = try transaction.events(after: 0, limit: 100)
            expectEqual(Set(told.map(\.order)), Set(sold.map(TrialGoods.id)), "the orders that were told")
            expectEqual(told.count, 5, "each once")
        }
        // One key, tried by many: one order.
        let firsts = try await crowd(of: 20) { number, transaction throws(TradeError) in
            try transaction.insert(try TrialGoods.order(100 + number, key: "same"), fingerprint: "f")
        }
        expectEqual(firsts.count, 1, "orders under one key")
    }

    func letsNobodyHurtOthers() async throws {
        let place = try TrialGoods.place()
        try await store.write { transaction throws(TradeError) in _ = try transaction.open(place, count: 1_000) }
        let kept = try await crowd(of: 60) { number, transaction throws(TradeError) in
            _ = try transaction.reserve(1, at: place)
            _ = try transaction.insert(try TrialGoods.order(number), fingerprint: "f")
            _ = try transaction.remember(message: "m\(number)", from: "kaspi")
            // Every third one gives up after all of its writes.
            if number.isMultiple(of: 3) { throw TrialGoods.refused }
            return true
        }
        let wanted = (0..<60).filter { !$0.isMultiple(of: 3) }
        expectEqual(kept.sorted(), wanted, "who succeeded")
        try await store.read { [self] transaction throws(TradeError) in
            expectEqual(try transaction.level(at: place)?.reserved, wanted.count, "pieces set aside")
            for number in 0..<60 {
                let isThere = try transaction.order(TrialGoods.id(number)) != nil
                expectEqual(isThere, !number.isMultiple(of: 3), "whether order \(number) is there")
            }
            expectEqual(try transaction.events(after: 0, limit: 100).count, wanted.count, "events")
        }
    }

    /// All at the same time.
    /// - Returns: whose bodies gave back true.
    func crowd(
        of size: Int, _ body: @escaping @Sendable (Int, any StoreTransaction) throws(TradeError) -> Bool
    ) async throws -> [Int] {
        try await withThrowingTaskGroup(of: Int?.self) { [store] group in
            for number in 0..<size {
                group.addTask {
                    do throws(TradeError) {
                        let hasDone = try await store.write { transaction throws(TradeError) in
                            try body(number, transaction)
                        }
                        return hasDone ? number : nil
                    } catch {
                        // A refusal is an answer; anything else is not.
                        guard [.outOfStock, TrialGoods.refused.code].contains(error.code) else { throw error }
                        return nil
                    }
                }
            }
            return try await group.reduce(into: []) { if let number = $1 { $0.append(number) } }
        }
    }
}
