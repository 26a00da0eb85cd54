/// A block of addresses: `10.0.0.0/8`, `2001:db8::/32`, or a single `192.0.2.1`.
public struct Subnet: Hashable, Sendable {
    private let address: ClientAddress
    private let bits: Int

    /// Nil for what is no address, or has more bits than there are.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = ClientAddress(first) else { return nil }
        let size = address.isV4 ? 32 : 128
        guard let bits = parts.count == 2 ? Int(parts[1]) : size, (0...size).contains(bits) else { return nil }
        (self.address, self.bits) = (address, bits + 128 - size)
    }

    public func contains(_ other: ClientAddress) -> Bool {
        let high = address.high ^ other.high
        if bits <= 64 { return bits == 0 || high >> (64 - bits) == 0 }
        return high == 0 && (address.low ^ other.low) >> (128 - bits) == 0
    }
}
