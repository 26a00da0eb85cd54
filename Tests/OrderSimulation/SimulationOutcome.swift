/// How a simulated day went.
public struct SimulationOutcome: Sendable, CustomStringConvertible {
    public let seed: UInt64
    /// Where the orders were kept, as `./Scripts/simulate --store` names it.
    public let store: String
    public let steps: Int
    /// The law that was broken; nil for a good day.
    public let violation: String?
    /// The last steps, the oldest first.
    public let last: [String]
    /// The same for the same seed and steps.
    public let hash: UInt64
    /// How often each kind of event and each stage was seen.
    public let seen: [String: Int]

    public var description: String {
        guard let violation else { return "seed \(seed), \(steps) steps: every law held" }
        return """
            seed \(seed), step \(steps): \(violation)
            \(last.map { "    " + $0 }.joined(separator: "\n"))
            again: ./Scripts/simulate\(store == "memory" ? "" : " --store \(store)") --seed \(seed) --until \(steps) --trace
            """
    }
}
