#if Postgres
    import Foundation
    import KeruenPostgres
    import KeruenTrade
    import TestSupport
    import Testing

    @Suite(
        "A primary that dies while people order",
        .enabled(if: FailoverServers.running != nil, "KERUEN_FAILOVER is not set; ./Scripts/test --postgres sets it"),
        .serialized)
    struct FailoverTests {
        /// Orders of all rounds so far.
        private struct Books {
            var placed: Set<Order.ID> = []
            var refused = 0
            var repeats = 0
            var pauses: [Duration] = []
            /// How far the store's events have been read.
            var position: Int64 = 0
        }

        @Test("every acknowledged order is in the new primary once, and nothing is sold that was not there")
        func rounds() async throws {
            let servers = try #require(FailoverServers.running)
            let rounds = LongRun.isOn ? 100 : 3
            let catalog = FailoverRound.catalog(rounds: rounds)
            let store = try await PostgresStore(try await servers.connection(), connections: 8)
            var books = Books()
            var random = SeededGenerator(seed: 7)
            for round in 0..<rounds {
                try await open(round, in: store)
                let port = try await servers.writablePort()
                let stop = Stop()
                async let buyers = FailoverRound(number: round, store: store).order(from: catalog, until: stop)
                try await Task.sleep(for: .milliseconds(Int.random(in: 300..<1_500, using: &random)))
                let primary = try await servers.killPrimary()
                stop.killed(at: .now)
                let answers = try await buyers
                #expect(try await servers.writablePort() != port, "another one takes the writes now")
                try await audit(answers, of: round, in: servers, &books)
                books.pauses.append(answers.pause)
                print(
                    "failover: round \(round + 1), \(primary) killed: \(answers.placed.count) orders placed,",
                    "\(answers.refused.count) refused, \(answers.repeats) asked again, pause \(seconds(answers.pause))")
                try await servers.settle()
            }
            store.close()
            // Nothing that was there has gone since.
            let survivor = try await PostgresStore(try await servers.connection(), connections: 2)
            var (written, position): ([Order.ID], Int64) = ([], 0)
            while true {
                // All orders of a hundred rounds are more than one reading has time for.
                let more = try await survivor.read { [position] transaction throws(TradeError) in
                    try transaction.events(after: position, limit: 10_000)
                }
                guard let last = more.last else { break }
                position = last.position
                written += more.map(\.order)
            }
            survivor.close()
            #expect(written.count == books.placed.count)
            #expect(Set(written) == books.placed)
            #expect(books.placed.count > rounds * 100)
            let pauses = books.pauses.sorted()
            print(
                "failover: \(rounds) rounds, \(books.placed.count) orders placed, \(books.refused) refused,",
                "\(books.repeats) asked again; pauses: median \(seconds(pauses[pauses.count / 2])),",
                "longest \(seconds(pauses.last ?? .zero))")
        }

        private func open(_ round: Int, in store: PostgresStore) async throws {
            let balances = Array(zip(FailoverRound.items(of: round), FailoverRound.pieces))
            try await store.write { transaction throws(TradeError) in
                for (sku, count) in balances {
                    _ = try transaction.open(StockPlace(.sku(sku), in: "almaty"), count: count)
                }
            }
        }

        /// What the new primary holds, seen over a connection that knows nothing of the old one.
        private func audit(
            _ answers: FailoverRound.Answers, of round: Int, in servers: FailoverServers, _ books: inout Books
        ) async throws {
            let store = try await PostgresStore(try await servers.connection(), connections: 2)
            let begin = books.position
            let (events, keys, levels) = try await store.read { transaction throws(TradeError) in
                let events = try Self.events(after: begin, in: transaction)
                var keys: [String: Order.ID] = [:]
                for key in answers.placed.keys { keys[key] = try transaction.placed(by: IdempotencyKey(key))?.id }
                for key in answers.refused { keys[key] = try transaction.placed(by: IdempotencyKey(key))?.id }
                var levels: [SKU: StockLevel] = [:]
                for sku in FailoverRound.items(of: round) {
                    levels[sku] = try transaction.level(at: StockPlace(.sku(sku), in: "almaty"))
                }
                return (events, keys, levels)
            }
            store.close()

            // Named by their keys, a few of them: a thousand in a report say nothing.
            let lost = answers.placed.filter { keys[$0.key] != $0.value.id }.keys.sorted().prefix(5)
            #expect(lost.isEmpty, "an acknowledged order is the one that its key has placed")
            let unasked = keys.keys.filter { answers.placed[$0] == nil }.sorted().prefix(5)
            #expect(unasked.isEmpty, "a refused key has placed none")
            let written = events.map(\.order)
            #expect(Set(written).count == written.count, "an order was placed twice")
            let untold = Set(written).subtracting(answers.placed.values.map(\.id)).prefix(5)
            #expect(untold.isEmpty, "an order is there that nobody was told of")
            #expect(Set(written).count == answers.placed.count, "an order that was told of is not among the events")
            var sold: [SKU: Int] = [:]
            for order in answers.placed.values { sold.merge(order.items, uniquingKeysWith: +) }
            for (sku, pieces) in zip(FailoverRound.items(of: round), FailoverRound.pieces) {
                let level = try #require(levels[sku])
                #expect(level.onHand == pieces)
                #expect(level.reserved == sold[sku] ?? 0, "what is set aside of \(sku) is what its orders hold")
                #expect(level.free >= 0, "\(sku) was sold more often than it was there")
            }
            books.placed.formUnion(answers.placed.values.map(\.id))
            books.refused += answers.refused.count
            books.repeats += answers.repeats
            books.position = events.last?.position ?? begin
        }

        private static func events(
            after begin: Int64, in transaction: any StoreTransaction
        ) throws(TradeError) -> [OutboxEvent] {
            var events: [OutboxEvent] = []
            while true {
                let more = try transaction.events(after: events.last?.position ?? begin, limit: 10_000)
                if more.isEmpty { return events }
                events += more
            }
        }

        private func seconds(_ duration: Duration) -> String {
            duration.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1)))
        }
    }
#endif
