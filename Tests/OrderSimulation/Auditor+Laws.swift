internal import KeruenTrade

extension Auditor {
    /// Takes in what is new, and holds everything that was touched against the books.
    func audit(
        _ transaction: any StoreTransaction, orders: [Order.ID], places: [StockPlace], buyers: [QuotaPlace]
    ) throws(TradeError) {
        var (orders, places) = (Set(orders), Set(places))
        let events = told.count
        while true {
            let new = try transaction.events(after: told.last?.position ?? 0, limit: 1_000)
            for event in new {
                require(event.position > told.last?.position ?? 0, "the outbox goes back to \(event.position)")
                told.append(event)
                enter(event.event, of: event.order, &places)
                orders.insert(event.order)
            }
            if new.count < 1_000 { break }
        }
        for id in orders { try check(id, in: transaction) }
        for place in places { try check(place, in: transaction) }
        let moved = told[events...].compactMap { accounts[$0.order]?.year }
        for year in Set(buyers + moved) { try check(year, in: transaction) }
    }

    /// Holds everything against everything.
    func auditAll(_ transaction: any StoreTransaction) throws(TradeError) {
        try audit(transaction, orders: placed, places: Array(levels.keys), buyers: Array(claimed.keys))
        var counted: [QuotaPlace: Int64] = [:]
        for account in accounts.values {
            if let year = account.year { counted[year, default: 0] += account.claimed }
        }
        for (year, claimed) in claimed {
            require(claimed == counted[year] ?? 0, "a buyer's \(year.year) is not the sum of its live orders")
        }
        var held: [StockPlace: Int] = [:]
        for account in accounts.values {
            for reservation in account.held { held[reservation.place, default: 0] += reservation.quantity }
        }
        for (place, level) in levels {
            require(level.reserved == held[place] ?? 0, "\(place.item): \(level.reserved) set aside for nobody")
        }
        for id in placed where accounts[id]?.count != accounts[id]?.replayed { try replay(id, in: transaction) }
    }

    private func check(_ place: StockPlace, in transaction: any StoreTransaction) throws(TradeError) {
        let (level, expected) = (try transaction.level(at: place), levels[place])
        require(
            level == expected, "\(place.item) in \(place.warehouse): \(level.text), and the books say \(expected.text)")
        guard let expected else { return }
        require(
            expected.reserved >= 0 && expected.reserved + (sold[place] ?? 0) <= supplied[place] ?? 0,
            "\(place.item) in \(place.warehouse): more is promised and sold than there ever was")
    }

    private func check(_ year: QuotaPlace, in transaction: any StoreTransaction) throws(TradeError) {
        let (used, expected) = (try transaction.quotaUsed(by: year.buyer, in: year.year), claimed[year] ?? 0)
        require(used == expected, "a buyer has used \(used) of \(year.year), and live orders claim \(expected)")
        require((0...SimulatedShop.annual).contains(used), "a buyer has used \(used) of \(year.year), above the limit")
    }

    private func check(_ id: Order.ID, in transaction: any StoreTransaction) throws(TradeError) {
        guard let account = accounts[id] else {
            require(try transaction.order(id) == nil, "\(id) is there and was never placed")
            return require(try transaction.records(of: id).isEmpty, "\(id): people without an order")
        }
        guard let order = try transaction.order(id) else { return require(false, "\(id) is gone") }
        require(order.history.count == account.count, "\(id): \(order.history.count) events, \(account.count) told")
        require(order.stage == account.stage, "\(id): is \(order.stage), should be \(account.stage)")
        require(order.key == account.placement.key, "\(id): another key")
        require(Set(order.reservations) == Set(account.held), "\(id): other reservations than in the books")
        require(order.counted?.minorUnits ?? 0 == account.claimed, "\(id): counts otherwise than in the books")
        require(!account.isOver || account.held.isEmpty, "\(id): \(account.stage) and holds something")
        require((order.lapses != nil) == (account.stage == .placed), "\(id): \(account.stage), lapses or not")
        require(order.kept.minorUnits == account.kept, "\(id): keeps \(order.kept), the books say \(account.kept)")
        require(
            order.refunds.map(\.isDone) == account.refunds.map(\.isDone), "\(id): other refunds than in the books")
        if let due = account.due {
            require(account.kept == due, "\(id): \(account.stage) keeps \(account.kept) and should keep \(due)")
        } else {
            require(
                account.kept >= 0 && account.kept < account.placement.total.minorUnits,
                "\(id): waits for money that it has")
        }
        require(
            try transaction.records(of: id).map(\.eraseAfter).sorted() == account.people.sorted(),
            "\(id): other people than in the books")
        looked += 1
        if looked.isMultiple(of: 64) { try replay(id, in: transaction) }
    }

    /// An order is what its events fold to, also as they are kept.
    private func replay(_ id: Order.ID, in transaction: any StoreTransaction) throws(TradeError) {
        guard let order = try transaction.order(id) else { return }
        accounts[id]?.replayed = order.history.count
        var history: [OrderEvent] = []
        for event in order.history {
            history.append(try OrderEvent(number: event.number, at: event.at, json: event.json))
        }
        require(history == order.history, "\(id): its events read back as others")
        require(try Order(id: id, history: history) == order, "\(id): is not what its events fold to")
    }
}

extension StockLevel? {
    fileprivate var text: String { map { "\($0.onHand) there, \($0.reserved) set aside" } ?? "no such place" }
}
