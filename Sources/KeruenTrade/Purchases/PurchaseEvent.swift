public import Foundation

/// One thing that happened to a purchase order. Events are only ever added; a purchase is what they fold to.
public struct PurchaseEvent: Hashable, Sendable {
    /// From 0, without gaps, within one purchase.
    public var number: Int
    public var at: Date
    public var change: Change

    public init(number: Int, at: Date, change: Change) {
        self.number = number
        self.at = at
        self.change = change
    }

    public enum Change: Hashable, Sendable {
        case placed(Placement)
        /// A step that carries nothing but perhaps a document's number: a waybill, an entry list.
        case step(PurchaseFlow.Step, reference: String?)
        case counted([PurchaseCount])
        /// What went on sale, and where it lies.
        case released([Reservation])

        var flowStep: PurchaseFlow.Step? {
            switch self {
            case .placed: nil
            case .step(let step, _): step
            case .counted: .counted
            case .released: .released
            }
        }

        /// Stable: it stands in every stored event.
        public var name: String { flowStep?.rawValue ?? "placed" }
    }

    /// What was ordered.
    public struct Placement: Hashable, Sendable {
        public var key: IdempotencyKey
        public var supplier: String
        /// Where the goods are to lie.
        public var warehouse: String
        public var mode: Purchase.Mode
        public var lines: [Purchase.Line]

        public init(
            key: IdempotencyKey, supplier: String, warehouse: String, mode: Purchase.Mode = .bonded,
            lines: [Purchase.Line]
        ) {
            self.key = key
            self.supplier = supplier
            self.warehouse = warehouse
            self.mode = mode
            self.lines = lines
        }
    }
}

/// What was found of one line when the goods came.
public struct PurchaseCount: Hashable, Sendable {
    /// The place of the line in the purchase, from 0.
    public var line: Int
    public var intact: Int
    public var damaged: Int

    public init(line: Int, intact: Int, damaged: Int = 0) {
        self.line = line
        self.intact = intact
        self.damaged = damaged
    }
}
