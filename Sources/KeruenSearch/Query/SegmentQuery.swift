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

    /// Slots that have to stand side by side.
    ///
    ///     .init(slots: 0..<3)                            // three words, one behind the other
    ///     .init([(slot: 0, offset: 0), (slot: 2, offset: 2)])
    ///
    /// A slot's terms without places are passed over.
    public struct Phrase: Sendable {
        /// Numbers of slots in the query, each but once, and how far they stand behind the first.
        public var slots: [(slot: Int, offset: Int)]

        public init(_ slots: [(slot: Int, offset: Int)]) { self.slots = slots }

        public init(slots: Swift.Range<Int>) { self.slots = slots.map { ($0, $0 - slots.lowerBound) } }
    }

    public struct Range: Sendable {
        public var column: String
        public var bounds: ClosedRange<Int32>

        public init(column: String, bounds: ClosedRange<Int32>) { (self.column, self.bounds) = (column, bounds) }
    }

    public var slots: [Slot]
    /// All of which a document has to hold.
    public var phrases: [Phrase]
    /// Columns and what their values have to lie in.
    public var ranges: [Range]
    /// Sets, all of which have to hold a document.
    public var sets: [String]
    /// Sets of its own, of documents that were collected for it; all of them have to hold a document too.
    var members: [DocumentSet] = []

    public init(slots: [Slot] = [], phrases: [Phrase] = [], ranges: [Range] = [], sets: [String] = []) {
        (self.slots, self.phrases, self.ranges, self.sets) = (slots, phrases, ranges, sets)
    }

    /// A document and how well it fits.
    public struct Hit: Hashable, Sendable {
        public var document: Int
        public var score: Float
    }
}
