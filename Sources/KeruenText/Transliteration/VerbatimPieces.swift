internal import Foundation

/// A text in pieces: what may be written over, and what must stay as it is, such as {цена} and https://пример.рф/путь.
enum VerbatimPieces {
    /// False for almost every text, which then goes on whole.
    @inline(__always)
    static func mayBeIn(_ text: Span<UInt8>) -> Bool {
        text.contains(UInt8(ascii: "{")) || text.contains(UInt8(ascii: ":"))
    }

    /// Calls `body` with each piece in turn.
    static func forEach<E: Error>(
        in text: Span<UInt8>, _ body: (_ piece: Span<UInt8>, _ isVerbatim: Bool) throws(E) -> Void
    ) throws(E) {
        var start = 0
        var at = 0
        while at < text.count {
            guard let end = verbatimEnd(text, at) else {
                at += 1
                continue
            }
            var opening = at
            while opening > start, text[at] == UInt8(ascii: ":"), isASCIILetter(text[opening - 1]) { opening -= 1 }
            if start < opening { try body(text.extracting(start..<opening), false) }
            try body(text.extracting(opening..<end), true)
            start = end
            at = end
        }
        if start < at { try body(text.extracting(start..<at), false) }
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// Where a placeholder ends that begins here, or an address of which this is the colon. A brace that is not
    /// closed within 400 bytes is none of a placeholder, so that a line of braces takes no quadratic time.
    @inline(__always)
    private static func verbatimEnd(_ text: Span<UInt8>, _ at: Int) -> Int? {
        let byte = text[at]
        guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: ":") else { return nil }
        return byte == UInt8(ascii: "{") ? placeholderEnd(text, at) : addressEnd(text, at)
    }

    private static func placeholderEnd(_ text: Span<UInt8>, _ at: Int) -> Int? {
        (at..<min(at + 400, text.count)).first { text[$0] == UInt8(ascii: "}") }.map { $0 + 1 }
    }

    private static func addressEnd(_ text: Span<UInt8>, _ at: Int) -> Int? {
        guard at + 2 < text.count, text[at + 1] == UInt8(ascii: "/"), text[at + 2] == UInt8(ascii: "/") else {
            return nil
        }
        // Ends at white space: ASCII's, U+00A0, or the general and the ideographic spaces U+2000–200A, U+202F, U+3000.
        for at in at..<text.count {
            switch text[at] {
            case 0x09...0x0D, 0x20: return at
            case 0xC2 where at + 1 < text.count && text[at + 1] == 0xA0: return at
            case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && (0x80...0x8A).contains(text[at + 2]):
                return at
            case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0xAF: return at
            case 0xE3 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0x80: return at
            default: break
            }
        }
        return text.count
    }
}

extension Span<UInt8> {
    /// By the C library, which looks at many bytes at once.
    @inline(__always)
    fileprivate func contains(_ byte: UInt8) -> Bool {
        unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            return unsafe memchr(base, Int32(byte), bytes.count) != nil
        }
    }
}
