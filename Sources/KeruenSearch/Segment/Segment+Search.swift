internal import Foundation
internal import SearchShims

extension Segment {
    /// The number of a term; nil where no document has it.
    public func term(_ text: String) -> Int? {
        guard hasSoundText else { return nil }
        var text = text
        let found = text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return Int64(-1) }
            return unsafe ksearch_find(raw, base, bytes.count)
        }
        return found < 0 ? nil : Int(found)
    }

    /// How many documents have a term.
    public func frequency(of term: Int) -> Int {
        precondition((0..<termCount).contains(term), "a term of another segment")
        return unsafe Int(raw.pointee.term[term].documents)
    }

    /// BM25's weight of a term, ln(1 + (N − n + ½) ÷ (n + ½)), times k1 + 1.
    func weight(of term: Int) -> Float { Self.weight(documents: count, having: frequency(of: term)) }

    static func weight(documents: Int, having: Int) -> Float {
        let (all, own) = (Float(documents), Float(having))
        return log1pf((all - own + 0.5) / (own + 0.5)) * 2.2
    }

    /// How often a term stands in a document, the weights of its fields counted.
    public func frequency(of term: Int, in document: Int) -> Int {
        precondition((0..<termCount).contains(term) && (0..<count).contains(document))
        guard isSound(term..<term + 1, isScored: true) else { return 0 }
        return unsafe Int(ksearch_frequency(raw, UInt32(term), UInt32(document)))
    }

    /// What a term adds to a document's score.
    public func score(of term: Int, boost: Float = 1, in document: Int) -> Float {
        let frequency = frequency(of: term, in: document)
        let norm = unsafe withUnsafeBytes(of: raw.pointee.norms) { norms in
            unsafe norms.load(fromByteOffset: 4 * Int(raw.pointee.lengths[document]), as: Float.self)
        }
        return weight(of: term) * boost * (Float(frequency) / (Float(frequency) + norm))
    }

    // MARK: Queries

    public enum Match: Sendable { case all, any }

    /// The best documents; equal ones in the order of their titles.
    public func top(_ query: SegmentQuery, _ match: Match, limit: Int) -> [SegmentQuery.Hit] {
        let limit = min(limit, count)
        guard limit > 0, !query.slots.isEmpty else { return [] }
        return unsafe withQuery(query, isScored: true) { room, query in
            var scores = [Float](repeating: 0, count: limit)
            let documents = unsafe [UInt32](unsafeUninitializedCapacity: limit) { documents, found in
                unsafe scores.withUnsafeMutableBufferPointer { scores in
                    let run = match == .all ? unsafe ksearch_top_all : unsafe ksearch_top_any
                    found = unsafe Int(
                        run(room, raw, query, UInt32(limit), documents.baseAddress, scores.baseAddress))
                }
            }
            return zip(documents, scores).map { SegmentQuery.Hit(document: Int($0), score: $1) }
        } ?? []
    }

    /// Documents with all slots in the order of their titles, from a place on; all that the filters take where there is no slot.
    public func first(_ query: SegmentQuery, from: Int = 0, limit: Int) -> [Int] {
        guard limit > 0, from < count else { return [] }
        let room = min(limit, count)
        return unsafe withQuery(query) { workspace, query in
            unsafe [UInt32](unsafeUninitializedCapacity: room) { documents, found in
                found = unsafe Int(
                    ksearch_first_all(workspace, raw, query, UInt32(max(0, from)), UInt32(room), documents.baseAddress))
            }.map(Int.init)
        } ?? []
    }

    public func count(_ query: SegmentQuery) -> Int {
        unsafe withQuery(query) { room, query in unsafe Int(ksearch_count_all(room, raw, query)) } ?? 0
    }

    /// How many documents have each code of some columns; `most` is the highest code and one.
    public func facets(_ query: SegmentQuery, of columns: [(name: String, most: Int)]) -> (
        total: Int, counts: [[UInt32]]
    ) {
        let known = columns.map { codes($0.name) }
        let rooms = columns.map { UInt32($0.most) + 1 }
        var counts = [UInt32](repeating: 0, count: rooms.reduce(0) { $0 + Int($1) })
        var total = 0
        if known.allSatisfy({ $0 != nil }) {
            total =
                unsafe withQuery(query) { workspace, query in
                    let values = unsafe known.map { unsafe $0?.values.baseAddress }
                    return unsafe counts.withUnsafeMutableBufferPointer { counts in
                        unsafe values.withUnsafeBufferPointer { values in
                            unsafe rooms.withUnsafeBufferPointer { rooms in
                                unsafe Int(
                                    ksearch_facets_all(
                                        workspace, raw, query, values.baseAddress, rooms.baseAddress,
                                        counts.baseAddress, UInt32(columns.count)))
                            }
                        }
                    }
                } ?? 0
        }
        var start = 0
        let parts = columns.map { column in
            defer { start += column.most + 1 }
            return Array(counts[start..<start + column.most])
        }
        return (total, parts)
    }

    /// The nth and following members of a set in the order of the titles: constant time, however deep.
    public func page(of set: DocumentSet, skipping nth: Int, limit: Int) -> [Int] {
        guard limit > 0, nth >= 0, set.documents == count, nth < set.count else { return [] }
        let first = unsafe ksearch_select(
            set.words.values.baseAddress, set.running.values.baseAddress, UInt32(count), UInt32(nth))
        return first < 0 ? [] : members(of: set, from: Int(first), limit: limit)
    }

    public func members(of set: DocumentSet, from: Int, limit: Int) -> [Int] {
        guard limit > 0, from >= 0, from < count, set.documents == count else { return [] }
        let room = min(limit, count)
        return unsafe [UInt32](unsafeUninitializedCapacity: room) { documents, found in
            found = unsafe Int(
                ksearch_members(
                    set.words.values.baseAddress, UInt32(count), UInt32(from), UInt32(room), documents.baseAddress))
        }.map(Int.init)
    }

    // MARK: From Swift to C

    /// Nil where a filter names what the segment does not have, a slot has no term, one of another segment or one that counts for
    /// nothing, or a phrase names no slot or one twice, or bytes that it needs are damaged: nothing can be found then.
    private func withQuery<Result>(
        _ query: SegmentQuery, isScored: Bool = false, _ body: (OpaquePointer, UnsafePointer<ksearch_query>) -> Result
    ) -> Result? {
        unsafe workspaces.withRoom { room in
            unsafe ksearch_query_begin(room)
            guard unsafe fill(room, with: query), let filled = unsafe ksearch_query_of(room),
                unsafe isSound(filled, isScored: isScored)
            else { return nil }
            return unsafe body(room, filled)
        }
    }

    private func fill(_ room: OpaquePointer, with query: SegmentQuery) -> Bool {
        for slot in query.slots {
            for (term, boost) in slot.terms {
                guard (0..<termCount).contains(term), boost > 0,
                    unsafe ksearch_query_term(room, UInt32(term), weight(of: term) * boost)
                else { return false }
            }
            guard unsafe ksearch_query_slot(room) else { return false }
        }
        for phrase in query.phrases {
            for (slot, offset) in phrase.slots {
                guard let slot = UInt32(exactly: slot), let offset = UInt32(exactly: offset),
                    unsafe ksearch_query_phrase_slot(room, slot, offset)
                else { return false }
            }
            guard unsafe ksearch_query_phrase(room) else { return false }
        }
        for range in query.ranges {
            guard let column = self.range(range.column),
                unsafe ksearch_query_range(
                    room, column.values.baseAddress, range.bounds.lowerBound, range.bounds.upperBound)
            else { return false }
        }
        for name in query.sets {
            guard let set = set(name), unsafe ksearch_query_set(room, set.words.values.baseAddress) else {
                return false
            }
        }
        for set in query.members {
            guard set.documents == count, unsafe ksearch_query_set(room, set.words.values.baseAddress) else {
                return false
            }
        }
        return true
    }
}
