internal import Foundation
internal import KeruenTrade

/// A market's database and those of three regions, reached by servers that end and over wires that lose what they carry.
///
/// Another market sells from the same regions, and another server of the same market recovers what is overdue.
final class DividedBase: SimulatedStore, @unchecked Sendable {
    let name = "divided"
    let market: Database
    let regions: [(name: String, database: Database)]
    private let chance: Chance
    private let server = Server()
    private let store: DividedStore
    private let recoverer: DividedStore
    let rival: Rival
    private let clock = Clock()
    private var meddlings = 0
    private var counts: [String: Int] = [:]

    /// What every server's clock shows.
    final class Clock: @unchecked Sendable { var now = SimulatedShop.opened }

    init(chance: Chance, bug: PlantedBug?) {
        self.chance = chance
        let (market, server, clock) = (Database(bug: bug), server, clock)
        let regions = ["almaty", "astana", "urumqi"].map { (name: $0, database: Database(bug: bug)) }
        self.market = market
        self.regions = regions
        var terms = HoldTerms()
        terms.now = { clock.now }
        terms.makeID = {
            var random = chance
            return HoldTerms.randomID(using: &random)
        }
        terms.pause = { _ in }
        let open = { (market: String, orders: Wire) in
            DividedStore(
                market: market, orders: orders,
                stock: regions.map {
                    let wire = Wire(database: $0.database, server: orders.server, makeID: orders.makeID)
                    return StockRegion($0.name, warehouses: [$0.name], store: wire)
                }, terms: terms)
        }
        let makeID = { @Sendable in chance.newID() }
        var orders = Wire(database: market, server: server, makeID: makeID)
        // Whoever comes in between later would be taken for the cause of what was decided before.
        orders.ended = { code in if code != .stockContended { server.between = nil } }
        store = open("kz", orders)
        recoverer = open("kz", Wire(database: market, server: Server(), makeID: makeID, isRecovering: true))
        rival = Rival(chance: chance, bug: bug, clock: clock, makeID: makeID) { open("ru", $0) }
    }

    var isDown: Bool { !server.isUp }
    func arm(by chance: Chance) { server.arm(by: chance) }
    func disarm() -> Bool { server.takeStrikes() }
    func close() async {}

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        let before = server.between
        server.between = between.map { meet in { [unowned self] in await self.meddle(meet) } }
        defer { server.between = before }
        return try await store.write(body)
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T { try await store.read(body) }

    /// What the simulation does in between; nil while everything settles.
    var between: (() async -> Void)?

    /// Others are at work between two requests of one transaction: at times the same market, or another, or recovery after a long while.
    private func meddle(_ meet: () async -> Void) async {
        let (before, meddlings) = (server.between, meddlings)
        server.between = nil
        defer { server.between = before }
        if chance.happens(30) {
            self.meddlings += 1
            await meet()
        }
        if chance.happens(60) {
            self.meddlings += 1
            await rival.act()
        }
        if chance.happens(25) {
            self.meddlings += 1
            clock.now += Double(chance.below(150))
            do throws(TradeError) {
                count("holds recovered by another server", try await recoverer.recoverHolds(at: clock.now))
            } catch { count("recoveries that failed") }
        }
        if self.meddlings > meddlings { count("others in between") }
    }

    func count(_ what: String, _ times: Int = 1) { if times > 0 { counts[what, default: 0] += times } }

    var misfortunes: [String: Int] {
        counts.merging(server.struck.map { ("request \($0.key)", $0.value) }) { $1 }
            .merging(["other market’s orders": rival.placed]) { $1 }
    }
}

extension DividedBase {
    /// A step begins.
    func tick(_ now: Date) async {
        clock.now = now
        meddlings = 0
        if chance.happens(120) { await rival.act() }
        guard chance.happens(80) else { return }
        do throws(TradeError) { count("holds recovered", try await store.recoverHolds(at: clock.now)) } catch {
            count("recoveries that failed")
        }
    }

    var hasMeddled: Bool { meddlings > 0 }

    func restart() async throws(TradeError) {
        if !server.isUp { count("servers ended") }
        server.isUp = true
    }

    /// Every hold's time passes, and recovery runs.
    /// - Returns: what is left that should not be.
    func settle() async -> String? {
        server.disarm()
        server.isUp = true
        clock.now += 1_000
        for _ in 0..<100 {
            do throws(TradeError) {
                count("holds recovered", try await store.recoverHolds(at: clock.now))
                try await rival.recover()
            } catch { return "recovery fails with \(error)" }
        }
        for (name, database) in regions where !database.memory.holds.isEmpty {
            return "\(name) still holds \(database.memory.holds.count) things"
        }
        return rival.fault
    }
}
