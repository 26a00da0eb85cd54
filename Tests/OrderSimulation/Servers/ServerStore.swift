public import KeruenTrade

/// A store on a server that is really there: connections break under it, and its program ends and opens it anew.
final class ServerStore: SimulatedStore, @unchecked Sendable {
    let name: String
    let isDown = false
    private var store: any OrderStore
    private let open: () async throws(TradeError) -> any OrderStore
    private let strike: () async -> Void
    private var isArmed = false
    private var strikes = 0
    private var restarts = 0

    init(
        name: String, store: any OrderStore, open: @escaping () async throws(TradeError) -> any OrderStore,
        strike: @escaping () async -> Void
    ) {
        self.name = name
        self.store = store
        self.open = open
        self.strike = strike
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        await strikeIfArmed()
        return try await store.write(body)
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        await strikeIfArmed()
        return try await store.read(body)
    }

    /// Breaks what is open now: the next request finds it broken, and goes on all the same.
    private func strikeIfArmed() async {
        guard isArmed else { return }
        isArmed = false
        strikes += 1
        await strike()
    }

    func restart() async throws(TradeError) {
        restarts += 1
        store = try await open()
    }

    func arm(by chance: Chance) { isArmed = chance.happens(200) }

    /// Nobody above hears of a connection that broke.
    func disarm() -> Bool {
        isArmed = false
        return false
    }

    func close() async {}

    var misfortunes: [String: Int] { ["connections broken": strikes, "programs ended": restarts] }
}

extension Simulation {
    /// A day over a server that is really there.
    /// - Parameters:
    ///   - open: opens the store, once more after each end of the program.
    ///   - strike: breaks the connections that are open.
    public static func over(
        _ name: String, seed: UInt64, open: @escaping () async throws(TradeError) -> any OrderStore,
        strike: @escaping () async -> Void
    ) async throws(TradeError) -> Simulation {
        let base = ServerStore(name: name, store: try await open(), open: open, strike: strike)
        return Simulation(seed: seed, over: base, bug: nil, printsTrace: false)
    }
}
