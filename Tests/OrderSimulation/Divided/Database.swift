internal import KeruenTrade

/// A database that many reach over their wires; it never fails itself.
final class Database: @unchecked Sendable {
    let memory = StoreMemory()
    let bug: PlantedBug?
    /// Holds that were decided, for a bug that has to know them.
    private var decided: Set<String> = []

    init(bug: PlantedBug?) { self.bug = bug }

    func write<T>(
        isRecovering: Bool, _ body: (any StoreTransaction) throws(TradeError) -> T
    ) throws(TradeError) -> T {
        do throws(TradeError) {
            let value = try body(transaction(isRecovering))
            memory.keep()
            return value
        } catch {
            memory.giveUp()
            throw error
        }
    }

    func read<T>(_ body: (any StoreTransaction) throws(TradeError) -> T) throws(TradeError) -> T {
        defer { memory.giveUp() }
        return try body(memory)
    }

    /// What became of a hold that this market decides.
    func hasDecided(_ hold: StockHold) throws(TradeError) -> Bool {
        defer { memory.giveUp() }
        return try !memory.bury(hold: hold.id)
    }

    private func transaction(_ isRecovering: Bool) -> any StoreTransaction {
        switch bug {
        case .confirmsTwice, .givesAtOnce, .forgetsHolds: FaultyRegion(base: memory, bug: bug)
        case .releasesDecided, .buriesNothing:
            FaultyMarket(base: memory, bug: bug, isRecovering: isRecovering, decided: decided) {
                self.decided.insert($0)
            }
        default: memory
        }
    }
}

/// A region's transaction with the planted bugs.
private final class FaultyRegion: RelayedTransaction {
    let base: any StoreTransaction
    private let bug: PlantedBug?
    private var confirmed: [StockChange] = []

    init(base: any StoreTransaction, bug: PlantedBug?) {
        self.base = base
        self.bug = bug
    }

    func insert(_ hold: StockHold) throws(TradeError) -> Bool {
        if bug == .forgetsHolds { return true }
        guard bug == .givesAtOnce else { return try base.insert(hold) }
        var hold = hold
        var gifts: [StockChange] = []
        for change in hold.changes where change.onHand >= 0 && change.reserved <= 0 {
            if try base.level(at: change.place) != nil { gifts.append(change) }
        }
        hold.changes.removeAll { gifts.contains($0) }
        guard try base.insert(hold) else { return false }
        for gift in gifts { try base.move(at: gift.place, onHand: gift.onHand, reserved: gift.reserved) }
        return true
    }

    func remove(hold id: String) throws(TradeError) -> Bool {
        confirmed = try base.hold(id)?.changes ?? []
        return try base.remove(hold: id)
    }

    func move(at place: StockPlace, onHand: Int, reserved: Int) throws(TradeError) {
        try base.move(at: place, onHand: onHand, reserved: reserved)
        if bug == .confirmsTwice, confirmed.contains(StockChange(at: place, onHand: onHand, reserved: reserved)) {
            try? base.move(at: place, onHand: onHand, reserved: reserved)
        }
    }
}

/// A market's transaction with the planted bugs.
private struct FaultyMarket: RelayedTransaction {
    let base: any StoreTransaction
    let bug: PlantedBug?
    let isRecovering: Bool
    let decided: Set<String>
    let note: (String) -> Void

    func remember(message id: String, from source: String) throws(TradeError) -> Bool {
        // Whoever looks what became of a hold believes that it was buried before.
        if bug == .releasesDecided, source == "buried holds" { return false }
        guard bug == .buriesNothing, source.hasSuffix("holds") else {
            return try base.remember(message: id, from: source)
        }
        if isRecovering { return !decided.contains(id) }
        note(id)
        return try base.remember(message: id, from: source)
    }
}
