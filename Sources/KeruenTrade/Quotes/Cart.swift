/// What a buyer wants: SKUs and how many of each.
///
///     var cart = Cart()
///     try cart.add(sku, quantity: 2)
///     try cart.add(sku)                    // one line, three pieces
///
/// A SKU stands on one line only, a tour's fare on one for each departure.
public struct Cart: Hashable, Sendable {
    /// In the order they were first added.
    public private(set) var lines: [Line] = []

    public struct Line: Hashable, Sendable {
        public var sku: SKU
        public var quantity: Int
        /// The day that a tour starts; nil for goods.
        public var departure: CivilDate?

        public init(sku: SKU, quantity: Int, departure: CivilDate? = nil) {
            self.sku = sku
            self.quantity = quantity
            self.departure = departure
        }
    }

    /// Nobody buys more of one thing in one order; larger numbers are slips.
    public static let maximumQuantity = 9_999

    public init() {}

    /// - Throws: `TradeError` with `badQuantity`.
    public mutating func add(_ sku: SKU, quantity: Int = 1, departure: CivilDate? = nil) throws(TradeError) {
        let index = lines.firstIndex { $0.sku == sku && $0.departure == departure }
        let before = index.map { lines[$0].quantity } ?? 0
        let (sum, overflow) = before.addingReportingOverflow(quantity)
        guard quantity >= 1, !overflow, sum <= Self.maximumQuantity else {
            throw TradeError(
                .badQuantity, ["sku": .text(sku.description), "maximum": .integer(Self.maximumQuantity)])
        }
        if let index {
            lines[index].quantity = sum
        } else {
            lines.append(Line(sku: sku, quantity: quantity, departure: departure))
        }
    }

    public mutating func remove(_ sku: SKU) { lines.removeAll { $0.sku == sku } }
}
