#if SQLite
    import Foundation
    import KeruenSQLite
    import KeruenTrade
    import TestSupport

    /// Fifty people who are all at the limit of their year, and whose orders come through many processes at once.
    struct QuotaCrowd: Sendable {
        let store: SQLiteStore
        let process: Int
        private static let people = 50
        private static let catalog = SmallShop.catalog()

        func buy(_ orders: Int, callers: Int) async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<callers {
                    group.addTask {
                        for number in stride(from: caller, to: orders, by: callers) { try await buy(number) }
                    }
                }
                try await group.waitForAll()
            }
        }

        private func buy(_ number: Int) async throws {
            var random = SeededGenerator(seed: UInt64(number) &+ UInt64(process) << 32)
            let person = Int.random(in: 0..<Self.people, using: &random)
            let key = "quota-\(process)-\(number)"
            var request = try SmallShop.request(
                key, [(SmallShop.scarf, Int.random(in: 6...18, using: &random))], in: SmallShop.cn,
                from: Self.catalog)
            request.flow = .bondedImport
            request.quote = try SmallShop.landed(request.quote, from: "KZ")
            request.quotaBuyer = try Residents.buyer(person)
            do throws(TradeError) {
                let order = try await store.place(request, from: ["urumqi"], at: SmallShop.now)
                Crowd.say("+ \(key) \(order.id)\n")
                // Every fourth changes their mind, and gives others room.
                guard Int.random(in: 0..<4, using: &random) == 0 else { return }
                try await store.cancel(order.id, at: SmallShop.now)
                Crowd.say("x \(key) \(order.id)\n")
            } catch {
                guard error.code == .quotaAnnual else { throw error }
                Crowd.say("- \(key)\n")
            }
        }
    }
#endif
