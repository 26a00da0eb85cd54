#if Postgres
    internal import KeruenTrade

    extension PostgresTransaction {
        func level(at place: StockPlace) throws(TradeError) -> StockLevel? {
            try mustBeTrue(at: place)
            return try look(\.levels, place, .level(place))
        }

        func levels(of item: StockItem?) throws(TradeError) -> [(place: StockPlace, level: StockLevel)] {
            guard case .levels(let levels) = try ask(.levels(item)) else { return [] }
            return levels
        }

        func open(_ place: StockPlace, count: Int) throws(TradeError) -> Bool {
            guard count >= 0 else { throw Self.mismatch(at: place) }
            guard try level(at: place) == nil else { return false }
            set(StockLevel(onHand: count), at: place)
            return true
        }

        func reserve(_ quantity: Int, at place: StockPlace) throws(TradeError) -> Bool {
            guard quantity > 0, var level = try hopedLevel(at: place) else { return false }
            guard level.free >= quantity else {
                try mustBeTrue(at: place)
                return false
            }
            level.reserved += quantity
            set(level, at: place)
            return true
        }

        func move(at place: StockPlace, onHand: Int, reserved: Int) throws(TradeError) {
            var level = try hopedLevel(at: place) ?? StockLevel(onHand: 0)
            level.onHand += onHand
            level.reserved += reserved
            guard level.reserved >= 0, level.free >= 0 else {
                try mustBeTrue(at: place)
                throw Self.mismatch(at: place)
            }
            set(level, at: place)
        }

        private func set(_ level: StockLevel, at place: StockPlace) {
            own.levels[place] = level
            ownWrites.levels.insert(place)
        }

        private static func mismatch(at place: StockPlace) -> TradeError {
            TradeError(.stockMismatch, ["sku": .text(place.item.description)])
        }
    }
#endif
