#if SQLite
    internal import KeruenTrade

    extension SQLiteTransaction {
        func remember(message id: String, from source: String) throws(TradeError) -> Bool {
            let insert = try connection[.remember]
            insert.bind(1, source)
            insert.bind(2, id)
            try insert.run()
            return connection.changes == 1
        }

        func events(after position: Int64, limit: Int) throws(TradeError) -> [OutboxEvent] {
            let select = try connection[.events]
            defer { select.reset() }
            select.bind(1, position)
            select.bind(2, Int64(limit))
            var events: [OutboxEvent] = []
            while try select.step() {
                events.append(
                    OutboxEvent(
                        position: select.integer(0), order: try Self.id(select.text(1)),
                        event: try Self.event(of: select, from: 2)))
            }
            return events
        }

        func position(of reader: String) throws(TradeError) -> Int64 {
            let select = try connection[.position]
            defer { select.reset() }
            select.bind(1, reader)
            return try select.step() ? select.integer(0) : 0
        }

        func setPosition(_ position: Int64, of reader: String) throws(TradeError) {
            let upsert = try connection[.setPosition]
            upsert.bind(1, reader)
            upsert.bind(2, position)
            try upsert.run()
        }
    }
#endif
