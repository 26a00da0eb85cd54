/// Pieces set aside in one warehouse for one order.
public struct Reservation: Hashable, Sendable {
    public var warehouse: String
    public var sku: SKU
    public var quantity: Int

    public init(warehouse: String, sku: SKU, quantity: Int) {
        self.warehouse = warehouse
        self.sku = sku
        self.quantity = quantity
    }
}

/// Where an order's pieces come from.
public enum Allocation {
    /// The reservations that cover all lines, or an error that names the first line that can't be covered.
    ///
    /// Lines are taken in SKU order, so that every store locks in the same order. A line may be covered from several
    /// warehouses; those that come first in `levels` give first.
    /// - Parameter levels: what each warehouse still has free of a SKU, the preferred warehouse first.
    /// - Throws: `TradeError` with `outOfStock`, or what `levels` throws.
    public static func reserve(
        _ lines: [Quote.Line], levels: (SKU) throws(TradeError) -> [(warehouse: String, free: Int)]
    ) throws(TradeError) -> [Reservation] {
        var reservations: [Reservation] = []
        for line in lines.sorted(by: { $0.sku < $1.sku }) {
            var missing = line.quantity
            var free = 0
            for level in try levels(line.sku) where level.free > 0 {
                free += level.free
                let taken = min(missing, level.free)
                guard taken > 0 else { continue }
                reservations.append(Reservation(warehouse: level.warehouse, sku: line.sku, quantity: taken))
                missing -= taken
            }
            guard missing == 0 else {
                throw TradeError(
                    .outOfStock,
                    [
                        "sku": .text(line.sku.description), "wanted": .integer(line.quantity),
                        "available": .integer(free),
                    ])
            }
        }
        return reservations
    }
}

extension [String] {
    /// Without repetitions, in the order of their first places: a warehouse named twice has its stock once.
    package var firstOccurrences: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Catalog {
    /// The warehouses that serve a market, those in its own country first.
    public func warehouses(serving market: Market) -> [Warehouse] {
        let serving = warehouses.filter { $0.markets.contains(market.id) }
        let near = serving.filter { market.countries.contains($0.country) }
        return near + serving.filter { !market.countries.contains($0.country) }
    }
}
