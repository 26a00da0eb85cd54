extension OrderFlow {
    /// What is wrong with the graph; empty for a sound one.
    ///
    /// A stage that nothing leads to is a step that somebody forgot; a stage that leads to no end holds orders for ever; a
    /// transition behind another one without guards is never taken.
    public var faults: [Fault] {
        let reached = closure(from: Self.first) { $0.from == $1 ? $0.to : nil }
        let ends = Self.ends.reduce(into: Set<OrderStage>()) { found, end in
            found.formUnion(closure(from: end) { $0.to == $1 ? $0.from : nil })
        }
        return stages.filter { !reached.contains($0) }.map { .unreachable($0) }
            + stages.filter { !ends.contains($0) }.map { .deadEnd($0) } + hidden
    }

    public enum Fault: Hashable, Sendable {
        case unreachable(OrderStage)
        case deadEnd(OrderStage)
        case hidden(OrderStage, OrderStep)
    }

    private var hidden: [Fault] {
        transitions.indices.compactMap { index in
            let transition = transitions[index]
            let isHidden = transitions[..<index].contains {
                $0.from == transition.from && $0.step == transition.step && $0.guards.isEmpty
            }
            return isHidden ? .hidden(transition.from, transition.step) : nil
        }
    }

    private func closure(
        from start: OrderStage, _ next: (Transition, OrderStage) -> OrderStage?
    ) -> Set<OrderStage> {
        var found: Set<OrderStage> = [start]
        var open = [start]
        while let stage = open.popLast() {
            for transition in transitions {
                if let stage = next(transition, stage), found.insert(stage).inserted { open.append(stage) }
            }
        }
        return found
    }

    /// Refuses flows that a programmer has drawn wrongly; asked when the first order is made or read.
    static let checked: Bool = {
        for flow in all { precondition(flow.faults.isEmpty, "the flow \(flow.id.rawValue) has faults: \(flow.faults)") }
        return true
    }()
}
