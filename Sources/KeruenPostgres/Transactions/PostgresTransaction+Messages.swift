#if Postgres
    internal import KeruenTrade

    extension PostgresTransaction {
        func remember(message id: String, from source: String) throws(TradeError) -> Bool {
            let message = KnownRows.Message(source: source, id: id)
            guard try look(\.messages, message, .message(message)) == nil else { return false }
            own.messages[message] = .some(())
            ownWrites.messages.append(message)
            return true
        }

        func events(after position: Int64, limit: Int) throws(TradeError) -> [OutboxEvent] {
            guard case .events(let events) = try ask(.events(after: position, limit: max(0, limit))) else { return [] }
            return events
        }

        func position(of reader: String) throws(TradeError) -> Int64 {
            try look(\.positions, reader, .position(reader: reader)) ?? 0
        }

        func setPosition(_ position: Int64, of reader: String) {
            own.positions[reader] = position
            ownWrites.positions.insert(reader)
        }
    }
#endif
