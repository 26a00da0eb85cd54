extension OrderStore {
    /// Takes in goods that have come and were counted, once for each delivery note.
    ///
    ///     try await store.takeIn([Reservation(warehouse: "urumqi", sku: sku, quantity: 12)], note: "GRN-2027-014")
    ///
    /// - Returns: false where the note's goods are in already.
    /// - Throws: `TradeError` with `badReference` or `badQuantity`.
    @discardableResult
    public func takeIn(_ goods: [Reservation], note: String) async throws(TradeError) -> Bool {
        guard OrderStep.isReference(note) else { throw TradeError(.badReference) }
        for piece in goods where !(1...Cart.maximumQuantity).contains(piece.quantity) {
            throw TradeError.badQuantity(of: piece.place.item)
        }
        return try await write { transaction throws(TradeError) in
            guard try transaction.remember(message: note, from: "deliveries") else { return false }
            for piece in goods.sorted(by: { $0.place < $1.place }) {
                _ = try transaction.open(piece.place, count: 0)
                try transaction.move(at: piece.place, onHand: piece.quantity, reserved: 0)
            }
            return true
        }
    }
}
