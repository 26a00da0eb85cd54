/// What is known of the stock in other databases: as it was a moment ago, one moment for each region.
struct StockKnowledge: Sendable {
    /// Looked up; nil for a place that is not there.
    private(set) var levels: [StockPlace: StockLevel?] = [:]
    /// Items all of whose places are known; nil stands for every item.
    private(set) var items: Set<StockItem?> = []

    /// - Returns: nil where it was not looked up, nil within where there is no such place.
    func level(at place: StockPlace) -> StockLevel?? {
        if let known = levels[place] { return .some(known) }
        return knowsAll(of: place.item) ? .some(nil) : nil
    }

    func knowsAll(of item: StockItem?) -> Bool { items.contains(item) || items.contains(nil) }

    /// Known places that are there.
    func places(of item: StockItem?) -> [StockPlace] {
        levels.filter { $0.value != nil && (item == nil || $0.key.item == item) }.map(\.key)
    }

    /// Looks everything up that is wanted, and anew what is known: levels of one region are of one moment.
    mutating func learn(_ wanted: StockQuestions, from regions: [StockRegion]) async throws(TradeError) {
        let places = wanted.places.union(levels.keys)
        let items = wanted.items.union(items)
        var fresh = StockKnowledge()
        fresh.items = items
        for region in regions {
            let here = places.filter(region.has).sorted()
            guard !here.isEmpty || !items.isEmpty else { continue }
            let found = try await region.store.read { transaction throws(TradeError) in
                var found: [StockPlace: StockLevel?] = [:]
                for place in here { found[place] = .some(try transaction.level(at: place)) }
                for item in items {
                    for (place, level) in try transaction.levels(of: item) where region.has(place) {
                        found[place] = .some(level)
                    }
                }
                return found
            }
            fresh.levels.merge(found) { $1 }
        }
        self = fresh
    }
}

/// What a body has asked of the stock in other databases.
struct StockQuestions: Hashable, Sendable {
    var places: Set<StockPlace> = []
    var items: Set<StockItem?> = []

    var isEmpty: Bool { places.isEmpty && items.isEmpty }
}
