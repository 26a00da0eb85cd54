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
        var end = rest.index(after: rest.startIndex)
        while end < rest.endIndex, Self.verbatimEnd(rest[end...]) == nil { rest.formIndex(after: &end) }
        defer { rest = rest[end...] }
        return (rest[..<end], false)
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
