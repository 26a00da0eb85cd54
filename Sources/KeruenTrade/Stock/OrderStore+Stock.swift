internal import Crypto
internal import Foundation

extension OrderStore {
    /// Enters the opening balances that are not entered yet; afterwards only orders and deliveries move stock.
    ///
    /// Each is entered once, whatever the place holds by then: where goods came first, the balance comes on top of them.
    /// - Returns: how many balances were new.
    @discardableResult
    public func openStock(of catalog: Catalog) async throws(TradeError) -> Int {
        let balances = catalog.openingBalances
        return try await write { transaction throws(TradeError) in
            let ledger = StockLedger(transaction: transaction)
            try ledger.prepare(for: balances.map(\.0))
            var entered = 0
            for (place, count) in balances where try ledger.open(place, count: count) { entered += 1 }
            return entered
        }
    }

    /// Takes in goods that have come and were counted, once for each delivery note.
    ///
    ///     try await store.takeIn([Reservation(warehouse: "urumqi", sku: sku, quantity: 12)], note: "GRN-2027-014", of: catalog)
    ///
    /// - Returns: false where the note's goods are in already.
    /// - Throws: `TradeError` with `badReference`, `badQuantity`, `unknownSKU`, `noGoods` for tours, `oneOfAKind` for a second piece of
    ///   what there is one of, or `noteReused` where the note has brought other goods.
    @discardableResult
    public func takeIn(_ goods: [Reservation], note: String, of catalog: Catalog) async throws(TradeError) -> Bool {
        guard OrderStep.isReference(note) else { throw TradeError(.badReference) }
        let delivery = try Delivery(goods, of: catalog)
        let fingerprint = delivery.fingerprint
        return try await write { transaction throws(TradeError) in
            let isNew = try transaction.remember(message: note, from: "deliveries")
            let isFirst = try transaction.remember(message: note, from: "delivery notes")
            let isOther = try transaction.remember(message: "\(fingerprint) \(note)", from: "delivered goods")
            guard isNew else {
                // A note that an earlier version took in says nothing of its goods.
                if !isFirst && isOther { throw TradeError(.noteReused, ["note": .text(note)]) }
                return false
            }
            let ledger = StockLedger(transaction: transaction)
            for (item, quantity) in delivery.unique {
                let present = try transaction.levels(of: item).reduce(0) { $0 + $1.level.onHand }
                guard present + quantity <= 1 else { throw TradeError(.oneOfAKind, ["sku": .text(item.description)]) }
            }
            try ledger.add(delivery.goods)
            return true
        }
    }
}

/// What one delivery note brings, each place once.
private struct Delivery {
    var goods: [Reservation] = []
    /// How many it brings of what there is one of in the world.
    var unique: [(item: StockItem, quantity: Int)] = []

    init(_ pieces: [Reservation], of catalog: Catalog) throws(TradeError) {
        var sums: [StockPlace: Int] = [:]
        var ones: [StockItem: Int] = [:]
        for piece in pieces {
            let item = piece.place.item
            guard case .sku(let sku) = item else { throw TradeError(.noGoods, ["sku": .text(item.description)]) }
            guard let product = catalog.item(sku)?.product else {
                throw TradeError(.unknownSKU, ["sku": .text(sku.description)])
            }
            if case .tour = product.details { throw TradeError(.noGoods, ["sku": .text(sku.description)]) }
            let sum = (sums[piece.place] ?? 0).addingReportingOverflow(piece.quantity).partialValue
            guard piece.quantity > 0, (1...Cart.maximumQuantity).contains(sum) else {
                throw TradeError.badQuantity(of: item)
            }
            sums[piece.place] = sum
            if case .handicraft(let craft) = product.details, craft.isOneOfAKind {
                ones[item, default: 0] += piece.quantity
            }
        }
        goods = sums.map { Reservation($0.key, quantity: $0.value) }.sorted { $0.place < $1.place }
        unique = ones.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// The same for the same goods in the same places, in whatever order they were written down.
    var fingerprint: String {
        let text = goods.map { "\($0.place.item) \($0.place.warehouse) \($0.quantity)" }.joined(separator: "\n")
        return Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }
}
