#if Postgres
    public import KeruenTrade

    extension PostgresStore: KeptStore {
        /// Looks whether the store holds together; for a sound one it gives back nothing.
        ///
        ///     for fault in try await store.check() { print(fault.code) }      // TRD0304
        ///
        /// Every order is folded from its events, and what open orders have set aside is summed up place by place, and what they count to
        /// each buyer's year. It reads all tables as they are at one moment, in pages, and holds no writer up; it has one of the connections
        /// for reading as long as it takes. Pages of its disk are the server's own to check (`data_checksums`, `pg_amcheck`).
        /// - Throws: `TradeError` with `storeAway`, `storeBusy` or `storeFailed`.
        public func check() async throws(TradeError) -> [Diagnostic] {
            let tables = try await tables(for: .looking)
            do throws(TradeError) {
                let faults = try await StoreCheck.faults(in: tables)
                await tables.close()
                return faults
            } catch {
                await tables.close()
                throw error
            }
        }

        /// The server's own number, the database and the schema, whatever address leads to them.
        package func identity() async throws(TradeError) -> String {
            do throws(PostgresFailure) {
                let deadline = ContinuousClock.now + patience
                let connection = try await pool.take(until: deadline)
                do throws(PostgresFailure) {
                    let rows = try await connection.run([Self.place()], until: deadline)
                    pool.give(connection)
                    return "postgres " + rows[0].text(0, 0)
                } catch {
                    pool.drop()
                    throw error
                }
            } catch { throw TradeError(error) }
        }

        package func tables(for use: StoreUse) async throws(TradeError) -> any StoreTables {
            try await PostgresTables(pool, for: use, patience: patience)
        }

        private static let place = Statement(
            """
            SELECT system_identifier::text || ' ' || current_database() || ' ' || current_schema()
            FROM pg_control_system()
            """)
    }
#endif
