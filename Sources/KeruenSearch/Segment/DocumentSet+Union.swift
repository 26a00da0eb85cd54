extension DocumentSet {
    /// Documents that are in one of some sets of the same segment.
    init(union sets: [DocumentSet], documents: Int) {
        self.init(documents: documents) { words in
            for set in sets where set.documents == documents {
                for index in words.indices { words[index] |= set.words[index] }
            }
        }
    }

    /// Documents that are collected while a query is answered.
    init(documents: Int, _ fill: (inout [UInt64]) -> Void) {
        var words = [UInt64](repeating: 0, count: SegmentBuilder.padded(documents) / 64)
        fill(&words)
        let running = SegmentBuilder.running(words, documents)
        let size = words.count * 8
        let owner = SegmentBytes(
            unsafe words.withUnsafeBytes { unsafe [UInt8]($0) } + running.withUnsafeBytes { unsafe [UInt8]($0) })
        self.init(
            words: unsafe UnsafeColumn(owner.buffer(0..<size).assumingMemoryBound(to: UInt64.self)),
            running: unsafe UnsafeColumn(
                owner.buffer(size..<size + running.count * 4).assumingMemoryBound(to: UInt32.self)),
            documents: documents, owner: owner)
    }

    /// How many documents are in both.
    func count(with other: DocumentSet) -> Int {
        guard documents == other.documents else { return 0 }
        return (0..<(documents + 63) / 64).reduce(0) { $0 + (words[$1] & other.words[$1]).nonzeroBitCount }
    }
}
