/// The way of goods that a shop buys until they are for sale, as data.
///
///     PurchaseFlow.bonded.steps(from: .shipped)       // entered, cancelled
public struct PurchaseFlow: Hashable, Sendable {
    public var transitions: [Transition]

    public enum Stage: String, Hashable, Sendable, CaseIterable {
        case placed, shipped
        /// In the bonded zone, by its entry list.
        case entered
        /// Every line was counted; nothing of it is for sale yet, so that it may be counted again.
        case counted
        case sellable, closed, cancelled
    }

    public enum Step: String, Hashable, Sendable, CaseIterable {
        case shipped, entered, counted
        /// What was counted intact goes on sale.
        case released
        case closed, cancelled
    }

    public struct Transition: Hashable, Sendable {
        public var from: Stage
        public var step: Step
        public var to: Stage

        public init(_ from: Stage, _ step: Step, _ to: Stage) { (self.from, self.step, self.to) = (from, step, to) }
    }

    public init(_ transitions: [Transition]) { self.transitions = transitions }

    /// 1210: into a bonded zone, where they wait for buyers.
    public static let bonded = PurchaseFlow(
        [
            Transition(.placed, .shipped, .shipped),
            Transition(.shipped, .entered, .entered),
            Transition(.entered, .counted, .counted),
        ] + shared)

    /// 9610: into a warehouse abroad; they cross the border one by one, when they are sold.
    public static let direct = PurchaseFlow(
        [
            Transition(.placed, .shipped, .shipped),
            Transition(.shipped, .counted, .counted),
        ] + shared)

    private static let shared = [
        Transition(.placed, .cancelled, .cancelled),
        Transition(.shipped, .cancelled, .cancelled),
        Transition(.counted, .counted, .counted),
        Transition(.counted, .released, .sellable),
        Transition(.sellable, .closed, .closed),
    ]

    public func stage(from stage: Stage, on step: Step) -> Stage? {
        transitions.first { $0.from == stage && $0.step == step }?.to
    }

    /// What may happen next, in the order of the graph.
    public func steps(from stage: Stage) -> [Step] { transitions.filter { $0.from == stage }.map(\.step) }
}
