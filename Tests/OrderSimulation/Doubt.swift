internal import Foundation
internal import KeruenTrade

/// A write that failed below the store, and may be there all the same: the power went when it was nearly done.
enum Doubt: Sendable {
    case supply(StockPlace, Int)
    /// Of one order, or of all whose day was over.
    case erase(Order.ID?, Date)

    /// Looks which of the two it was; anything between them is found by the audit that follows.
    func resolve(in transaction: any StoreTransaction, _ auditor: Auditor) throws(TradeError) {
        switch self {
        case .supply(let place, let count):
            let isThere = try transaction.level(at: place)?.onHand == (auditor.levels[place]?.onHand ?? 0) + count
            if isThere { auditor.supply(place, count) }
        case .erase(let id?, _):
            if try transaction.records(of: id).isEmpty { _ = auditor.erase(id) }
        case .erase(nil, let day):
            guard let id = auditor.isDue(at: day) else { return }
            if try transaction.records(of: id).allSatisfy({ $0.eraseAfter >= day }) { _ = auditor.erase(before: day) }
        }
    }
}
