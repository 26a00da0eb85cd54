/// A Han character read from UTF-8, as a place in tables of readings.
struct HanCharacter {
    /// Extension A and the unified ideographs, the planes of rare ones, and 〇.
    static let count = planes + 0x323B0 - 0x20000 + 1
    private static let planes = 0xA000 - 0x3400

    let scalar: UInt32
    let index: Int
    /// Where the next character begins.
    let end: Int

    @inline(__always)
    init?(_ text: Span<UInt8>, _ at: Int) {
        switch text[at] {
        case 0xE3...0xE9 where at + 2 < text.count:
            scalar = UInt32(text[at] & 0xF) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
            end = at + 3
        case 0xF0 where at + 3 < text.count:
            scalar = UInt32(text[at + 1] & 0x3F) << 12 | UInt32(text[at + 2] & 0x3F) << 6 | UInt32(text[at + 3] & 0x3F)
            end = at + 4
        default: return nil
        }
        guard let index = Self.index(scalar) else { return nil }
        self.index = index
    }

    @inline(__always)
    static func index(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x3400..<0xA000: Int(scalar) - 0x3400
        case 0x20000..<0x323B0: Int(scalar) - 0x20000 + planes
        case 0x3007: count - 1
        default: nil
        }
    }
}

extension HanCharacter {
    /// The character of a place in the tables.
    static func scalar(at index: Int) -> UInt32 {
        index < planes ? UInt32(index + 0x3400) : index < count - 1 ? UInt32(index - planes + 0x20000) : 0x3007
    }
}
