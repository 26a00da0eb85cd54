import Foundation

@testable import KeruenSearch

/// A segment as anyone would write it first: every document is looked at, scored and sorted. What the real one has to agree with.
struct NaiveSegment {
    var documents: [[String: Int]] = []
    /// Where each document's terms stand; a term may be counted without a place, and has no more places than its count.
    var places: [[String: [Int]]] = []
    var prices: [Int32] = []
    var colours: [UInt16] = []
    var sets: [String: Set<Int>] = [:]

    func segment() throws -> Segment { try Segment(bytes()) }

    /// As `SegmentBuilder` writes it.
    func bytes() -> [UInt8] {
        let builder = SegmentBuilder()
        for (number, document) in documents.enumerated() {
            for (term, frequency) in document {
                let own = places.isEmpty ? [] : places[number][term] ?? []
                for place in own { builder.add(term, place: place) }
                builder.add(term, weight: frequency - own.count)
            }
            builder.endDocument()
        }
        builder.setRange("price", prices)
        builder.setCodes("colour", colours)
        for (name, members) in sets { builder.setMembers(name, members) }
        return builder.bytes()
    }

    struct Query {
        /// Words, each by its terms.
        var words: [[(term: String, boost: Float)]] = []
        /// Words that stand side by side, by their numbers.
        var phrases: [Swift.Range<Int>] = []
        var price: ClosedRange<Int32>?
        var sets: [String] = []
    }

    private func frequency(_ term: String, _ document: Int) -> Int { documents[document][term] ?? 0 }

    /// By the formula, in single precision and in the order of the words.
    private func score(_ query: Query, _ document: Int, weights: [String: Float], norms: [Float], lengths: [UInt8])
        -> Float
    {
        var sum: Float = 0
        for word in query.words {
            var best: Float = 0
            for (term, boost) in word {
                let frequency = Float(min(255, frequency(term, document)))
                guard frequency > 0 else { continue }
                let weight = (weights[term] ?? 0) * boost
                best = max(best, weight * (frequency / (frequency + norms[Int(lengths[document])])))
            }
            sum += best
        }
        return sum
    }

    private func passes(_ query: Query, _ document: Int) -> Bool {
        (query.price.map { $0.contains(prices[document]) } ?? true)
            && query.sets.allSatisfy { sets[$0]?.contains(document) ?? false }
    }

    /// Every place is tried.
    private func holds(_ phrase: Swift.Range<Int>, of query: Query, _ document: Int) -> Bool {
        let taken = query.words[phrase].map { word in Set(word.flatMap { places[document][$0.term] ?? [] }) }
        return taken.first?.contains { first in
            taken.enumerated().allSatisfy { offset, places in places.contains(first + offset) }
        } ?? false
    }

    func matches(_ query: Query, all: Bool) -> [Int] {
        documents.indices.filter { document in
            let has = query.words.map { word in word.contains { frequency($0.term, document) > 0 } }
            return (all ? has.allSatisfy { $0 } : has.contains(true)) && passes(query, document)
                && query.phrases.allSatisfy { holds($0, of: query, document) }
        }
    }

    func top(_ query: Query, all: Bool, limit: Int) -> [SegmentQuery.Hit] {
        let total = documents.reduce(0) { $0 + $1.values.reduce(0, +) }
        let average = documents.isEmpty ? 1 : Float(total) / Float(documents.count)
        let norms = (0...255).map { code -> Float in
            1.2 * (1 - 0.75 + 0.75 * Float(LengthCode(code: UInt8(code)).length) / average)
        }
        let lengths = documents.map { LengthCode($0.values.reduce(0, +)).code }
        var weights: [String: Float] = [:]
        for term in Set(query.words.joined().map(\.term)) {
            let having = documents.count { $0[term] != nil }
            weights[term] = Segment.weight(documents: documents.count, having: having)
        }
        return matches(query, all: all)
            .map {
                .init(
                    document: $0, score: score(query, $0, weights: weights, norms: norms, lengths: lengths))
            }
            .sorted { ($1.score, $0.document) < ($0.score, $1.document) }
            .prefix(limit).map { $0 }
    }
}

extension Segment {
    /// The same query for the real one; nil where a word has no term.
    func query(_ query: NaiveSegment.Query) -> SegmentQuery? {
        var result = SegmentQuery()
        for word in query.words {
            let terms = word.compactMap { term, boost in self.term(term).map { (term: $0, boost: boost) } }
            guard !terms.isEmpty else { return nil }
            result.slots.append(.init(terms))
        }
        result.phrases = query.phrases.map { .init(slots: $0) }
        result.ranges = query.price.map { [.init(column: "price", bounds: $0)] } ?? []
        result.sets = query.sets
        return result
    }
}
