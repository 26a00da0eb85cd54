#if Postgres
    import Foundation
    import KeruenTrade
    import TestSupport
    import Testing

    @testable import KeruenPostgres

    @Suite("A connection", Servers.isThere)
    struct PostgresConnectionTests {
        private func refusal(_ body: () async throws -> Void) async -> Diagnostic.Code? {
            await #expect(throws: TradeError.self) { try await body() }?.code
        }

        @Test(
            "speaks TLS where the string asks for it, and trusts no other server",
            .enabled(if: Servers.certificate != nil, "KERUEN_POSTGRES_CERTIFICATE is not set"))
        func tls() async throws {
            let root = try #require(Servers.certificate)
            let second: String = try #require(Servers.all.dropFirst().first)
            let address = try await Servers.freshDatabase(on: second)
            let store = try await PostgresStore(address + "?sslmode=verify-full&sslrootcert=\(root)")
            // Of more than one of its records, both ways.
            let goods = SmallShop.crowded(items: 2_000, pieces: 3)
            try await store.openStock(of: goods)
            let levels = try await store.read { transaction throws(TradeError) in
                try transaction.levels(of: nil).count
            }
            #expect(levels == 2_000)
            let plain = try await Servers.psql(
                address,
                """
                SELECT count(*) FILTER (WHERE ssl), count(*) FILTER (WHERE NOT ssl)
                FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """)
            #expect(plain.hasSuffix("|0") && !plain.hasPrefix("0"))
            // The name is not in its certificate, and the other certificate is nobody's.
            let elsewhere =
                address.replacing("@127.0.0.1", with: "@localhost") + "?sslmode=verify-full&hostaddr=127.0.0.1"
            #expect(
                await refusal { _ = try await PostgresStore(elsewhere + "&sslrootcert=\(root)") } == .storeUntrusted)
            let unknown = address + "?sslmode=verify-ca&sslrootcert=/etc/hostname"
            #expect(await refusal { _ = try await PostgresStore(unknown) } == .storeUntrusted)
        }

        @Test("waits for the look-up of a host's name no longer than for anything else")
        func lookUp() async throws {
            let start = ContinuousClock.now
            let failure = await #expect(throws: PostgresFailure.self) {
                _ = try await PostgresConnection.begin(until: .now + .milliseconds(300)) {
                    Thread.sleep(forTimeInterval: 4)
                    return nil
                }
            }
            #expect(failure?.state == "late" && ContinuousClock.now - start < .seconds(3))
        }

        @Test("makes no tables for who only wants to open what is there")
        func missing() async throws {
            let address = try await Servers.freshDatabase()
            #expect(await refusal { _ = try await PostgresStore(address, making: false) } == .storeTablesMissing)
            #expect(try await Servers.psql(address, "SELECT count(*) FROM pg_class WHERE relname = 'stock'") == "0")
            _ = try await PostgresStore(address)
            _ = try await PostgresStore(address, making: false)
        }

        @Test("is made by nobody once its store is closed")
        func closed() async throws {
            let store = try await PostgresStore(try await Servers.freshDatabase())
            try await store.openStock(of: SmallShop.crowded(items: 1, pieces: 3))
            store.close()
            let start = ContinuousClock.now
            #expect(await refusal { _ = try await store.available(SmallShop.hotItem(0), in: ["almaty"]) } == .storeAway)
            #expect(
                await refusal { try await store.openStock(of: SmallShop.crowded(items: 2, pieces: 3)) } == .storeAway)
            #expect(ContinuousClock.now - start < .seconds(10))
        }

        @Test("is not asked for again by a task that was cancelled")
        func cancelled() async throws {
            let pool = ConnectionPool(address: "postgresql://keruen@127.0.0.1:1/keruen", most: 1)
            let reader = Task {
                try await pool.use(until: .now + .seconds(20)) { _, _ throws(PostgresFailure) in }
            }
            reader.cancel()
            let start = ContinuousClock.now
            await #expect(throws: PostgresFailure.self) { try await reader.value }
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }
#endif
