#if SQLite
    internal import KeruenTrade

    extension SQLiteTransaction {
        func level(at place: StockPlace) throws(TradeError) -> StockLevel? {
            let select = try connection[.level]
            defer { select.reset() }
            bind(place, to: select, from: 1)
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
            let insert = try connection[.open]
            bind(place, to: insert, from: 1)
            insert.bind(3, Int64(count))
            guard try insert.runUnlessRefused() else { throw Self.mismatch(at: place) }
            return connection.changes == 1
        }

        func reserve(_ quantity: Int, at place: StockPlace) throws(TradeError) -> Bool {
            guard quantity > 0 else { return false }
            let update = try connection[.reserve]
            update.bind(1, Int64(quantity))
            bind(place, to: update, from: 2)
            try update.run()
            return connection.changes == 1
        }

        func move(at place: StockPlace, onHand: Int, reserved: Int) throws(TradeError) {
            // A place that is not there yet is entered: what came back lies where it was put.
            for query in [Query.move, .enter] {
                let statement = try connection[query]
                statement.bind(1, Int64(onHand))
                statement.bind(2, Int64(reserved))
                bind(place, to: statement, from: 3)
                guard try statement.runUnlessRefused() else { throw Self.mismatch(at: place) }
                if connection.changes == 1 { return }
            }
        }

        private func bind(_ place: StockPlace, to statement: PreparedStatement, from first: Int32) {
            statement.bind(first, place.item.description)
            statement.bind(first + 1, place.warehouse)
        }

        private static func mismatch(at place: StockPlace) -> TradeError {
            TradeError(.stockMismatch, ["sku": .text(place.item.description)])
        }
    }
#endif
