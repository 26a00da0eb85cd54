#if Postgres
    internal import KeruenTrade

    /// An attempt without a question: a foreseen key is taken for new, and stock for what it was. The server's own rules refuse what is not
    /// so. Whoever asks for anything else, or is refused, ends the attempt: the group is decided once more, with what the server says.
    extension PostgresTransaction {
        /// What an attempt takes for granted.
        struct Hopes {
            /// Whose levels are only remembered.
            var places: Set<StockPlace> = []
            /// Keys that the running body has said it would ask for; whoever says nothing is told only what is so.
            var foreseen: Set<IdempotencyKey> = []
            /// Somebody wants to know more: nothing of the attempt counts.
            var isDoubted = false
        }

        /// Ends the attempt.
        func doubt() -> TradeError {
            hopes.isDoubted = true
            return Self.unanswered
        }

        /// What a piece may be taken from, perhaps only as it was: the server lets nobody take more than there is.
        func hopedLevel(at place: StockPlace) throws(TradeError) -> StockLevel? {
            if let recall, !hopes.foreseen.isEmpty, !knows(\.levels, place), let level = recall[place] {
                fetched.levels[place] = level
                hopes.places.insert(place)
            }
            return try look(\.levels, place, .level(place))
        }

        /// Whether a key may be taken for new.
        func hopes(forKey key: IdempotencyKey) -> Bool {
            recall != nil && hopes.foreseen.contains(key) && !knows(\.placed, key)
        }

        /// Ends the attempt where an answer would rest on what is only remembered.
        func mustBeTrue(at place: StockPlace) throws(TradeError) {
            if hopes.places.contains(place) { throw doubt() }
        }

        /// Whether the running body's outcome stands if the server takes its writes: there is an order under each key that it foresaw, so
        /// that a key which is not new is refused, and it was not told no.
        func makesGood(_ refusal: TradeError?) -> Bool {
            !hopes.isDoubted && refusal == nil
                && hopes.foreseen.allSatisfy { own.placed[$0] != nil || accepted.placed[$0] != nil }
        }
    }
#endif
