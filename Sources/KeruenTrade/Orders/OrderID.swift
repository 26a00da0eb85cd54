public import Foundation

/// A placed order: what was bought, for how much, and what was set aside for it.
public struct Order: Hashable, Sendable, Identifiable {
    public var id: ID
    /// The caller's key; the same key always leads to this order.
    public var key: IdempotencyKey
    public var market: String
    /// What the buyer reads.
    public var language: LanguageTag
    public var lines: [Quote.Line]
    public var total: Money
    public var placed: Date
    public var reservations: [Reservation]

    public init(
        id: ID, key: IdempotencyKey, market: String, language: LanguageTag, lines: [Quote.Line], total: Money,
        placed: Date, reservations: [Reservation]
    ) {
        self.id = id
        self.key = key
        self.market = market
        self.language = language
        self.lines = lines
        self.total = total
        self.placed = placed
        self.reservations = reservations
    }
}

extension Order {
    /// `KR-7F3K-9QXM-2B4T`: 60 random bits in Crockford's base 32, which has no I, L, O or U to misread.
    public struct ID: Hashable, Sendable, CustomStringConvertible {
        public let description: String
        private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

        public init(using random: inout some RandomNumberGenerator) {
            var text = "KR"
            for place in 0..<12 {
                if place.isMultiple(of: 4) { text.append("-") }
                text.append(Self.alphabet[Int.random(in: 0..<32, using: &random)])
            }
            description = text
        }

        /// An id from the system's randomness.
        public static func random() -> ID {
            var random = SystemRandomNumberGenerator()
            return ID(using: &random)
        }

        /// Reads an id as people type it: small letters are fine.
        public init?(_ text: String) {
            let groups = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
            guard groups.count == 4, groups[0] == "KR",
                groups.dropFirst().allSatisfy({ $0.count == 4 && $0.allSatisfy(Self.alphabet.contains) })
            else { return nil }
            description = groups.joined(separator: "-")
        }
    }
}

/// A key that a caller makes up for one order, so that asking twice places it once.
public struct IdempotencyKey: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Throws: `TradeError` with `badIdempotencyKey` unless 1 to 64 printable ASCII characters without spaces.
    public init(_ text: String) throws(TradeError) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw TradeError(.badIdempotencyKey)
        }
        description = text
    }
}

/// Everything that placing an order needs.
public struct OrderRequest: Hashable, Sendable {
    public var key: IdempotencyKey
    public var quote: Quote
    public var language: LanguageTag

    public init(key: IdempotencyKey, quote: Quote, language: LanguageTag) {
        self.key = key
        self.quote = quote
        self.language = language
    }

    /// What makes two requests under one key the same: market and goods, in SKU order. Prices may have moved between
    /// two tries of one buyer; the first one's stand.
    public var fingerprint: String {
        let goods = quote.lines.map { "\($0.sku)=\($0.quantity)" }.sorted()
        return ([quote.market] + goods).joined(separator: " ")
    }
}
