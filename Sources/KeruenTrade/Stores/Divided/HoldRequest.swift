internal import Foundation

/// A hold that is to be taken in one region, and what has to be true there.
struct HoldRequest: Sendable {
    var region: StockRegion
    var hold: StockHold
    /// What the body was told; nil for a place that was not there.
    var levels: [StockPlace: StockLevel?]
    /// Items of which it was told every place.
    var items: Set<StockItem?>

    /// What it gives back of what others set aside before: there has to be so much, whatever becomes of other holds.
    private var returned: [StockPlace: Int] {
        var returned: [StockPlace: Int] = [:]
        for change in hold.changes where change.reserved < 0 { returned[change.place, default: 0] -= change.reserved }
        for taken in hold.taken { returned[taken.place]? -= taken.quantity }
        return returned.filter { $0.value > 0 }
    }

    /// Writes the hold down and takes what it takes.
    /// - Returns: false where others have changed what the body rests on; nothing is to be written then.
    func take(in transaction: any StoreTransaction) throws(TradeError) -> Bool {
        // A store may run a body again after all of it was written.
        guard try transaction.insert(hold) else { return try transaction.hold(hold.id) == hold }
        for (place, level) in levels where try transaction.level(at: place) != level { return false }
        for item in items {
            let places = try transaction.levels(of: item).map(\.place).filter(region.has)
            guard places.allSatisfy({ levels[$0] != nil }) else { return false }
        }
        let returned = returned
        // Nobody else's hold matters to whoever only takes: that is most orders.
        if !returned.isEmpty || !items.isEmpty || levels.values.contains(nil) {
            guard try isApart(from: others(in: transaction), returned, in: transaction) else { return false }
        }
        for taken in hold.taken {
            guard try transaction.reserve(taken.quantity, at: taken.place) else { return false }
        }
        return true
    }

    private func others(in transaction: any StoreTransaction) throws(TradeError) -> [StockHold] {
        try transaction.holds(before: .distantFuture, limit: .max).filter { $0.id != hold.id }
    }

    /// Whether it can be confirmed whatever becomes of the others, and none of them is about to change what the body was told.
    private func isApart(
        from others: [StockHold], _ returned: [StockPlace: Int], in transaction: any StoreTransaction
    ) throws(TradeError) -> Bool {
        var wanted = returned
        for other in others {
            for change in other.changes {
                let (place, item) = (change.place, change.place.item)
                let isAwaited = levels[place] == .some(nil) || items.contains(item) || items.contains(nil)
                if isAwaited && region.has(place) { return false }
            }
            for (place, most) in other.mostReturned { wanted[place]? += most }
        }
        for (place, count) in wanted where try transaction.level(at: place)?.reserved ?? 0 < count { return false }
        return true
    }
}

extension StockHold {
    /// What it may give back of what is set aside, confirmed or released, whichever is more.
    fileprivate var mostReturned: [StockPlace: Int] {
        var most: [StockPlace: Int] = [:]
        for reservation in taken { most[reservation.place, default: 0] += reservation.quantity }
        for change in changes { most[change.place] = max(most[change.place] ?? 0, -change.reserved) }
        return most
    }
}
