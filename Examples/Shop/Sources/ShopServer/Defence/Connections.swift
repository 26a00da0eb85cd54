internal import NIOCore
internal import ShopSite
internal import Synchronization

/// Who is connected, so that neither the whole house nor one visitor's share of it fills up with those who say nothing.
final class Connections: Sendable {
    /// One connection's place.
    final class Seat: Sendable {
        let client: ClientAddress?
        /// Closes the connection, from any thread.
        let leave: @Sendable () -> Void
        /// Since when nothing has been asked, on the system's monotonic clock; 0 while a request is being read or answered.
        private let idleSince: Atomic<UInt64>

        init(_ client: ClientAddress?, at now: NIODeadline, leave: @escaping @Sendable () -> Void) {
            (self.client, self.leave) = (client, leave)
            idleSince = Atomic(now.uptimeNanoseconds)
        }

        func wait(since now: NIODeadline) { idleSince.store(now.uptimeNanoseconds, ordering: .relaxed) }
        func work() { idleSince.store(0, ordering: .relaxed) }
        var waiting: UInt64? {
            let since = idleSince.load(ordering: .relaxed)
            return since == 0 ? nil : since
        }
    }

    private struct House {
        var seats: [ObjectIdentifier: Seat] = [:]
        var perNetwork: [UInt64: Int] = [:]
    }

    private let limits: Limits
    private let house = Mutex(House())

    init(_ limits: Limits) { self.limits = limits }

    var count: Int { house.withLock(\.seats.count) }

    /// Makes room by closing who has been idle the longest. Proxies bring many visitors and have no share of their own.
    /// - Returns: false where all are at work, and the newcomer has to go.
    func admit(_ seat: Seat) -> Bool {
        let (isAdmitted, leaving) = house.withLock { house -> (Bool, [Seat]) in
            var leaving: [Seat] = []
            if let client = seat.client, !limits.proxies.contains(where: { $0.contains(client) }) {
                if house.perNetwork[client.network, default: 0] >= limits.connectionsPerAddress {
                    leaving = idle(in: house) { $0.client?.network == client.network }.prefix(1).map(\.self)
                    if leaving.isEmpty { return (false, []) }
                }
            }
            if house.seats.count - leaving.count >= limits.connections {
                leaving += idle(in: house) { _ in true }.prefix(max(limits.connections / 8, 1))
                if leaving.isEmpty { return (false, []) }
            }
            for seat in leaving { remove(seat, from: &house) }
            house.seats[ObjectIdentifier(seat)] = seat
            if let client = seat.client { house.perNetwork[client.network, default: 0] += 1 }
            return (true, leaving)
        }
        for seat in leaving { seat.leave() }
        return isAdmitted
    }

    func remove(_ seat: Seat) { house.withLock { remove(seat, from: &$0) } }

    private func remove(_ seat: Seat, from house: inout House) {
        guard house.seats.removeValue(forKey: ObjectIdentifier(seat)) != nil, let client = seat.client else { return }
        let left = house.perNetwork[client.network, default: 1] - 1
        house.perNetwork[client.network] = left > 0 ? left : nil
    }

    private func idle(in house: House, where belongs: (Seat) -> Bool) -> [Seat] {
        house.seats.values.compactMap { seat in belongs(seat) ? seat.waiting.map { ($0, seat) } : nil }
            .sorted { $0.0 < $1.0 }.map(\.1)
    }
}
