/// Where tokens stand in a text: words and Han characters are counted from 0, a pair of characters stands where its first does. The same
/// count for what is indexed and what is asked, so that a phrase's tokens are as far from each other here as there.
///
/// Tokens come in their order. Pinyin stands nowhere: it is a reading of what stands there.
struct TokenPlaces {
    private var next = 0
    /// Where the last Han token ends, in bytes of the text.
    private var reach = 0

    mutating func place(of token: SearchToken) -> Int? {
        switch token.kind {
        case .pinyin, .initials: return nil
        case .word: next += 1
        case .unigram, .bigram:
            // Its first character was counted already where it stands in the token before.
            if token.range.lowerBound >= reach { next += 1 }
            reach = max(reach, token.range.upperBound)
            if token.kind == .bigram {
                next += 1
                return next - 2
            }
        }
        return next - 1
    }

    /// Another text of the same product begins; a place is left out, so that no phrase runs on.
    mutating func beginText() { (next, reach) = (next + 1, 0) }
}
