/// What the grammar of LDML 48 makes of a code point.
enum MessageScalar {
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\r", "\n", "\u{3000}": true
        default: false
        }
    }

    /// Marks of direction, which may stand beside spaces and names and mean nothing.
    static func isBidi(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61C, 0x200E, 0x200F, 0x2066...0x2069: true
        default: false
        }
    }

    static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x2B, 0x5F: true
        case 0..<0xA1: false
        case 0x61C, 0x1680, 0x2000...0x200A, 0x200E, 0x200F, 0x2028...0x202F, 0x205F, 0x2066...0x2069, 0x3000,
            0xFDD0...0xFDEF:
            false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }

    static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        isNameStart(scalar) || (0x30...0x39).contains(scalar.value) || scalar == "-" || scalar == "."
    }
}
