internal import SearchShims

extension SegmentBuilder {
    /// Merges two segments' postings: no text is read, and the segment is what it would be had all documents been added one by one.
    ///
    ///     let builder = try SegmentBuilder(merge)
    ///     builder.mergeColumns(of: merge)
    ///     builder.setRange("price", prices)               // instead of what both segments say
    ///     let segment = try Segment(builder.bytes())
    ///
    /// No document can be added. Where one goes that has a term with a weight of 255 and more, its length counts as its length code
    /// tells, for a segment does not say more; the mean length, and so scores, may differ by a hair then.
    /// - Throws: `SegmentError` where a byte of either segment is not what was written.
    public convenience init(_ merge: SegmentMerge) throws(SegmentError) {
        try merge.base.verify()
        try merge.small.verify()
        self.init()
        let result = unsafe merge.baseNumbers.withUnsafeBufferPointer { base in
            unsafe merge.smallNumbers.withUnsafeBufferPointer { small in
                var base = unsafe ksearch_source(
                    segment: merge.base.raw, numbers: base.baseAddress, total: merge.base.length)
                var small = unsafe ksearch_source(
                    segment: merge.small.raw, numbers: small.baseAddress, total: merge.small.length)
                return unsafe ksearch_builder_merge(raw, &base, &small, UInt32(merge.count))
            }
        }
        guard result != KSEARCH_DAMAGED else { throw SegmentError(.damaged, "postings") }
        precondition(result == KSEARCH_MERGED, "no memory for an index")
        (count, isNumbered) = (merge.count, true)
    }

    /// Takes every column and every set of both segments: 0, or no member, where a segment does not have one.
    ///
    /// Those that say where documents stand — in an order, say — have to be set anew: only their places are moved, not their values.
    public func mergeColumns(of merge: SegmentMerge) {
        for name in merge.names(\.ranges) { setRange(name, merge.range(name) ?? []) }
        for name in merge.names(\.codes) { setCodes(name, merge.codes(name) ?? []) }
        for name in merge.names(\.sets) { setMembers(name, merge.members(name) ?? []) }
    }
}

extension SegmentMerge {
    func names<Value>(_ columns: KeyPath<Segment, [String: Value]>) -> Set<String> {
        Set(base[keyPath: columns].keys).union(small[keyPath: columns].keys)
    }
}
