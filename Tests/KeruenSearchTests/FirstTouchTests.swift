import TestSupport
import Testing

@testable import KeruenSearch

@Suite("A segment that nobody has verified")
struct FirstTouchTests {
    /// What opening tests already.
    private static let opened: Set = [
        "meta", "termoffs", "terms", "chunks", "moreoffs", "r.names", "c.names", "s.names",
    ]

    private static let words = ["жібек", "орамал", "丝绸", "围巾", "шёлк", "платок", "войлок", "атлас"]

    /// Words in bitmaps and in arrays, with high frequencies, several places and two blocks of documents.
    private static func shop(_ generator: inout SeededGenerator) -> NaiveSegment {
        var naive = NaiveSegment()
        for number in 0..<5_400 {
            var document: [String: Int] = [:]
            var places: [String: [Int]] = [:]
            var place = 0
            for (rank, word) in words.enumerated() where Int.random(in: 0...rank, using: &generator) == 0 {
                let count = Int.random(in: 1...3, using: &generator)
                document[word] = count + (Int.random(in: 0..<50, using: &generator) == 0 ? 20 : 0)
                places[word] = (place..<place + count).map(\.self)
                place += count
            }
            if number % 90 == 0 { document["үкі\(number % 7)"] = 1 }
            naive.documents.append(document)
            naive.places.append(places)
            naive.prices.append(Int32.random(in: 0...1_000, using: &generator))
            naive.colours.append(UInt16.random(in: 0..<5, using: &generator))
        }
        for name in ["silk", "felt"] {
            naive.sets[name] = Set((0..<5_400).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 })
        }
        return naive
    }

    /// Everything that can be asked, each answer as numbers; none where nothing is found.
    private func answers(_ segment: Segment, seed: UInt64) -> [(
        question: String, numbers: [Int], damage: SegmentError?
    )] {
        var generator = SeededGenerator(seed: seed)
        var answers: [(question: String, numbers: [Int], damage: SegmentError?)] = []
        func answer(_ question: String, _ numbers: [Int]) { answers.append((question, numbers, segment.damage)) }
        func numbers(_ hits: [SegmentQuery.Hit]) -> [Int] { hits.flatMap { [$0.document, Int($0.score.bitPattern)] } }
        for _ in 0..<3 {
            let chosen = Self.words.shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator))
            let hasPrice = Bool.random(using: &generator)
            let hasSet = Bool.random(using: &generator)
            let hasPhrase = Bool.random(using: &generator)
            let question = "\(chosen) \(hasPrice) \(hasSet) \(hasPhrase)"
            var query = NaiveSegment.Query(words: chosen.map { [(term: $0, boost: Float(1))] })
            if hasPrice { query.price = 200...700 }
            if hasSet { query.sets = ["silk"] }
            if hasPhrase { query.phrases = [0..<chosen.count] }
            let real = segment.query(query)
            answer("best " + question, real.map { numbers(segment.top($0, .all, limit: 9)) } ?? [])
            answer("any " + question, real.map { numbers(segment.top($0, .any, limit: 9)) } ?? [])
            answer("first " + question, real.map { segment.first($0, limit: 9) } ?? [])
            let count = real.map { segment.count($0) } ?? 0
            answer("count " + question, count > 0 ? [count] : [])
            let facets = real.map { segment.facets($0, of: [("colour", 5)]) }
            let colours: [Int] = facets.map { $0.counts[0].map { Int($0) } } ?? []
            answer("facets " + question, colours.contains { $0 > 0 } ? colours : [])
            let term = segment.term(chosen[0])
            let frequency = term.map { segment.frequency(of: $0, in: 17) } ?? 0
            answer("frequency " + question, frequency > 0 ? [frequency] : [])
        }
        let silk = segment.set("silk")
        answer("page", silk.map { segment.page(of: $0, skipping: 500, limit: 9) } ?? [])
        answer("members", silk.map { segment.members(of: $0, from: 3_000, limit: 9) } ?? [])
        answer("price", segment.range("price").map { [Int($0[4_000])] } ?? [])
        let terms = segment.terms(from: "үкі")
        answer("terms", Array(terms))
        answer("having", segment.first(havingAny: terms, limit: 9))
        answer("misspelt", segment.misspellings(of: "орамал1") + segment.misspellings(of: "орамл"))
        return answers
    }

    @Test("whatever byte of it is damaged, answers as the sound one does or finds nothing and tells")
    func differential() throws {
        var generator = SeededGenerator(seed: 11)
        let bytes = Self.shop(&generator).bytes()
        let whole = try SectionFile(SegmentBytes(bytes))
        let sound = try Segment(bytes)
        let wanted = (0..<4).map { answers(sound, seed: $0) }
        #expect(wanted.allSatisfy { $0.allSatisfy { $0.damage == nil } })
        #expect(wanted.joined().count { !$0.numbers.isEmpty } > 50)
        var told: Set<String> = []
        var unharmed = 0
        for (name, section) in whole.sections.sorted(by: { $0.key < $1.key }) where !section.range.isEmpty {
            for seed in 0..<UInt64(4) {
                var damaged = bytes
                let place = Int.random(in: section.range, using: &generator)
                damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                if Self.opened.contains(name) {
                    let error = #expect(throws: SegmentError.self) { try Segment(damaged) }
                    #expect(error == SegmentError(.damaged, name))
                    continue
                }
                let segment = try Segment(damaged)
                for (real, wanted) in zip(answers(segment, seed: seed), wanted[Int(seed)]) {
                    if real.numbers == wanted.numbers {
                        unharmed += 1
                    } else {
                        #expect(real.numbers == [] && real.damage == SegmentError(.damaged, name), "\(name) \(real)")
                    }
                }
                if segment.damage != nil { told.insert(name) }
                #expect(segment.damage == nil || segment.damage == SegmentError(.damaged, name))
            }
        }
        let untold = Set(whole.sections.keys.filter { whole.sections[$0]?.range.isEmpty == false })
            .subtracting(Self.opened).subtracting(told)
        // Nobody asked for the other set, and running counts go by the sets' names.
        #expect(untold == ["s0", "n0", "n.names"])
        #expect(unharmed > 500)
    }

    @Test("answers from the sound blocks of a section that has a damaged one")
    func blocks() throws {
        let builder = SegmentBuilder()
        let terms = (0..<140).map { "киіз\($0 / 100)\($0 / 10 % 10)\($0 % 10)" }
        for _ in 0..<4_200 {
            for term in terms { builder.add(term) }
            builder.endDocument()
        }
        let bytes = builder.bytes()
        let bitmaps = try #require(try SectionFile(SegmentBytes(bytes)).sections["bitmaps"]).range
        #expect(bitmaps.count > SectionFile.blockSize)
        func first(_ segment: Segment, _ text: String) throws -> [Int] {
            let term = try #require(segment.term(text))
            return segment.first(SegmentQuery(slots: [.init([(term: term, boost: Float(1))])]), limit: 3)
        }
        for (place, isFirst) in [(bitmaps.lowerBound, true), (bitmaps.upperBound - 1, false)] {
            var damaged = bytes
            damaged[place] ^= 1
            let segment = try Segment(damaged)
            let (sound, hurt) = isFirst ? (terms[139], terms[0]) : (terms[0], terms[139])
            #expect(try first(segment, sound) == [0, 1, 2] && segment.damage == nil)
            #expect(try first(segment, hurt) == [] && segment.damage == SegmentError(.damaged, "bitmaps"))
            // It goes on with what is sound, and keeps in mind what is not.
            #expect(try first(segment, sound) == [0, 1, 2] && first(segment, hurt) == [])
        }
    }

    @Test("is verified as before once it has been asked, and tells of nothing where it is sound")
    func verified() throws {
        var generator = SeededGenerator(seed: 12)
        let bytes = Self.shop(&generator).bytes()
        let segment = try Segment(bytes)
        let before = answers(segment, seed: 1).map(\.numbers)
        try segment.verify()
        #expect(answers(segment, seed: 1).map(\.numbers) == before && segment.damage == nil)
        var damaged = bytes
        damaged[try #require(try SectionFile(SegmentBytes(bytes)).sections["stripes"]).range.lowerBound] ^= 4
        let hurt = try Segment(damaged)
        #expect(throws: SegmentError(.damaged, "stripes")) { try hurt.verify() }
        let scored = answers(hurt, seed: 1).filter { $0.question.hasPrefix("best") }
        #expect(scored.allSatisfy { $0.numbers == [] } && hurt.damage == SegmentError(.damaged, "stripes"))
    }
}
