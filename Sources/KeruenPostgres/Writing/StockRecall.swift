#if Postgres
    internal import KeruenTrade

    /// Stock as this writer knew it last: enough to try an order with, and to be told no by the server where others were faster.
    ///
    /// It spares a group its questions. It never refuses anybody: only what the server says now does.
    final class StockRecall {
        /// A place is some hundred bytes.
        private static let most = 250_000
        /// Groups that ask first, after one that was wrong: sold out things are wanted again at once.
        private static let cautiousGroups = 8

        private var levels: [StockPlace: StockLevel] = [:]
        private var caution = 0

        subscript(_ place: StockPlace) -> StockLevel? { levels[place] }

        /// Whether the next group may be tried with it.
        func trusts() -> Bool {
            guard caution > 0 else { return true }
            caution -= 1
            return false
        }

        func remember(_ known: [StockPlace: StockLevel?]) {
            for (place, level) in known { levels[place] = level }
            if levels.count > Self.most { forget() }
        }

        /// It was wrong, or too little.
        func doubt() { caution = Self.cautiousGroups }

        func forget() { levels = [:] }
    }
#endif
