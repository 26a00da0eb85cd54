#if Postgres
    internal import KeruenTrade

    /// Brings a database's tables to this version: all of it or nothing, one program at a time, however many start together.
    struct Migrator {
        let connection: PostgresConnection
        let deadline: ContinuousClock.Instant

        /// - Throws: `newer` for tables of a later version; then nothing was changed.
        func migrate() async throws(PostgresFailure) {
            // Most of the time there is nothing to do, and a role that may not make tables can still use them.
            let version = try await version()
            if version < Schema.migrations.count { return try await migrateInTurn() }
            guard version == Schema.migrations.count else { throw .newer }
        }

        private func migrateInTurn() async throws(PostgresFailure) {
            do throws(PostgresFailure) {
                _ = try await connection.run([Self.begin(), Self.lock()], until: deadline)
                let version = try await version()
                // Somebody else may have brought it further while we stood in line.
                guard version <= Schema.migrations.count else { throw PostgresFailure.newer }
                var batch = [Self.create()]
                for migration in Schema.migrations.dropFirst(version) { batch += migration.map { Statement($0)() } }
                batch += [
                    Self.clear(), Self.note(.integer(Int64(Schema.migrations.count))), Turn.forgetWriters(),
                    Turn.commit(),
                ]
                _ = try await connection.run(batch, until: deadline)
            } catch {
                if !error.isLost { _ = try await connection.run([Turn.rollback()], until: deadline) }
                throw error
            }
        }

        /// 0 for a database without tables of ours.
        func version() async throws(PostgresFailure) -> Int {
            let table = try await connection.run([Self.table()], until: deadline)
            guard table[0].integer(0, 0) > 0 else { return 0 }
            let rows = try await connection.run([Self.version()], until: deadline)
            return rows[0].count > 0 ? Int(rows[0].integer(0, 0)) : 0
        }

        private static let begin = Statement("BEGIN ISOLATION LEVEL READ COMMITTED")
        private static let lock = Statement(
            "SELECT pg_advisory_xact_lock(hashtextextended('keruen schema ' || current_schema(), 0))")
        private static let table = Statement(
            """
            SELECT count(*) FROM pg_class WHERE relname = 'keruen_schema' AND relnamespace = current_schema()::regnamespace
            """)
        private static let version = Statement("SELECT max(version) FROM keruen_schema")
        private static let create = Statement("CREATE TABLE IF NOT EXISTS keruen_schema (version bigint NOT NULL)")
        private static let clear = Statement("DELETE FROM keruen_schema")
        private static let note = Statement("INSERT INTO keruen_schema (version) VALUES ($1)", .integer)
    }
#endif
