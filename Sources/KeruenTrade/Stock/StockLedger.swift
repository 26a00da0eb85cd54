/// Moves stock within a store's transaction; each movement keeps 0 ≤ reserved ≤ on hand.
///
/// Places are taken in key order, whatever the order of a cart.
struct StockLedger {
    let transaction: any StoreTransaction

    /// Sets a demand aside, or throws and has moved nothing.
    ///
    /// An item may be covered from several warehouses; those that come first give first.
    /// - Throws: `TradeError` with `outOfStock`, naming the first item that can't be covered.
    func reserve(_ demand: Demand, from warehouses: [String]) throws(TradeError) -> [Reservation] {
        var reservations: [Reservation] = []
        for (item, quantity) in demand.items {
            let places = Self.places(of: item, in: warehouses)
            // One place has all of it, as a rule: one statement instead of a reading and a writing.
            if let first = places.first, try transaction.reserve(quantity, at: first) {
                reservations.append(Reservation(first, quantity: quantity))
                continue
            }
            do throws(TradeError) { reservations += try gather(quantity, of: item, from: places) } catch {
                if error.code == .outOfStock { try release(reservations) }
                throw error
            }
        }
        return reservations
    }

    /// The first fulfilment that has everything.
    /// - Throws: `TradeError` with `outOfStock` from where most is left.
    func reserve(
        _ demand: Demand, by fulfilments: [Fulfilment]
    ) throws(TradeError) -> (Fulfilment, [Reservation]) {
        var refusal: TradeError?
        for fulfilment in fulfilments {
            do throws(TradeError) { return (fulfilment, try reserve(demand, from: fulfilment.warehouses)) } catch {
                guard error.code == .outOfStock else { throw error }
                // Of several refusals the one with the most to offer says most.
                if refusal == nil || error.available > refusal?.available ?? 0 { refusal = error }
            }
        }
        if let refusal { throw refusal }
        let (item, quantity) = demand.items[0]
        throw TradeError(
            .outOfStock,
            [
                "sku": .text(item.description), "kind": .text(item.kind), "wanted": .integer(quantity),
                "available": .integer(0),
            ])
    }

    /// Whether a demand could be set aside; moves nothing.
    func covers(_ demand: Demand, from warehouses: [String]) throws(TradeError) -> Bool {
        for (item, quantity) in demand.items {
            var free = 0
            for place in Self.places(of: item, in: warehouses) {
                free += max(0, try transaction.level(at: place)?.free ?? 0)
            }
            guard free >= quantity else { return false }
        }
        return true
    }

    private static func places(of item: StockItem, in warehouses: [String]) -> [StockPlace] {
        switch item {
        case .sku: warehouses.firstOccurrences.map { StockPlace(item, in: $0) }
        case .departure: [StockPlace(item, in: StockPlace.departures)]
        }
    }

    private func gather(
        _ quantity: Int, of item: StockItem, from places: [StockPlace]
    ) throws(TradeError) -> [Reservation] {
        let levels = try places.map { place throws(TradeError) in
            (place: place, free: try transaction.level(at: place)?.free ?? 0)
        }
        let free = levels.reduce(0) { $0 + max(0, $1.free) }
        guard free >= quantity else {
            throw TradeError(
                .outOfStock,
                [
                    "sku": .text(item.description), "kind": .text(item.kind), "wanted": .integer(quantity),
                    "available": .integer(free),
                ])
        }
        var reservations: [Reservation] = []
        var missing = quantity
        for (place, free) in levels where missing > 0 && free > 0 {
            let taken = min(missing, free)
            guard try transaction.reserve(taken, at: place) else {
                throw TradeError(.stockMismatch, ["sku": .text(item.description)])
            }
            reservations.append(Reservation(place, quantity: taken))
            missing -= taken
        }
        return reservations
    }

    /// Gives back what was set aside.
    func release(_ reservations: [Reservation]) throws(TradeError) {
        for reservation in reservations.sorted(by: { $0.place < $1.place }) {
            try transaction.move(at: reservation.place, onHand: 0, reserved: -reservation.quantity)
        }
    }

    /// What was set aside leaves the house.
    func take(_ reservations: [Reservation]) throws(TradeError) {
        for reservation in reservations.sorted(by: { $0.place < $1.place }) {
            try transaction.move(
                at: reservation.place, onHand: -reservation.quantity, reserved: -reservation.quantity)
        }
    }

    /// What came, or came back and passed its check, is for sale.
    func add(_ goods: [Reservation]) throws(TradeError) {
        for piece in goods.sorted(by: { $0.place < $1.place }) {
            // Its opening balance may still follow.
            if try transaction.level(at: piece.place) == nil {
                _ = try transaction.remember(message: Self.mark(piece.place), from: "arrivals")
            }
            try transaction.move(at: piece.place, onHand: piece.quantity, reserved: 0)
        }
    }

    /// Tells the store what opening balances are going to be entered.
    func prepare(for places: [StockPlace]) throws(TradeError) {
        let marks = places.map(Self.mark)
        try transaction.prepare(
            for: StoreForecast(
                places: places, messages: marks.map { ($0, "opening balances") } + marks.map { ($0, "arrivals") }))
    }

    /// Tells the store what a demand may be set aside from.
    func prepare(for demand: Demand, by ways: [Fulfilment], key: IdempotencyKey) throws(TradeError) {
        let warehouses = ways.flatMap(\.warehouses).firstOccurrences
        let places = demand.items.flatMap { Self.places(of: $0.0, in: warehouses) }
        try transaction.prepare(for: StoreForecast(keys: [key], places: places))
    }

    /// Enters an opening balance, once.
    ///
    /// That it was entered is a mark of its own: a place can hold goods before. Stores of earlier versions have no marks, and a place
    /// of theirs that is there has its balance.
    /// - Returns: false where it was entered before.
    func open(_ place: StockPlace, count: Int) throws(TradeError) -> Bool {
        let mark = Self.mark(place)
        guard try transaction.remember(message: mark, from: "opening balances") else { return false }
        if try transaction.open(place, count: count) { return true }
        // Who can be remembered now did not begin with an arrival.
        if try transaction.remember(message: mark, from: "arrivals") { return false }
        try transaction.move(at: place, onHand: count, reserved: 0)
        return true
    }

    private static func mark(_ place: StockPlace) -> String { "\(place.item) \(place.warehouse)" }
}

extension [String] {
    /// Without repetitions, in the order of their first places: a warehouse named twice has its stock once.
    package var firstOccurrences: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

extension TradeError {
    fileprivate var available: Int {
        if case .integer(let count)? = arguments["available"] { count } else { 0 }
    }
}
