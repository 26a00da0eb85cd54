/// What stock is counted of: pieces of a SKU, or seats of a tour's departure, which all its fares share.
public enum StockItem: Hashable, Sendable, Comparable, CustomStringConvertible {
    case sku(SKU)
    case departure(tour: String, day: CivilDate)

    /// `XJ-SLK-001-BLU`, or `caravan-week@2027-05-16`.
    public var description: String {
        switch self {
        case .sku(let sku): sku.description
        case .departure(let tour, let day): "\(tour)@\(day)"
        }
    }

    /// For sentences: pieces and seats are counted by other words.
    var kind: String { if case .departure = self { "seats" } else { "pieces" } }

    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, !parts[0].isEmpty, let day = CivilDate(String(parts[1])) {
            self = .departure(tour: String(parts[0]), day: day)
        } else if let sku = SKU(text) {
            self = .sku(sku)
        } else {
            return nil
        }
    }

    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

/// An item where it lies. Every transaction goes through places in their order, so that no two wait for each other.
public struct StockPlace: Hashable, Sendable, Comparable {
    public var item: StockItem
    public var warehouse: String

    public init(_ item: StockItem, in warehouse: String) {
        self.item = item
        self.warehouse = warehouse
    }

    /// Where seats are counted: a departure lies in no warehouse.
    public static let departures = "departures"

    public static func < (a: Self, b: Self) -> Bool { (a.item, a.warehouse) < (b.item, b.warehouse) }
}

/// What one place has: what is there, and how much of it is promised to somebody.
public struct StockLevel: Hashable, Sendable {
    public var onHand: Int
    /// Never more than `onHand`.
    public var reserved: Int

    public init(onHand: Int, reserved: Int = 0) {
        self.onHand = onHand
        self.reserved = reserved
    }

    public var free: Int { onHand - reserved }
}
