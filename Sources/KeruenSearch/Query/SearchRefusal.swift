/// Why a query is not looked for: it is longer than anybody types, and a machine sent it.
///
///     if let refusal = SearchRefusal(query) { show(refusal.diagnostic) }
public struct SearchRefusal: Hashable, Sendable {
    public enum Reason: Hashable, Sendable { case characters, words }

    public var reason: Reason
    public var length: Int

    public static let mostCharacters = 400
    public static let mostWords = 40

    /// Nil for a query that is looked for.
    public init?(_ query: String) {
        // Counted in bytes first: ten million characters need not be counted one by one.
        if query.utf8.count > Self.mostCharacters * 4 {
            (reason, length) = (.characters, query.utf8.count)
            return
        }
        let words = query.split(whereSeparator: \.isWhitespace).count
        if query.count > Self.mostCharacters {
            (reason, length) = (.characters, query.count)
        } else if words > Self.mostWords {
            (reason, length) = (.words, words)
        } else {
            return nil
        }
    }

    public var diagnostic: Diagnostic {
        let limit = reason == .words ? Self.mostWords : Self.mostCharacters
        return Diagnostic(
            reason == .words ? "SRC0102" : "SRC0101", .error, at: nil,
            ["length": .integer(length), "limit": .integer(limit)])
    }
}
