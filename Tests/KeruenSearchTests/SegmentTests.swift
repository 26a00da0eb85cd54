import Foundation
import TestSupport
import Testing

@testable import KeruenSearch

@Suite("A segment")
struct SegmentTests {
    private static let vocabulary = [
        "жібек", "орамал", "киіз", "丝绸", "围巾", "羊毛", "шёлк", "платок", "войлок", "нефрит", "dutar", "атлас", "қолөнер",
        "ікат", "é",
    ]

    /// Some words are in nearly every document, some in a few, and one never has a place.
    private func catalogue(_ count: Int, _ generator: inout SeededGenerator) -> NaiveSegment {
        var naive = NaiveSegment()
        for _ in 0..<count {
            var document: [String: Int] = [:]
            for (place, word) in Self.vocabulary.enumerated() where Int.random(in: 0...place, using: &generator) == 0 {
                document[word] = Int.random(in: 1...(Bool.random(using: &generator) ? 3 : 20), using: &generator)
            }
            naive.documents.append(document)
            naive.places.append(places(of: document, &generator))
            naive.prices.append(Int32.random(in: 0...1_000, using: &generator))
            naive.colours.append(UInt16.random(in: 0..<5, using: &generator))
        }
        for name in ["silk", "felt"] {
            naive.sets[name] = Set((0..<count).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 })
        }
        return naive
    }

    /// The words of a document, in any order and with gaps, so that some places need more than one byte.
    private func places(of document: [String: Int], _ generator: inout SeededGenerator) -> [String: [Int]] {
        var places: [String: [Int]] = [:]
        var place = [0, 0, 0, 250, 70_000].randomElement(using: &generator) ?? 0
        for word in Self.vocabulary.dropLast().shuffled(using: &generator) {
            for _ in 0..<Int.random(in: 0...min(3, document[word] ?? 0), using: &generator) {
                places[word, default: []].append(place)
                place += [1, 1, 1, 1, 1, 2, 70, 300].randomElement(using: &generator) ?? 1
            }
        }
        return places.mapValues { $0.shuffled(using: &generator) }
    }

    private func query(_ generator: inout SeededGenerator) -> NaiveSegment.Query {
        var query = NaiveSegment.Query()
        // Of few words all combinations are tried, of more the commonest are left out where they can be.
        let count = Int.random(in: Int.random(in: 0..<5, using: &generator) == 0 ? 4...7 : 1...3, using: &generator)
        for _ in 0..<count {
            let terms = Int.random(in: 0..<4, using: &generator) == 0 ? Int.random(in: 2...4, using: &generator) : 1
            query.words.append(
                (0..<terms).map { _ in
                    (
                        Self.vocabulary.randomElement(using: &generator) ?? "",
                        Bool.random(using: &generator) ? Float(1) : 0.5
                    )
                })
        }
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: query.phrases = [0..<query.words.count]
        case 1 where query.words.count == 3: query.phrases = [0..<2, 1..<3]
        case 2 where query.words.count == 3: query.phrases = [1..<3]
        default: break
        }
        if Bool.random(using: &generator) {
            let low = Int32.random(in: 0...800, using: &generator)
            query.price = low...low + 300
        }
        if Int.random(in: 0..<3, using: &generator) == 0 { query.sets = ["silk"] }
        return query
    }

    @Test("finds, scores, counts and pages exactly as the plain way does", arguments: 0..<UInt64(30))
    func agrees(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let naive = catalogue(Int.random(in: 0...400, using: &generator), &generator)
        let segment = try naive.segment()
        try segment.verify()
        for _ in 0..<20 { try check(query(&generator), naive, segment, &generator) }
    }

    /// Two blocks with few documents but where the first begins and the second.
    private func twoBlocks(_ generator: inout SeededGenerator) -> NaiveSegment {
        var naive = catalogue(6_000, &generator)
        let second = catalogue(1_500, &generator)
        let gap = 65_000 - naive.documents.count
        naive.documents += Array(repeating: [:], count: gap) + second.documents
        naive.places += Array(repeating: [:], count: gap) + second.places
        naive.prices += Array(repeating: 0, count: gap) + second.prices
        naive.colours += Array(repeating: 0, count: gap) + second.colours
        for (name, members) in second.sets { naive.sets[name]?.formUnion(members.map { $0 + 65_000 }) }
        return naive
    }

    @Test("does so over blocks of bitmaps too")
    func bitmaps() throws {
        var generator = SeededGenerator(seed: 77)
        let naive = twoBlocks(&generator)
        let segment = try naive.segment()
        for _ in 0..<6 { try check(query(&generator), naive, segment, &generator) }
    }

    @Test("has the first of equal documents, wherever it began to look", arguments: [1, 20, 700])
    func equals(limit: Int) throws {
        // Twelve stripes, the last of which promise most; the same best scores are met with again and again.
        var naive = NaiveSegment()
        for document in 0..<12_000 {
            let best = document % 500 == 499 ? 2 : 1
            naive.documents.append(["жібек": best, "орамал": document > 9_000 ? 3 : 1, "киіз": 1 + document % 3])
            naive.prices.append(Int32(document % 7))
            naive.colours.append(0)
        }
        naive.sets["silk"] = Set((0..<12_000).filter { $0 % 5 != 0 })
        let segment = try naive.segment()
        let words = [["жібек"], ["орамал"], ["киіз"]].map { $0.map { (term: $0, boost: Float(1)) } }
        for count in [1, 3] {
            for (price, sets) in [(nil, []), (2...3, []), (1...6, ["silk"])] as [(ClosedRange<Int32>?, [String])] {
                let query = NaiveSegment.Query(words: Array(words.prefix(count)), price: price, sets: sets)
                let real = try #require(segment.query(query))
                let best = naive.top(query, all: true, limit: limit)
                #expect(segment.top(real, .all, limit: limit) == best && segment.top(real, .any, limit: limit) == best)
            }
        }
    }

    private func check(
        _ query: NaiveSegment.Query, _ naive: NaiveSegment, _ segment: Segment, _ generator: inout SeededGenerator
    ) throws {
        guard let real = segment.query(query) else { return }
        let limit = Int.random(in: 1...30, using: &generator)
        #expect(segment.top(real, .all, limit: limit) == naive.top(query, all: true, limit: limit))
        #expect(segment.top(real, .any, limit: limit) == naive.top(query, all: false, limit: limit))
        let matches = naive.matches(query, all: true)
        #expect(segment.count(real) == matches.count)
        let from = Int.random(in: 0...max(1, naive.documents.count), using: &generator)
        #expect(segment.first(real, from: from, limit: limit) == Array(matches.filter { $0 >= from }.prefix(limit)))
        let facets = segment.facets(real, of: [("colour", 5)])
        #expect(facets.total == matches.count)
        #expect(facets.counts[0] == (0..<5).map { code in UInt32(matches.count { naive.colours[$0] == UInt16(code) }) })
    }

    @Test("pages through a set at any depth, and through everything that filters take")
    func pages() throws {
        var generator = SeededGenerator(seed: 3)
        let naive = catalogue(9_000, &generator)
        let segment = try naive.segment()
        let members = try #require(naive.sets["silk"]).sorted()
        let set = try #require(segment.set("silk"))
        #expect(set.count == members.count)
        for skipped in [0, 1, 63, 64, 65, 1_000, members.count - 1, members.count, members.count + 5] {
            #expect(segment.page(of: set, skipping: skipped, limit: 7) == Array(members.dropFirst(skipped).prefix(7)))
        }
        let filters = SegmentQuery(
            slots: [], ranges: [.init(column: "price", bounds: 100...200)], sets: ["silk", "felt"])
        let wanted = members.filter {
            naive.sets["felt"]?.contains($0) == true && (100...200).contains(naive.prices[$0])
        }
        #expect(segment.first(filters, limit: 10_000) == wanted && segment.count(filters) == wanted.count)
        #expect(segment.count(SegmentQuery()) == 9_000)
        #expect(segment.first(SegmentQuery(sets: ["no such set"]), limit: 5) == [])
    }

    @Test("takes neither terms nor sets of another segment, and no weight of nothing")
    func strangers() throws {
        var generator = SeededGenerator(seed: 5)
        let (small, large) = (try catalogue(10, &generator).segment(), try catalogue(900, &generator).segment())
        let set = try #require(large.set("silk"))
        #expect(small.page(of: set, skipping: 0, limit: 5) == [] && small.members(of: set, from: 0, limit: 5) == [])
        #expect(!set.contains(-1) && !set.contains(900) && large.members(of: set, from: -1, limit: 5) == [])
        for slot in [
            SegmentQuery.Slot([(term: 10_000, boost: Float(1))]), .init([(term: 0, boost: Float(0))]), .init([]),
        ] {
            #expect(small.top(SegmentQuery(slots: [slot]), .any, limit: 5) == [])
        }
    }

    @Test("keeps a document that is better by the last bit of its score, whatever was skipped before")
    func lastBit() throws {
        var naive = NaiveSegment()
        for document in 0..<65_537 {
            let terms: [String: Int] =
                switch document {
                case 0: ["a": 1, "b": 2, "c": 5]
                case 65_536: ["a": 1, "b": 5, "c": 2]
                default: document % 3 == 0 ? ["a": 1] : document % 3 == 1 ? ["b": 1] : ["c": 1]
                }
            naive.documents.append(terms)
            naive.prices.append(0)
            naive.colours.append(0)
        }
        let segment = try naive.segment()
        let query = try #require(segment.query(.init(words: [[("a", 1)], [("b", 1)], [("c", 1)]])))
        for limit in 1...3 {
            #expect(
                segment.top(query, .any, limit: limit) == segment.top(query, .any, limit: 5).prefix(limit).map { $0 })
        }
    }

    @Test("finds a phrase only where its words stand together, in their order and in one field")
    func phrases() throws {
        let builder = SegmentBuilder()
        // A title, and behind a gap a description.
        for fields in [
            "атлас жібек орамал|кестелі", "жібек атлас|орамал", "жібек|орамал жібек", "жібек орамал жібек орамал",
        ] {
            var place = 0
            for field in fields.split(separator: "|") {
                for word in field.split(separator: " ") {
                    builder.add(String(word), place: place)
                    place += 1
                }
                place += 1
            }
            builder.endDocument()
        }
        let segment = try Segment(builder.bytes())
        func found(_ words: String..., offsets: [Int] = [0, 1, 2, 3]) -> [Int] {
            let slots = words.compactMap { segment.term($0) }.map { SegmentQuery.Slot([(term: $0, boost: Float(1))]) }
            let phrase = SegmentQuery.Phrase(zip(slots.indices, offsets).map { ($0, $1) })
            return segment.first(SegmentQuery(slots: slots, phrases: [phrase]), limit: 10)
        }
        #expect(found("жібек", "орамал") == [0, 3] && found("орамал", "жібек") == [2, 3])
        #expect(found("атлас", "жібек", "орамал") == [0] && found("атлас", "орамал") == [])
        #expect(found("атлас", "орамал", offsets: [0, 2]) == [0, 1])
        #expect(found("жібек", "жібек", offsets: [0, 2]) == [3])
        #expect(found("жібек", "орамал", "жібек", "орамал") == [3] && found("орамал", "кестелі") == [])
        #expect(found("жібек") == [0, 1, 2, 3])
    }

    @Test("finds nothing by a phrase that it can't look for")
    func strangePhrases() throws {
        let builder = SegmentBuilder()
        builder.add("жібек", place: 0)
        builder.add("=жібек")
        builder.endDocument()
        let segment = try Segment(builder.bytes())
        let slot = SegmentQuery.Slot([(term: try #require(segment.term("жібек")), boost: Float(1))])
        let stem = SegmentQuery.Slot([(term: try #require(segment.term("=жібек")), boost: Float(1))])
        for phrase in [[], [(1, 0)], [(-1, 0)], [(0, 0), (0, 1)], [(0, -1)], [(0, .max)]]
            as [[(slot: Int, offset: Int)]]
        {
            #expect(segment.count(SegmentQuery(slots: [slot], phrases: [.init(phrase)])) == 0, "\(phrase)")
        }
        #expect(segment.count(SegmentQuery(slots: [slot], phrases: [.init(slots: 0..<1)])) == 1)
        #expect(segment.count(SegmentQuery(slots: [stem], phrases: [.init(slots: 0..<1)])) == 0)
        #expect(
            segment.count(SegmentQuery(slots: [slot], phrases: .init(repeating: .init(slots: 0..<1), count: 65))) == 0)
    }

    @Test("knows its terms and those that begin alike")
    func terms() throws {
        var naive = NaiveSegment()
        for word in ["шёлк", "шёлковый", "шёпот", "жібек", "жібектей", "丝", "丝绸", "z"] {
            naive.documents.append([word: 1])
            naive.prices.append(0)
            naive.colours.append(0)
        }
        let segment = try naive.segment()
        #expect(segment.termCount == 8)
        for prefix in ["шёл", "жібек", "丝", "q", "", "шёлковый", "шёлковыйй"] {
            let wanted = naive.documents.flatMap(\.keys).filter { $0.hasPrefix(prefix) }
            #expect(segment.terms(from: prefix).count == wanted.count, "\(prefix)")
        }
        #expect(segment.term("шёлк") != nil && segment.term("шёл") == nil && segment.term("") == nil)
    }

    @Test("suggests the commonest terms that begin alike, and the first documents that have one of them")
    func suggestions() throws {
        var generator = SeededGenerator(seed: 21)
        for naive in [catalogue(300, &generator), twoBlocks(&generator)] {
            let segment = try naive.segment()
            for prefix in ["", "ж", "жі", "丝", "қ", "q", "орамал"] {
                let words = Self.vocabulary.filter { $0.hasPrefix(prefix) }
                let terms = segment.terms(from: prefix)
                let limit = Int.random(in: 0...12, using: &generator)
                let sorted = words.map { word in (word, naive.documents.count { $0[word] != nil }) }.filter { $0.1 > 0 }
                    .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
                #expect(
                    segment.commonest(among: terms, limit: limit).map(segment.text) == sorted.prefix(limit).map(\.0))
                let having = naive.documents.indices.lazy.filter { document in
                    words.contains { naive.documents[document][$0] != nil }
                }
                #expect(segment.first(havingAny: terms, limit: limit) == Array(having.prefix(limit)), "\(prefix)")
            }
            #expect(
                segment.first(havingAny: 0..<100_000, limit: -1) == []
                    && segment.commonest(among: -5..<0, limit: 3) == [])
        }
    }

    @Test(
        "keeps lengths as tantivy and Lucene do",
        arguments: [
            (0, 0), (24, 24), (39, 39), (40, 40), (41, 40), (42, 42), (55, 54), (56, 56), (57, 56), (59, 56), (60, 60),
            (1_000, 984), (100_000, 98_328),
        ])
    func lengths(length: Int, kept: Int) { #expect(LengthCode(length).length == kept) }

    @Test("has length codes that grow with the lengths")
    func monotone() {
        var last = -1
        for code in 0...255 {
            let length = LengthCode(code: UInt8(code)).length
            #expect(length > last && LengthCode(length).code == UInt8(code))
            last = length
        }
    }
}

@Suite("A damaged segment")
struct DamagedSegmentTests {
    private let bytes: [UInt8] = {
        var naive = NaiveSegment()
        for document in 0..<5_000 {
            naive.documents.append(["жібек": 1, "орамал\(document % 50)": 2, "丝绸": 1 + document % 30])
            naive.prices.append(Int32(document))
            naive.colours.append(UInt16(document % 7))
        }
        naive.sets["silk"] = Set(0..<100)
        let builder = SegmentBuilder()
        for document in naive.documents {
            for (place, (term, frequency)) in document.sorted(by: { $0.key < $1.key }).enumerated() {
                builder.add(term, weight: frequency, place: place * 200)
                builder.add(term, place: place * 200 + 1)
            }
            builder.endDocument()
        }
        builder.setRange("price", naive.prices)
        builder.setCodes("colour", naive.colours)
        builder.setMembers("silk", naive.sets["silk"] ?? [])
        return builder.bytes()
    }()

    @Test("is refused where it is cut off", arguments: [0, 1, 7, 8, 63, 64, 100, 1_000, 100_000])
    func truncated(length: Int) {
        let error = #expect(throws: SegmentError.self) { try Segment(Array(bytes.prefix(length))) }
        #expect(error.map { [.truncated, .notASegment, .damaged].contains($0.code) } == true)
        #expect(throws: SegmentError.self) { try Segment(bytes + [0]) }
    }

    @Test("is refused, or answers, and is never read past its end", arguments: 0..<UInt64(40))
    func flipped(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var damaged = bytes
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        guard let segment = try? Segment(damaged) else { return }
        // It opened: whatever it answers, it answers.
        for word in ["жібек", "орамал7", "орамал49"] {
            guard let term = segment.term(word) else { continue }
            var query = SegmentQuery(slots: [.init([(term: term, boost: Float(1))])])
            if segment.set("silk") != nil { query.sets = ["silk"] }
            _ = segment.top(query, .all, limit: 20)
            _ = segment.top(query, .any, limit: 20)
            _ = segment.first(query, limit: 20)
            _ = segment.facets(query, of: [("colour", 7)])
            query.slots += segment.term("丝绸").map { [.init([(term: $0, boost: Float(1))])] } ?? []
            query.phrases = [.init(query.slots.indices.map { ($0, $0 * 200) })]
            _ = segment.top(query, .all, limit: 20)
            _ = segment.top(query, .any, limit: 20)
            _ = segment.count(query)
        }
        if let set = segment.set("silk") {
            for skipped in [0, 1, 50, 99] { _ = segment.page(of: set, skipping: skipped, limit: 20) }
            _ = segment.members(of: set, from: 4_990, limit: 50)
        }
    }

    @Test("is found by its checksums wherever a section is damaged")
    func sections() throws {
        let whole = try SectionFile(SegmentBytes(bytes))
        for (name, section) in whole.sections where !section.range.isEmpty {
            var damaged = bytes
            damaged[section.range.lowerBound + section.range.count / 2] ^= 0x10
            let error = #expect(throws: SegmentError.self) { try Segment(damaged).verify() }
            #expect(error?.code == .damaged, "\(name)")
        }
    }
}
