internal import KeruenTrade

/// What happened, in a few bytes a step: the last steps for whoever looks for a fault, and a number that is the same for the same day.
struct Trace {
    private struct Entry {
        var step: Int
        var depth: Int
        var action: Action
        var order: Order.ID?
        var code: Diagnostic.Code?

        var text: String {
            let outcome = code.map { "refused: \($0)" } ?? "done"
            return "\(step)\(depth > 0 ? " (in between)" : "") \(action) \(order?.description ?? "–"): \(outcome)"
        }
    }

    private let prints: Bool
    private var ring: [Entry] = []
    private var next = 0
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let length = 24

    init(prints: Bool) { self.prints = prints }

    mutating func add(step: Int, depth: Int, _ action: Action, _ order: Order.ID?, _ code: Diagnostic.Code?) {
        let entry = Entry(step: step, depth: depth, action: action, order: order, code: code)
        mix(UInt64(step) << 8 | UInt64(action.rawValue))
        if let order { for byte in order.description.utf8 { mix(UInt64(byte)) } }
        if let code { for byte in code.rawValue.utf8 { mix(UInt64(byte)) } }
        if ring.count < Self.length { ring.append(entry) } else { ring[next] = entry }
        next = (next + 1) % Self.length
        if prints { print(entry.text) }
    }

    private mutating func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }

    /// The oldest first.
    var last: [String] { (ring.count < Self.length ? ring : Array(ring[next...] + ring[..<next])).map(\.text) }
}
