/// The ways of an order from its placing to its end, as data: checked when a program starts, drawn into the docs.
///
///     OrderFlow.export.transition(from: .declared, on: .receiptReleased)?.to      // exitCleared
public struct OrderFlow: Hashable, Sendable, Identifiable {
    public var id: ID
    public var transitions: [Transition]

    public init(id: ID, transitions: [Transition]) {
        self.id = id
        self.transitions = transitions
    }

    public enum ID: String, Hashable, Sendable, CaseIterable {
        case domestic, export, tour
        /// 1210: the goods wait in a bonded warehouse. 9610: they come after the sale, with the same documents.
        case bondedImport, directImport
    }

    public struct Transition: Hashable, Sendable {
        public var from: OrderStage
        public var step: OrderStep
        public var to: OrderStage
        /// All must hold; of several transitions the first whose guards hold is taken.
        public var guards: [Guard]
        /// In order, in the same transaction.
        public var effects: [Effect]

        public init(
            _ from: OrderStage, _ step: OrderStep, _ to: OrderStage, if guards: [Guard] = [], _ effects: [Effect] = []
        ) {
            self.from = from
            self.step = step
            self.to = to
            self.guards = guards
            self.effects = effects
        }
    }

    /// A pure question to the order; see `Order.holds(_:at:)`.
    public enum Guard: String, Hashable, Sendable, CaseIterable {
        /// Captured, less what is being given back, is the total at least.
        case paidInFull
        /// The time until which cancelling costs nothing is not over.
        case freeCancellation
    }

    /// A value that says what else has to happen; `OrderRecord` makes it happen.
    public enum Effect: String, Hashable, Sendable, CaseIterable {
        case releaseReservations, takeReservations, restockAccepted
        /// All that was captured and is not being given back.
        case refundEverything
        /// What was captured past the total.
        case refundExcess
        /// A payment that came when nothing was to be paid any more.
        case refundLatest
        /// The accepted goods of a return.
        case refundReturned
    }

    public static let first = OrderStage.placed
    /// Where an order may rest for good.
    public static let ends: Set<OrderStage> = [.closed, .cancelled, .lapsed, .destroyed, .lost]

    public static let all: [OrderFlow] = [.domestic, .export, .bondedImport, .directImport, .tour]

    public static func flow(_ id: ID) -> OrderFlow {
        _ = checked
        return named(id)
    }

    private static func named(_ id: ID) -> OrderFlow {
        switch id {
        case .domestic: .domestic
        case .export: .export
        case .bondedImport: .bondedImport
        case .directImport: .directImport
        case .tour: .tour
        }
    }
}

extension OrderFlow {
    /// The transitions that a step can take; empty where it is not allowed.
    public func transitions(from stage: OrderStage, on step: OrderStep) -> some Sequence<Transition> {
        transitions.lazy.filter { $0.from == stage && $0.step == step }
    }

    public func transition(from stage: OrderStage, on step: OrderStep) -> Transition? {
        transitions(from: stage, on: step).first { _ in true }
    }

    /// What may happen next, in the order of the graph.
    public func steps(from stage: OrderStage) -> [OrderStep] {
        var seen: Set<OrderStep> = []
        return transitions.filter { $0.from == stage }.map(\.step).filter { seen.insert($0).inserted }
    }

    public var stages: [OrderStage] {
        let used = Set(transitions.flatMap { [$0.from, $0.to] })
        return OrderStage.allCases.filter(used.contains)
    }
}
