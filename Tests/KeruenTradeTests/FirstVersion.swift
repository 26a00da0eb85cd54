#if SQLite
    /// A file as the store's first version left it: one order over two warehouses.
    enum FirstVersion {
        static let file = """
            CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
            INSERT INTO grdb_migrations VALUES ('1: stock and orders');
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
            INSERT INTO stock VALUES
                ('almaty', 'T-CAP-1', 5, 1), ('almaty', 'T-SCARF-1', 5, 5), ('urumqi', 'T-SCARF-1', 5, 2),
                ('urumqi', 'T-CARVING-1', 1, 0);
            INSERT INTO orders VALUES
                ('KR-7F3K-9QXM-2B4T', 'k1', 'kz T-CAP-1=1 T-SCARF-1=7', 'kz', 'kk', 'KZT', 14780000, 1798000000.0);
            INSERT INTO order_lines VALUES
                ('KR-7F3K-9QXM-2B4T', 0, 'T-SCARF-1', 7, 1990000, 1, 'kz-2026', 13930000),
                ('KR-7F3K-9QXM-2B4T', 1, 'T-CAP-1', 1, 850000, 1, 'kz-2026', 850000);
            INSERT INTO reservations VALUES
                ('KR-7F3K-9QXM-2B4T', 'almaty', 'T-SCARF-1', 5), ('KR-7F3K-9QXM-2B4T', 'urumqi', 'T-SCARF-1', 2),
                ('KR-7F3K-9QXM-2B4T', 'almaty', 'T-CAP-1', 1);
            """
    }
#endif
