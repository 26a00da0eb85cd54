/// Up to seven bytes of UTF-8 in one word of the machine, so that tables of writings are flat arrays of numbers.
///
/// The highest byte is the length, and a bit that says that this is a writing at all: an empty one is one.
struct PackedText: Hashable, Sendable {
    private(set) var bits: UInt64 = 0

    static let none = PackedText()

    private init() {}

    /// - Precondition: `text` has at most seven bytes; the tables of this module are the only source.
    init(_ text: some StringProtocol) {
        precondition(text.utf8.count < 8, "writings are short")
        for byte in text.utf8.reversed() { bits = bits << 8 | UInt64(byte) }
        bits |= UInt64(text.utf8.count | 0x80) << 56
    }

    var isNone: Bool { bits == 0 }
    var count: Int { Int(truncatingIfNeeded: bits >> 56) & 0x7F }
}

extension PackedText {
    var string: String {
        String(decoding: (0..<max(0, count)).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }, as: UTF8.self)
    }
}
