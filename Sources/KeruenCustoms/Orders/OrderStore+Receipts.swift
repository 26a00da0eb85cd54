public import Foundation

/// What became of one of customs' answers.
public struct AppliedReceipt: Hashable, Sendable {
    public var receipt: CEBReceipt
    /// Nil where no order of this store is meant.
    public var order: Order.ID?
    public var outcome: Outcome

    public enum Outcome: Hashable, Sendable {
        /// Written down; the order may have moved, or stand where it stood.
        case taken(from: OrderStage, to: OrderStage)
        /// Known already, or older than what was known when the order last went on: nothing has changed.
        case known
        /// Of no order here; the file is kept by whoever has it.
        case nobodys
        /// To an application, or to a message that could not be read: for a person, who cancels or corrects.
        case forStaff
        /// The order can't take it now: it was not filed, or the time lies ahead. Apply the file again later.
        case refused(TradeError)
    }
}

extension OrderStore {
    /// Takes customs' answers to their orders.
    ///
    ///     let answers = try CEBReceipts().read(data, as: name)
    ///     for applied in try await store.apply(answers, at: now) { print(applied.receipt, applied.outcome) }
    ///
    /// Answers may come late, twice and out of turn: each counts by its own time, one that is known changes nothing, and only 800 and 899
    /// release. Every answer has an outcome, so that none is lost in silence.
    /// - Throws: `TradeError` with what the store throws; what was taken before stays, and applying all again is harmless.
    public func apply(_ receipts: [CEBReceipt], at now: Date) async throws(TradeError) -> [AppliedReceipt] {
        var index = ReceiptIndex()
        // Reading every order's events is for numbers that name no order by themselves.
        for receipt in receipts where receipt.customsReceipt != nil && ReceiptIndex.named(by: receipt) == nil {
            index = try await receiptIndex()
            break
        }
        var applied: [AppliedReceipt] = []
        for receipt in receipts { applied.append(try await apply(receipt, by: index, at: now)) }
        return applied
    }

    private func apply(
        _ receipt: CEBReceipt, by index: ReceiptIndex, at now: Date
    ) async throws(TradeError) -> AppliedReceipt {
        guard let id = index.order(of: receipt), let before = try await order(id) else {
            return AppliedReceipt(receipt: receipt, order: nil, outcome: .nobodys)
        }
        // An export has no import list: such an answer is of some other shop's order, whatever its number.
        if let flows = receipt.kind.flows, !flows.contains(before.flow.id) {
            return AppliedReceipt(receipt: receipt, order: nil, outcome: .nobodys)
        }
        guard let answer = receipt.customsReceipt else {
            return AppliedReceipt(receipt: receipt, order: id, outcome: .forStaff)
        }
        do throws(TradeError) {
            let after = try await record(answer, of: id, at: now)
            let isKnown = after.history.count == before.history.count
            return AppliedReceipt(
                receipt: receipt, order: id, outcome: isKnown ? .known : .taken(from: before.stage, to: after.stage))
        } catch {
            guard [.notAllowedNow, .badReceipt, .badReference, .brokenHistory].contains(error.code) else { throw error }
            return AppliedReceipt(receipt: receipt, order: id, outcome: .refused(error))
        }
    }
}
