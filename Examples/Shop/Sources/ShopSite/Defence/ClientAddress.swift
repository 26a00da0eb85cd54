internal import HTTPTypes
public import Hummingbird
public import NIOCore

/// Where a request comes from, as far as limits need it.
///
///     ClientAddress("2001:db8::7")?.network == ClientAddress("2001:db8::8")?.network   // one household
public struct ClientAddress: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    /// An IPv4 address stands as `::ffff:a.b.c.d`, whichever way it came (RFC 4291 §2.5.5.2).
    public init?(_ address: SocketAddress) {
        // struct sockaddr_in has its address at byte 4, sockaddr_in6 at byte 8, both as they stand on the wire.
        let bytes = unsafe address.withSockAddr { start, count in
            unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
        }
        func number(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
        switch address {
        case .v4: (high, low) = (0, 0xffff_0000_0000 | number(4..<8))
        case .v6: (high, low) = (number(8..<16), number(16..<24))
        default: return nil
        }
    }

    /// As proxies write it: `203.0.113.7`, `2001:db8::7`.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= 45, let address = try? SocketAddress(ipAddress: String(text), port: 0) else {
            return nil
        }
        self.init(address)
    }

    var isV4: Bool { high == 0 && low >> 32 == 0xffff }

    /// What is counted as one visitor: an IPv4 address, or the /64 of an IPv6 one, all of which a single host may use.
    public var network: UInt64 { isV4 ? low : high }
}

extension Request {
    /// Where the request comes from: the last address that no trusted proxy has. What stands before that in
    /// `X-Forwarded-For` is the visitor's own word and counts for nothing.
    public func client(from peer: SocketAddress?, behind proxies: [Subnet]) -> ClientAddress? {
        guard var client = peer.flatMap({ ClientAddress($0) }) else { return nil }
        guard !proxies.isEmpty, let name = Self.forwardedFor else { return client }
        var hops = headers[values: name].joined(separator: ",").split(separator: ",")[...]
        while proxies.contains(where: { $0.contains(client) }), let last = hops.popLast() {
            let text = last.drop { $0 == " " }.prefix { $0 != " " }
            guard let next = ClientAddress(text) else { break }
            client = next
        }
        return client
    }

    private static let forwardedFor = HTTPField.Name("X-Forwarded-For")
}
