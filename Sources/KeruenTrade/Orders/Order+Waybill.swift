public import Foundation

extension Order {
    /// The carrier's number that its parcel goes to customs under; nil before one was noted.
    public var waybill: String? { history.reversed().lazy.compactMap(\.waybill).first }

    /// Whether customs may still hold a number against this order at an instant.
    func isServed(by number: String, at now: Date) -> Bool {
        guard let event = history.last(where: { $0.waybill != nil }), event.waybill == number else { return false }
        guard now < event.at.addingTimeInterval(Self.waybillDays * 86_400) else { return false }
        // What was called off before customs heard of it has left its label free.
        return stage != .cancelled || hasBeenReported
    }

    /// Six months, and no day less in any part of the year.
    private static let waybillDays = 184.0

    private var hasBeenReported: Bool {
        history.contains { event in
            if case .step(.declared, _) = event.change { return true }
            if case .step(.submitted, _) = event.change { return true }
            return false
        }
    }
}

extension OrderEvent {
    /// The carrier's number that a step before the declaration has brought.
    package var waybill: String? {
        switch change {
        case .step(.screened, let number?), .step(.submitted, let number?): number
        default: nil
        }
    }
}

extension OrderStore {
    /// Asks whether a carrier's number is still free for an order: customs take each once in six months.
    /// - Throws: `TradeError` with `waybillTaken`, which names the other order.
    public func check(waybill number: String, of id: Order.ID, at now: Date) async throws(TradeError) {
        try await read { transaction throws(TradeError) in
            try transaction.check(waybill: number, of: id, at: now)
        }
    }
}

extension StoreTransaction {
    func check(waybill number: String?, of id: Order.ID, at now: Date) throws(TradeError) {
        guard let number else { return }
        for other in try orders(waybill: number) where other != id {
            guard try order(other)?.isServed(by: number, at: now) == true else { continue }
            throw TradeError(
                .waybillTaken,
                ["waybill": .text(number), "id": .text(id.description), "other": .text(other.description)])
        }
    }
}
