extension OrderFlow {
    /// The graph in Mermaid's words, which GitHub draws.
    public var diagram: String {
        var lines = ["stateDiagram-v2", "    [*] --> \(Self.first.rawValue)"]
        for transition in transitions {
            let guards =
                transition.guards.isEmpty ? "" : " [\(transition.guards.map(\.rawValue).joined(separator: ", "))]"
            let effects =
                transition.effects.isEmpty ? "" : " / \(transition.effects.map(\.rawValue).joined(separator: ", "))"
            lines.append(
                "    \(transition.from.rawValue) --> \(transition.to.rawValue): \(transition.step.rawValue)\(guards)\(effects)"
            )
        }
        lines += stages.filter(Self.ends.contains).map { "    \($0.rawValue) --> [*]" }
        return lines.joined(separator: "\n")
    }
}
