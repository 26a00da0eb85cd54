#if Postgres
    internal import KeruenTrade

    extension PostgresTransaction {
        func prepare(for forecast: StoreForecast) throws(TradeError) {
            guard recall == nil else { return hopes.foreseen.formUnion(forecast.keys) }
            var needs: Set<Need> = []
            for key in forecast.keys where !knows(\.placed, key) { needs.insert(.placed(key)) }
            for place in forecast.places where !knows(\.levels, place) { needs.insert(.level(place)) }
            for message in forecast.messages.map({ KnownRows.Message(source: $0.source, id: $0.id) })
            where !knows(\.messages, message) {
                needs.insert(.message(message))
            }
            if !needs.isEmpty { try fetch(needs) }
        }

        func knows<Key: Hashable, Value>(_ table: KeyPath<KnownRows, [Key: Value?]>, _ key: Key) -> Bool {
            own[keyPath: table][key] != nil || accepted[keyPath: table][key] != nil
                || fetched[keyPath: table][key] != nil
        }
    }
#endif
