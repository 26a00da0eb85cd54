#if Postgres
    import Foundation
    import KeruenPostgres
    import KeruenTrade
    import TestSupport

    /// Sixteen buyers who order on while their primary dies, ask again by the same key until they are answered, and what they were told.
    struct FailoverRound: Sendable {
        let number: Int
        let store: PostgresStore
        private static let buyers = 16
        /// From a thing that is gone at once to one that is never gone.
        static let pieces = [5, 50, 200, 500, 1_000, 2_000, 10_000, 1_000_000]

        /// What buyers were told, in the order of the answers.
        struct Answers: Sendable {
            /// Key → id of the order and how many it has of each item.
            var placed: [String: (id: Order.ID, items: [SKU: Int])] = [:]
            var refused: Set<String> = []
            /// When a buyer was told of an order.
            var times: [ContinuousClock.Instant] = []
            /// How often a buyer had to ask again.
            var repeats = 0

            /// The longest time in which nobody's order was placed.
            var pause: Duration {
                let sorted = times.sorted()
                return zip(sorted.dropFirst(), sorted).map { $0.0 - $0.1 }.max() ?? .zero
            }

            mutating func add(_ other: Answers) {
                placed.merge(other.placed) { first, _ in first }
                refused.formUnion(other.refused)
                times += other.times
                repeats += other.repeats
            }
        }

        /// What a buyer may hear while servers change places.
        private static let passing: Set<Diagnostic.Code> = [
            .storeAway, .storeBusy, .storeReadOnly, .storeUncertain,
        ]

        /// Each round has things of its own.
        static func items(of round: Int) -> [SKU] {
            pieces.indices.map { SmallShop.hotItem(round * pieces.count + $0) }
        }

        static func catalog(rounds: Int) -> Catalog { SmallShop.crowded(items: rounds * pieces.count, pieces: 0) }

        /// Orders until `end`, and after it until every buyer has an answer.
        func order(from catalog: Catalog, until end: Stop) async throws -> Answers {
            try await withThrowingTaskGroup(of: Answers.self) { group in
                for buyer in 0..<Self.buyers {
                    group.addTask {
                        var (answers, order) = (Answers(), 0)
                        var random = SeededGenerator(seed: UInt64(number * Self.buyers + buyer))
                        while !end.isReached {
                            try await place(
                                "round-\(number)-\(buyer)-\(order)", from: catalog, using: &random, &answers, end)
                            order += 1
                        }
                        return answers
                    }
                }
                return try await group.reduce(into: Answers()) { $0.add($1) }
            }
        }

        private func place(
            _ key: String, from catalog: Catalog, using random: inout SeededGenerator, _ answers: inout Answers,
            _ end: Stop
        ) async throws {
            let items = Self.items(of: number)
            let first = Int.random(in: 0..<items.count, using: &random)
            let second = (first + Int.random(in: 1..<items.count, using: &random)) % items.count
            let wanted = [items[first]: Int.random(in: 1...3, using: &random), items[second]: 1]
            let request = try SmallShop.request(
                key, wanted.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, from: catalog)
            let patience = ContinuousClock.now + .seconds(90)
            while true {
                do throws(TradeError) {
                    let order = try await store.place(request, from: ["almaty"], at: SmallShop.now)
                    answers.placed[key] = (order.id, wanted)
                    let now = ContinuousClock.now
                    answers.times.append(now)
                    end.told(at: now)
                    return
                } catch {
                    if error.code == .outOfStock {
                        answers.refused.insert(key)
                        return
                    }
                    // Whether it was written is not known: the key finds out.
                    guard Self.passing.contains(error.code), ContinuousClock.now < patience else { throw error }
                    answers.repeats += 1
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
        }
    }
#endif
