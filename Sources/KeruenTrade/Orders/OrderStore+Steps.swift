public import Foundation

extension OrderStore {
    /// Takes an order a step further along its flow; past screening by `screen`.
    /// - Parameter reference: the number of a document, never of a person.
    /// - Throws: `TradeError` with `notAllowedNow`, `needsScreening`, `waybillTaken`, `badReference` or `unknownOrder`.
    @discardableResult
    public func advance(
        _ id: Order.ID, _ step: OrderStep, reference: String? = nil, at now: Date
    ) async throws(TradeError) -> Order {
        if let reference, !OrderStep.isReference(reference) { throw TradeError(.badReference) }
        return try await change(id, at: now) { record, transaction throws(TradeError) in
            // What carries an amount, goods or an answer of customs has a way of its own.
            guard OrderStep.plain.contains(step) else { throw record.order.notAllowed(step.rawValue) }
            let isAsked = step == .screened && record.order.flow.transition(from: record.order.stage, on: step) != nil
            guard !isAsked else { throw TradeError(.needsScreening, ["id": .text(id.description)]) }
            try record.add(.step(step, reference: reference))
            // Before customs hear of it, and once more before anything is sent: older files may hold a number twice.
            guard [.submitted, .matched, .declared].contains(step) else { return }
            try transaction.check(waybill: record.order.waybill, of: id, at: record.now)
        }
    }

    /// Calls an order off: frees what is set aside, and gives back what was paid, as the flow has it.
    ///
    /// Where customs has the list of an import already, it is asked first (623): the goods stay set aside until it has let go of them, for they may
    /// still be released. An order that is cancelled already is returned as it is.
    @discardableResult
    public func cancel(_ id: Order.ID, at now: Date) async throws(TradeError) -> Order {
        try await change(id, at: now) { record, _ throws(TradeError) in
            let (stage, flow) = (record.order.stage, record.order.flow)
            guard ![.cancelled, .cancelling].contains(stage) else { return }
            let asksFirst = flow.transition(from: stage, on: .cancelRequested) != nil
            try record.add(asksFirst ? .step(.cancelRequested, reference: nil) : .cancelled)
        }
    }

    /// Notes an answer of customs. Answers count in the order of their times: those that come late or out of turn lead to the same stage, and
    /// one that is known, or older than what was known when the order last went on, changes nothing.
    @discardableResult
    public func record(
        _ receipt: CustomsReceipt, of id: Order.ID, at now: Date
    ) async throws(TradeError) -> Order {
        try receipt.check(at: now)
        return try await change(id, at: now) { record, transaction throws(TradeError) in
            let message = "\(id) \(receipt.document) \(receipt.time) \(receipt.status)"
            guard try transaction.remember(message: message, from: "customs") else { return }
            guard record.order.isNews(receipt) else { return }
            try record.add(.receipt(receipt))
        }
    }

    /// Opens a return: what the buyer sends back.
    @discardableResult
    public func startReturn(
        of lines: [ReturnLine], _ id: Order.ID, at now: Date
    ) async throws(TradeError) -> Order {
        try await change(id, at: now) { record, _ throws(TradeError) in try record.add(.returnStarted(lines)) }
    }

    /// Closes the intake check: all that was accepted is paid back, and what of it can be sold goes on sale again where it was put.
    ///
    ///     // Two dutars have come back, one of them with a crack.
    ///     try await store.receiveReturn(
    ///         of: [ReturnLine(line: 0, quantity: 2)], sellable: [ReturnLine(line: 0, quantity: 1)], id, into: "almaty", at: now)
    ///
    /// - Parameters:
    ///   - sellable: all of it when nil; a faulty thing is paid back and never sold again.
    ///   - warehouse: where the sellable pieces lie now.
    /// - Throws: `TradeError` with `returnTooLarge`, also where more is sellable than was accepted, or `notAllowedNow`.
    @discardableResult
    public func receiveReturn(
        of accepted: [ReturnLine], sellable: [ReturnLine]? = nil, _ id: Order.ID, into warehouse: String, at now: Date
    ) async throws(TradeError) -> Order {
        let good = sellable ?? accepted
        guard good.isPart(of: accepted) else { throw TradeError(.returnTooLarge, ["id": .text(id.description)]) }
        return try await change(id, at: now) { record, _ throws(TradeError) in
            var goods: [Reservation] = []
            for line in good where record.order.lines.indices.contains(line.line) {
                let item = record.order.lines[line.line].item
                goods.append(Reservation(StockPlace(item, in: warehouse), quantity: line.quantity))
            }
            try record.add(.returnReceived(accepted, restock: goods))
        }
    }
}

extension [ReturnLine] {
    /// Whether each line has at most the pieces that it has there; both may name a line several times.
    fileprivate func isPart(of all: [ReturnLine]) -> Bool {
        var left: [Int: Int] = [:]
        for line in all { left[line.line] = (left[line.line] ?? 0).addingReportingOverflow(line.quantity).partialValue }
        for line in self {
            guard line.quantity > 0, let before = left[line.line], before >= line.quantity else { return false }
            left[line.line] = before - line.quantity
        }
        return true
    }
}

extension OrderStep {
    /// Whether a text can be a document's number.
    static func isReference(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    /// Steps that carry nothing, so that saying them is enough.
    public static let plain: Set<OrderStep> = [
        .cancelRequested, .cancelGranted, .cancelRefused, .lost, .packed, .dispatched, .screened, .declared,
        .consolidated, .departed, .importDeclared, .importCleared,
        .importRefused, .submitted, .matched, .listed, .outForDelivery, .undelivered, .delivered, .destroyed,
        .confirmed,
        .redeemed, .noShow, .closed,
    ]
}
