#if Postgres
    /// Versions of the tables. A migration that was ever released is never edited.
    enum Schema {
        static let migrations = [tables, collations, catalogue]

        /// Rows refer to each other by numbers without foreign keys: those lock and write the referred row once more for every row, and a
        /// store has one writer at a time.
        ///
        /// Names and keys that machines compare are in bytes' order, so that a server's own collation never changes an index.
        private static let tables = [
            """
            CREATE TABLE stock (
                item text COLLATE "C" NOT NULL,
                warehouse text COLLATE "C" NOT NULL,
                on_hand bigint NOT NULL CHECK (on_hand >= 0),
                reserved bigint NOT NULL DEFAULT 0 CHECK (reserved BETWEEN 0 AND on_hand),
                PRIMARY KEY (item, warehouse)
            ) WITH (fillfactor = 50)
            """,
            """
            CREATE TABLE orders (
                number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                id text COLLATE "C" NOT NULL UNIQUE,
                key text COLLATE "C" NOT NULL UNIQUE,
                fingerprint text COLLATE "C" NOT NULL,
                stage text COLLATE "C" NOT NULL,
                lapses_at bigint
            )
            """,
            "CREATE INDEX orders_by_lapse ON orders (lapses_at, id) WHERE lapses_at IS NOT NULL",
            """
            CREATE TABLE order_events (
                position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                order_number bigint NOT NULL,
                number bigint NOT NULL,
                at bigint NOT NULL,
                body text NOT NULL,
                UNIQUE (order_number, number)
            )
            """,
            """
            CREATE TABLE waybills (
                number text COLLATE "C" NOT NULL,
                order_number bigint NOT NULL,
                PRIMARY KEY (number, order_number)
            )
            """,
            """
            CREATE TABLE quotas (
                year bigint NOT NULL,
                buyer text COLLATE "C" NOT NULL,
                used bigint NOT NULL,
                most bigint NOT NULL,
                PRIMARY KEY (year, buyer),
                CHECK (used BETWEEN 0 AND most)
            ) WITH (fillfactor = 50)
            """,
            "CREATE TABLE quota_keys (year bigint PRIMARY KEY, key_id text COLLATE \"C\" NOT NULL)",
            """
            CREATE TABLE purchases (
                number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                id text COLLATE "C" NOT NULL UNIQUE,
                key text COLLATE "C" NOT NULL UNIQUE
            )
            """,
            """
            CREATE TABLE purchase_events (
                purchase_number bigint NOT NULL,
                number bigint NOT NULL,
                at bigint NOT NULL,
                body text NOT NULL,
                PRIMARY KEY (purchase_number, number)
            )
            """,
            "CREATE TABLE readers (name text COLLATE \"C\" PRIMARY KEY, position bigint NOT NULL)",
            """
            CREATE TABLE messages (
                source text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, PRIMARY KEY (source, id)
            )
            """,
            """
            CREATE TABLE sealed_records (
                record bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                order_number bigint NOT NULL,
                purpose text COLLATE "C" NOT NULL,
                key_id text COLLATE "C" NOT NULL,
                lookup text COLLATE "C" NOT NULL,
                sealed bytea NOT NULL,
                erase_after bigint NOT NULL
            )
            """,
            "CREATE INDEX sealed_records_by_order ON sealed_records (order_number)",
            "CREATE INDEX sealed_records_by_lookup ON sealed_records (lookup)",
            "CREATE INDEX sealed_records_by_day ON sealed_records (erase_after)",
            "CREATE TABLE holds (id text COLLATE \"C\" PRIMARY KEY, until bigint NOT NULL, body text NOT NULL)",
            "CREATE INDEX holds_by_time ON holds (until, id)",
            // What each writer committed last: it asks here when a connection broke at a commit.
            """
            CREATE TABLE writers (
                name text COLLATE "C" PRIMARY KEY, turn bigint NOT NULL, at timestamptz NOT NULL DEFAULT now()
            ) WITH (fillfactor = 20)
            """,
        ]

        /// The markets' languages, as ICU sorts them: for titles and names that people look through.
        private static let collations = [
            "CREATE COLLATION IF NOT EXISTS keruen_zh (provider = icu, locale = 'zh-Hans-u-co-pinyin')",
            "CREATE COLLATION IF NOT EXISTS keruen_ru (provider = icu, locale = 'ru')",
            "CREATE COLLATION IF NOT EXISTS keruen_kk (provider = icu, locale = 'kk')",
        ]

        /// The catalogue's log, and what it comes to as people read it: each title in its language's order.
        private static let catalogue = [
            """
            CREATE TABLE catalog_log (
                position bigint PRIMARY KEY,
                at timestamptz NOT NULL DEFAULT now(),
                id text COLLATE "C" NOT NULL,
                product text COLLATE "C",
                addition text COLLATE "C" UNIQUE
            )
            """,
            """
            CREATE TABLE product_titles (
                id text COLLATE "C" PRIMARY KEY,
                zh text COLLATE keruen_zh,
                ru text COLLATE keruen_ru,
                kk text COLLATE keruen_kk
            )
            """,
            "CREATE INDEX product_titles_zh ON product_titles (zh)",
            "CREATE INDEX product_titles_ru ON product_titles (ru)",
            "CREATE INDEX product_titles_kk ON product_titles (kk)",
        ]
    }
#endif
