internal import SearchShims

/// What a buyer is about to type.
///
///     let terms = segment.terms(from: "жіб")
///     segment.commonest(among: terms, limit: 10).map(segment.text)      // жібек, жібектей, …
///     segment.first(havingAny: terms, limit: 10)                        // ten products that have one of them, in title order
extension Segment {
    /// The terms that begin with a text, in their order.
    public func terms(from prefix: String) -> Swift.Range<Int> {
        func bound(_ bytes: [UInt8]) -> Int {
            unsafe bytes.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                return unsafe Int(ksearch_lower_bound(raw, base, buffer.count))
            }
        }
        let bytes = Array(prefix.utf8)
        guard let last = bytes.last else { return 0..<termCount }
        guard hasSoundText else { return 0..<0 }
        // No byte of UTF-8 is 0xFF, so that there is always a next one.
        return bound(bytes)..<bound(bytes.dropLast() + [last + 1])
    }

    /// Of some terms those that most documents have, the commonest first.
    public func commonest(among terms: Swift.Range<Int>, limit: Int) -> [Int] {
        let terms = terms.clamped(to: 0..<termCount)
        let room = min(terms.count, max(0, limit))
        return unsafe [UInt32](unsafeUninitializedCapacity: room) { found, count in
            count = unsafe Int(
                ksearch_commonest(
                    raw, UInt32(terms.lowerBound), UInt32(terms.upperBound), UInt32(room), found.baseAddress))
        }.map(Int.init)
    }

    /// The first documents that have one of some terms, in the order of their titles: for a page, which is looked for term by term.
    public func first(havingAny terms: Swift.Range<Int>, limit: Int) -> [Int] {
        let terms = terms.clamped(to: 0..<termCount)
        let room = min(count, max(0, limit))
        guard room > 0, isSound(terms, isScored: false) else { return [] }
        return unsafe [UInt32](unsafeUninitializedCapacity: room) { documents, found in
            found = unsafe Int(
                ksearch_first_of_terms(
                    raw, UInt32(terms.lowerBound), UInt32(terms.upperBound), UInt32(room), documents.baseAddress))
        }.map(Int.init)
    }
}
