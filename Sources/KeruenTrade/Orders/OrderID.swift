extension Order {
    /// `KR-7F3K-9QXM-2B4T`: 60 random bits in Crockford's base 32, which has no I, L, O or U to misread.
    public struct ID: Hashable, Sendable, CustomStringConvertible {
        public let description: String
        private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

        public init(using random: inout some RandomNumberGenerator) {
            // One draw for all twelve characters.
            var bits: UInt64 = random.next()
            var text: [UInt8] = Array("KR".utf8)
            text.reserveCapacity(17)
            for place in 0..<12 {
                if place.isMultiple(of: 4) { text.append(UInt8(ascii: "-")) }
                text.append(Self.alphabet[Int(bits & 31)])
                bits >>= 5
            }
            description = String(decoding: text, as: UTF8.self)
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
                groups.dropFirst().allSatisfy({ $0.utf8.count == 4 && $0.utf8.allSatisfy(Self.alphabet.contains) })
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
