#if Postgres
    import KeruenPostgres
    import KeruenTrade
    import OrderSimulation
    import TestSupport
    import Testing

    @Suite("A simulated day in PostgreSQL", Servers.isThere)
    struct PostgresSimulationTests {
        @Test("breaks no law on any server, while programs end and connections break", arguments: Servers.all.indices)
        func day(server: Int) async throws {
            // The last loses its power in another test.
            let address = try await Servers.freshDatabase(on: Servers.all[server % max(1, Servers.all.count - 1)])
            let simulation = try await Simulation.over("postgres", seed: 20_270_105 + UInt64(server)) {
                () throws(TradeError) in
                try await PostgresStore(address, connections: 3)
            } strike: {
                _ = try? await Servers.psql(
                    address,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            }
            let outcome = await simulation.run(steps: LongRun.isOn ? 20_000 : 700)
            #expect(outcome.violation == nil, "\(outcome)")
            #expect(outcome.seen["connections broken"] ?? 0 > 0, "\(outcome.seen)")
        }
    }
#endif
