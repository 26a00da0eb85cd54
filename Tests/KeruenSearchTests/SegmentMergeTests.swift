import TestSupport
import Testing

@testable import KeruenSearch

@Suite("Merged segments")
struct SegmentMergeTests {
    /// Documents of both, what goes, and where those of the small one stand: what a merge is told, and what has to come of it.
    private struct Change {
        var base, small: [MadeDocument]
        var removed: Set<Int> = []
        var places: [Int] = []

        /// All that stay, in their final order: plainly, by putting each where it belongs.
        var outcome: [MadeDocument] {
            let arrivals = Dictionary(grouping: small.indices) { places[$0] }
            return (0...base.count).flatMap { document in
                (arrivals[document] ?? []).map { small[$0] }
                    + (document < base.count && !removed.contains(document) ? [base[document]] : [])
            }
        }

        static func random(base: Int, small: Int, removing share: Double, _ generator: inout SeededGenerator) -> Self {
            var change = Self(
                base: MadeDocument.random(count: base, &generator), small: MadeDocument.random(count: small, &generator)
            )
            change.removed = Set((0..<base).filter { _ in Double.random(in: 0..<1, using: &generator) < share })
            change.places = (0..<small).map { _ in Int.random(in: 0...base, using: &generator) }.sorted()
            return change
        }

        func merge() throws -> SegmentMerge {
            let builders = [base, small].map { documents in
                let builder = SegmentBuilder(documents)
                builder.setColumns(of: documents)
                return builder
            }
            return SegmentMerge(
                of: try Segment(builders[0].bytes()), without: removed, with: try Segment(builders[1].bytes()),
                at: places)
        }
    }

