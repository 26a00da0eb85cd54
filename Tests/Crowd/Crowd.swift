#if SQLite
    import Foundation
    import KeruenSQLite
    import KeruenTrade
    import TestSupport

    /// Buyers of one process, who all want the same hundred things.
    struct Crowd: Sendable {
        let store: SQLiteStore
        let buyer: Int
        private static let items = 100
        private static let catalog = SmallShop.crowded(items: items, pieces: 0)

        func place(_ orders: Int, callers: Int) async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<callers {
                    group.addTask {
                        var number = caller
                        while orders == 0 || number < orders {
                            try await place(number)
                            number += callers
                        }
                    }
                }
                try await group.waitForAll()
            }
        }

        private func place(_ number: Int) async throws {
            // Every fifth key is the neighbour's too, who wants the same by it.
            let pair = number.isMultiple(of: 5) ? "pair-\(buyer / 2)" : "buyer-\(buyer)"
            let key = "\(pair)-\(number)"
            var random = SeededGenerator(seed: UInt64(number) &+ UInt64(buyer / 2) << 32)
            let first = Int.random(in: 0..<Self.items, using: &random)
            let second = (first + Int.random(in: 1..<Self.items, using: &random)) % Self.items
            let request = try SmallShop.request(
                key, [(SmallShop.hotItem(first), 1), (SmallShop.hotItem(second), 1)], from: Self.catalog)
            do throws(TradeError) {
                let order = try await store.place(request, from: ["almaty"], at: SmallShop.now)
                Self.say("+ \(key) \(order.id)\n")
            } catch {
                guard error.code == .outOfStock else { throw error }
                Self.say("- \(key)\n")
            }
        }

        /// One call to the system, so that a line is there whole or not, whenever the process is killed.
        static func say(_ line: String) {
            FileHandle.standardOutput.write(Data(line.utf8))
        }
    }
#endif
