internal import Foundation
internal import KeruenTrade

/// Books of its own beside the store's, kept from the events alone, and compared with the store after every step.
///
/// It knows none of the code that it judges: no flow, no ledger, no order's sums.
final class Auditor: @unchecked Sendable {
    var accounts: [Order.ID: Account] = [:]
    /// In the order of their placing.
    var placed: [Order.ID] = []
    var keys: [IdempotencyKey: Order.ID] = [:]
    var levels: [StockPlace: StockLevel] = [:]
    /// What all opening balances, deliveries and returns brought: no more can ever be sold or promised.
    var supplied: [StockPlace: Int] = [:]
    var sold: [StockPlace: Int] = [:]
    /// What live orders have claimed of their buyers' years, in fen.
    var claimed: [QuotaPlace: Int64] = [:]
    /// Every event, in the order of the commits.
    var told: [OutboxEvent] = []
    private(set) var violation: String?
    /// How often each kind of event and each stage was seen.
    var seen: [String: Int] = [:]
    let bank: Bank
    let customs: Customs
    var looked = 0
    /// People of orders that are not seen yet, by key.
    var announced: [IdempotencyKey: [Date]] = [:]

    init(bank: Bank, customs: Customs) {
        self.bank = bank
        self.customs = customs
    }

    func require(_ holds: Bool, _ law: @autoclosure () -> String) {
        if !holds, violation == nil { violation = law() }
    }

    // What the simulation does past the orders.

    func supply(_ place: StockPlace, _ count: Int) {
        levels[place, default: StockLevel(onHand: 0)].onHand += count
        supplied[place, default: 0] += count
    }

    func announce(_ people: [SealedRecord], of key: IdempotencyKey) {
        if keys[key] == nil { announced[key] = people.map(\.eraseAfter) }
    }

    func erase(before now: Date) -> Int {
        var count = 0
        for (id, account) in accounts where account.people.contains(where: { $0 < now }) {
            count += account.people.count { $0 < now }
            accounts[id]?.people.removeAll { $0 < now }
        }
        return count
    }

    /// Whether anybody's data is due for erasing.
    func isDue(at now: Date) -> Order.ID? {
        placed.first { accounts[$0]?.people.contains { $0 < now } ?? false }
    }

    func erase(_ id: Order.ID) -> Int {
        defer { accounts[id]?.people = [] }
        return accounts[id]?.people.count ?? 0
    }
}
