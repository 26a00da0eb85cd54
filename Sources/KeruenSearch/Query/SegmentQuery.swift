/// What is looked for in a segment: words, each by the terms that may stand for it, and filters.
///
///     let query = SegmentQuery(slots: [.init([(term: segment.term("жібек") ?? 0, boost: 1)])], sets: ["silk"])
///     segment.top(query, .all, limit: 20)
public struct SegmentQuery: Sendable {
    /// One word: a document has it where it has one of the terms, and counts the best of them.
    public struct Slot: Sendable {
        /// Numbers of terms in the segment, and how much each counts beside the others.
        public var terms: [(term: Int, boost: Float)]

        public init(_ terms: [(term: Int, boost: Float)]) { self.terms = terms }
    }

    public struct Range: Sendable {
        public var column: String
        public var bounds: ClosedRange<Int32>

        public init(column: String, bounds: ClosedRange<Int32>) { (self.column, self.bounds) = (column, bounds) }
    }

    public var slots: [Slot]
    /// Columns and what their values have to lie in.
    public var ranges: [Range]
    /// Sets, all of which have to hold a document.
    public var sets: [String]
    /// Sets of its own, of documents that were collected for it; all of them have to hold a document too.
    var members: [DocumentSet] = []

    public init(slots: [Slot] = [], ranges: [Range] = [], sets: [String] = []) {
        (self.slots, self.ranges, self.sets) = (slots, ranges, sets)
    }

    /// A document and how well it fits.
    public struct Hit: Hashable, Sendable {
        public var document: Int
        public var score: Float
    }
}
