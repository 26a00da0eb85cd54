extension Purchase {
    /// `PO-7F3K-9QXM-2B4T`: as an order's, and never one.
    public struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
        public let description: String

        /// From the bits of a fresh order's id, so that a store that makes its own ids makes these too.
        init(_ id: Order.ID) { description = "PO" + id.description.dropFirst(2) }

        public init(using random: inout some RandomNumberGenerator) { self.init(Order.ID(using: &random)) }

        /// Reads an id as people type it: small letters are fine.
        public init?(_ text: String) {
            let text = text.uppercased()
            guard text.hasPrefix("PO-"), let id = Order.ID("KR" + text.dropFirst(2)) else { return nil }
            self.init(id)
        }

        public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
    }
}
