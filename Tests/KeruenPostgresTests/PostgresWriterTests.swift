#if Postgres
    import Foundation
    import KeruenTrade
    import TestSupport
    import Testing

    @testable import KeruenPostgres

    /// What becomes of a group when a connection breaks at the worst moment, step by step.
    @Suite("A writer's turns", Servers.isThere)
    struct PostgresWriterTests {
        /// A desk over a database with its tables.
        private func desk() async throws -> (WriterDesk, address: String) {
            let address = try await Servers.freshDatabase()
            _ = try await PostgresStore(address)
            return (WriterDesk(address: address), address)
        }

        /// Somebody else holds a row for a while.
        private func hold(_ statement: String, at address: String, for seconds: Double) async throws -> Task<
            Void, any Error
        > {
            let held = Task {
                _ = try await Servers.psql(address, "BEGIN; \(statement); SELECT pg_sleep(\(seconds)); COMMIT")
            }
            while try await Servers.psql(
                address,
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()")
                == "0"
            { try await Task.sleep(for: .milliseconds(20)) }
            return held
        }

        /// Does something to whoever waits for a row, as soon as somebody does.
        private func doing(_ function: String, at address: String) -> Task<Void, any Error> {
            Task {
                let waiting = "FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
                while try await Servers.psql(address, "SELECT count(\(function)(pid)) \(waiting)") == "0" {}
            }
        }

        @Test("a turn that may still be noted is nobody else's, so that no group is taken for another")
        func spentTurns() async throws {
            let (desk, address) = try await desk()
            // The first group's message is lost on its way; that its turn is over is sent, and not answered in time.
            _ = try await desk.begin(until: .now + .seconds(20))
            let held = try await hold(
                "INSERT INTO writers (name, turn) VALUES ('\(desk.name)', 0)", at: address, for: 3)
            await #expect(throws: PostgresFailure.self) { try await desk.wasKept(until: .now + .seconds(1)) }
            // The second group is lost too, and meanwhile the first one's end is noted after all.
            _ = try await desk.begin(until: .now + .seconds(20))
            try await held.value
            #expect(try await desk.wasKept(until: .now + .seconds(20)) == false, "nothing was written")
        }

        @Test("bodies that are to run apart are not told that they were kept with the others")
        func apart() async throws {
            let (desk, address) = try await desk()
            try await Servers.psql(address, "INSERT INTO readers VALUES ('а', 0)")
            let group = try await desk.begin(until: .now + .seconds(20))
            let held = try await hold("SELECT * FROM readers FOR UPDATE", at: address, for: 3)
            let together = QueuedBody<Void> { transaction throws(TradeError) in
                try transaction.setPosition(7, of: "а")
            }
            let alone = QueuedBody<Void> { transaction throws(TradeError) in
                try transaction.setPosition(7, of: "б")
                _ = try transaction.lapsing(before: .now, limit: 1)
            }
            let breaking = doing("pg_terminate_backend", at: address)
            do throws(GroupTransaction.Failure) {
                _ = try await group.commit([together, alone], recalling: StockRecall())
                Issue.record("its connection was closed at the commit")
            } catch {
                guard case .uncertain(_, let apart) = error else { throw error }
                #expect(apart.map(ObjectIdentifier.init) == [ObjectIdentifier(alone)])
            }
            try await breaking.value
            try await held.value
        }

        @Test("a question that was refused is asked again on another connection: that one is in the midst of something")
        func refusedQuestion() async throws {
            let (desk, address) = try await desk()
            _ = try await desk.begin(until: .now + .seconds(20))
            let held = try await hold(
                "INSERT INTO writers (name, turn) VALUES ('\(desk.name)', 0)", at: address, for: 3)
            let cancelling = doing("pg_cancel_backend", at: address)
            await #expect(throws: PostgresFailure.self) { try await desk.wasKept(until: .now + .seconds(20)) }
            try await cancelling.value
            try await held.value
            #expect(try await desk.wasKept(until: .now + .seconds(20)) == false)
        }
    }
#endif
