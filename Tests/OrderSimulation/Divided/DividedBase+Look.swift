internal import KeruenTrade

extension DividedBase {
    /// Looks at what is decided, whatever is still on its way: the regions' levels with every hold ended, without what the other market has.
    func look<T>(_ body: (any StoreTransaction) throws(TradeError) -> T) throws(TradeError) -> T {
        var view = DecidedTransaction(base: market.memory, regions: regions)
        for (_, database) in regions {
            for hold in database.memory.holds {
                let decider = hold.market == "kz" ? market : rival.market
                if try decider.hasDecided(hold) {
                    for change in hold.changes { view.add(change) }
                } else {
                    for taken in hold.taken {
                        view.add(StockChange(at: taken.place, onHand: 0, reserved: -taken.quantity))
                    }
                }
            }
        }
        for held in rival.held { view.add(StockChange(at: held.place, onHand: 0, reserved: -held.quantity)) }
        return try body(view)
    }

    /// What can be taken of a place this moment; nil where no region has it.
    func free(at place: StockPlace) -> Int? {
        guard let region = regions.first(where: { $0.name == place.warehouse }) else { return nil }
        return region.database.memory.level(at: place)?.free ?? 0
    }
}

/// A market's transaction over stock as it will be when every hold is ended.
private struct DecidedTransaction: RelayedTransaction {
    let base: any StoreTransaction
    let regions: [(name: String, database: Database)]
    private var changes: [StockPlace: StockLevel] = [:]

    init(base: any StoreTransaction, regions: [(name: String, database: Database)]) {
        self.base = base
        self.regions = regions
    }

    mutating func add(_ change: StockChange) {
        changes[change.place, default: StockLevel(onHand: 0)].onHand += change.onHand
        changes[change.place]?.reserved += change.reserved
    }

    func level(at place: StockPlace) throws(TradeError) -> StockLevel? {
        guard let region = regions.first(where: { $0.name == place.warehouse }) else {
            return try base.level(at: place)
        }
        let (level, change) = (region.database.memory.level(at: place), changes[place])
        guard let change else { return level }
        return StockLevel(
            onHand: (level?.onHand ?? 0) + change.onHand, reserved: (level?.reserved ?? 0) + change.reserved)
    }
}
