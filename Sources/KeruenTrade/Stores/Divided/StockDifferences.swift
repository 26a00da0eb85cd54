internal import Foundation

/// What a body changes in other databases, on balance, and what it has seen there.
struct StockDifferences: Sendable {
    struct Change: Hashable, Sendable {
        var onHand = 0
        var reserved = 0
        /// It was opened, or moved where there was nothing.
        var isNew = false
    }

    var changes: [StockPlace: Change] = [:]
    /// What it was told of levels, so that its course rests on them.
    var seen = StockQuestions()

    /// What stays to be done; what was set aside and given back again is nothing.
    var work: [StockPlace: Change] {
        changes.filter { $0.value.onHand != 0 || $0.value.reserved != 0 || $0.value.isNew }
    }

    /// What one region has to hold for it.
    func request(
        to region: StockRegion, id: String, market: String, knowing knowledge: StockKnowledge, terms: HoldTerms
    ) -> HoldRequest? {
        let work = work.filter { region.has($0.key) }.sorted { $0.key < $1.key }
        guard !work.isEmpty else { return nil }
        var hold = StockHold(
            id: id, market: market, changes: [], taken: [], until: terms.now().addingTimeInterval(terms.lasting))
        for (place, change) in work {
            // Whatever makes less free is taken at once: then the rest of the change can always be made.
            let taken = max(0, change.reserved - change.onHand)
            if taken > 0 { hold.taken.append(Reservation(place, quantity: taken)) }
            let rest = StockChange(at: place, onHand: change.onHand, reserved: change.reserved - taken)
            if rest.onHand != 0 || rest.reserved != 0 || change.isNew { hold.changes.append(rest) }
        }
        var levels: [StockPlace: StockLevel?] = [:]
        for place in seen.places where region.has(place) { levels[place] = knowledge.level(at: place) }
        for item in seen.items {
            for place in knowledge.places(of: item) where region.has(place) {
                levels[place] = knowledge.level(at: place)
            }
        }
        return HoldRequest(region: region, hold: hold, levels: levels, items: seen.items)
    }
}
