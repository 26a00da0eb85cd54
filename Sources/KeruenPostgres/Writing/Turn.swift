#if Postgres
    /// What every transaction begins and ends with.
    enum Turn {
        /// A transaction that may write: it has the store for itself, whoever else writes waits in line, in the server's own fair one.
        ///
        /// Questions that are asked after it see everything that was committed before. The lock goes with the transaction, or with the
        /// connection, or with the machine.
        static func begin(seconds: Int, lock: Statement = orders) -> [Query] {
            [beginWriting(), settings(.text("\(seconds)s")), lock()]
        }

        /// A transaction that sees the store as it is at one moment.
        static func beginReading(seconds: Int) -> [Query] { [beginReading(), settings(.text("\(seconds)s"))] }

        static let commit = Statement("COMMIT")
        static let rollback = Statement("ROLLBACK")

        private static let beginWriting = Statement("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        private static let beginReading = Statement("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        // For this transaction alone, so that a pooler may hand the connection on: a time for each statement; one after which a lock is
        // free though our machine has vanished; a commit that waits for the disk, and for the other server where there is one, whatever the
        // server's default is; and plans that stay right while tables grow, made once: they depend on no value.
        private static let settings = Statement(
            """
            SELECT set_config('statement_timeout', $1, true),
                set_config('idle_in_transaction_session_timeout', $1, true),
                set_config('enable_seqscan', 'off', true),
                set_config('plan_cache_mode', 'force_generic_plan', true),
                set_config('synchronous_commit', CASE current_setting('synchronous_commit')
                    WHEN 'off' THEN 'on' WHEN 'local' THEN 'on' ELSE current_setting('synchronous_commit') END, true)
            """, .text)
        private static let orders = Statement(
            "SELECT pg_advisory_xact_lock(hashtextextended('keruen ' || current_schema(), 0))")
        /// Whoever writes products does not keep orders waiting.
        static let catalogue = Statement(
            "SELECT pg_advisory_xact_lock(hashtextextended('keruen catalogue ' || current_schema(), 0))")

        // What a writer committed last. It is written with the group, so that it tells whether the group was. An older turn divides by zero:
        // a message that was on its way when its connection was given up comes too late then, and nothing of it is done.
        static let note = Statement(
            """
            WITH noted AS (
                INSERT INTO writers (name, turn) VALUES ($1, $2)
                ON CONFLICT (name) DO UPDATE SET turn = excluded.turn, at = now() WHERE writers.turn < excluded.turn
                RETURNING 1
            )
            SELECT 1 / count(*) FROM noted
            """, .text, .integer)
        /// Something to commit behind what was noted.
        static let touch = Statement("UPDATE writers SET at = now() WHERE name = $1", .text)
        static let noted = Statement("SELECT turn FROM writers WHERE name = $1", .text)
        /// Writers are processes, and processes are gone after a month.
        static let forgetWriters = Statement("DELETE FROM writers WHERE at < now() - interval '30 days'")
    }
#endif
