/// A transaction of a market's database whose stock lies partly elsewhere: answered by what is known, changed on paper.
///
/// A body that asks for what is not known is stopped with `stockContended`, and the question is noted: should it go on all the same,
/// its run does not count.
final class DividedTransaction: StoreTransaction {
    let base: any StoreTransaction
    private let regions: [StockRegion]
    private let knowledge: StockKnowledge
    private(set) var differences = StockDifferences()
    /// What it would have to know.
    private(set) var questions = StockQuestions()

    init(_ base: any StoreTransaction, over regions: [StockRegion], knowing knowledge: StockKnowledge) {
        self.base = base
        self.regions = regions
        self.knowledge = knowledge
    }

    private func region(of place: StockPlace) -> StockRegion? { regions.first { $0.has(place) } }

    /// As the body has left it; nil where there is no such place.
    private func current(at place: StockPlace, in region: StockRegion) throws(TradeError) -> StockLevel? {
        guard let known = knowledge.level(at: place) else {
            // Whoever asks for one of its places often asks for the next.
            questions.places.formUnion(region.warehouses.map { StockPlace(place.item, in: $0) })
            throw TradeError(.stockContended)
        }
        guard let change = differences.changes[place] else { return known }
        let level = known ?? StockLevel(onHand: 0)
        return StockLevel(onHand: level.onHand + change.onHand, reserved: level.reserved + change.reserved)
    }

    private func note(_ place: StockPlace, onHand: Int, reserved: Int) {
        differences.changes[place, default: .init(isNew: knowledge.level(at: place) == .some(nil))].onHand += onHand
        differences.changes[place]?.reserved += reserved
    }
}

extension DividedTransaction {
    func prepare(for forecast: StoreForecast) throws(TradeError) {
        var here = forecast
        here.places.removeAll { region(of: $0) != nil }
        try base.prepare(for: here)
        let elsewhere = forecast.places.filter { region(of: $0) != nil && knowledge.level(at: $0) == nil }
        guard !elsewhere.isEmpty else { return }
        questions.places.formUnion(elsewhere)
        throw TradeError(.stockContended)
    }

    func level(at place: StockPlace) throws(TradeError) -> StockLevel? {
        guard let region = region(of: place) else { return try base.level(at: place) }
        differences.seen.places.insert(place)
        return try current(at: place, in: region)
    }

    func levels(of item: StockItem?) throws(TradeError) -> [(place: StockPlace, level: StockLevel)] {
        let here = try base.levels(of: item)
        guard !regions.isEmpty else { return here }
        differences.seen.items.insert(item)
        guard knowledge.knowsAll(of: item) else {
            questions.items.insert(item)
            throw TradeError(.stockContended)
        }
        var levels = here.filter { region(of: $0.place) == nil }
        let changed = differences.changes.keys.filter { item == nil || $0.item == item }
        for place in Set(knowledge.places(of: item)).union(changed) {
            guard let region = region(of: place), let level = try current(at: place, in: region) else { continue }
            levels.append((place, level))
        }
        return levels.sorted { $0.place < $1.place }
    }

    func open(_ place: StockPlace, count: Int) throws(TradeError) -> Bool {
        guard region(of: place) != nil else { return try base.open(place, count: count) }
        guard count >= 0 else { throw TradeError(.stockMismatch, ["sku": .text(place.item.description)]) }
        guard try level(at: place) == nil else { return false }
        note(place, onHand: count, reserved: 0)
        return true
    }

    func reserve(_ quantity: Int, at place: StockPlace) throws(TradeError) -> Bool {
        guard let region = region(of: place) else { return try base.reserve(quantity, at: place) }
        guard try current(at: place, in: region)?.free ?? 0 >= quantity, quantity > 0 else { return false }
        note(place, onHand: 0, reserved: quantity)
        return true
    }

    func move(at place: StockPlace, onHand: Int, reserved: Int) throws(TradeError) {
        guard let region = region(of: place) else {
            return try base.move(at: place, onHand: onHand, reserved: reserved)
        }
        var level = try current(at: place, in: region) ?? StockLevel(onHand: 0)
        level.onHand += onHand
        level.reserved += reserved
        guard level.reserved >= 0, level.free >= 0 else {
            throw TradeError(.stockMismatch, ["sku": .text(place.item.description)])
        }
        note(place, onHand: onHand, reserved: reserved)
    }
}
