internal import KeruenTrade

/// Customs' answers: some come late, some twice, some before an older one.
final class Customs {
    private var sent: [Order.ID: Set<CustomsReceipt>] = [:]
    /// On their way to us.
    var messages: [(order: Order.ID, receipt: CustomsReceipt)] = []
    private let chance: Chance
    private var clock = 20_261_201_000_000_000

    init(chance: Chance) { self.chance = chance }

    /// Writes an answer to one of an order's documents; most release in the end.
    func answer(_ order: Order.ID) {
        clock += 1 + chance.below(5)
        let statuses = [2, 120, 399, 399, 800, 800, 800, 899, 500, 501, 599, 100, 700, -621_001]
        let receipt = CustomsReceipt(
            document: "LIST-\(chance.below(2))", status: statuses[chance.below(statuses.count)],
            time: String(clock))
        sent[order, default: []].insert(receipt)
        messages.append((order, receipt))
    }

    func hasSent(_ receipt: CustomsReceipt, of order: Order.ID) -> Bool { sent[order]?.contains(receipt) ?? false }
}
