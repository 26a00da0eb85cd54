internal import KeruenTrade

/// Every choice of a simulation, from one seed: SplitMix64, the same on every machine.
///
/// One object for the whole simulation, which does one thing at a time.
final class Chance: RandomNumberGenerator, @unchecked Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 0 up to `bound`, which is not reached.
    func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high) }

    /// So often in a thousand.
    func happens(_ perMille: Int) -> Bool { below(1_000) < perMille }

    func pick<Element>(_ elements: [Element]) -> Element? { elements.isEmpty ? nil : elements[below(elements.count)] }

    /// Takes one out, in no order: what comes over a network.
    func draw<Element>(_ elements: inout [Element]) -> Element? {
        guard !elements.isEmpty else { return nil }
        elements.swapAt(below(elements.count), elements.count - 1)
        return elements.popLast()
    }

    func newID() -> Order.ID {
        var random = self
        return Order.ID(using: &random)
    }
}
