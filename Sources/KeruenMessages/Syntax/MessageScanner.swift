/// Reads a message's bytes token by token.
struct MessageScanner {
    private let source: String
    private let bytes: [UInt8]
    /// The next byte's place.
    var at = 0

    init(_ source: String) {
        self.source = source
        bytes = Array(source.utf8)
    }

    var isAtEnd: Bool { at >= bytes.count }
    var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    func starts(with text: StaticString) -> Bool {
        guard bytes.count - at >= text.utf8CodeUnitCount else { return false }
        for offset in 0..<text.utf8CodeUnitCount where unsafe bytes[at + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }

    mutating func take(_ text: StaticString) -> Bool {
        guard starts(with: text) else { return false }
        at += text.utf8CodeUnitCount
        return true
    }

    /// Whether there was a space; marks of direction alone are none.
    @discardableResult
    mutating func skipSpace() -> Bool {
        var hasSpace = false
        while let byte = peek {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D:
                hasSpace = true
                at += 1
            case 0..<0x80: return hasSpace
            default:
                let (scalar, length) = scalar()
                let isSpace = MessageScalar.isSpace(scalar)
                guard isSpace || MessageScalar.isBidi(scalar) else { return hasSpace }
                hasSpace = hasSpace || isSpace
                at += length
            }
        }
        return hasSpace
    }

    /// Text up to one of two ASCII bytes or the end, its escapes undone.
    mutating func text(until stop: UInt8, or other: UInt8) throws(MessageError) -> String {
        var start = at
        var text = ""
        while let byte = peek, byte != stop, byte != other {
            if byte == 0 { throw error("a zero byte may not stand in a message") }
            if byte == UInt8(ascii: "\\") {
                text += piece(start..<at)
                at += 1
                guard let escaped = peek, escaped == 0x5C || (0x7B...0x7D).contains(escaped) else {
                    throw error("only \\\\, \\{, \\| and \\} may follow a backslash")
                }
                start = at
            }
            at += 1
        }
        return text.isEmpty ? piece(start..<at) : text + piece(start..<at)
    }

    /// A name with the marks of direction around it left out; nil where none begins.
    mutating func name() -> String? {
        let start = at
        skipBidi()
        let first = at
        guard !isAtEnd, MessageScalar.isNameStart(scalar().0) else {
            at = start
            return nil
        }
        skipNameCharacters()
        let name = piece(first..<at)
        skipBidi()
        return name
    }

    mutating func unquoted() -> String? {
        let start = at
        skipNameCharacters()
        return at > start ? piece(start..<at) : nil
    }

    /// Whether a name begins, perhaps behind a mark of direction.
    var isAtNameStart: Bool {
        guard let byte = peek else { return false }
        if byte < 0x80 { return MessageScalar.isNameStart(Unicode.Scalar(byte)) }
        let (scalar, length) = scalar()
        if MessageScalar.isNameStart(scalar) { return true }
        guard MessageScalar.isBidi(scalar), at + length < bytes.count else { return false }
        var next = self
        next.at += length
        return MessageScalar.isNameStart(next.scalar().0)
    }

    private mutating func skipNameCharacters() {
        while !isAtEnd {
            let (scalar, length) = scalar()
            guard MessageScalar.isNameCharacter(scalar) else { return }
            at += length
        }
    }

    private mutating func skipBidi() {
        guard let byte = peek, byte >= 0x80 else { return }
        let (scalar, length) = scalar()
        if MessageScalar.isBidi(scalar) { at += length }
    }

    /// The code point that begins here. A string's UTF-8 is always well formed.
    private func scalar() -> (Unicode.Scalar, length: Int) {
        let first = bytes[at]
        guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
        let length = (~first).leadingZeroBitCount
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for byte in bytes[min(at + 1, bytes.count)..<min(at + length, bytes.count)] {
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private func piece(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func error(_ reason: String) -> MessageError { error(at: at, reason) }

    func error(at offset: Int, _ reason: String) -> MessageError {
        MessageError(.syntax, at: offset, of: source, reason)
    }
}
