public import NIOCore
internal import Synchronization

/// How many requests each visitor still has.
///
///     let limits = RateLimits(Limits())
///     if let wait = limits.wait(.posts, of: client, at: .now()) { … }        // refused: so long
///
/// A bucket that fills by the clock, kept as one number: the time at which it will be full again. Memory is bounded, and who is
/// forgotten first owes the least, so that a flood from many addresses can't wash out the record of one.
public final class RateLimits: Sendable {
    public enum Bucket: UInt8, Sendable {
        case requests, posts, logins
    }

    private struct Key: Hashable {
        var network: UInt64
        var bucket: Bucket
    }

    private final class Shard: Sendable {
        let full = Mutex<[Key: UInt64]>([:])
    }

    private let limits: Limits
    private let shards = (0..<64).map { _ in Shard() }
    private let perShard: Int

    public init(_ limits: Limits) {
        self.limits = limits
        perShard = max(limits.rememberedAddresses / 64, 2)
    }

    /// Takes one from the visitor's bucket.
    /// - Parameter share: of one; a picture costs less than a page.
    /// - Returns: how long until there is one again, or nil where it was there.
    public func wait(
        _ bucket: Bucket, of client: ClientAddress, share: Double = 1, at now: NIODeadline
    ) -> TimeAmount? {
        guard let rate = rate(bucket) else { return nil }
        let every = 60_000_000_000 / UInt64(rate.perMinute)
        let cost = UInt64(Double(every) * share)
        let room = every * UInt64(rate.burst)
        let time = now.uptimeNanoseconds
        let key = Key(network: client.network, bucket: bucket)
        let shard = shards[Int(truncatingIfNeeded: key.hashValue) & 63]
        return shard.full.withLock { full in
            let until = max(full[key] ?? 0, time) + cost
            guard until <= time + room else { return .nanoseconds(Int64(clamping: until - time - room)) }
            if full.count >= perShard, full[key] == nil { forget(&full, at: time) }
            full[key] = until
            return nil
        }
    }

    /// Addresses that are remembered now.
    public var count: Int { shards.reduce(0) { $0 + $1.full.withLock(\.count) } }

    private func rate(_ bucket: Bucket) -> Limits.Rate? {
        switch bucket {
        case .requests: limits.requests
        case .posts: limits.posts
        case .logins: limits.logins
        }
    }

    /// Those whose bucket is full again are as good as unknown; if that frees too little, the half that is nearest to it goes.
    private func forget(_ full: inout [Key: UInt64], at time: UInt64) {
        full = full.filter { $0.value > time }
        guard full.count > perShard * 3 / 4 else { return }
        let middle = full.values.sorted()[full.count / 2]
        full = full.filter { $0.value > middle }
    }
}
