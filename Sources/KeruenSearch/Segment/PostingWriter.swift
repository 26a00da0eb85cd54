internal import SearchShims

/// Postings of all terms, by blocks of 65,536 documents: a sorted array of what is in a block, or, from 4,097 on, a bitmap.
struct PostingWriter {
    /// Twice a term's two numbers, and one more for the end.
    private(set) var terms: [UInt32] = []
    private(set) var chunks: [UInt64] = []
    private(set) var arrays: [UInt16] = []
    private(set) var bitmaps: [UInt64] = []
    private(set) var ranks: [UInt16] = []
    private(set) var frequencies: [UInt8] = []

    private static let words = 1_024
    private static let mostInArray = 4_096

    /// - Parameter places: of each term in the sorted list.
    init(
        _ postings: [(term: UInt32, document: UInt32, frequency: UInt8)], places: [UInt32], terms count: Int,
        lengths: [UInt8]
    ) {
        // Documents came in order, so a stable sort by terms keeps each list sorted.
        var starts = [Int](repeating: 0, count: count + 1)
        for posting in postings { starts[Int(places[Int(posting.term)]) + 1] += 1 }
        for term in 0..<count { starts[term + 1] += starts[term] }
        var next = starts
        var documents = [UInt32](repeating: 0, count: postings.count)
        frequencies = [UInt8](repeating: 0, count: postings.count)
        for posting in postings {
            let term = Int(places[Int(posting.term)])
            documents[next[term]] = posting.document
            frequencies[next[term]] = posting.frequency
            next[term] += 1
        }
        for term in 0..<count {
            terms += [UInt32(chunks.count / 2), UInt32(starts[term + 1] - starts[term])]
            var at = starts[term]
            while at < starts[term + 1] {
                let key = documents[at] >> 16
                var end = at
                while end < starts[term + 1], documents[end] >> 16 == key { end += 1 }
                add(documents[at..<end], key: UInt16(key), frequencies: at, lengths)
                at = end
            }
        }
        terms += [UInt32(chunks.count / 2), 0]
    }

    private mutating func add(_ documents: ArraySlice<UInt32>, key: UInt16, frequencies start: Int, _ lengths: [UInt8])
    {
        let most = frequencies[start..<start + documents.count].max() ?? 0
        let shortest = documents.map { lengths[Int($0)] }.min() ?? 0
        let isBitmap = documents.count > Self.mostInArray
        let place = isBitmap ? bitmaps.count / Self.words : arrays.count
        if isBitmap {
            var words = [UInt64](repeating: 0, count: Self.words)
            for document in documents { words[Int(document & 0xFFFF) / 64] |= 1 << UInt64(document % 64) }
            var rank = 0
            for (index, word) in words.enumerated() {
                if index.isMultiple(of: 8) { ranks.append(UInt16(truncatingIfNeeded: rank)) }
                rank += word.nonzeroBitCount
            }
            bitmaps += words
        } else {
            arrays += documents.map { UInt16($0 & 0xFFFF) }
        }
        // As the C struct lies in memory.
        chunks.append(
            UInt64(key) | UInt64(documents.count - 1) << 16 | (isBitmap ? 1 << 32 : 0) | UInt64(most) << 40
                | UInt64(shortest) << 48)
        chunks.append(UInt64(place) | UInt64(start) << 32)
    }
}
