/// Pieces or seats set aside in one place for one order.
public struct Reservation: Hashable, Sendable {
    public var place: StockPlace
    public var quantity: Int

    public init(_ place: StockPlace, quantity: Int) {
        self.place = place
        self.quantity = quantity
    }

    public init(warehouse: String, sku: SKU, quantity: Int) {
        self.init(StockPlace(.sku(sku), in: warehouse), quantity: quantity)
    }
}

/// What a cart wants of each item, its lines summed: two lines can never share the last piece.
public struct Demand: Hashable, Sendable {
    /// In item order, each item once.
    public private(set) var items: [(item: StockItem, quantity: Int)] = []

    /// - Throws: `TradeError` with `badQuantity` where the sum of an item is no quantity.
    public init(_ lines: [Quote.Line]) throws(TradeError) {
        for (item, quantity) in lines.map({ ($0.item, $0.quantity) }).sorted(by: { $0.0 < $1.0 }) {
            guard let last = items.indices.last, items[last].item == item else {
                items.append((item, quantity))
                continue
            }
            let (sum, overflow) = items[last].quantity.addingReportingOverflow(quantity)
            guard !overflow, sum <= Cart.maximumQuantity else { throw TradeError.badQuantity(of: item) }
            items[last].quantity = sum
        }
        for (item, quantity) in items where !(1...Cart.maximumQuantity).contains(quantity) {
            throw TradeError.badQuantity(of: item)
        }
    }

    public static func == (a: Self, b: Self) -> Bool { a.items.elementsEqual(b.items, by: ==) }
    public func hash(into hasher: inout Hasher) {
        for (item, quantity) in items {
            hasher.combine(item)
            hasher.combine(quantity)
        }
    }
}

extension TradeError {
    static func badQuantity(of item: StockItem) -> TradeError {
        TradeError(.badQuantity, ["sku": .text(item.description), "maximum": .integer(Cart.maximumQuantity)])
    }
}
