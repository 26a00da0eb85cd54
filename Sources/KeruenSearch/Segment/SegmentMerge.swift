/// A large segment with some of its documents gone and those of a small one put between them: how each is numbered then.
///
///     let merge = SegmentMerge(of: catalogue, without: [2], with: arrivals, at: [0, 5])
///     merge.newNumber(ofSmall: 0)                     // 0: it stands before all others
///     merge.newNumber(ofBase: 0)                      // 1
///     merge.newNumber(ofBase: 2)                      // nil
///     let builder = try SegmentBuilder(merge)
///
/// A product that was changed is gone from the large segment and stands in the small one: only its own texts are analysed anew.
public struct SegmentMerge: Sendable {
    public let base, small: Segment
    /// How many documents there are when it is done.
    public let count: Int
    /// Where each document goes; `gone` where it does not.
    let baseNumbers, smallNumbers: [UInt32]

    static let gone = UInt32.max

    /// - Parameters:
    ///   - removed: documents of the large segment that have no place in the new one.
    ///   - places: how many of the large segment's documents, those that go among them, stand before each of the small one's; they
    ///     never fall.
    public init(of base: Segment, without removed: Set<Int> = [], with small: Segment, at places: [Int]) {
        precondition(places.count == small.count, "each document of the small segment has a place")
        precondition(
            places.allSatisfy { (0...base.count).contains($0) }
                && zip(places, places.dropFirst()).allSatisfy { $0 <= $1 },
            "places lie in the large segment and never fall")
        precondition(removed.allSatisfy { (0..<base.count).contains($0) }, "a document of another segment")
        (self.base, self.small) = (base, small)
        count = base.count - removed.count + small.count
        precondition(count <= 1 << 31, "a segment has no room for so many documents")
        var baseNumbers = [UInt32](repeating: 0, count: base.count)
        for document in removed { baseNumbers[document] = Self.gone }
        var smallNumbers: [UInt32] = []
        smallNumbers.reserveCapacity(small.count)
        var number: UInt32 = 0
        for document in 0...base.count {
            while smallNumbers.count < places.count, places[smallNumbers.count] == document {
                smallNumbers.append(number)
                number += 1
            }
            guard document < base.count, baseNumbers[document] != Self.gone else { continue }
            baseNumbers[document] = number
            number += 1
        }
        (self.baseNumbers, self.smallNumbers) = (baseNumbers, smallNumbers)
    }

    /// Where a document of the large segment stands; nil where it is gone.
    public func newNumber(ofBase document: Int) -> Int? {
        baseNumbers[document] == Self.gone ? nil : Int(baseNumbers[document])
    }

    /// Where a document of the small segment stands.
    public func newNumber(ofSmall document: Int) -> Int { Int(smallNumbers[document]) }
}
