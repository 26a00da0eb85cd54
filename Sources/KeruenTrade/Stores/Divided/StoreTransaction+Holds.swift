extension StoreTransaction {
    /// Makes the rest of a decided hold's changes. Once: a hold that is gone has done its work.
    func confirm(_ hold: StockHold) throws(TradeError) {
        guard try remove(hold: hold.id) else { return }
        for change in hold.changes {
            try move(at: change.place, onHand: change.onHand, reserved: change.reserved)
        }
    }

    /// Gives back what a hold has taken. Once.
    func release(_ hold: StockHold) throws(TradeError) {
        guard try remove(hold: hold.id) else { return }
        for taken in hold.taken { try move(at: taken.place, onHand: 0, reserved: -taken.quantity) }
    }

    /// Decides for a hold, in the transaction that it was taken for.
    /// - Returns: false where it was buried before.
    func decide(hold id: String) throws(TradeError) -> Bool { try remember(message: id, from: Self.settled) }

    /// Decides against a hold unless it was decided before, so that nobody decides for it any more.
    /// - Returns: whether it is buried; nothing is to be written where it is not.
    package func bury(hold id: String) throws(TradeError) -> Bool {
        let isFirst = try remember(message: id, from: Self.settled)
        let isNew = try remember(message: id, from: Self.buried)
        return isFirst || !isNew
    }

    /// Sources of messages, as stores keep them.
    private static var settled: String { "holds" }
    private static var buried: String { "buried holds" }
}
