import TestSupport
import Testing

@testable import KeruenSearch

@Suite("Documents in any order")
struct RenumberTests {
    @Test("make the segment that they make in their own, byte for byte", arguments: 0..<UInt64(20))
    func renumbered(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let documents = MadeDocument.random(
            count: seed == 0 ? 0 : Int.random(in: 1...400, using: &generator), &generator)
        let order = documents.indices.shuffled(using: &generator)
        let ordered = order.map { documents[$0] }
        let builder = SegmentBuilder(documents)
        builder.renumber(order.map(Int32.init))
        builder.setColumns(of: ordered)
        let plain = SegmentBuilder(ordered)
        plain.setColumns(of: ordered)
        let bytes = builder.bytes()
        #expect(bytes == plain.bytes())
        #expect(bytes == builder.bytes())
        try Segment(bytes).verify()
    }
}
