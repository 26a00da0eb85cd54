/// A text in pieces: what may be written over, and what must stay as it is, such as {цена} and https://пример.рф/путь.
struct VerbatimPieces: Sequence, IteratorProtocol {
    private var rest: Substring

    init(of text: String) { rest = text[...] }

    mutating func next() -> (text: Substring, isVerbatim: Bool)? {
        guard !rest.isEmpty else { return nil }
        if let end = Self.verbatimEnd(rest) {
            defer { rest = rest[end...] }
            return (rest[..<end], true)
        }
        let end = nextVerbatim()
        defer { rest = rest[end...] }
        return (rest[..<end], false)
    }

    /// Where the next placeholder or address begins. By bytes, because almost every text has neither and goes on whole.
    private func nextVerbatim() -> Substring.Index {
        let bytes = rest.utf8
        var from = bytes.startIndex
        while let sign = bytes[from...].firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ":") }) {
            if Self.verbatimEnd(rest[sign...]) != nil { return sign }
            from = bytes.index(after: sign)
        }
        return rest.endIndex
    }

    /// Where a placeholder ends that begins here, or the rest of an address behind its scheme's name. A brace that is not
    /// closed within 200 characters is none of a placeholder, so that a line of braces takes no quadratic time.
    private static func verbatimEnd(_ text: Substring) -> Substring.Index? {
        switch text.first {
        case "{": text.prefix(200).firstIndex(of: "}").map { text.index(after: $0) }
        case ":" where text.hasPrefix("://"): text.firstIndex(where: \.isWhitespace) ?? text.endIndex
        default: nil
        }
    }
}
