#if SQLite
    internal import GRDB

    extension SQLiteStore {
        /// Versions of the file's layout. A migration that was ever released is never edited.
        static var migrator: DatabaseMigrator {
            var migrator = DatabaseMigrator()
            migrator.registerMigration("1: stock and orders") { db in
                try db.execute(
                    sql: """
                        CREATE TABLE stock (
                            warehouse TEXT NOT NULL,
                            sku TEXT NOT NULL,
                            on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
                            reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved BETWEEN 0 AND on_hand),
                            PRIMARY KEY (sku, warehouse)
                        ) STRICT, WITHOUT ROWID;

                        CREATE TABLE orders (
                            id TEXT PRIMARY KEY,
                            key TEXT NOT NULL UNIQUE,
                            fingerprint TEXT NOT NULL,
                            market TEXT NOT NULL,
                            language TEXT NOT NULL,
                            currency TEXT NOT NULL,
                            total INTEGER NOT NULL,
                            placed_at REAL NOT NULL
                        ) STRICT, WITHOUT ROWID;

                        CREATE TABLE order_lines (
                            order_id TEXT NOT NULL REFERENCES orders (id),
                            line INTEGER NOT NULL,
                            sku TEXT NOT NULL,
                            quantity INTEGER NOT NULL CHECK (quantity > 0),
                            unit_price INTEGER NOT NULL,
                            includes_tax INTEGER NOT NULL,
                            price_list TEXT NOT NULL,
                            total INTEGER NOT NULL,
                            PRIMARY KEY (order_id, line)
                        ) STRICT, WITHOUT ROWID;

                        CREATE TABLE reservations (
                            order_id TEXT NOT NULL REFERENCES orders (id),
                            warehouse TEXT NOT NULL,
                            sku TEXT NOT NULL,
                            quantity INTEGER NOT NULL CHECK (quantity > 0),
                            PRIMARY KEY (order_id, warehouse, sku)
                        ) STRICT, WITHOUT ROWID;
                        """)
            }
            migrator.registerMigration("2: orders are their events") { db in
                try db.execute(sql: Self.orderEvents)
                try FirstLayout.convert(db)
            }
            migrator.registerMigration("3: quotas of buyers") { db in try db.execute(sql: Self.quotas) }
            migrator.registerMigration("4: purchases") { db in try db.execute(sql: Self.purchases) }
            migrator.registerMigration("5: stock by numbers") { db in try db.execute(sql: Self.numberedStock) }
            migrator.registerMigration("6: waybills") { db in try db.execute(sql: Self.waybills) }
            migrator.registerMigration("7: holds") { db in try db.execute(sql: Self.holds) }
            return migrator
        }

        /// What orders change has rows of a few bytes, so that a group of orders writes fewer pages; the names of its places stand
        /// elsewhere, and are only read. `stock` is both, for people who look.
        private static let numberedStock = """
            ALTER TABLE stock RENAME TO named_stock;

            CREATE TABLE stock_places (
                number INTEGER PRIMARY KEY, item TEXT NOT NULL, warehouse TEXT NOT NULL, UNIQUE (item, warehouse)
            ) STRICT;

            CREATE TABLE stock_levels (
                place INTEGER PRIMARY KEY REFERENCES stock_places (number),
                on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
                reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved BETWEEN 0 AND on_hand)
            ) STRICT;

            CREATE VIEW stock AS
                SELECT p.item, p.warehouse, l.on_hand, l.reserved
                FROM stock_places p JOIN stock_levels l ON l.place = p.number;

            INSERT INTO stock_places (item, warehouse) SELECT item, warehouse FROM named_stock ORDER BY item, warehouse;
            INSERT INTO stock_levels
                SELECT p.number, s.on_hand, s.reserved FROM named_stock s JOIN stock_places p USING (item, warehouse);
            DROP TABLE named_stock;
            """

        /// What transactions of other databases have set aside here until those have decided.
        private static let holds = """
            CREATE TABLE holds (id TEXT PRIMARY KEY, until INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
            CREATE INDEX holds_by_time ON holds (until);
            """

        /// Which orders a carrier's number was noted for; those of before are read out of their events.
        private static let waybills = """
            CREATE TABLE waybills (
                number TEXT NOT NULL,
                order_number INTEGER NOT NULL REFERENCES orders (number),
                PRIMARY KEY (number, order_number)
            ) STRICT, WITHOUT ROWID;

            INSERT OR IGNORE INTO waybills
            SELECT reference, order_number FROM (
                SELECT order_number, CASE WHEN json_valid(body) THEN json_extract(body, '$.event') END AS event,
                    CASE WHEN json_valid(body) THEN json_extract(body, '$.reference') END AS reference
                FROM order_events
            ) WHERE event IN ('screened', 'submitted') AND typeof(reference) = 'text';
            """

        private static let purchases = """
            CREATE TABLE purchases (
                number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE
            ) STRICT;

            CREATE TABLE purchase_events (
                purchase_number INTEGER NOT NULL REFERENCES purchases (number),
                number INTEGER NOT NULL,
                at INTEGER NOT NULL,
                body TEXT NOT NULL,
                PRIMARY KEY (purchase_number, number)
            ) STRICT, WITHOUT ROWID;
            """

        /// What buyers have claimed of a year, in minor units, and the key that the year is counted under. The table itself keeps every
        /// sum within the limit that its last claim was made under.
        private static let quotas = """
            CREATE TABLE quotas (
                year INTEGER NOT NULL,
                buyer TEXT NOT NULL,
                used INTEGER NOT NULL,
                most INTEGER NOT NULL,
                PRIMARY KEY (year, buyer),
                CHECK (used BETWEEN 0 AND most)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE quota_keys (year INTEGER PRIMARY KEY, key_id TEXT NOT NULL) STRICT;
            """

        /// An order's events are the order; its row has what is looked for. They refer to it by its number, which grows, so that
        /// writing an order touches few pages.
        private static let orderEvents = """
            ALTER TABLE orders RENAME TO first_orders;
            ALTER TABLE stock RENAME TO first_stock;

            CREATE TABLE stock (
                item TEXT NOT NULL,
                warehouse TEXT NOT NULL,
                on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
                reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved BETWEEN 0 AND on_hand),
                PRIMARY KEY (item, warehouse)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE orders (
                number INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                key TEXT NOT NULL UNIQUE,
                fingerprint TEXT NOT NULL,
                stage TEXT NOT NULL,
                lapses_at INTEGER
            ) STRICT;
            CREATE INDEX orders_by_lapse ON orders (lapses_at) WHERE lapses_at IS NOT NULL;

            CREATE TABLE order_events (
                position INTEGER PRIMARY KEY,
                order_number INTEGER NOT NULL REFERENCES orders (number),
                number INTEGER NOT NULL,
                at INTEGER NOT NULL,
                body TEXT NOT NULL,
                UNIQUE (order_number, number)
            ) STRICT;

            CREATE TABLE readers (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;

            CREATE TABLE messages (
                source TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (source, id)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE sealed_records (
                record INTEGER PRIMARY KEY,
                order_number INTEGER NOT NULL REFERENCES orders (number),
                purpose TEXT NOT NULL,
                key_id TEXT NOT NULL,
                lookup TEXT NOT NULL,
                sealed BLOB NOT NULL,
                erase_after INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX sealed_records_by_order ON sealed_records (order_number);
            CREATE INDEX sealed_records_by_lookup ON sealed_records (lookup);
            CREATE INDEX sealed_records_by_day ON sealed_records (erase_after);
            """
    }
#endif
