#if Postgres
    internal import Foundation
    internal import KeruenTrade

    /// Changes on their way into a catalogue's log, with the titles that they leave: one transaction, one message.
    ///
    /// Its last entry carries its name, which no other has. So one whose commit was not answered may be sent again: where it is there already,
    /// nothing is added, and what others have changed since stays.
    struct CatalogAddition {
        private let name = UUID().uuidString
        private let changes: [CatalogChange]
        /// Of each product its last change.
        private let last: [String: CatalogChange]

        init(_ changes: [CatalogChange]) {
            self.changes = changes
            last = Dictionary(changes.map { ($0.id, $0) }) { $1 }
        }

        /// - Returns: the position of the last change.
        func add(
            over connection: PostgresConnection, until deadline: ContinuousClock.Instant
        ) async throws(PostgresFailure) -> Int {
            let seconds = max(1, Int((deadline - .now) / .seconds(1)))
            let opening = Turn.begin(seconds: seconds, lock: Turn.catalogue)
            _ = connection.takeWarnings()
            do throws(PostgresFailure) {
                return try await commit([log, titles, withdrawal], behind: opening, over: connection, until: deadline)
            } catch {
                if !error.isLost { _ = try await connection.run([Turn.rollback()], until: deadline) }
                guard error.state == "23505" else { throw error }
                // A commit behind the first one, so that the standby has both.
                return try await commit([Self.again(.text(name))], behind: opening, over: connection, until: deadline)
            }
        }

        private func commit(
            _ changes: [Query], behind opening: [Query], over connection: PostgresConnection,
            until deadline: ContinuousClock.Instant
        ) async throws(PostgresFailure) -> Int {
            let rows = try await connection.run(opening + changes + [Turn.commit()], until: deadline)
            // It was kept by this server alone, though another one was to have it.
            guard connection.takeWarnings() == 0 else { throw .lost }
            return Int(rows[opening.count].integer(0, 0))
        }

        private var log: Query {
            Self.log(
                .texts(changes.map(\.id)), .texts(changes.map { $0.product ?? "" }),
                .integers(changes.map { $0.product == nil ? 1 : 0 }), .text(name))
        }

        private var titles: Query {
            let reader = JSONValueReader()
            let products = last.values.compactMap { change in
                change.product.map { (change.id, title(of: $0, by: reader)) }
            }
            func texts(in language: String) -> WireValue {
                // What a text of PostgreSQL can't hold is no letter.
                .texts(products.map { _, title in (title?[language]?.text ?? "").replacing("\0", with: "") })
            }
            return Self.titles(
                .texts(products.map(\.0)), texts(in: "zh-Hans"), texts(in: "ru"), texts(in: "kk"))
        }

        /// A log takes what it is given: who derives something from it says what is wrong with a product.
        private func title(of product: String, by reader: JSONValueReader) -> DocumentNode? {
            (try? reader.read(Array(product.utf8), in: ""))?["title"]
        }

        private var withdrawal: Query {
            Self.withdrawal(.texts(last.values.filter { $0.product == nil }.map(\.id)))
        }

        private static let log = Statement(
            """
            WITH added AS (
                INSERT INTO catalog_log (position, id, product, addition)
                SELECT (SELECT coalesce(max(position), 0) FROM catalog_log) + place, id,
                    CASE gone WHEN 0 THEN product END, CASE place WHEN cardinality($1) THEN $4 END
                FROM unnest($1, $2, $3) WITH ORDINALITY change (id, product, gone, place)
                RETURNING position
            )
            SELECT max(position) FROM added
            """, .listOfTexts, .listOfTexts, .listOfIntegers, .text)
        private static let again = Statement(
            "UPDATE catalog_log SET at = at WHERE addition = $1 RETURNING position", .text)
        private static let titles = Statement(
            """
            INSERT INTO product_titles (id, zh, ru, kk)
            SELECT id, nullif(zh, ''), nullif(ru, ''), nullif(kk, '') FROM unnest($1, $2, $3, $4) title (id, zh, ru, kk)
            ON CONFLICT (id) DO UPDATE SET zh = excluded.zh, ru = excluded.ru, kk = excluded.kk
            """, .listOfTexts, .listOfTexts, .listOfTexts, .listOfTexts)
        private static let withdrawal = Statement("DELETE FROM product_titles WHERE id = ANY ($1)", .listOfTexts)
    }
#endif
