#if SQLite
    internal import KeruenTrade

    extension SQLiteTransaction {
        func level(at place: StockPlace) throws(TradeError) -> StockLevel? {
            let select = try connection[.level]
            defer { select.reset() }
            bind(place, to: select)
            guard try select.step() else { return nil }
            return StockLevel(onHand: Int(select.integer(0)), reserved: Int(select.integer(1)))
        }

        func levels(of item: StockItem?) throws(TradeError) -> [(place: StockPlace, level: StockLevel)] {
            let select = try connection[item == nil ? .allLevels : .levels]
            defer { select.reset() }
            if let item { select.bind(1, item.description) }
            var levels: [(place: StockPlace, level: StockLevel)] = []
            while try select.step() {
                guard let item = StockItem(select.text(0)) else { throw TradeError(.storeFailed, ["reason": "stock"]) }
                levels.append(
                    (
                        StockPlace(item, in: select.text(1)),
                        StockLevel(onHand: Int(select.integer(2)), reserved: Int(select.integer(3)))
                    ))
            }
            return levels
        }

        func open(_ place: StockPlace, count: Int) throws(TradeError) -> Bool {
            try enter(place, onHand: count, reserved: 0)
        }

        func reserve(_ quantity: Int, at place: StockPlace) throws(TradeError) -> Bool {
            guard quantity > 0 else { return false }
            let update = try connection[.reserve]
            bind(place, to: update)
            update.bind(3, Int64(quantity))
            try update.run()
            return connection.changes == 1
        }

        func move(at place: StockPlace, onHand: Int, reserved: Int) throws(TradeError) {
            let update = try connection[.move]
            bind(place, to: update)
            update.bind(3, Int64(onHand))
            update.bind(4, Int64(reserved))
            guard try update.runUnlessRefused() else { throw Self.mismatch(at: place) }
            if connection.changes == 1 { return }
            // A place that is not there yet is entered: what came back lies where it was put.
            _ = try enter(place, onHand: onHand, reserved: reserved)
        }

        /// - Returns: false where the place has a count already. A name alone is no place yet: it stays where a count was refused.
        private func enter(_ place: StockPlace, onHand: Int, reserved: Int) throws(TradeError) -> Bool {
            let name = try connection[.enterPlace]
            bind(place, to: name)
            try name.run()
            let level = try connection[.enterLevel]
            bind(place, to: level)
            level.bind(3, Int64(onHand))
            level.bind(4, Int64(reserved))
            guard try level.runUnlessRefused() else { throw Self.mismatch(at: place) }
            return connection.changes == 1
        }

        private func bind(_ place: StockPlace, to statement: PreparedStatement) {
            statement.bind(1, place.item.description)
            statement.bind(2, place.warehouse)
        }

        private static func mismatch(at place: StockPlace) -> TradeError {
            TradeError(.stockMismatch, ["sku": .text(place.item.description)])
        }
    }
#endif
