internal import KeruenTrade

/// Another store with everything between it and its caller that can go wrong.
///
/// Before each transaction others may come in between, as they do where many work at once; within one the process may end after any
/// write; after one the answer may be lost.
final class FaultyStore: OrderStore, @unchecked Sendable {
    /// What goes wrong within the next operation.
    enum Fault: Equatable {
        case none
        /// The process ends before the write of this number, counted from 0.
        case crash(beforeWrite: Int)
        /// The transaction of this number is written, and nobody hears of it.
        case loseAnswer(ofTransaction: Int)
    }

    let base: any SimulatedStore
    let makeID: @Sendable () -> Order.ID
    private let bug: PlantedBug?
    var fault = Fault.none
    var between: (() async -> Void)?
    /// What the transactions since the last look have written, or tried to.
    private(set) var orders: [Order.ID] = []
    private(set) var places: [StockPlace] = []
    private(set) var buyers: [QuotaPlace] = []

    init(_ base: any SimulatedStore, chance: Chance, bug: PlantedBug?) {
        self.base = base
        self.bug = bug
        makeID = { chance.newID() }
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        if let between { await between() }
        let value = try await base.write { transaction throws(TradeError) in
            try body(FaultyTransaction(transaction, in: self, bug: self.bug))
        }
        if case .loseAnswer(let number) = fault {
            fault = number == 0 ? .none : .loseAnswer(ofTransaction: number - 1)
            if number == 0 { throw TradeError(.answerLost) }
        }
        return value
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        if let between { await between() }
        return try await base.read { transaction throws(TradeError) in
            try body(FaultyTransaction(transaction, in: self, bug: self.bug))
        }
    }

    /// Called before every write of a transaction.
    func willWrite(
        order: Order.ID? = nil, place: StockPlace? = nil, buyer: LookupKey? = nil, year: Int = 0
    ) throws(TradeError) {
        if let order { orders.append(order) }
        if let place { places.append(place) }
        if let buyer { buyers.append(QuotaPlace(buyer: buyer, year: year)) }
        guard case .crash(let left) = fault else { return }
        fault = left == 0 ? .none : .crash(beforeWrite: left - 1)
        if left == 0 { throw TradeError(.crashed) }
    }

    /// What was written since the last call.
    func takeTouched() -> (orders: [Order.ID], places: [StockPlace], buyers: [QuotaPlace]) {
        defer {
            orders.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
            buyers.removeAll(keepingCapacity: true)
        }
        return (orders, places, buyers)
    }
}

/// A buyer's year, whose count may have moved.
struct QuotaPlace: Hashable, Sendable {
    var buyer: LookupKey
    var year: Int
}

extension Diagnostic.Code {
    /// The process ended within a transaction.
    static let crashed = Self("SIM0001")
    /// A transaction was written and its answer lost.
    static let answerLost = Self("SIM0002")
}
