#if Postgres
    extension ConnectionPool {
        /// Lends a connection for a piece of work, and again, another where the first broke, while asking again may help and there is time.
        ///
        /// - Parameters:
        ///   - again: whether a failure is worth another attempt.
        ///   - work: what may be done twice; it ends what it began where the connection still stands.
        func use<T>(
            until deadline: ContinuousClock.Instant, again: (PostgresFailure) -> Bool = \.passes,
            _ work: (PostgresConnection, ContinuousClock.Instant) async throws(PostgresFailure) -> T
        ) async throws(PostgresFailure) -> T {
            var pause = Duration.zero
            while true {
                do throws(PostgresFailure) {
                    return try await once(until: deadline, work)
                } catch {
                    // Nobody waits for a cancelled task, and it would not sleep.
                    guard again(error), !Task.isCancelled, ContinuousClock.now + pause < deadline else { throw error }
                    if pause > .zero { try? await Task.sleep(for: pause) }
                    pause = min(max(pause * 2, .milliseconds(2)), .milliseconds(500))
                }
            }
        }

        private func once<T>(
            until deadline: ContinuousClock.Instant,
            _ work: (PostgresConnection, ContinuousClock.Instant) async throws(PostgresFailure) -> T
        ) async throws(PostgresFailure) -> T {
            let connection = try await take(until: deadline)
            do throws(PostgresFailure) {
                let value = try await work(connection, deadline)
                give(connection)
                return value
            } catch {
                if connection.isSound, !error.isWrongServer { give(connection) } else { drop() }
                throw error
            }
        }

        /// Makes or converts a database's tables where that is to be done.
        /// - Parameter isMade: whether tables are made where there are none.
        func migrate(within patience: Duration, making isMade: Bool = true) async throws(PostgresFailure) {
            // A server that is starting, or a standby that is about to take over, is waited for; one that is not there is told at once.
            let mayCome = { (failure: PostgresFailure) in failure.passes && !failure.state.isEmpty }
            try await use(until: .now + patience, again: mayCome) { connection, deadline throws(PostgresFailure) in
                let migrator = Migrator(connection: connection, deadline: deadline)
                if !isMade, try await migrator.version() == 0 { throw PostgresFailure.missing }
                try await migrator.migrate()
            }
        }
    }
#endif
