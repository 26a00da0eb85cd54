import TestSupport
import Testing

@testable import KeruenSearch

@Suite("Misspelt words")
struct MisspellingTests {
    private func segment(_ words: [String], _ generator: inout SeededGenerator) throws -> Segment {
        let builder = SegmentBuilder()
        for word in words {
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                builder.add(word, weight: 1)
                builder.endDocument()
            }
        }
        return try Segment(builder.bytes())
    }

    @Test("are those that a comparison with every word finds, the commonest first")
    func differential() throws {
        var generator = SeededGenerator(seed: 21)
        // Few letters, so that many words are near each other, of one to four bytes.
        let letters: [Unicode.Scalar] = ["а", "қ", "a", "丝", "绸", "ӱ", "ی", "𠮷"]
        func word() -> String {
            let count = Int.random(in: 1...7, using: &generator)
            return String(
                String.UnicodeScalarView((0..<count).map { _ in letters.randomElement(using: &generator) ?? "а" }))
        }
        let words = Array(Set((0..<3_000).map { _ in word() })).sorted()
        let segment = try segment(words, &generator)
        var found = 0
        for _ in 0..<400 {
            let text = word()
            let wanted = Array(text.unicodeScalars)
            let near = (0..<segment.termCount).filter {
                wanted.count >= 4 && Segment.isOneEdit(wanted, Array(segment.text(of: $0).unicodeScalars))
            }
            let sorted = near.sorted { (segment.frequency(of: $1), $0) < (segment.frequency(of: $0), $1) }
            #expect(segment.misspellings(of: text, limit: 1_000) == sorted)
            #expect(segment.misspellings(of: text) == Array(sorted.prefix(16)))
            found += sorted.count
        }
        #expect(found > 200)
    }

    @Test(
        "are found in each script",
        arguments: [
            ("орамл", "орамал"), ("оарамал", "орамал"), ("домбрв", "домбра"), ("dommbra", "dombra"),
            ("шелковйы", "шелковый"),
            ("جىبەت", "جىبەك"), ("艾德莱丝绸", "艾德莱斯绸"),
        ])
    func scripts(typed: String, meant: String) throws {
        var generator = SeededGenerator(seed: 1)
        let words = ["орамал", "домбра", "dombra", "шелковый", "جىبەك", "艾德莱斯绸", "ковёр"]
        let segment = try segment(words, &generator)
        #expect(segment.misspellings(of: typed).map(segment.text) == [meant])
        #expect(segment.misspellings(of: meant).isEmpty)
    }
}
