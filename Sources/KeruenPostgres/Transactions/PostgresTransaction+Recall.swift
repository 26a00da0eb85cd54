#if Postgres
    internal import KeruenTrade

    /// Trying without asking: a new key is taken for new, and stock for what it was. The server's own rules then refuse what is not so, and
    /// the group is decided once more with what the server says.
    extension PostgresTransaction {
        /// What was taken for granted.
        struct Hopes {
            /// By this transaction.
            var places: Set<StockPlace> = []
            /// By the running body. An order under the key makes good on it: two orders of one key are refused.
            var keys: Set<IdempotencyKey> = []
            /// What the running body has said that it would ask for: whoever says nothing is told only what is so.
            var foreseen: Set<IdempotencyKey> = []
            /// Somebody wants to know what was only hoped.
            var isDoubted = false
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
            guard hopes.foreseen.contains(key), !knows(\.placed, key) else { return false }
            hopes.keys.insert(key)
            return true
        }

        /// Ends the attempt where an answer would rest on what was only hoped.
        func mustBeTrue(at place: StockPlace) throws(TradeError) {
            guard hopes.places.contains(place) else { return }
            hopes.isDoubted = true
            throw Self.unanswered
        }

        /// Whether the running body's outcome rests on a key that no order has made good on.
        func restsOnHope(_ refusal: TradeError?) -> Bool {
            hopes.isDoubted || (refusal != nil && !hopes.keys.isEmpty)
                || !hopes.keys.allSatisfy { own.placed[$0] != nil }
        }
    }
#endif
