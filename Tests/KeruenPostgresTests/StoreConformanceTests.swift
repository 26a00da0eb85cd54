#if Postgres
    import KeruenPostgres
    import KeruenTesting
    import KeruenTrade
    import Testing

    @Suite("A store in PostgreSQL keeps what every store promises", Servers.isThere)
    struct PostgresConformanceTests {
        @Test("alone with its server", arguments: OrderStoreConformance.Promise.allCases)
        func keeps(promise: OrderStoreConformance.Promise) async throws {
            try await OrderStoreConformance {
                let address = try await Servers.freshDatabase()
                return .init(try await PostgresStore(address)) { try await PostgresStore(address) }
            }.check(promise)
        }

        @Test(
            "behind a pooler that gives every transaction another connection",
            .enabled(if: Servers.pooler != nil, "KERUEN_PGBOUNCER is not set"),
            arguments: OrderStoreConformance.Promise.allCases)
        func keepsBehindAPooler(promise: OrderStoreConformance.Promise) async throws {
            let pooler = try #require(Servers.pooler)
            try await OrderStoreConformance {
                let address = try await Servers.freshDatabase(on: pooler)
                return .init(try await PostgresStore(address)) { try await PostgresStore(address) }
            }.check(promise)
        }
    }
#endif
