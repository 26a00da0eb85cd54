/// Up to seven bytes of UTF-8 in one word of the machine, so that tables of writings are flat arrays of numbers.
///
/// The highest byte is the length and one more, so that zero stands for no writing and an empty one is something else.
struct PackedText: Hashable, Sendable {
    private(set) var bits: UInt64 = 0

    static let none = PackedText()

    private init() {}

    /// - Precondition: `text` has at most seven bytes; the tables of this module are the only source.
    init(_ text: some StringProtocol) {
        precondition(text.utf8.count < 8, "writings are short")
        for byte in text.utf8.reversed() { bits = bits << 8 | UInt64(byte) }
        bits |= UInt64(text.utf8.count + 1) << 56
    }

    var isNone: Bool { bits == 0 }
    var count: Int { Int(bits >> 56) - 1 }

    @inline(__always)
    func append(to output: inout [UInt8]) {
        var rest = bits
        for _ in 0..<Int(bits >> 56) - 1 {
            output.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
