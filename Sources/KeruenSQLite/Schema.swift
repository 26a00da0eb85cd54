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
            return migrator
        }
    }
#endif
