internal import SearchShims

extension Segment {
    /// Terms that are one letter away from a text: another letter, one more, one less, or two that changed places; the
    /// commonest first.
    func misspellings(of text: String, limit: Int = 16) -> [Int] {
        guard text.unicodeScalars.count >= 4, limit > 0, hasSoundText else { return [] }
        let bytes = Array(text.utf8)
        return unsafe [UInt32](unsafeUninitializedCapacity: limit) { found, count in
            count = unsafe Int(ksearch_misspellings(raw, bytes, bytes.count, UInt32(limit), found.baseAddress))
        }.map(Int.init)
    }

    /// A term as it was indexed; empty where the texts are damaged.
    public func text(of term: Int) -> String {
        guard hasSoundText else { return "" }
        let (start, end) = unsafe (Int(raw.pointee.term_offsets[term]), Int(raw.pointee.term_offsets[term + 1]))
        return unsafe String(
            decoding: UnsafeBufferPointer(start: raw.pointee.term_bytes + start, count: end - start), as: UTF8.self)
    }

    /// Whether one is a misspelling of the other; of a dictionary, `misspellings(of:)` finds them without comparing all.
    static func isOneEdit(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        guard abs(a.count - b.count) <= 1, a != b else { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        if a.count != b.count { return start + end >= min(a.count, b.count) }
        let middle = a.count - start - end
        return middle == 1 || middle == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
    }
}
