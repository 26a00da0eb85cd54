internal import Foundation
internal import KeruenTrade

/// A store that can be lost and found again: what was acknowledged is there, the process's own memory is not.
protocol SimulatedStore: OrderStore {
    /// As the command line names it.
    var name: String { get }
    /// The process ended, or the power failed; the store is opened anew.
    func restart() async throws(TradeError)
    /// Whether it has to be restarted before anything else.
    var isDown: Bool { get }
    /// Something may go wrong below it from now on.
    func arm(by chance: Chance)
    /// Nothing goes wrong any more.
    /// - Returns: whether something did.
    func disarm() -> Bool
    /// How often which misfortune struck.
    var misfortunes: [String: Int] { get }
    /// Ends it for good.
    func close() async
    /// A step begins at this time.
    func tick(_ now: Date) async
    /// Reads what is decided, past everything that can go wrong.
    func look<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T
    /// What can be taken of a place this moment, where that is not what the books say.
    func free(at place: StockPlace) -> Int?
    /// Whether others have come in between since the step began, unseen by the simulation.
    var hasMeddled: Bool { get }
    /// Waits until nothing is on its way any more.
    /// - Returns: what is left that should not be.
    func settle() async -> String?
}

/// A store that is one database.
extension SimulatedStore {
    func tick(_ now: Date) async {}

    func look<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T { try await read(body) }

    func free(at place: StockPlace) -> Int? { nil }
    var hasMeddled: Bool { false }
    func settle() async -> String? { nil }
}

/// The reference store without its actor: a simulation does one thing at a time.
final class BareStore: SimulatedStore, @unchecked Sendable {
    private let memory = StoreMemory()
    private let bug: PlantedBug?
    let name = "memory"
    let isDown = false

    init(bug: PlantedBug?) { self.bug = bug }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        do throws(TradeError) {
            let value = try body(memory)
            memory.keep()
            return value
        } catch {
            if bug == .keepsHalves { memory.keep() } else { memory.giveUp() }
            throw error
        }
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T { try body(memory) }

    func restart() async throws(TradeError) {}
    func arm(by chance: Chance) {}
    func disarm() -> Bool { false }
    var misfortunes: [String: Int] { [:] }
    func close() async {}
}
