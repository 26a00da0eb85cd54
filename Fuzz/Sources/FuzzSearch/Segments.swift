import KeruenSearch

/// What segments of any bytes do: they are refused, or answer every query without reading past their end. The input is a list of changes
/// to a sound segment: a place, of three bytes, and what is put there; then a query of what is left.
struct Segments {
    private let sound: [UInt8]

    init() {
        let builder = SegmentBuilder()
        for document in 0..<9_000 {
            builder.add("жібек", place: document % 300)
            builder.add("орамал\(document % 40)", weight: 1 + document % 20, place: document % 300 + 1)
            if document % 3 == 0 {
                builder.add("丝绸", weight: 2, place: document % 300 + 2)
                builder.add("丝绸", place: document % 7 * 1_000)
            }
            builder.endDocument()
        }
        builder.setRange("price", (0..<9_000).map(Int32.init))
        builder.setCodes("colour", (0..<9_000).map { UInt16($0 % 7) })
        builder.setMembers("silk", stride(from: 0, to: 9_000, by: 5))
        sound = builder.bytes()
    }

    func check(_ bytes: UnsafeBufferPointer<UInt8>) {
        var damaged = sound
        var rest = bytes[...]
        while rest.count >= 4, rest.first != 0xFF {
            let place = rest.prefix(3).reduce(0) { $0 << 8 | Int($1) } % damaged.count
            damaged[place] = rest[rest.startIndex + 3]
            rest = rest.dropFirst(4)
        }
        let text = String(decoding: rest.dropFirst(), as: UTF8.self)
        guard let segment = try? Segment(damaged, isTrusted: true) else { return }
        let words = [text, "жібек", "орамал7", "丝绸"]
        let slots = words.compactMap { segment.term($0) }.map { SegmentQuery.Slot([(term: $0, boost: Float(1))]) }
        let prefixed = segment.terms(from: text).prefix(20).map { (term: $0, boost: Float(0.5)) }
        for slots in [slots, slots + (prefixed.isEmpty ? [] : [.init(prefixed)])] where !slots.isEmpty {
            var query = SegmentQuery(slots: slots)
            if segment.set("silk") != nil { query.sets = ["silk"] }
            for match in [Segment.Match.all, .any] { _ = segment.top(query, match, limit: 10) }
            _ = segment.first(query, from: 100, limit: 30)
            _ = segment.count(query)
            _ = segment.facets(query, of: [("colour", 7)])
            query.phrases = [.init(slots: slots.indices), .init([(slots.count - 1, 0), (0, 1)])]
            for match in [Segment.Match.all, .any] { _ = segment.top(query, match, limit: 10) }
            _ = segment.first(query, from: 100, limit: 30)
            _ = segment.count(query)
        }
        if let set = segment.set("silk") { _ = segment.page(of: set, skipping: 7, limit: 50) }
    }
}
