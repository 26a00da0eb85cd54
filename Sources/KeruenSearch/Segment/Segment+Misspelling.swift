internal import SearchShims

extension Segment {
    /// Terms that are one letter away from a text: another letter, one more, one less, or two that changed places; the
    /// commonest first.
    func misspellings(of text: String, limit: Int = 16) -> [Int] {
        let wanted = Array(text.unicodeScalars)
        guard wanted.count >= 4, hasSoundText else { return [] }
        var found: [Int] = []
        for term in 0..<termCount {
            let bytes = termBytes(term)
            // A letter of Cyrillic, Arabic or Latin has one or two bytes.
            guard abs(bytes.count - text.utf8.count) <= 4 else { continue }
            let other = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            if Self.isOneEdit(wanted, other) { found.append(term) }
        }
        return Array(found.sorted { frequency(of: $0) > frequency(of: $1) }.prefix(limit))
    }

    /// A term as it was indexed; empty where the texts are damaged.
    public func text(of term: Int) -> String {
        hasSoundText ? String(decoding: termBytes(term), as: UTF8.self) : ""
    }

    private func termBytes(_ term: Int) -> [UInt8] {
        let (start, end) = unsafe (Int(raw.pointee.term_offsets[term]), Int(raw.pointee.term_offsets[term + 1]))
        return unsafe Array(UnsafeBufferPointer(start: raw.pointee.term_bytes + start, count: end - start))
    }

    static func isOneEdit(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        guard abs(a.count - b.count) <= 1, a != b else { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        if a.count != b.count { return start + end >= min(a.count, b.count) }
        let middle = a.count - start - end
        return middle == 1 || middle == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
    }
}