    private func check(_ change: Change) throws {
        let outcome = change.outcome
        let merge = try change.merge()
        let builder = try SegmentBuilder(merge)
        builder.mergeColumns(of: merge)
        let rebuilt = SegmentBuilder(outcome)
        rebuilt.setColumns(of: outcome)
        let bytes = builder.bytes()
        #expect(bytes == rebuilt.bytes())
        try Segment(bytes).verify()
        #expect(merge.count == outcome.count)
        for (document, made) in change.base.enumerated() {
            let number = merge.newNumber(ofBase: document)
            #expect((number == nil) == change.removed.contains(document))
            if let number { #expect(outcome[number] == made) }
        }
        for (document, made) in change.small.enumerated() {
            #expect(outcome[merge.newNumber(ofSmall: document)] == made)
        }
    }

    @Test("are what a builder makes of all their documents, byte for byte", arguments: 0..<UInt64(30))
    func rebuilt(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let base = Int.random(in: 1...(Bool.random(using: &generator) ? 400 : 10), using: &generator)
        let small = Int.random(in: 1...(Bool.random(using: &generator) ? 60 : 3), using: &generator)
        let shares: [Double] = [0, 0.1, 0.9]
        let share = shares[Int.random(in: 0..<3, using: &generator)]
        try check(.random(base: base, small: small, removing: share, &generator))
    }

    @Test(
        "are so too where one of them is empty, nothing stays, or nothing changes",
        arguments: [(0, 0, 0.0), (0, 40, 0), (40, 0, 0), (40, 0, 0.5), (40, 0, 1), (40, 20, 1)])
    func extremes(base: Int, small: Int, share: Double) throws {
        var generator = SeededGenerator(seed: UInt64(base * 100 + small))
        try check(.random(base: base, small: small, removing: share, &generator))
    }

    /// Documents of one word, the second of which is rare.
    private func short(_ count: Int, rare: Range<Int>) -> [MadeDocument] {
        (0..<count).map { document in
            MadeDocument(words: [
                .init(text: rare.contains(document) ? "нефрит" : "жібек", weight: 1, place: document % 3)
            ])
        }
    }

    @Test("move documents over the border of a block")
    func blocks() throws {
        // 65,540 of which 20 go, and 30 come before and behind the border.
        let change = Change(
            base: short(65_540, rare: 60_000..<61_000), small: short(30, rare: 0..<15), removed: Set(65_000..<65_020),
            places: Array(repeating: 0, count: 15) + Array(repeating: 65_538, count: 15))
        let outcome = change.outcome
        #expect(outcome.count > 65_536)
        #expect(try SegmentBuilder(change.merge()).bytes() == SegmentBuilder(outcome).bytes())
    }

    @Test(
        "have bitmaps where a term grew common, and none where it grew rare",
        arguments: [(4_090, 12, 0), (4_100, 2, 9)])
    func bitmaps(base: Int, small: Int, removed: Int) throws {
        let change = Change(
            base: short(base, rare: 0..<0), small: short(small, rare: 0..<0), removed: Set(100..<100 + removed),
            places: (0..<small).map { $0 * 300 })
        let before = try change.merge()
        let after = try Segment(SegmentBuilder(before).bytes())
        let outcome = change.outcome.count
        #expect((base > 4_096) != (outcome > 4_096), "the border is crossed")
        #expect(after.count == outcome && after.term("жібек").map(after.frequency) == outcome)
        #expect(try SegmentBuilder(before).bytes() == SegmentBuilder(change.outcome).bytes())
    }

    @Test("drop what only products had that are gone, and the places of a term that has none left")
    func dropped() throws {
        let words = { (texts: [(String, Int?)]) in
            MadeDocument(words: texts.map { .init(text: $0.0, weight: 1, place: $0.1) })
        }
        let base = [words([("жібек", 0), ("орамал", 1)]), words([("жібек", nil)]), words([("丝绸", 0)])]
        let change = Change(base: base, small: [words([("围巾", 0), ("шёлк", 1)])], removed: [0, 2], places: [1])
        let segment = try Segment(SegmentBuilder(change.merge()).bytes())
        #expect((0..<segment.termCount).map(segment.text) == ["жібек", "шёлк", "围巾"])
        #expect(try SegmentBuilder(change.merge()).bytes() == SegmentBuilder(change.outcome).bytes())
    }

    @Test("keep frequencies above what a posting holds, and lose about so much length as such a document had")
    func saturated() throws {
        func document(_ weight: Int) -> MadeDocument { .init(words: [.init(text: "жібек", weight: weight, place: 0)]) }
        var change = Change(base: [document(254), document(9_000), document(3)], small: [document(255)], places: [1])
        change.removed = [0]
        #expect(try SegmentBuilder(change.merge()).bytes() == SegmentBuilder(change.outcome).bytes())
        change.removed = [1]
        let segment = try Segment(SegmentBuilder(change.merge()).bytes())
        #expect(segment.length == UInt64(254 + 9_000 + 3 + 255 - LengthCode(9_000).length))
    }

    @Test("have a column that one of them lacks, and what is set instead of another")
    func columns() throws {
        var generator = SeededGenerator(seed: 8)
        let documents = MadeDocument.random(count: 3, &generator)
        let (base, small) = (SegmentBuilder(documents), SegmentBuilder(documents))
        base.setRange("price", [10, 20, 30])
        base.setRange("added", [7, 8, 9])
        small.setRange("added", [1, 2, 3])
        small.setCodes("colour", [4, 5, 6])
        small.setMembers("silk", [0, 2])
        let merge = SegmentMerge(
            of: try Segment(base.bytes()), without: [1], with: try Segment(small.bytes()), at: [0, 1, 3])
        #expect(merge.range("price") == [0, 10, 0, 30, 0] && merge.range("added") == [1, 7, 2, 9, 3])
        #expect(merge.codes("colour") == [4, 0, 5, 0, 6] && merge.members("silk") == [0, 4])
        #expect(merge.range("no such") == nil && merge.codes("price") == nil && merge.members("felt") == nil)
        let builder = try SegmentBuilder(merge)
        builder.mergeColumns(of: merge)
        builder.setRange("price", [5, 4, 3, 2, 1])
        let segment = try Segment(builder.bytes())
        let prices = try #require(segment.range("price"))
        #expect((0..<5).map { prices[$0] } == [5, 4, 3, 2, 1])
        let silk = try #require(segment.set("silk"))
        #expect(silk.count == 2 && silk.contains(0) && silk.contains(4))
    }

    @Test("are refused, or made, of damaged ones, and these are never read past their end", arguments: 0..<UInt64(60))
    func damaged(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let documents = MadeDocument.random(count: 300, &generator)
        let builder = SegmentBuilder(documents)
        builder.setColumns(of: documents)
        var bytes = builder.bytes()
        let small = try Segment(SegmentBuilder(MadeDocument.random(count: 5, &generator)).bytes())
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
        for isTrusted in [false, true] {
            guard let base = try? Segment(bytes, isTrusted: isTrusted) else { continue }
            let merge = SegmentMerge(
                of: base, without: Set(0..<min(9, base.count)), with: small, at: Array(repeating: base.count, count: 5))
            do {
                let builder = try SegmentBuilder(merge)
                builder.mergeColumns(of: merge)
                _ = builder.bytes()
            } catch {
                #expect(error.code == .damaged)
            }
        }
    }
}
