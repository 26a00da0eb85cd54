internal import Foundation

/// Goods that a shop buys: what its events fold to.
///
///     let purchase = try await store.place(placement, at: now)
///     purchase.stage              // placed
///     purchase.differences        // by line, once they were counted
public struct Purchase: Hashable, Sendable, Identifiable {
    public let id: ID
    public private(set) var history: [PurchaseEvent]
    public private(set) var stage = PurchaseFlow.Stage.placed
    public let placement: PurchaseEvent.Placement
    /// The last count, in the order of the lines; empty before it.
    public private(set) var counts: [PurchaseCount] = []
    /// What went on sale.
    public private(set) var released: [Reservation] = []

    /// Which way of China's customs the goods are bought for.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// They wait in a bonded zone.
        case bonded = "1210"
        /// They wait abroad.
        case direct = "9610"
    }

    public struct Line: Hashable, Sendable {
        public var sku: SKU
        public var quantity: Int

        public init(sku: SKU, quantity: Int) {
            self.sku = sku
            self.quantity = quantity
        }
    }

    /// - Throws: `TradeError` with `brokenPurchase` unless the first event is the placing and the others follow it.
    public init(id: ID, history: [PurchaseEvent]) throws(TradeError) {
        guard let first = history.first, first.number == 0, case .placed(let placement) = first.change else {
            throw TradeError(.brokenPurchase, ["id": .text(id.description)])
        }
        self.init(id: id, placed: placement, at: first.at)
        for event in history.dropFirst() { try apply(event) }
    }

    init(id: ID, placed placement: PurchaseEvent.Placement, at now: Date) {
        self.id = id
        self.placement = placement
        history = [PurchaseEvent(number: 0, at: now, change: .placed(placement))]
    }

    public var key: IdempotencyKey { placement.key }
    public var lines: [Line] { placement.lines }
    public var flow: PurchaseFlow { placement.mode == .bonded ? .bonded : .direct }
}

extension Purchase {
    /// Adds an event.
    /// - Throws: `TradeError` with `purchaseNotAllowedNow`, `badCount` or `brokenPurchase`; then nothing has changed.
    mutating func apply(_ event: PurchaseEvent) throws(TradeError) {
        guard event.number == history.count, let step = event.change.flowStep else {
            throw TradeError(.brokenPurchase, ["id": .text(id.description)])
        }
        guard let next = flow.stage(from: stage, on: step) else { throw notAllowed(step) }
        switch event.change {
        case .placed, .step: break
        case .counted(let counts):
            try check(counts)
            self.counts = counts
        case .released(let goods):
            // Whoever writes more than was counted has not written it here.
            guard goods == sellable else { throw TradeError(.brokenPurchase, ["id": .text(id.description)]) }
            released = goods
        }
        stage = next
        history.append(event)
    }

    /// Pieces that may go on sale: intact, and no more than were ordered, for what came beyond that stands on no entry list.
    var sellable: [Reservation] {
        counts.compactMap { count in
            let line = lines[count.line]
            let pieces = min(count.intact, line.quantity)
            return pieces > 0
                ? Reservation(warehouse: placement.warehouse, sku: line.sku, quantity: pieces) : nil
        }
    }

    func notAllowed(_ step: PurchaseFlow.Step) -> TradeError {
        let known = flow.steps(from: stage).map(\.rawValue).joined(separator: ", ")
        return TradeError(
            .purchaseNotAllowedNow,
            [
                "id": .text(id.description), "stage": .text(stage.rawValue), "step": .text(step.rawValue),
                "known": .text(known.isEmpty ? "—" : known),
            ])
    }

    /// Every line once, in their order.
    private func check(_ counts: [PurchaseCount]) throws(TradeError) {
        guard counts.map(\.line) == Array(lines.indices) else {
            throw TradeError(.brokenPurchase, ["id": .text(id.description)])
        }
        for count in counts {
            let isCount =
                (0...Self.maximumCount).contains(count.intact) && (0...Self.maximumCount).contains(count.damaged)
            guard isCount else { throw badCount(of: lines[count.line].sku) }
        }
    }

    func badCount(of sku: SKU) -> TradeError {
        TradeError(
            .badCount,
            [
                "id": .text(id.description), "sku": .text(sku.description), "maximum": .integer(Self.maximumCount),
            ])
    }

    /// Larger numbers are slips.
    public static let maximumCount = 99_999
}

extension Purchase {
    /// What was found of a line beside what was ordered.
    public struct Difference: Hashable, Sendable {
        public var sku: SKU
        public var ordered: Int
        public var intact: Int
        public var damaged: Int

        public var short: Int { max(0, ordered - intact - damaged) }
        public var over: Int { max(0, intact + damaged - ordered) }
        /// Whether just what was ordered came, and all of it intact.
        public var isNone: Bool { intact == ordered && damaged == 0 }
    }

    /// By line, once they were counted; those without a difference too.
    public var differences: [Difference] {
        counts.map { count in
            let line = lines[count.line]
            return Difference(sku: line.sku, ordered: line.quantity, intact: count.intact, damaged: count.damaged)
        }
    }
}
